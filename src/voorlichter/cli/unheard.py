"""What is said while nobody reads it any more, as after `voorlichter kit | head -1`, goes nowhere; the work goes on."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from contextlib import suppress
from typing import Any

_UNHEARD = (errno.EPIPE, errno.EINVAL)  # the second: on Windows


class _Heard(io.FileIO):
    def write(self, data: Any) -> int:
        try:
            return super().write(data) or 0
        except OSError as error:
            if error.errno not in _UNHEARD:
                raise
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
            return super().write(data) or 0


class _Unheard(io.BufferedWriter):
    """Tells what has been taken care of already."""


def go_on_unheard() -> None:
    """Of a pipe alone: another file that cannot be written is a disk that refuses."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        with suppress(OSError, ValueError, AttributeError):
            if stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode) and not isinstance(stream.buffer, _Unheard):
                stream.flush()
                raw = _Heard(stream.fileno(), "w", closefd=False)
                options = {"encoding": stream.encoding, "errors": stream.errors, "line_buffering": True}
                setattr(sys, name, io.TextIOWrapper(_Unheard(raw), **options))
