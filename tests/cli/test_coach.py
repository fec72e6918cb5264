"""The coach on the command line: one sentence read and remarked on, or a file of them, a prediction a line."""

import errno
import json
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from smart_tui.cli import predictions
from smart_tui.store.store import Store
from tests.cli.conftest import Here
from tests.unreadable import forget, unreadable

SHARP = "Raise the conversion rate from 5% to 8% by 30 April"


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def written(path: Path, *rows: object) -> str:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), "utf-8")
    return str(path)


def test_a_sentence_is_said_back_with_what_it_holds(here: Here) -> None:
    said = here("coach", SHARP)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[:6] == [
        "Raise the conversion rate",
        "  Language  English",
        "  Kind      level",
        "  From      5%",
        "  Target    8%",
        "  Deadline  Thu 30 April 2026, in 105 days",
    ]


def test_words_need_no_quotes(here: Here) -> None:
    assert here("coach", *SHARP.split()).out == here("coach", SHARP).out


def test_what_is_missing_is_remarked_with_a_better_sentence(here: Here) -> None:
    said = here("coach", "be a nicer person")
    assert "No number yet" in said.out
    assert "No date yet" in said.out
    assert "\nFor example: " in said.out


def test_a_sentence_alone_is_not_asked_what_only_a_goal_can_answer(here: Here) -> None:
    codes = {remark["code"] for remark in here("coach", "be a nicer person", "--json").json["remarks"]}
    assert not codes & {"no_relevance", "no_acceptance", "no_first_step", "no_what_counts"}


@pytest.mark.parametrize("sentence", ["Get better at chess", "Blive bedre til skak", "Bli bättre på schack"])
def test_a_vague_sentence_is_not_taken_for_something_done_once(here: Here, sentence: str) -> None:
    assert here("coach", sentence, "--json").json["kind"] is None
    here("add", sentence)
    assert here("list", "--json").json[0]["kind"] is None


def test_a_drop_from_nobody_knows_where_is_said_with_its_sign(here: Here) -> None:
    assert "Changes by  −9 kilos" in here("coach", "Lose 9 kilos by 1 June").out


def test_a_number_that_can_mean_two_things_is_said_with_both(here: Here) -> None:
    assert "The number can mean 1 or 1,000." in here("coach", "Save 1.000 euros by 1 June").out


def test_programs_get_every_reading_and_remark(here: Here) -> None:
    said = here("coach", "Få 15% flere læsere inden for det næste kvartal", "--json").json
    assert (said["language"], said["kind"], said["change_percent"]) == ("da", "level", "15")
    assert (said["deadline"], said["deadline_or"]) == ("2026-06-30", ["2026-04-15"])
    assert (said["specific"], said["measurable"], said["time_bound"]) == (True, True, True)


def test_the_days_a_sentence_names_are_said(here: Here) -> None:
    sentence = "Do yoga on Mondays and Thursdays"
    assert "at least 2 a week on Mondays and Thursdays\n" in here("coach", sentence).out
    assert here("coach", sentence, "--json").json["weekdays"] == [1, 4]


