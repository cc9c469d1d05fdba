"""Lock the ids of our own modules before a release, so that none is ever used again for another question."""

from __future__ import annotations

from pathlib import Path

from voorlichter.quiz.lock import FILE, write_released
from voorlichter.workspace import Workspace

if __name__ == "__main__":
    new = write_released(Workspace.at(Path(__file__).parents[1]))
    print(f"{FILE}: {', '.join(new) or 'nothing new'}")
