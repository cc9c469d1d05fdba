"""A file from somebody else's folder, whose kind and size are looked at before it is read.

A pipe would never end to wait for, and a device never end to read.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class IrregularError(OSError):
    """A pipe, a socket or a device."""


class LargeError(OSError):
    """A file of more bytes than are read of its kind."""

    def __init__(self, path: Path, size: int) -> None:
        self.size = size
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(path))


def read_regular(path: Path, most: int | None = None) -> bytes:
    """Raises IrregularError, LargeError, and other OSErrors as opening and reading do."""
    handle = os.open(path, _FLAGS)
    try:
        about = os.fstat(handle)
        if stat.S_ISDIR(about.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(about.st_mode):
            raise IrregularError(errno.EINVAL, "not a regular file", str(path))
        if most is not None and about.st_size > most:
            raise LargeError(path, about.st_size)
        with open(handle, "rb", buffering=0, closefd=False) as file:
            return file.readall()
    finally:
        os.close(handle)
