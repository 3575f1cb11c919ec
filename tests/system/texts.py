"""Texts as octets and back, after GSM 03.38 and 23.040; the daemon's own codec has no part in it."""

UCS2 = 8
UDHI = 0x40
# What GSM 7-bit and ASCII write alike; our wordings need no more.
SAME_AS_ASCII = b"\n !\"#%&'()*+,-./0123456789:;<=>?" + bytes(range(0x41, 0x5B)) + bytes(range(0x61, 0x7B))


def encode_parts(text, reference=1):
    """[(octets, data_coding, esm_class)] as a Chinese phone sends it: UCS-2, long texts in parts of 67."""
    octets = text.encode("utf-16-be")
    if len(octets) <= 140:
        return [(octets, UCS2, 0)]
    pieces = [octets[at:at + 134] for at in range(0, len(octets), 134)]
    header = bytes([5, 0, 3, reference & 0xFF, len(pieces)])
    return [(header + bytes([number]) + piece, UCS2, UDHI) for number, piece in enumerate(pieces, 1)]


def split_header(octets, esm_class):
    """(place, rest): place is (reference, total, number), or None for a text in one piece."""
    if not esm_class & UDHI:
        return None, octets
    end = 1 + octets[0]
    at = 1
    while at < end:
        element, size = octets[at], octets[at + 1]
        value = octets[at + 2:at + 2 + size]
        if element == 0x00:
            return (value[0], value[1], value[2]), octets[end:]
        if element == 0x08:
            return (value[0] << 8 | value[1], value[2], value[3]), octets[end:]
        at += 2 + size
    return None, octets[end:]


def decode(octets, data_coding):
    if data_coding == UCS2:
        return octets.decode("utf-16-be")
    # Our wordings need no more of GSM 7-bit than where it is ASCII.
    assert data_coding == 0 and all(octet in SAME_AS_ASCII for octet in octets)
    return octets.decode("ascii")
