"""A phone of fake_carrier: texts go in over its control socket, replies come back as events."""
import json
import queue
import socket
import threading
import time


class Phone:
    def __init__(self, control, sender, service):
        self.sender, self.service = sender, service
        self.replies = queue.Queue()
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(control))
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def _listen(self):
        with self.socket.makefile(encoding="utf-8") as lines:
            try:
                for line in lines:
                    event = json.loads(line)
                    if event["event"] == "reply" and event["to"] == self.sender:
                        self.replies.put(event)
            except OSError:
                pass
        self.replies.put(None)

    def command(self, **what):
        self.socket.sendall((json.dumps(what, ensure_ascii=False) + "\n").encode())

    def text(self, text):
        self.command(**{"from": self.sender, "to": self.service, "text": text})

    def next_replies(self, expected, seconds):
        """As many replies as expected, or those that came in time; a first one is waited for longest."""
        found, deadline = [], time.monotonic() + seconds
        while len(found) < expected:
            try:
                reply = self.replies.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                break
            if reply is None:
                raise ConnectionError("the fake carrier has gone")
            found.append(reply)
        return found
