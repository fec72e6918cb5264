"""Says on a terminal what takes longer than a second, while it does."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer

SOON = 1.0
"""Seconds that pass without a word."""


@contextmanager
def waiting(sentence: str) -> Iterator[None]:
    """Show the sentence on the error output while what is inside goes on for more than a second."""
    if not os.isatty(2):
        yield
        return
    shown: list[str] = []

    def say() -> None:
        shown.append(sentence)
        _write(f"\r{sentence}")

    timer = Timer(SOON, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown:
            _write("\r\x1b[K")


def _write(text: str) -> None:
    with suppress(OSError):
        os.write(2, text.encode(getattr(sys.stderr, "encoding", None) or "utf-8", "replace"))
