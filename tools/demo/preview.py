"""What the daemon says it would answer; asked before the text is sent, since an answer moves the talk on."""
import json
import urllib.error
import urllib.request


class Preview:
    def __init__(self, admin, token):
        self.url = admin.rstrip("/") + "/api/v1/preview"
        self.token = token

    def ask(self, sender, service, text):
        """What POST /preview plans for the first carrier (messages, segments, saved_segments); None where it
        can't be had, since the phone works without."""
        body = json.dumps({"from": sender, "to": service, "text": text}).encode()
        request = urllib.request.Request(self.url, body, {
            "Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                return json.load(answer)["carriers"][0]
        except (urllib.error.URLError, OSError, ValueError, LookupError):
            return None
