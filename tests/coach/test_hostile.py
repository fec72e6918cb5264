"""Whatever is typed, on whatever day: a prediction in the agreed form, and always the same one."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.coach.prediction import predict
from smart_tui.coach.remarks import remarks, sentence
from smart_tui.i18n import LANGUAGES, words
from smart_tui.reading.goals import read_goal
from smart_tui.reading.phrases import normal
from smart_tui.text.coach import remark_sentence
from tests.coach.scoring import labelled
from tests.reading.test_hostile import TEXTS

KINDS = {"recurring", "total", "reach", "reduce", "change_percent", "rating", "milestone"}
ODD = (
    *["1e999", "5000", "-0", "9999", "31/12/9999", "29 feb", "week 53", "\0", "\u202e", "\u200d", "\ud800"],
    *["５", "½", "[b]", "{0}", "İ", "ﬁ", "e\u0301", "%", "kr"],
    "9" * 5000,
    "(" * 60,
    "in 99999 years",
    "by 29 February",
    "within the next quarter",
)
LAST, FIRST, LEAP = date.max, date.min, date(2028, 2, 29)
DAYS = st.sampled_from([LAST, FIRST, LEAP, date(2026, 12, 31), date(1, 3, 1), date(9999, 1, 1)]) | st.dates()
Change = Callable[[str], str]


def with_piece(piece: str, place: int) -> Change:
    return lambda text: " ".join([*text.split()[:place], piece, *text.split()[place:]])


CHANGES = st.lists(st.builds(with_piece, st.sampled_from(ODD), st.integers(0, 12)), max_size=3)
SENTENCES = st.tuples(st.sampled_from([line["text"] for line in labelled()]), CHANGES)


def changed(made: tuple[str, list[Change]]) -> str:
    text, changes = made
    for change in changes:
        text = change(text)
    return text


def is_number(value: Any) -> bool:
    return value is None or (type(value) in (int, float) and abs(value) < 1e18)


@given(SENTENCES.map(changed) | TEXTS, st.sampled_from([*LANGUAGES, "xx", ""]), DAYS)
@settings(max_examples=60, deadline=None)
def test_predictions_have_the_agreed_form_on_any_day(text: str, lang: str, today: date) -> None:
    found = predict(text, lang, today)
    read_goal.cache_clear()
    assert predict(text, lang, today) == found
    json.dumps(found, allow_nan=False)
    assert {found[name] for name in ("specific", "measurable", "time_bound")} <= {0, 1}
    measure, deadline = found["measure"], found["deadline"]
    assert (measure is None, deadline is None) == (not found["measurable"], not found["time_bound"])
    if measure is not None:
        assert measure["kind"] in KINDS
        assert (measure.get("mode") in ("to", "by")) == (measure["kind"] == "reduce")
        assert is_number(measure["target"])
        assert is_number(measure["baseline"])
        assert measure["per"] in (None, "day", "week", "month", "quarter", "year")
    if deadline is not None:
        assert deadline["text"]
        assert deadline["text"] in normal(text)
        assert deadline["kind"] in ("absolute", "relative", "recurring")
        assert deadline["iso"] is None or date.fromisoformat(deadline["iso"])


@given(SENTENCES.map(changed) | TEXTS, st.sampled_from([*LANGUAGES, "xx", ""]), DAYS)
@settings(max_examples=60, deadline=None)
def test_remarks_can_be_made_and_said_on_any_day(text: str, lang: str, today: date) -> None:
    found = remarks(sentence(text, lang, today), today)
    assert len({remark.code for remark in found}) == len(found)
    for remark in found:
        for code in LANGUAGES:
            assert remark_sentence(remark, words(code)).strip()