def test_every_remark_names_its_question_and_step(here: Here) -> None:
    remarks = here("coach", "be a nicer person", "--json").json["remarks"]
    dated = next(remark for remark in remarks if remark["code"] == "no_date")
    assert (dated["question"], dated["step"]) == ("deadline", "time")
    assert dated["said"].endswith(".")


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (("Springa 5 km",), "sv"),
        (("Excel",), "en"),
        (("Excel", "--lang", "da"), "da"),
        (("Springa 5 km", "--lang", "da"), "da"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_one_it_is_written_in(
    here: Here, arguments: tuple[str, ...], language: str
) -> None:
    assert here("coach", *arguments, "--json").json["language"] == language


@pytest.mark.parametrize("option", ["2026-03-02", "2 March", "in 46 days"])
def test_another_day_can_be_today(here: Here, option: str) -> None:
    assert here("coach", "Read 24 books within 2 weeks", "--today", option, "--json").json["deadline"] == "2026-03-16"


def test_a_remark_put_away_for_good_is_not_made(here: Here, store: Store) -> None:
    from smart_tui.store.commands.settings import set_setting

    store.run_sync(set_setting, "coach_quiet", '["no_date"]')
    codes = [remark["code"] for remark in here("coach", "be a nicer person", "--json").json["remarks"]]
    assert "no_date" not in codes
    assert "no_number" in codes


def test_nothing_is_stored(here: Here, tmp_path: Path) -> None:
    here("coach", SHARP)
    assert not (tmp_path / "own" / "smart-tui.db").exists()


def test_each_line_of_a_file_gives_one_prediction(here: Here, tmp_path: Path) -> None:
    path = written(
        tmp_path / "goals.jsonl",
        {"id": "a", "lang": "en", "text": SHARP},
        "",
        {"id": "b", "lang": "da", "text": "Gå 10.000 skridt om dagen"},
        {"id": "c", "text": "Läsa 24 böcker under 2026", "flags": ["hard"]},
    )
    said = here("coach", "--jsonl", path, "--today", "2026-01-15")
    assert (said.code, said.err) == (0, "")
    first, second, third = lines(said.out)
    assert first == {
        "id": "a",
        "specific": 1,
        "measurable": 1,
        "time_bound": 1,
        "measure": {"kind": "reach", "baseline": 5, "target": 8, "unit": "%", "per": None},
        "deadline": {"text": "by 30 April", "kind": "absolute", "iso": "2026-04-30"},
    }
    assert (second["id"], second["measure"]["target"], second["measure"]["per"]) == ("b", 10000, "day")
    assert (third["measure"]["target"], third["deadline"]["iso"]) == (24, "2026-12-31")


def test_a_file_of_sentences_is_read_whatever_has_become_of_the_goals(here: Here, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "smart-tui.db").write_bytes(b"only notes\n" * 1000)
    path = written(tmp_path / "goals.jsonl", {"id": "a", "text": SHARP})
    assert here("coach", "--jsonl", path).code == 0
    said = here("coach", SHARP)
    assert (said.code, said.out) == (1, "")
    assert "not a smart-tui file" in said.err


def test_sentences_can_be_piped_in(here: Here) -> None:
    said = here("coach", "--jsonl", "-", typed='\ufeff{"id": "1", "text": "Read 24 books"}\n')
    assert lines(said.out)[0]["measure"]["target"] == 24


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{", "it is not JSON."),
        ("[" * 100_000, "it is not JSON."),
        ("[1]", "it needs an “id” and a “text”."),
        ('{"id": 1, "text": "Run"}', "it needs an “id” and a “text”."),
        ('{"id": "1"}', "it needs an “id” and a “text”."),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(here: Here, tmp_path: Path, bad: str, why: str) -> None:
    path = written(tmp_path / "goals.jsonl", "", bad, {"id": "x", "text": "Read 24 books"})
    said = here("coach", "--jsonl", path)
    assert (said.code, said.err) == (1, f"smart-tui: line 2: {why}\n")
    assert [line["id"] for line in lines(said.out)] == ["x"]


def test_bytes_that_are_no_text_and_languages_that_are_not_known_harm_nothing(here: Here, tmp_path: Path) -> None:
    path = tmp_path / "goals.jsonl"
    path.write_bytes(b'{"id": "1", "lang": "xx", "text": "L\xe6s 24 b\xf8ger"}\n{"id": "2", "text": "\\ud800 24"}\n')
    said = here("coach", "--jsonl", str(path))
    assert (said.code, [line["id"] for line in lines(said.out)]) == (0, ["1", "2"])


def test_an_id_comes_back_as_it_was_whatever_is_in_it(here: Here, tmp_path: Path) -> None:
    odd = "\x1b[31m \x9b2J \u202e\u2066 \u2028 \ud800 \x7f \0 \xa0 ø 🙂 \U000e0001"
    said = here("coach", "--jsonl", written(tmp_path / "goals.jsonl", {"id": odd, "text": "Read 24 books"}))
    assert lines(said.out)[0]["id"] == odd
    assert said.out.removesuffix("\n").isprintable()
    assert "ø 🙂" in said.out


def test_lines_are_counted_alike_in_a_file_and_piped_in(here: Here, tmp_path: Path) -> None:
    path = tmp_path / "goals.jsonl"
    path.write_bytes(b'{"id": "1", "text": "Run 5 km"}\r\n\r\r\n{\r\n')
    from_file = here("coach", "--jsonl", str(path))
    with path.open("rb") as opened:
        piped = here("coach", "--jsonl", "-", typed=TextIOWrapper(opened))
    assert from_file == piped
    assert from_file.err == "smart-tui: line 3: it is not JSON.\n"


def test_a_closed_input_is_an_empty_one(here: Here) -> None:
    said = here("coach", "--jsonl", "-", typed=None)
    assert said == (0, "", "")


def test_predictions_that_cannot_be_written_are_not_laid_at_the_door_of_the_file(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(text: str) -> bool:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(predictions, "say", full)
    said = here("coach", "--jsonl", written(tmp_path / "goals.jsonl", {"id": "1", "text": "Run"}))
    assert (said.code, said.err) == (1, "smart-tui: No space left on device\n")


def test_a_file_that_is_not_there_is_an_error(here: Here, tmp_path: Path) -> None:
    said = here("coach", "--jsonl", str(tmp_path / "none.jsonl"))
    assert (said.code, said.out) == (1, "")
    assert "none.jsonl cannot be read" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("coach",),
        ("coach", " "),
        ("coach", "Run", "--jsonl", "goals.jsonl"),
        ("coach", "Run", "--today", "someday soon"),
        ("coach", "Run", "--today"),
        ("coach", "Run", "--target", "5"),
        ("add", "Run", "--jsonl", "goals.jsonl"),
        ("coach", "Run", "--lang", "xx"),
    ],
)
def test_what_cannot_be_meant_ends_with_2(here: Here, arguments: tuple[str, ...]) -> None:
    said = here(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("smart-tui: ")


def test_a_draft_is_read_in_the_language_it_is_written_in(here: Here) -> None:
    here("add", "Læse 24 bøger inden 31. december")
    (goal,) = here("list", "--json").json
    assert (goal["target"], goal["unit"], goal["deadline"]) == ("24", "bøger", "2026-12-31")


@pytest.mark.parametrize("name", ["goals", "remarks"])
def test_words_that_cannot_be_read_are_named_in_one_sentence(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    unreadable(tmp_path, monkeypatch, "en", name, "nonsense = 5")
    path = written(tmp_path / "goals.jsonl", {"id": "1", "text": "Run 5 km"})
    commands = [["coach", "Run 5 km by 5 May"]]
    commands += [["add", "Run 5 km"], ["coach", "--jsonl", path]] if name == "goals" else []
    for command in commands:
        said = here(*command)
        assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
        assert f"en/{name}.toml has fields that nothing reads: nonsense" in said.err
    assert here("list", "--json").json == []
    monkeypatch.undo()
    forget()
