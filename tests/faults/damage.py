"""Damages a file as disks, cables and people do."""

import random
from pathlib import Path
from typing import Protocol

PAGE = 4096
HEADER = 100


def pages(path: Path) -> int:
    """How many pages a file has."""
    return path.stat().st_size // PAGE


def zero_page(path: Path, page: int, _: random.Random) -> None:
    """A page, counted from 1, holds nothing but zeros."""
    _overwrite(path, (page - 1) * PAGE, bytes(PAGE))


def random_page(path: Path, page: int, chance: random.Random) -> None:
    """A page holds anything."""
    _overwrite(path, (page - 1) * PAGE, chance.randbytes(PAGE))


def ones_page(path: Path, page: int, _: random.Random) -> None:
    """A page holds what flash memory holds when it is erased."""
    _overwrite(path, (page - 1) * PAGE, b"\xff" * PAGE)


def other_page(path: Path, page: int, chance: random.Random) -> None:
    """A page holds what belongs to another page."""
    content = path.read_bytes()
    at = chance.choice([number for number in range(2, pages(path) + 1) if number != page] or [page]) - 1
    _overwrite(path, (page - 1) * PAGE, content[at * PAGE : (at + 1) * PAGE])


def flip_bits(path: Path, page: int, chance: random.Random) -> None:
    """Some bits of a page are others."""
    content = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 8)):
        content[(page - 1) * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def truncate(path: Path, page: int, chance: random.Random) -> None:
    """The file ends within a page."""
    with path.open("r+b") as file:
        file.truncate((page - 1) * PAGE + chance.randrange(PAGE))


def lose_header(path: Path, _: int, chance: random.Random) -> None:
    """The first bytes are gone."""
    _overwrite(path, 0, chance.choice((bytes(HEADER), chance.randbytes(HEADER))))


class Maker(Protocol):
    """Damages a page of a file."""

    __name__: str

    def __call__(self, path: Path, page: int, chance: random.Random, /) -> None: ...


WHOLE_PAGE: tuple[Maker, ...] = (zero_page, random_page, ones_page)
ANY: tuple[Maker, ...] = (*WHOLE_PAGE, other_page, flip_bits, truncate, lose_header)


def _overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)
