"""A process that draws pictures and tells what it did on the way: what it opened, what it started, what it took.

    python draw_alone.py logo|photo FILE …

Beside each file that is drawn stands FILE.drawn; a line of JSON tells of all.
"""

from __future__ import annotations

import json
import re
import resource
import sys
from pathlib import Path

from voorlichter import pictures, svg_process

_OF_PYTHON = tuple({sys.prefix, sys.base_prefix, sys.exec_prefix, str(Path(pictures.__file__).parent)})
_ALLOWED = (sys.executable, svg_process.__file__)


class Watch:
    """What an audit hook hears while a picture is drawn."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.listening = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.listening:
            return
        if (
            event == "open"
            and isinstance(arguments[0], str)
            and not arguments[0].startswith((*_OF_PYTHON, "/dev/null"))
        ):
            self.seen.append(f"opened {arguments[0]}")
        elif event == "subprocess.Popen" and not all(word in str(arguments[1]) for word in _ALLOWED):
            self.seen.append(f"started {arguments[1]}")
        elif event in ("os.system", "os.exec", "socket.connect", "exec", "compile") and event not in (
            "exec",
            "compile",
        ):
            self.seen.append(event)


def main(kind: str, names: list[str]) -> None:
    render = pictures.render_logo if kind == "logo" else pictures.render_photo
    watch, told = Watch(), {}
    for name in names:
        data = Path(name).read_bytes()
        watch.seen, watch.listening = [], True
        try:
            drawn, reason = render(data).data_2x, ""
        except pictures.PictureError as error:
            drawn, reason = b"", error.reason
        finally:
            watch.listening = False
        if drawn:
            Path(f"{name}.drawn").write_bytes(drawn)
        told[name] = {"refused": reason, "seen": watch.seen}
    # Not what the system tells of the process: that begins with the memory of whoever started it.
    own = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    assert own
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(json.dumps({"told": told, "megabytes": max(int(own[1]), children) // 1024}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
