"""All organisations of a workspace in one look, and what is done to one of them as a whole, as JSON values for the studio's page."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from voorlichter.clients.dates import coming_laws
from voorlichter.clients.duplicate import plan_duplicate, write_duplicate
from voorlichter.clients.overview import HORIZON, ClientRow, overview
from voorlichter.clients.plan import ClientPlan, carry_out
from voorlichter.clients.rename import plan_rename
from voorlichter.clients.stop import plan_stop
from voorlichter.intake.answers import read_intake
from voorlichter.intake.page import render_intake
from voorlichter.intake.profile import add_values, answers_of
from voorlichter.intake.questions import words_of
from voorlichter.organisation import Organisations
from voorlichter.problems import InputError, Language, Mark, Problem, Say, has_errors
from voorlichter.profile.scaffold import render_scaffold
from voorlichter.reading.page import render_reading_page
from voorlichter.reading.plan import plan_reading
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace, slug_of

_NAMELESS = (
    Say("in deze antwoorden staat geen naam van een organisatie", "these answers hold no name of an organisation"),
    Say("vraag om de naam, of begin met die naam", "ask for the name, or begin with that name"),
)


@dataclass(frozen=True, slots=True)
class Office:
    workspace: Workspace
    stage_one: StageOne
    today: date

    def rows(self, language: Language) -> list[dict[str, Any]]:
        """What is online, what changed since, what is wrong and what comes, of each organisation."""
        return [self._row(row, language) for row in overview(self.workspace, self.today, stage_one=self.stage_one)]

    def problems(self, slug: str) -> tuple[Problem, ...]:
        """All there is to say of one organisation, beside the others: own words and another's name in its profile too."""
        rows = overview(self.workspace, self.today, stage_one=self.stage_one)
        return next((row.problems for row in rows if row.slug == slug), ())

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
                {"where": place.target, "since": place.since.date().isoformat(), "latest": place.is_latest}
                for place in online
                if place.since is not None
            ],
            "dates": [
                {"day": one.day.isoformat(), "late": one.day < self.today, "what": one.what.to(language)}
                for one in row.dates
            ],
            "numbers": [asdict(number) | {"path": list(number.path)} for number in row.numbers],
        }

    def plan(self, what: Literal["rename", "stop"], slug: str, name: str) -> ClientPlan:
        """Another address for an organisation, or its end. Raises InputError where that cannot be."""
        return (
            plan_rename(self.workspace, slug, slug_of(name))
            if what == "rename"
            else plan_stop(self.workspace, slug, self.today)
        )

    def duplicate(self, slug: str, name: str, language: Language) -> str:
        """The slug of a new organisation like this one. Raises InputError where it cannot be."""
        plan = plan_duplicate(self.workspace, slug, name, language=language)
        write_duplicate(plan)
        return plan.slug

    def question_list(self, language: Language) -> bytes:
        """A page for the client's HR to fill in: one file, which sends nothing."""
        return render_intake(language, words_of(self.workspace)).encode()

    def from_answers(self, data: bytes, language: Language) -> tuple[str, str]:
        """The name and the profile that saved answers give. Raises InputError with what is wrong with them."""
        values, problems = read_intake(data, words_of(self.workspace))
        if has_errors(problems):
            raise InputError(problems)
        answers, rest = answers_of(values)
        name = answers.name
        if not name:
            raise InputError([Problem(Mark(Path("answers")), "", *_NAMELESS)])
        text = add_values(render_scaffold(answers, language), rest)
        return str(name), text

    def reading_page(self, slug: str, language: Language) -> bytes:
        """Every sentence that depends on this profile, to read aloud and tick. Raises InputError where it has errors."""
        organisation = Organisations(self.workspace, self.stage_one, self.today).read(slug)
        plan = list(plan_reading(organisation))
        return render_reading_page(plan, organisation, language, self.stage_one.vocabulary()).encode()

    def carry_out(self, plan: ClientPlan) -> None:
        """Raises MachineError where the disk refuses; everything then stands where it stood."""
        carry_out(self.workspace, plan)
