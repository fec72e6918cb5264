"""Typical goals to start from: every kind, every area the article names, nothing of one's own guessed."""

from datetime import date

import pytest

from smart_tui.domain.completeness import measure_missing
from smart_tui.domain.goal import Kind, Reading
from smart_tui.domain.templates import TEMPLATES, Group
from smart_tui.i18n import LANGUAGES, words
from smart_tui.text.templates import GROUPS, TEXTS, template_measure, template_parts, template_title

TODAY = date(2026, 1, 15)
OWN_TO_SAY = {"baseline"}


def test_there_is_one_for_every_kind_and_way_of_reading_and_area() -> None:
    measures = [template.measure for template in TEMPLATES]
    assert {measure.kind for measure in measures} == set(Kind)
    assert {measure.reading for measure in measures} >= set(Reading)
    assert {measure.entered_as for measure in measures} == {"plain", "scale", "nps"}
    assert any(measure.running for measure in measures) and any(measure.untargeted for measure in measures)
    assert {template.group for template in TEMPLATES} == set(Group) == set(GROUPS)
    assert [template.id for template in TEMPLATES] == list(TEXTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_is_ones_own_is_left_to_say(language: str) -> None:
    for template in TEMPLATES:
        measure = template_measure(template, TODAY, words(language))
        assert set(measure_missing(measure)) <= OWN_TO_SAY, template.id
        assert measure.baseline is None and measure.valid_from == TODAY
        assert template_title(template, words(language)).strip()
        assert all(template_parts(template, words(language)))
