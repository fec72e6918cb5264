"""Goals as Beeminder's API gives them, built after its reference: every type, with datapoints."""

from datetime import UTC, date, datetime

NEVER = 2147317201
"""What Beeminder writes for a line without an end: in January 2038."""


def instant(day: date) -> int:
    """Noon in New York, as its days are."""
    return int(datetime(day.year, day.month, day.day, 17, tzinfo=UTC).timestamp())


def point(day: str, value: object, comment: str = "", **more: object) -> dict[str, object]:
    stamp = day.replace("-", "")
    at = instant(date.fromisoformat(day))
    return {
        "id": f"5f9d79fd{stamp}{len(comment):04}{str(value)[:4]:0>4}",
        "timestamp": at,
        "daystamp": stamp,
        "value": value,
        "comment": comment,
        "updated_at": at + 60,
        "requestid": None,
        "origin": "web",
        "creator": "alice",
        "is_dummy": False,
        "is_initial": False,
        **more,
    }


TYPES = {
    "hustler": {"yaw": 1, "dir": 1, "kyoom": True, "odom": False, "aggday": "sum"},
    "biker": {"yaw": 1, "dir": 1, "kyoom": False, "odom": True, "aggday": "last"},
    "fatloser": {"yaw": -1, "dir": -1, "kyoom": False, "odom": False, "aggday": "min"},
    "gainer": {"yaw": 1, "dir": 1, "kyoom": False, "odom": False, "aggday": "max"},
    "inboxer": {"yaw": -1, "dir": -1, "kyoom": False, "odom": False, "aggday": "min"},
    "drinker": {"yaw": -1, "dir": 1, "kyoom": True, "odom": False, "aggday": "sum"},
}


def goal(slug: str, kind: str, points: list[dict[str, object]], **more: object) -> dict[str, object]:
    return {
        "slug": slug,
        "title": "",
        "fineprint": None,
        "yaxis": "",
        "goaldate": instant(date(2026, 12, 31)),
        "goalval": None,
        "rate": None,
        "runits": "w",
        "goal_type": kind,
        "initday": instant(date(2026, 1, 1)),
        "initval": 0,
        "road": [],
        "gunits": "",
        "id": f"{slug:0>24}",
        "tags": [],
        "weekends_off": False,
        "frozen": False,
        "updated_at": instant(date(2026, 1, 14)),
        **TYPES[kind],
        "datapoints": points,
        **more,
    }


READING = goal(
    "laesning",
    "hustler",
    [
        point("2026-01-09", 30, "Ærø, \u201cside 30\u201d"),
        point("2026-01-04", 12.5),
        point("2026-01-04", 0.1 + 0.2, "to gange"),
        point("2026-01-01", 0, "initial datapoint of 0 on the 1st", is_initial=True),
        point("2026-01-12", 0, "#DERAIL", is_dummy=True),
    ],
    title="Læse hele året",
    goalval=2000,
    gunits="pages",
    fineprint="Kun bøger, ikke aviser",
    yaxis="pages read in all",
    tags=["kultur", "ro"],
)
STEPS = goal("skridt", "hustler", [point("2026-01-05", 8000)], goaldate=NEVER, rate=10000, runits="d", title="Gå")
MEETINGS = goal("moeder", "hustler", [], goaldate=NEVER, rate=8, weekends_off=True)
KILOMETRES = goal(
    "km",
    "biker",
    [point("2026-01-01", 12500, is_initial=True), point("2026-01-03", 12540), point("2026-01-08", 12600)],
    initval=12500,
    goalval=15500,
)
WEIGHT = goal(
    "vaegt",
    "fatloser",
    [point("2026-01-01", 84, is_initial=True), point("2026-01-02", 84.2), point("2026-01-02", 83.6)],
    initval=84,
    goalval=78,
    gunits="kg",
)
PUSHUPS = goal("armboej", "gainer", [point("2026-01-02", 10)], initval=10, rate=1, title="Armbøjninger")
BEER = goal("oel", "drinker", [point("2026-01-02", 2)], goaldate=NEVER, rate=5, title="Øl", frozen=True)
ALL = (READING, STEPS, MEETINGS, KILOMETRES, WEIGHT, PUSHUPS, BEER)
