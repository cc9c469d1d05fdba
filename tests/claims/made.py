"""What an organisation has besides its profile: a kit and an annual report, with all that there can be in them or with nothing."""

from __future__ import annotations

from dataclasses import dataclass

from voorlichter.slots import model as slots
from voorlichter.slots.types import Url

Parts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Made:
    kit: slots.Kit | None = None
    report: slots.AnnualReport | None = None

    @property
    def parts(self) -> Parts:
        """By name: `kit`, `kit bleed`, `report`, `report advice` and so on."""
        held = {"kit": self.kit, "kit bleed": self.kit and self.kit.bleed, "report": self.report}
        held |= {f"report {key}": self.report and getattr(self.report, key) for key in ("given", "signals", "advice", "earlier")}
        return frozenset(name for name, value in held.items() if value)


_LINES = (slots.ReportLine("Een zin.", None),)
_GROUPS = (slots.KitGroup("Om op te hangen", (slots.KitMaterial("Poster", "Voor aan de muur.", (slots.KitFile(Url("materialen/poster.pdf", "materialen/poster.pdf"), "A4", "90 kB", True),)),)),)
_CHARTS = tuple(slots.ReportChart("Waarover", told, years, (slots.ReportRow("Iets", "12", share, "100"),), told) for told, years, share in ((None, False, None), ("Een zin.", True, "80%")))

NOTHING = Made()
FULL = Made(slots.Kit(_GROUPS, True, "https://zeester.example/kader.html"), slots.AnnualReport("2025", (slots.ReportNumber("12", "Mensen"),), _LINES, _CHARTS, (slots.ReportGiven("Iets", "2", "20"),), _LINES, _LINES, _LINES, (slots.ReportLine("Een zin.", "Dat is gedaan."),), _LINES))
ONLY_KIT = Made(slots.Kit(_GROUPS, False, None))
ONLY_REPORT = Made(None, slots.AnnualReport("2025", (), (), (), (), (), (), (), (), ()))
