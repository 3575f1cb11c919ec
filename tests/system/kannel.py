"""Kannel as a carrier that dials us: texts go in by HTTP, replies and receipts come out so."""
import http.server
import queue
import threading
import time
import urllib.parse
import urllib.request

from demo.ports import free_port
from demo.processes import Child, wait_until
from smsc import SECONDS, SERVICE

CONFIGURATION = """
group = core
admin-port = {admin}
admin-interface = 127.0.0.1
admin-password = none
smsbox-port = {box}
box-allow-ip = 127.0.0.1
store-type = file
store-location = {folder}/kannel.store
sms-incoming-queue-limit = 2

group = smsc
smsc = smpp
smsc-id = duanwen
host = 127.0.0.1
port = {smpp}
transceiver-mode = true
smsc-username = duanwen
smsc-password = secret
system-type = ""
interface-version = 34
reconnect-delay = 1
enquire-link-interval = 5
msg-id-type = 0x00

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = {box}
sendsms-port = {sendsms}
sendsms-interface = 127.0.0.1

group = sendsms-user
username = test
password = test
max-messages = 10
concatenation = true

group = sms-service
keyword = default
get-url = "http://127.0.0.1:{http}/reply?to=%P&coding=%c&octets=%b"
max-messages = 0
concatenation = true
"""


class Kannel:
    def __init__(self, folder, smpp_port):
        self.heard, self.early = queue.Queue(), []
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler_for(self.heard))
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.admin, self.sendsms = free_port(), free_port()
        path = folder / "kannel.conf"
        path.write_text(CONFIGURATION.format(folder=folder, smpp=smpp_port, admin=self.admin, box=free_port(),
                                             sendsms=self.sendsms, http=self.http.server_address[1]))
        self.folder, self.configuration = folder, path
        self.boxes = [Child(["/usr/sbin/bearerbox", "-v", "1", path], folder / "bearerbox.log")]
        wait_until(lambda: "SMSC connections" in self.status(), SECONDS, "bearerbox")
        self.start_smsbox()

    def start_smsbox(self):
        """It fetches what bearerbox was sent; without it bearerbox takes a few and then is too busy."""
        words = ["/usr/sbin/smsbox", "-v", "1", self.configuration]
        self.boxes.append(Child(words, self.folder / "smsbox.log"))
        wait_until(lambda: "smsbox:" in self.status(), SECONDS, "smsbox")

    def stop_smsbox(self):
        self.boxes.pop().stop()
        wait_until(lambda: "smsbox:" not in self.status(), SECONDS, "bearerbox alone")

    def status(self):
        try:
            return get(f"http://127.0.0.1:{self.admin}/status.txt")
        except OSError:
            return ""

    def wait_online(self):
        wait_until(lambda: "(online" in self.status(), SECONDS, "Kannel's bind")

    def text(self, sender, text, coding=2, **more):
        """Texts as a phone does, in UCS-2, or with `coding` 0 in GSM 7-bit; in parts where it is long."""
        octets = text.encode("utf-16-be") if coding == 2 else text
        words = {"username": "test", "password": "test", "from": sender, "to": SERVICE, "coding": coding,
                 "text": octets, **more}
        get(f"http://127.0.0.1:{self.sendsms}/cgi-bin/sendsms?{urllib.parse.urlencode(words)}")

    def receipt_url(self):
        return f"http://127.0.0.1:{self.http.server_address[1]}/receipt?status=%d"

    def hear(self, kind):
        """The next of this kind: the fields of a reply or of a receipt."""
        deadline = time.monotonic() + SECONDS
        while True:
            for heard in self.early:
                if heard[0] == kind:
                    self.early.remove(heard)
                    return heard[1]
            self.early.append(self.heard.get(timeout=max(0.1, deadline - time.monotonic())))

    def stop(self):
        for box in reversed(self.boxes):
            box.stop()
        self.http.shutdown()
        self.http.server_close()


def get(url):
    with urllib.request.urlopen(url, timeout=SECONDS) as answer:
        return answer.read().decode("utf-8", "replace")


def handler_for(heard):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):  # pylint: disable=invalid-name
            kind, _, fields = self.path[1:].partition("?")
            heard.put((kind, dict(urllib.parse.parse_qsl(fields, encoding="latin-1"))))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):  # pylint: disable=arguments-differ
            pass

    return Handler
