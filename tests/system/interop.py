"""Which peer that shares no code with us is tried with what: marks of tests, and README's table of them."""
import pytest

NET_CENTRE = "Net::SMPP as the centre that we dial"
NET_ESME = "Net::SMPP as an ESME that dials us (3.3 and 3.4)"
KANNEL = "Kannel 1.4.5's bearerbox as an ESME that dials us"
DRIVE_SMPP = "Kannel 1.4.5's drive_smpp as the centre that we dial"

PEERS = (NET_CENTRE, NET_ESME, KANNEL, DRIVE_SMPP)
FEATURES = ("plain", "long", "UCS-2", "receipts", "throttling", "reconnect")
CANNOT = {(DRIVE_SMPP, "receipts"): "takes no request for receipts and sends none",
          (DRIVE_SMPP, "throttling"): "refuses nothing"}


def interop(peer, *features):
    """Marks a test that shows these features against this peer."""
    assert peer in PEERS and set(features) <= set(FEATURES)
    return pytest.mark.interop(peer, features)


def table(tests):
    """README's lines; `tests` has the names of the tests of each (peer, feature)."""
    lines = ["| | " + " | ".join(FEATURES) + " |", "|---" * (1 + len(FEATURES)) + "|"]
    for peer in PEERS:
        cells = [cell(peer, feature, tests) for feature in FEATURES]
        lines.append(f"| {peer} | " + " | ".join(cells) + " |")
    for peer in PEERS:
        notes = [why for (whose, _), why in CANNOT.items() if whose == peer]
        if notes:
            lines += ["", f"–: {peer.split(' as ')[0]} " + ", and ".join(notes) + "."]
    return lines


def cell(peer, feature, tests):
    if tests.get((peer, feature)):
        return "yes"
    return "–" if (peer, feature) in CANNOT else ""
