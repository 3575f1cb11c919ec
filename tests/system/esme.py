"""A carrier that dials us: net_smpp_esme.pl, driven from Python."""
import pathlib

from smsc import SERVICE, Peer
from texts import encode_parts

SCRIPT = pathlib.Path(__file__).with_name("net_smpp_esme.pl")


class Esme(Peer):
    def __init__(self, folder, port):
        super().__init__([SCRIPT], folder / "esme.log")
        self.port = port
        self.wait("ready")

    def bind(self, kind="transceiver", system_id="duanwen", password="secret", **more):
        """(link, status of the response)."""
        self.tag += 1
        since = self.mark()
        self.do("bind", kind=kind, system_id=system_id, password=password, port=self.port, tag=self.tag,
                **more)
        link = self.wait("binding", since, tag=self.tag)["link"]
        return link, self.wait(f"bind_{kind}_resp", since, link=link)["status"]

    def submit(self, link, sender, octets, **more):
        """Sends one submit_sm; returns its response."""
        self.tag += 1
        since = self.mark()
        self.do("submit", link=link, **{"from": sender}, to=SERVICE, octets=octets.hex(), tag=self.tag,
                **more)
        sent = self.wait("submitted", since, tag=self.tag)
        return self.wait("submit_sm_resp", since, link=link, sequence=sent["sequence"])

    def inquire(self, what, link, sender, message_id, **more):
        """query_sm, cancel_sm or replace_sm of an earlier text; returns the response."""
        since = self.mark()
        self.do(what, link=link, message_id=message_id, **{"from": sender}, to=SERVICE, **more)
        return self.wait(f"{what}_sm_resp", since, link=link)

    def ask(self, link, sender, text, **more):
        """Texts as a phone does; the whole reply, on whatever link it came."""
        since = self.mark()
        for octets, data_coding, esm_class in encode_parts(text):
            response = self.submit(link, sender, octets, data_coding=data_coding, esm_class=esm_class, **more)
            assert response["status"] == 0
        return self.reply(sender, since)
