"""A fuse of segments an hour against a real Redis: who loops is not answered, and administrators see it."""
import datetime

from demo.processes import wait_until
from directory import SHORT
from prometheus import Page


def test_a_tripped_fuse_is_counted_shown_and_logged_once(town, resident):
    """After the carrier's segments of this hour a text is told OK and not answered."""
    town.start(carrier={"segments_per_hour": 2})
    town.smsc.ask(resident, SHORT)

    def tripped():
        # Told OK each time; when an hour ends just now, one text more is answered.
        assert town.smsc.text(resident, "1") == 0
        page = Page(town.daemon.http("GET", "/metrics")[1])
        [carrier] = town.daemon.http("GET", "/api/v1/carriers")[1]["carriers"]
        return (page.all("duanwen_inquiries_total", carrier="net").get("fused", 0) >= 2
                and page.value("duanwen_fuse_trips_total", kind="carrier") >= 1
                and carrier["fuse"]["tripped"] and carrier["fuse"]["segments_per_hour"] == 2)

    wait_until(tripped, 30, "a fuse that tripped")
    trips = Page(town.daemon.http("GET", "/metrics")[1]).value("duanwen_fuse_trips_total", kind="carrier")
    assert town.daemon.log().count("the fuse of carrier net tripped") == trips
    assert sum(row["fused"] for row in ledger(town) if row["department"] == "lq-guotu") >= 2


def ledger(town):
    """Yesterday, today and tomorrow, whatever the time zone of the machine."""
    first, last = (datetime.date.today() + datetime.timedelta(days=away) for away in (-1, 1))
    return town.daemon.http("GET", f"/api/v1/ledger?from={first}&to={last}")[1]["rows"]
