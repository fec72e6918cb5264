"""The catalogue tool finds what a translation gets wrong, and writes files that change only with the texts."""

import ast
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages import Catalog, Message

SCRIPT = Path(__file__).resolve().parent.parent / ".ci" / "catalogues"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = spec_from_loader("catalogues", SourceFileLoader("catalogues", str(SCRIPT)))
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def faults(tool: ModuleType, source: str | tuple[str, str], string: str | tuple[str, str]) -> list[str]:
    return list(tool.placeholder_faults(Message(source, string)))


def test_a_lost_or_changed_placeholder_is_a_fault(tool: ModuleType) -> None:
    assert faults(tool, "by {date}", "senest {date}") == []
    assert faults(tool, "by {date}", "senest {dato}")
    assert faults(tool, "by {date}", "senest")
    assert faults(tool, ("{n} day", "{n} days"), ("{n} dag", "dage"))


def test_one_thing_may_be_said_without_its_number_where_the_source_does(tool: ModuleType) -> None:
    assert faults(tool, ("One day", "{n} days"), ("Én dag", "{n} dage")) == []
    assert faults(tool, ("One day", "{n} days"), ("{n} dag", "{n} dage")) == []
    assert faults(tool, ("{n} day", "{n} days"), ("en dag", "{n} dage"))


def test_a_term_has_to_be_the_one_of_the_table(tool: ModuleType) -> None:
    table = [("deadline", {"da": ["frist"], "sv": ["slutdatum"]})]
    assert list(tool.term_faults(Message("No deadline", "Ingen frist"), "da", table)) == []
    assert list(tool.term_faults(Message("Two deadlines", "To deadlines"), "da", table))
    assert list(tool.term_faults(Message("by {deadline}", "senest {deadline}"), "da", table)) == []


def test_a_plural_with_one_form_is_not_translated(tool: ModuleType) -> None:
    assert tool.translated(Message(("a", "b"), ("x", "y")))
    assert not tool.translated(Message(("a", "b"), ("x", "")))
    assert not tool.translated(Message("a", ""))


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('words.gettext("Why")', ("gettext", ["Why"])),
        ('N_("Why")', ("N_", ["Why"])),
        ('words.ngettext("one", "many", n)', ("ngettext", ["one", "many"])),
        ('words.pgettext("entry", "done")', ("pgettext", ["entry", "done"])),
        ('words.gettext("two " "parts")', ("gettext", ["two parts"])),
        ("words.gettext(TABLE[code])", None),
        ('print("Why")', None),
    ],
)
def test_texts_are_found_by_the_calls_that_name_them(
    tool: ModuleType, code: str, found: tuple[str, list[str]] | None
) -> None:
    call = ast.parse(code).body[0]
    assert isinstance(call, ast.Expr) and isinstance(call.value, ast.Call)
    assert tool.call_of(call.value) == found


def test_a_text_put_together_before_it_is_translated_is_refused(tool: ModuleType) -> None:
    call = ast.parse('words.gettext(f"by {day}")').body[0]
    assert isinstance(call, ast.Expr)
    with pytest.raises(SystemExit):
        tool.call_of(call.value)


def test_a_catalogue_file_holds_texts_only(tool: ModuleType) -> None:
    catalogue = Catalog(locale="da")
    catalogue.add("b", "2", locations=[("smart_tui/x.py", 7)])
    catalogue.add("a", "1")
    written = tool.po_bytes(catalogue, "da").decode()
    assert written == tool.po_bytes(catalogue, "da").decode()
    assert written.index('msgid "a"') < written.index('msgid "b"')
    assert "Date" not in written and "x.py" not in written
