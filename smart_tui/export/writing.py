"""Puts what leaves into a file or a folder: the whole of it or nothing."""

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Sequence

from smart_tui.paths import make_folder, sync_folder, write_file


def put_file(path: str, pieces: Iterable[bytes], replace: bool = False) -> None:
    """Put the pieces into the file at `path`, for its owner alone.

    A device or a pipe is written to as it is. Raises FileExistsError where there is a file that must not be
    replaced, IsADirectoryError for a folder, OSError for all else; then what was there is as it was.
    """
    if os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if _is_no_file(path):
        with open(path, "wb") as file:
            file.writelines(pieces)
        return
    if not replace and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
    write_file(path, pieces, replace)


def put_folder(path: str, pages: Iterable[tuple[str, bytes]], replace: bool = False) -> None:
    """Put pages, by their names with "/" for folders, into the folder at `path`, for its owner alone.

    All are written beside it first. A folder with anything in it is filled only with `replace`: then a page takes
    the place of the file of its name, and all else stays. Raises FileExistsError, NotADirectoryError, OSError.
    """
    path = os.path.realpath(path)
    if os.path.lexists(path) and not os.path.isdir(path):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)
    filled = os.path.isdir(path) and bool(os.listdir(path))
    if filled and not replace:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
    # A folder that is filled may be another disk's: what is to move into it has to be on that disk.
    parent = path if filled else os.path.dirname(path)
    made = os.path.join(parent, f".smart-tui-export.{os.urandom(4).hex()}.partial")
    os.mkdir(made, 0o700)
    try:
        names = [_written(made, name, page) for name, page in pages]
        if filled:
            _moved(made, path, names)
        else:
            _become(made, path)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    sync_folder(path)
    sync_folder(os.path.dirname(path))


def _written(folder: str, name: str, page: bytes) -> str:
    path = os.path.join(folder, *name.split("/"))
    make_folder(os.path.dirname(path))
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        if os.name != "nt":
            os.fchmod(descriptor, 0o600)
        file.write(page)
        file.flush()
        os.fsync(descriptor)
    return name


def _become(made: str, path: str) -> None:
    if os.path.isdir(path):
        os.rmdir(path)
    os.rename(made, path)


def _moved(made: str, path: str, names: Sequence[str]) -> None:
    targets = {name: os.path.join(path, *name.split("/")) for name in names}
    for target in targets.values():
        make_folder(os.path.dirname(target))
        if os.path.isdir(target):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), target)
    for name, target in targets.items():
        os.replace(os.path.join(made, *name.split("/")), target)
    for folder in {os.path.dirname(target) for target in targets.values()}:
        sync_folder(folder)


def _is_no_file(path: str) -> bool:
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False
