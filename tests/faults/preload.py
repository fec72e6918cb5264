"""The library that makes the calls of a process fail: built where there is a C compiler, told what to do by ctypes."""

import ctypes
import errno
import os
import platform
import shutil
import subprocess
import sys
from enum import IntEnum, IntFlag
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).with_name("faults.c")


class Call(IntFlag):
    """Kinds of calls on files, as in the C source."""

    WRITE = 1
    SYNC = 2
    TRUNCATE = 4
    READ = 8
    UNLINK = 16
    RENAME = 32
    CREATE = 64

    CHANGE = WRITE | SYNC | TRUNCATE | UNLINK | RENAME | CREATE
    ROOM = WRITE | CREATE
    """What a full disk refuses."""


class Act(IntEnum):
    """What happens at the n-th call, as in the C source."""

    ONCE = 1
    ALWAYS = 2
    KILL = 3


class Fault(NamedTuple):
    """The `nth` call (counted from 1) of the given kinds fails with `number`, or ends the process."""

    calls: Call
    nth: int
    act: Act
    number: int = errno.EIO


def missing() -> str:
    """Why faults cannot be injected here; "" where they can."""
    if platform.libc_ver()[0] != "glibc" or sys.maxsize < 2**32:
        return "calls are made to fail by LD_PRELOAD, on Linux with the GNU C library and 64 bits only"
    if compiler() is None:
        return "there is no C compiler (cc)"
    return ""


def compiler() -> str | None:
    """The C compiler, if there is one."""
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


def build(folder: Path) -> Path:
    """Compile the library into a folder; gives its path."""
    made = folder / "faults.so"
    command = [compiler() or "cc", "-O1", "-Wall", "-Wextra", "-shared", "-fPIC"]
    subprocess.run([*command, "-o", str(made), str(SOURCE), "-ldl", "-lpthread"], check=True)
    return made


class Preloaded:
    """The library inside a process that was started with it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.faults_arm.argtypes = [ctypes.c_int, ctypes.c_long, ctypes.c_int, ctypes.c_int]

    def watch(self, folder: str, trace: str, acknowledging: int) -> None:
        """Look at the files under a folder; write what is done to them into `trace`, unless that is ""."""
        self._library.faults_watch(os.fsencode(folder), os.fsencode(trace), acknowledging)

    def arm(self, fault: Fault) -> None:
        """Let this fault happen from now on."""
        self._library.faults_arm(int(fault.calls), fault.nth, int(fault.act), fault.number)

    def disarm(self) -> None:
        """Let no call fail any more."""
        self._library.faults_disarm()

    @property
    def fired(self) -> int:
        """How many calls failed."""
        return int(self._library.faults_fired())

    @property
    def calls(self) -> int:
        """How many calls of the armed kinds there were."""
        return int(self._library.faults_calls())
