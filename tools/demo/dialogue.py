"""Texting and showing: a list of texts, or a prompt."""
import importlib
import sys

from .screen import bill, box

# Once the first message of an answer is there, its others follow within this.
FOLLOWING_SECONDS = 3


def add_phone_options(parser):
    add = parser.add_argument
    add("--from", dest="sender", default="13800000001", metavar="MSISDN", help="who texts")
    add("--to", default="10690001", metavar="NUMBER", help="the service number texted")
    add("--say", action="append", metavar="TEXT", help="text this and show the reply; repeatable")
    add("--wait", type=float, default=20, metavar="SECONDS", help="for each reply, at most")
    add("--price", type=int, default=45, metavar="LI", help="of a segment, in 1/1000 yuan")


def converse(phone, preview, options, text):
    """Texts, shows the answer and what it cost; false when none came in time."""
    planned = preview.ask(phone.sender, phone.service, text) if preview else None
    phone.text(text)
    replies = phone.next_replies(1, options.wait)
    if not replies:
        print(f"  no reply within {options.wait:g} s")
        return False
    expected = len(planned["messages"]) if planned else 1
    replies += phone.next_replies(expected - 1, FOLLOWING_SECONDS)
    for reply in replies:
        print(box(reply))
    print(bill(replies, options.price, planned["saved_segments"] if planned else 0), flush=True)
    return True


def say_all(phone, preview, options):
    answered = 0
    for text in options.say:
        print(f"\n{phone.sender} → {phone.service}: {text}", flush=True)
        answered += converse(phone, preview, options, text)
    return answered == len(options.say)


def prompt(phone, preview, options):
    if sys.stdin.isatty():
        importlib.import_module("readline")  # It gives input() its history.
    print("\nText as a resident would: 龙泉国土, then 1, or 1 3 5. Ctrl-D ends.")
    while True:
        try:
            text = input(f"\n{phone.sender} → {phone.service}: ").strip()
        except EOFError:
            print()
            return
        if text:
            converse(phone, preview, options, text)
