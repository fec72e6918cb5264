"""Whatever bytes a file has, it is read as the text it is, or refused before it fills the memory."""

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.transfer import Asked, UnreadableFileError
from smart_tui.interop import sources, textfile
from smart_tui.interop.textfile import decoded, guessed_encoding, parsed, read_bytes, read_text, short
from tests.interop.test_table import EN

WORDS = "Vægt;Åsa löper – 5 km\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_is_read_in_the_encoding_its_bytes_tell(tmp_path: Path, encoding: str) -> None:
    data = (WORDS * 3).encode(encoding)
    (tmp_path / "a.csv").write_bytes(data)
    assert read_text(str(tmp_path / "a.csv")) == (WORDS * 3, encoding)
    # A head may be cut within a character.
    assert guessed_encoding((WORDS * 9000).encode(encoding)[: textfile.HEAD]) == encoding


def test_what_is_no_text_is_told_apart_and_a_stray_nul_is_none(tmp_path: Path) -> None:
    for data in (b"\x7fELF\x02\x01\x01\x00" * 50, bytes(range(256)) * 4, b"PK\x03\x04" + b"\x00" * 90):
        with pytest.raises(UnreadableFileError, match="not_text"):
            decoded(data)
    assert decoded(b"a\x00b" + b"c" * 200)[0] == "ab" + "c" * 200
    for encoding, code in (("klingon", "unknown_encoding"), ("ascii", "wrong_encoding"), ("rot13", "unknown_encoding")):
        with pytest.raises(UnreadableFileError) as refused:
            decoded("æ".encode(), encoding)
        assert refused.value.code == code


def test_only_a_plain_file_that_is_not_too_large_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a").write_bytes(b"x" * 11)
    cases = {
        str(tmp_path / "pipe"): "not_a_file",
        str(tmp_path): "is_folder",
        str(tmp_path / "none"): "no_file",
        str(tmp_path / "a" / "b"): "no_file",
        "a\x00b": "no_file",
        str(tmp_path / "a"): "too_large",
    }
    for path, code in cases.items():
        with pytest.raises(UnreadableFileError) as refused:
            read_bytes(path, 10)
        assert refused.value.code == code
    for path in (str(tmp_path / "pipe"), "a\x00b", str(tmp_path / "none")):
        with pytest.raises(UnreadableFileError):
            sources.read(path, EN)
    monkeypatch.setattr(textfile, "WIDEST", 5000)
    (tmp_path / "signs").write_bytes("🎉".encode() * 2000)
    with pytest.raises(UnreadableFileError, match="too_large"):
        read_text(str(tmp_path / "signs"), 10**9)


def test_json_is_exact_and_no_small_file_of_it_fills_the_memory() -> None:
    found = parsed('{"a": 0.1, "b": 1e3, "c": 12345678901234567890, "d": 1e999999, "a": 0.2}')
    assert found == {"a": Decimal("0.2"), "b": Decimal(1000), "c": "12345678901234567890", "d": "1e999999"}
    cases = {
        '{"a": NaN}': "not_json",
        '{"a":\n\n}': "not_json",
        "": "not_json",
        "[" * 100_000: "too_deep",
        "[" * 150 + "]" * 150: "too_deep",
        "[" + "{}," * 900_000 + "{}]": "too_many",
    }
    for text, code in cases.items():
        with pytest.raises(UnreadableFileError) as refused:
            parsed(text)
        assert refused.value.code == code
    assert parsed(json.dumps(["\ud800", "\x00"])) == ["\ud800", "\x00"]


def test_a_format_that_is_not_known_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00\x01\xff\x02" * 900)
    (tmp_path / "a.json").write_bytes(b'{"some": "thing"}')
    (tmp_path / "empty").write_bytes(b"")
    asked = Asked(EN.today)
    cases = (
        ("a.bin", "", "not_text"),
        ("a.json", "", "unknown_format"),
        ("empty", "", "empty"),
        ("a.json", "x", "no_such_format"),
    )
    for name, format, code in cases:
        with pytest.raises(UnreadableFileError) as refused:
            sources.read(str(tmp_path / name), asked, format)
        assert refused.value.code == code
    assert set(sources.formats()) >= {"smart-tui", "table", "jrnl", "taskwarrior", "entries"}


def test_what_is_shown_of_a_row_is_one_short_line() -> None:
    assert short("a\n b\t" + "c" * 200) == "a b " + "c" * 55 + "…"
