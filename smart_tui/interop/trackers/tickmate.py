"""Tickmate's database: tracks and the ticks of their days, whose months count from 0. It holds no targets."""

from collections.abc import Mapping
from decimal import Decimal

from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop.trackers.gathering import Day, Gathering, NotTaken, Told, civil_day
from smart_tui.interop.trackers.rhythm import unjudged
from smart_tui.store.foreign import ForeignFile, is_database

FORMAT = "tickmate"
_TRACK = ("_id", "name", "description", "enabled", "multiple_entries_per_day")
_TICK = ("_id", "_track_id", "year", "month", "day")


def recognises(name: str, head: bytes) -> bool:
    """Whether a file that begins like this is such a database."""
    return is_database(head) and b"_track_id" in head and b"ticks" in head


def read(path: str, asked: Asked) -> Found:
    """The tracks as goals, their ticks as entries of 1; raises UnreadableFileError."""
    gathering = Gathering(FORMAT, asked, path)
    with ForeignFile(path) as file:
        if not {"tracks", "ticks"} <= file.tables:
            raise UnreadableFileError("wrong_format", path=path)
        areas = _areas(file)
        tracks: dict[object, Told] = {}
        several: set[object] = set()
        for track, name, description, enabled, multiple in file.rows("tracks", _TRACK):
            gathering.row()
            tracks[track] = Told(
                key=str(track),
                title=_text(name),
                measure=unjudged(),
                what=_text(description),
                area=areas.get(track, ""),
                resting=enabled == 0,
            )
            if multiple:
                several.add(track)
        days: dict[object, dict[str, list[Day]]] = {track: {} for track in tracks}
        for tick, track, *when in file.rows("ticks", _TICK):
            gathering.row()
            try:
                if track not in days:
                    raise NotTaken("tickmate.no_track")
                _tick(gathering, days[track], when, track in several)
            except NotTaken as refused:
                gathering.refuse(tick if isinstance(tick, int) else 0, "-".join(map(str, when)), refused.code)
    for track, told in tracks.items():
        gathering.tell(told._replace(days=[day for each in days[track].values() for day in each]))
    gathering.say("no_targets")
    return gathering.found(FORMAT)


def _tick(gathering: Gathering, days: dict[str, list[Day]], when: list[object], several: bool) -> None:
    year, month, day = (each if isinstance(each, int) else -1 for each in when)
    on = gathering.past(civil_day(year, month + 1, day))
    same = days.setdefault(on.isoformat(), [])
    if same and not several:
        gathering.count("doubles")
        return
    same.append(Day(on, Decimal(1), "", (on.isoformat(), str(len(same) + 1))))


def _areas(file: ForeignFile) -> Mapping[object, str]:
    """The first group of each track that is in one."""
    groups = {group: _text(name) for group, name in file.rows("groups", ("_id", "name"))}
    areas: dict[object, str] = {}
    for track, group in file.rows("track2groups", ("_track_id", "_group_id")):
        areas.setdefault(track, groups.get(group, ""))
    return areas


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
