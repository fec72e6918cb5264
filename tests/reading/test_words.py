"""The words of a language are a folder of data: all there, all read, and enough to add a language with."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from smart_tui.reading.datemeanings import MEANINGS
from smart_tui.reading.language import LanguageWords
from smart_tui.reading.words import coaching, files, lexicon
from smart_tui.reading.words.files import FOLDER, languages, load

ROOT = Path(__file__).resolve().parents[2]
KINDS: dict[str, type[Any]] = {
    "numbers": lexicon.NumberWords,
    "dates": lexicon.DateWords,
    "goals": lexicon.GoalWords,
    "checkins": lexicon.EntryWords,
    "items": lexicon.ItemWords,
    "weekdays": lexicon.WeekdayWords,
    "judging": coaching.JudgingWords,
    "remarks": coaching.RemarkWords,
    "language": LanguageWords,
}
EACH = [(lang, name) for lang in languages() for name in KINDS]

DUTCH = {
    "numbers": """
        decimal = ","
        thousands = "."
        percent = "procent"
        [small]
        8 = "acht"
    """,
    "dates": """
        [months]
        12 = "december"
        [units]
        week = "week weken"
        month = "maand maanden"
        [prefixes]
        by = ["vóór [de]"]
        [points]
        "day month" = ["{day} {month} [{year}]"]
        [offsets]
        ahead = ["binnen {span}"]
        [periods]
        week = ["per week"]
    """,
    "goals": """
        rise = "verhog*"
        stops = "per lezen met verhogen vóór binnen"
        links = "met"
        [marks]
        at_least = ["minstens"]
        by = ["met"]
    """,
    "language": """
        words = "ik wil de het lezen klanten minstens met per week binnen vóór omzet verhogen"
    """,
}
READ = """
import json, sys
from datetime import date
from smart_tui.reading.words import files
files.FOLDER = sys.argv[1]
from smart_tui.coach.prediction import predict
from smart_tui.reading.datemeanings import MEANINGS
from smart_tui.reading.language import detect
for text in sys.argv[2:]:
    print(json.dumps([detect(text), predict(text, "nl", date(2026, 1, 15))]))
"""


def phrases(lang: str, name: str) -> Iterator[str]:
    words = load(KINDS[name], lang, name)
    for field, kind in KINDS[name].__annotations__.items():
        if kind == lexicon.Phrases:
            for patterns in getattr(words, field).values():
                yield from patterns


@pytest.mark.parametrize(("lang", "name"), EACH)
def test_a_language_has_every_file_and_each_can_be_read(lang: str, name: str) -> None:
    assert os.path.isfile(os.path.join(FOLDER, lang, f"{name}.toml"))
    assert any(load(KINDS[name], lang, name))


def test_no_file_is_read_by_nothing() -> None:
    for lang in languages():
        assert {file.removesuffix(".toml") for file in os.listdir(os.path.join(FOLDER, lang))} <= set(KINDS)


@pytest.mark.parametrize(("lang", "name"), EACH)
def test_every_pattern_is_closed_and_names_only_slots_that_english_has(lang: str, name: str) -> None:
    known = {slot for pattern in phrases("en", name) for slot in re.findall(r"{(\w+)}", pattern)}
    known |= {"weekdays", "lastday"} if name == "dates" else set()
    for pattern in phrases(lang, name):
        assert pattern == pattern.lower()
        assert {slot for slot in re.findall(r"{(\w+)}", pattern)} <= known
        assert all(re.fullmatch(r"\[[^\[\]]+\]|[^\[\]]+", piece) for piece in pattern.split()), pattern


@pytest.mark.parametrize("lang", languages())
def test_every_phrase_of_a_date_has_a_meaning_that_is_known(lang: str) -> None:
    words = load(lexicon.DateWords, lang, "dates")
    assert {*words.points, *words.weak, *words.offsets, *words.ranges} <= MEANINGS.keys()
    assert {*words.prefixes} <= {*load(lexicon.DateWords, "en", "dates").prefixes, "toward"}


def dutch(folder: Path) -> Path:
    """A folder of words with three languages there are, and Dutch as somebody begins with it."""
    for lang in ("en", "da", "sv"):
        (folder / lang).symlink_to(os.path.join(FOLDER, lang))
    (folder / "nl").mkdir()
    for name, written in DUTCH.items():
        (folder / "nl" / f"{name}.toml").write_text(written, "utf-8")
    return folder


def test_a_new_folder_is_a_new_language(tmp_path: Path) -> None:
    sentences = [
        "Ik wil 24 boeken lezen vóór 31 december",
        "Minstens acht klanten per week",
        "De omzet met 12,5 procent verhogen binnen 6 maanden",
    ]
    said = subprocess.run(
        [sys.executable, "-c", READ, str(dutch(tmp_path)), *sentences],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    read = [json.loads(line) for line in said.stdout.splitlines()]
    assert [lang for lang, _ in read] == ["nl", "nl", "nl"]
    books, customers, revenue = (found for _, found in read)
    assert (books["measure"]["target"], books["measure"]["unit"]) == (24, "boeken")
    assert books["deadline"]["iso"] == "2026-12-31"
    assert (customers["measure"]["target"], customers["measure"]["per"]) == (8, "week")
    assert (revenue["measure"]["kind"], revenue["measure"]["target"]) == ("change_percent", 12.5)
    assert revenue["deadline"]["iso"] == "2026-07-15"


@pytest.mark.parametrize(
    ("lang", "written", "complaint"),
    [
        ("qa", "monhts = 1", "qa/dates.toml has fields that nothing reads: monhts"),
        ("qb", '[months]\none = "januari"', "qb/dates.toml, months: "),
        ("qc", 'months = "januari"', "qc/dates.toml, months: "),
        ("qd", "[months", "qd/dates.toml: "),
    ],
)
def test_a_mistake_in_a_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, written: str, complaint: str
) -> None:
    (tmp_path / lang).mkdir()
    (tmp_path / lang / "dates.toml").write_text(written, "utf-8")
    monkeypatch.setattr(files, "FOLDER", str(tmp_path))
    with pytest.raises(ValueError, match=re.escape(complaint)):
        load(lexicon.DateWords, lang, "dates")
