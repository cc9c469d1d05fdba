"""Lock the ids of our own questions before a release, so that none is ever used again for another one.

python scripts/release_ids.py             writes quizzes/released.txt
"""

from __future__ import annotations

from environment import ROOT, enter, say


def main() -> None:
    enter("build")
    from voorlichter.quiz.lock import write_released
    from voorlichter.workspace import RELEASED, Workspace

    new = write_released(Workspace.at(ROOT))
    say(f"{RELEASED}: {', '.join(new) or 'nothing new'}")


if __name__ == "__main__":
    main()
