"""What was handed out last of each organisation, so that the next sheet tells what changed since, and who is behind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from voorlichter.artefacts.changes.compare import Comparison
from voorlichter.artefacts.changes.earlier import read_earlier
from voorlichter.artefacts.changes.materials import Materials
from voorlichter.artefacts.changes.pictures import ProfileVersion
from voorlichter.artefacts.changes.plan import ChangeSheet
from voorlichter.artefacts.changes.sheet import render_sheet
from voorlichter.artefacts.changes.told import ToldChange, tell_rows, tell_texts
from voorlichter.clients.shared import SHARED, reach_of_change
from voorlichter.organisation import Organisation, Organisations
from voorlichter.problems import Language, Say
from voorlichter.stage_one import StageOne
from voorlichter.swap import recover, staged
from voorlichter.workspace import Workspace

_DAY = "day.txt"


@dataclass(frozen=True, slots=True)
class HandedOut:
    """Keeps what an organisation's site was made from, beside what else the program keeps for itself."""

    workspace: Workspace
    stage_one: StageOne
    today: date

    def folder(self, slug: str) -> Path:
        return self.workspace.private / "handed" / slug

    def keep(self, slug: str) -> None:
        """As it is now. Raises OSError where the disk refuses."""
        recover(self.folder(slug).parent)
        with staged(self.folder(slug)) as staging:
            shutil.copytree(self.workspace.profiles / slug, staging / "profiles" / slug, symlinks=True)
            if (shared := self.workspace.advisors).is_dir():
                shutil.copytree(shared, staging / SHARED, symlinks=True)
            (staging / _DAY).write_text(self.today.isoformat(), encoding="utf-8")

    def day(self, slug: str) -> str | None:
        try:
            return (self.folder(slug) / _DAY).read_text(encoding="utf-8")
        except OSError:
            return None

    def is_behind(self, slug: str) -> bool:
        """Is anything of this organisation other than when it was handed out, or was it never?"""
        then = self.folder(slug)
        return any(_held(self.workspace.root / name) != _held(then / name) for name in (f"profiles/{slug}", SHARED))

    def compare(self, slug: str, language: Language) -> tuple[ChangeSheet, Organisation]:
        """Raises InputError where either cannot be read."""
        organisation = Organisations(self.workspace, self.stage_one, self.today).read(slug)
        now = ProfileVersion(organisation.profile, organisation.media, organisation.own)
        with read_earlier(self.workspace, slug, str(self.folder(slug))) as earlier:
            materials = Materials(self.workspace)
            sheet = Comparison(
                self.workspace, self.stage_one, slug, now, earlier, self.today, language, materials
            ).compare()
        return sheet, organisation

    def changes(self, slug: str, language: Language) -> dict[str, Any]:
        """What a client signs for, in rows, and a letter to send along."""
        day = self.day(slug)
        if day is None:
            return {"since": None, "rows": [], "mail": None}
        sheet, _ = self.compare(slug, language)
        rows = [*tell_rows(sheet, sheet.rows, language), *tell_texts(sheet, language)[0]]
        return {"since": day, "rows": [asdict(row) for row in rows], "mail": _letter(sheet, rows, language)}

    def sheet(self, slug: str, language: Language) -> bytes:
        """The sheet to sign, as a PDF. Raises MachineError where Typst is not there."""
        sheet, organisation = self.compare(slug, language)
        return render_sheet(self.workspace, sheet, organisation.profile, organisation.media, language)

    def reach(self, then: dict[str, bytes]) -> Iterator[dict[str, Any]]:
        """For whose readers the present files differ from what they were: by organisation, how many pages and materials."""
        for reach in reach_of_change(self.workspace, then, self.today, self.stage_one):
            yield {"slug": reach.slug, "pages": len(reach.pages), "materials": len(reach.materials)}


def _held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _letter(sheet: ChangeSheet, rows: list[ToldChange], language: Language) -> str:
    """A mail to the client: what changed, and what is asked."""
    lines = [
        Say("Beste …,", "Dear …,"),
        Say("", ""),
        Say(
            f"De website van de vertrouwenspersoon van {sheet.organisation} is bijgewerkt. Dit is er veranderd:",
            f"The confidential advisor's website of {sheet.organisation} has been updated. This is what changed:",
        ),
        Say("", ""),
        *(Say(f"- {_said(row, 'nl')}", f"- {_said(row, 'en')}") for row in rows),
        Say("", ""),
        Say(
            "Klopt het? Laat het weten, of onderteken het blad dat erbij zit. Daarna zet ik het online.",
            "Is it right? Let me know, or sign the sheet that comes with this. Then I will put it online.",
        ),
    ]
    return "\n".join(line.to(language) for line in lines) + "\n"


def _said(row: ToldChange, language: Language) -> str:
    becomes = Say("wordt", "becomes").to(language)
    change = f"{row.was} {becomes} {row.becomes}" if row.was and row.becomes else row.becomes or row.was
    return f"{row.what} ({row.where}): {change}" if change else f"{row.what} ({row.where})"
