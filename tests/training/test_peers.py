"""Several processes of the tests ask for the same program of others at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ASK = """
import sys
from pathlib import Path
from training import peers
peers.FOLDER = Path(sys.argv[1])
print(peers.python_of("nothing"))
"""


def test_a_peer_that_several_ask_for_at_once_is_installed_once_for_all(tmp_path: Path) -> None:
    (tmp_path / "nothing.txt").write_text("", encoding="utf-8")
    tests = Path(__file__).parents[1]
    asking = [
        subprocess.Popen([sys.executable, "-c", _ASK, tmp_path], cwd=tests, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    told = {(one.communicate()[0].strip(), one.returncode) for one in asking}
    assert len(told) == 1, told
    python, code = told.pop()
    assert code == 0
    assert subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0
