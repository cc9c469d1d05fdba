"""Each profile has its turn, and what goes wrong in it is its own: it is told, and the others go on."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from voorlichter.incident import note_failure
from voorlichter.problems import InputError, MachineError, Problem, Say, SharedError, relative

_LONG = 200


@dataclass(slots=True)
class Turns:
    """What is wrong with the input of each (exit code 1), and what the machine or this program did wrong (exit code 3)."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    failures: list[Say] = field(default_factory=list)

    @contextmanager
    def of(self, slug: str) -> Iterator[None]:
        """One profile's turn. What all profiles share concerns them all: SharedError goes through."""
        try:
            yield
        except SharedError:
            raise
        except InputError as error:
            self.problems += error.problems
        except MachineError as error:
            self.failures.append(error.say)
        except Exception as error:
            self.failures.append(self._explain(slug, error))

    def _explain(self, slug: str, error: Exception) -> Say:
        """One sentence for what nobody foresaw, with the file and, for whoever mends it, the line of the program."""
        path = f"profiles/{slug}/profile.yml"
        if isinstance(error, OSError):
            if isinstance(error.filename, str | Path):
                path = relative(Path(error.filename), self.root)
            why = " ".join((error.strerror or str(error)).split())[:_LONG]
            return Say(
                f"{path}: {slug} is overgeslagen, want lezen of schrijven lukt hier niet ({why}); wat er stond, blijft staan.",
                f"{path}: {slug} is skipped, for reading or writing fails here ({why}); what stood there stays.",
            )
        note_failure(error)
        last = traceback.extract_tb(error.__traceback__)[-1]
        why = (
            f"{' '.join(f'{type(error).__name__}: {error}'.split())[:_LONG]}, {Path(last.filename).name}:{last.lineno}"
        )
        return Say(
            f"{path}: {slug} is overgeslagen, want voorlichter loopt hierop vast ({why}); wat er stond, blijft staan.",
            f"{path}: {slug} is skipped, for voorlichter stumbles over it ({why}); what stood there stays.",
        )
