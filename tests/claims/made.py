"""What an organisation has besides its profile: a kit, an annual report and a package, with all that there can be in them or with nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from voorlichter.slots import model as slots
from voorlichter.slots.types import Url

Parts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Made:
    kit: slots.KitSlots | None = None
    report: slots.AnnualReportSlots | None = None
    package: slots.PackageSlots = slots.PackageSlots()
    modules_tell: bool = True
    """Each module says what one learns there."""

    @property
    def parts(self) -> Parts:
        """By name: `kit`, `kit bleed`, `report`, `report advice` and so on."""
        held: dict[str, object] = {"kit": self.kit, "kit bleed": self.kit and self.kit.bleed, "report": self.report}
        held |= {
            f"report {key}": self.report and getattr(self.report, key)
            for key in ("given", "signals", "advice", "earlier")
        }
        charts = self.report.charts if self.report else ()
        held |= {
            "report rows": any(chart.rows for chart in charts),
            "report years": any(chart.of_years for chart in charts),
        }
        held |= {
            "package mark": self.package.pass_mark,
            "package connection": self.package.connects,
            "package languages": self.package.languages,
        }
        return frozenset(name for name, value in held.items() if value)

    def added_to(self, told: slots.Slots) -> slots.Slots:
        """What no plan of a site knows."""
        modules = (
            told.training.modules
            if self.modules_tell
            else tuple(replace(module, about=None) for module in told.training.modules)
        )
        return replace(told, package=self.package, training=replace(told.training, modules=modules))


_LINES = (slots.ReportLineSlots("Een zin."),)
_GROUPS = (
    slots.KitGroupSlots(
        "Om op te hangen",
        (
            slots.KitMaterialSlots(
                "Poster",
                "Voor aan de muur.",
                (slots.KitFileSlots(Url("materialen/poster.pdf", "materialen/poster.pdf"), "A4", "90 kB", True),),
            ),
        ),
    ),
)
_ROW = slots.ReportRowSlots("Iets", "12", "80%", "100")
_OF_SUBJECTS = slots.ReportChartSlots("Waarover", None, False, (replace(_ROW, share=None),), None)
_OF_YEARS = slots.ReportChartSlots("Hoe vaak", "Een zin.", True, (_ROW,), "Een zin.")
_LEFT_OUT = slots.ReportChartSlots("Waarover", "Een zin.", False, (), "Een zin.")
_PAGE = Url("les.html", "les.html")
_PACKAGE = slots.PackageSlots(
    (
        slots.PackageLanguageSlots("Nederlands", "nl", _PAGE, True),
        slots.PackageLanguageSlots("English", "en", _PAGE, False),
    ),
    "80",
    "failed",
    True,
    None,
)

NOTHING = Made()
FULL = Made(
    slots.KitSlots(_GROUPS, True, "https://zeester.example/kader.html"),
    slots.AnnualReportSlots(
        "2025",
        (slots.ReportNumberSlots("12", "Mensen"),),
        _LINES,
        (_OF_YEARS,),
        (slots.ReportGivenSlots("Iets", "2", "20"),),
        _LINES,
        _LINES,
        _LINES,
        (slots.ReportOutcomeSlots("Een zin.", "Dat is gedaan."),),
        _LINES,
    ),
    _PACKAGE,
)
ONLY_KIT = Made(slots.KitSlots(_GROUPS, False, None), modules_tell=False)
ONLY_REPORT = Made(None, slots.AnnualReportSlots("2025", (), (), (_OF_SUBJECTS,), (), (), (), (), (), ()))
SMALL_NUMBERS = Made(None, slots.AnnualReportSlots("2025", (), (), (_LEFT_OUT,), (), (), (), (), (), ()))
ALL = (FULL, ONLY_KIT, ONLY_REPORT, SMALL_NUMBERS)
