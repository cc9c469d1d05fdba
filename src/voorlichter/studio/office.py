"""All organisations of a workspace in one look, and what is done to one of them as a whole, as JSON values for the studio's page."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from voorlichter.clients.dates import coming_laws
from voorlichter.clients.overview import HORIZON, ClientRow, overview
from voorlichter.clients.plan import ClientPlan, carry_out
from voorlichter.clients.rename import plan_rename
from voorlichter.clients.stop import plan_stop
from voorlichter.problems import Language
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace, slug_of


@dataclass(frozen=True, slots=True)
class Office:
    workspace: Workspace
    stage_one: StageOne
    today: date

    def rows(self, language: Language) -> list[dict[str, Any]]:
        """What is online, what changed since, what is wrong and what comes, of each organisation."""
        return [self._row(row, language) for row in overview(self.workspace, self.today, stage_one=self.stage_one)]

    def laws(self, language: Language) -> list[dict[str, str]]:
        return [
            {"day": law.day.isoformat(), "what": law.what.to(language)}
            for law in coming_laws(self.workspace, self.today, HORIZON)
        ]

    def tell(self, plan: ClientPlan, language: Language) -> dict[str, Any]:
        """What must be known before and after it is done, and the text for whoever serves the site."""
        return {
            "slug": plan.slug,
            "tell": [line.to(language) for line in plan.tell],
            "forIt": plan.for_it.to(language) if plan.for_it else None,
        }

    def _row(self, row: ClientRow, language: Language) -> dict[str, Any]:
        online = [place for place in row.site.published if place.since is not None]
        return {
            "slug": row.slug,
            "name": row.name.to(language),
            "errors": row.errors,
            "warnings": row.warnings,
            "built": row.site.status,
            "since": row.site.since.date().isoformat() if row.site.since else None,
            "changed": len(row.site.changed),
            "online": [
                {"where": str(place.target), "since": place.since.date().isoformat(), "latest": place.is_latest}
                for place in online
                if place.since is not None
            ],
            "dates": [
                {"day": one.day.isoformat(), "late": one.day < self.today, "what": one.what.to(language)}
                for one in row.dates
            ],
            "numbers": [asdict(number) | {"path": list(number.path)} for number in row.numbers],
        }

    def plan(self, what: str, slug: str, name: str) -> ClientPlan:
        """Another address for an organisation, or its end. Raises InputError where that cannot be."""
        if what == "rename":
            return plan_rename(self.workspace, slug, slug_of(name))
        return plan_stop(self.workspace, slug, self.today)

    def carry_out(self, plan: ClientPlan) -> None:
        """Raises MachineError where the disk refuses; everything then stands where it stood."""
        carry_out(self.workspace, plan)
