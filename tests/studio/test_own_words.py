"""Ours beside theirs, as a reader of that site has it: filled in, and without what only the layout needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from support import lay

from voorlichter.studio.own_words import OwnWords, filled_text, page_name
from voorlichter.studio.session import Session

HERE = "profiles/zeester"


@pytest.fixture
def own(zeester: Session) -> OwnWords:
    return OwnWords(zeester.workspace, zeester.stage_one, "zeester", zeester.drafted("zeester"))


@pytest.fixture
def lain(zeester: Session) -> Iterator[Callable[[dict[str, str | bytes]], None]]:
    """Lays files beside the profile, for one test."""
    laid: list[str] = []

    def put(files: dict[str, str | bytes]) -> None:
        laid.extend(files)
        lay(zeester.workspace.root, {f"{HERE}/{name}": text for name, text in files.items()})

    yield put
    for name in laid:
        (zeester.workspace.root / HERE / name).unlink()


def passage_of(own: OwnWords, page: str, anchor: str, fill: Callable[[str], str] = str) -> dict[str, Any] | None:
    (found,) = (one for one in own.pages("nl", {page}, fill) if one["name"] == f"{page}.md")
    return next((one for one in found["passages"] if one["anchor"] == anchor), None)


AS_READ = {
    "bold and slanted": ("Dit is **heel** erg *mooi*, en 2 * 3 * 4.", "Dit is heel erg mooi, en 2 * 3 * 4."),
    "a link": ("Zie [het gesprek](gesprek.md#stappen), of [zo].", "Zie het gesprek, of [zo]."),
    "a title that opens": ('??? example "Een voorbeeld"\n\n    - Zo.', "Een voorbeeld\n\n    - Zo."),
    "a title that is open": ('???+ tip "Kort" \n\n!!! note "Let op"', "Kort \n\nLet op"),
    "a frame": ('Een.\n\n<div class="lead" markdown>\n\nTwee.\n\n  </div>  \n\nDrie.', "Een.\n\nTwee.\n\nDrie."),
    "marks of the layout": ("Een.\n{ .screen-only }\n\nTwee {#twee}{: .x}, {drie}.", "Een.\n\nTwee , {drie}."),
    "space around": ("\n\n  Een.\n\n\n\n\nTwee.\n\n\nDrie.\n ", "Een.\n\nTwee.\n\nDrie."),
}


@pytest.mark.parametrize("case", AS_READ)
def test_a_passage_is_shown_as_it_is_read_aloud(own: OwnWords, case: str) -> None:
    written, read = AS_READ[case]
    passage = passage_of(own, "gedrag", "pesten", lambda text: text if text == "Pesten" else written)
    assert passage is not None and passage["ours"] == read


def test_a_heading_is_filled_in_and_has_no_marks(own: OwnWords) -> None:
    passage = passage_of(own, "gedrag", "pesten", lambda text: f" {text} hier {{ .x }} ")
    assert passage is not None and passage["heading"] == "Pesten hier"


def test_a_passage_that_this_site_does_not_have_is_not_shown(own: OwnWords) -> None:
    def fill(text: str) -> str:
        raise KeyError(text)

    assert passage_of(own, "gedrag", "pesten", fill) is None
    assert passage_of(own, "gedrag", "pesten", lambda text: " \n") is None


def test_where_they_say_something_themselves_ours_is_shown_though_it_is_empty(
    own: OwnWords, lain: Callable[[dict[str, str | bytes]], None]
) -> None:
    lain({"texts/nl/gedrag.md": "## Pesten {#pesten} +\n\nMeer.\n\n## + Pesten {#pesten}\n\nEerst.\n"})
    passage = passage_of(own, "gedrag", "pesten", lambda text: "")
    assert passage == {
        "anchor": "pesten",
        "heading": "",
        "protected": False,
        "ours": "",
        "written": passage and passage["written"],
        "texts": {"after": "Meer.", "before": "Eerst."},
        "changed": None,
    }


def test_as_it_is_written_ours_has_no_heading_and_no_remark_and_speaks_as_the_site_does(own: OwnWords) -> None:
    passage = passage_of(own, "gedrag", "pesten")
    assert passage is not None
    assert passage["written"].startswith("Iemand doet steeds opnieuw iets naars bij jou, terwijl jij je daar moeilijk")
    assert '\n\n??? example "Voorbeelden van pesten"\n\n    - Iedereen' in passage["written"]
    assert passage["written"].endswith("dat wel.")


@pytest.mark.parametrize(
    ("then", "changed"),
    [("Vroeger zeiden wij iets anders.", True), (None, False)],
)
def test_what_ours_said_when_theirs_was_written_is_told_where_it_has_changed(
    own: OwnWords, lain: Callable[[dict[str, str | bytes]], None], then: str | None, changed: bool
) -> None:
    lain({"texts/nl/gedrag.md": "## Pesten {#pesten}\n\nZo zeggen wij het.\n"})
    if then:
        lain({"ours/nl/gedrag.md": f"## Pesten {{#pesten}}\n\n{then}\n"})
    passage = passage_of(own, "gedrag", "pesten")
    assert passage is not None
    assert passage["texts"] == {"replaced": "## Pesten {#pesten}\n\nZo zeggen wij het."}
    assert (passage["changed"] is not None) == changed
    if changed:
        assert passage["changed"].keys() == {"then", "now"}
        assert "Vroeger zeiden wij" in passage["changed"]["then"]
        assert "Iemand doet steeds" in passage["changed"]["now"] and "Vroeger" not in passage["changed"]["now"]


def test_only_pages_of_this_site_are_told_with_those_it_left_out_and_those_of_its_own(
    own: OwnWords, lain: Callable[[dict[str, str | bytes]], None]
) -> None:
    assert [page["name"] for page in own.pages("nl", {"gedrag", "hulp", "nope"}, str)] == ["gedrag.md", "hulp.md"]
    lain(
        {
            "left-out.yml": "- samen\n",
            "docs/nl/verhaal.md": "---\ntitle: Ons verhaal\ndescription: Kort.\nmenu: more\n---\n\n# Ons verhaal\n\nZo.\n",
        }
    )
    told = [(one["name"], one["title"], one["left_out"], one["stays"]) for one in own.pages("nl", {"hulp"}, str)]
    assert told == [
        ("hulp.md", "Hulp van buiten", False, True),
        ("samen.md", "Samen praten", True, False),
        ("verhaal.md", "Ons verhaal", False, False),
    ]
    *_, left, mine = own.pages("nl", (), str)
    assert (left["own"], mine["own"]) == (None, "---\ntitle: Ons verhaal\ndescription: Kort.\nmenu: more\n---\n\n# Ons verhaal\n\nZo.\n")  # fmt: skip
    assert mine["passages"] == [] and left["passages"]


FILLED = {
    "a value": ("Bij [[ org.name ]].", "Bij Stichting De Zeester."),
    "what HTML would take as its own": ("A & B < C > D “E” 'F'", "A & B < C > D “E” 'F'"),
    "HTML that somebody wrote": ("<b>x</b> &amp; y", "<b>x</b> &amp; y"),
    "a condition that holds": ("[% if team.conduct %]Ja[% else %]Nee[% endif %].", "Ja."),
    "one that does not": ("[% if not team.conduct %]Ja[% else %]Nee[% endif %].", "Nee."),
    "a condition in another": ("[% if team.conduct %]A[% if not team.conduct %]B[% else %]C[% endif %]D[% endif %]E", "ACDE"),
    "the end of one around it": ("A[% endif %]B", "AB"),
    "two ends, and what begins after": ("A[% endif %]B[% endif %]C[% if not team.conduct %]D[% endif %]E", "ABCE"),
    "the other half of one around it": ("A[% else %]B[% endif %]C", "ABC"),
    "one that ends after it": ("A[% if team.conduct %]B[% if team.conduct %]C", "ABC"),
    "one that does not hold and ends after it": ("A[% if not team.conduct %]B", "A"),
    "a component": ('A[% include "contact.html" %]B[%include "a.html" %]C', "ABC"),
}  # fmt: skip


@pytest.mark.parametrize("case", FILLED)
def test_a_text_is_filled_with_what_this_organisation_has(zeester: Session, case: str) -> None:
    shown = zeester.shown("zeester")
    fill = filled_text(shown.templates["nl"], zeester.previews.slots(shown, "nl"))
    written, filled = FILLED[case]
    assert fill(written) == filled


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ons verhaal", "ons-verhaal.md"),
        ("?!", "pagina.md"),
        ("", "pagina.md"),
        ("a" * 41, f"{'a' * 40}.md"),
        ("a" * 40, f"{'a' * 40}.md"),
        ("Été & co", "ete-co.md"),
    ],
)
def test_a_page_of_their_own_is_called_after_its_title(title: str, name: str) -> None:
    assert page_name(title) == name


def test_a_page_is_written_under_the_name_it_had_or_after_its_title(
    own: OwnWords, lain: Callable[[dict[str, str | bytes]], None]
) -> None:
    for name, written in (("", "ons-verhaal.md"), ("oud.md", "oud.md")):
        ((path, data),) = own.write_page("nl", name, "Ons verhaal", "more", "Zo.").items()
        assert path == f"{HERE}/docs/nl/{written}" and data is not None
        assert data.decode() == "---\ntitle: Ons verhaal\ndescription: Ons verhaal.\nmenu: more\n---\n\n# Ons verhaal\n\nZo.\n"  # fmt: skip
    assert own.remove_page("nl", "oud.md") == {}
    lain({"docs/nl/oud.md": "---\ntitle: Oud\n---\n\nZo.\n"})
    assert own.remove_page("nl", "oud.md") == {f"{HERE}/docs/nl/oud.md": None}


def test_pages_that_are_left_out_stand_in_one_file_in_order(
    own: OwnWords, lain: Callable[[dict[str, str | bytes]], None]
) -> None:
    (first,) = own.leave_out("samen.md", True).items()
    assert first[0] == f"{HERE}/left-out.yml"
    lain({"left-out.yml": "- samen\n- kort\n"})
    assert left(own.leave_out("nieuw.md", True)) == ["kort", "nieuw", "samen"]
    assert left(own.leave_out("kort.md", False)) == ["samen"]
    assert left(own.leave_out("gedrag.md", False)) == ["kort", "samen"]
    lain({"texts/nl/gedrag.md": "## Niets {#niets}\n\nZo.\n"})
    assert {problem.mark.path.name for problem in own.check_all()} >= {"gedrag.md"}


def left(files: Any) -> list[str]:
    ((_, data),) = files.items()
    return [line.removeprefix("- ") for line in data.decode().splitlines() if line.startswith("- ")]


def test_a_passage_is_checked_as_it_would_stand_and_a_page_under_its_title(own: OwnWords) -> None:
    assert own.check("nl", "gedrag.md", "pesten", "after", "Meer.") == []
    (wrong,) = own.check("nl", "vertrouwelijk.md", "geheim", "replaced", "Alles blijft geheim.")
    assert (wrong.severity, wrong.mark.path.name) == ("error", "vertrouwelijk.md")
    assert own.check("nl", "vertrouwelijk.md", "geheim", "after", "Wij praten er rustig over.") == []
    assert own.check_page("nl", "Ons verhaal", "more", "Wij werken hier.") == []
    (wrong,) = own.check_page("nl", "Ons verhaal", "nowhere", "Wij werken hier.")
    assert (wrong.where, wrong.mark.path.name) == ("menu", "ons-verhaal.md")


@pytest.mark.parametrize(
    ("kind", "written"), [("replaced", "## Pesten {#pesten}"), ("before", "## + Pesten {#pesten}")]
)
def test_a_passage_is_written_with_what_ours_said(own: OwnWords, kind: Any, written: str) -> None:
    files = own.write("nl", "gedrag.md", "pesten", kind, "Zo.", False)
    data = files[f"{HERE}/texts/nl/gedrag.md"]
    assert data is not None and data.decode() == f"{written}\n\nZo.\n"
    assert (f"{HERE}/ours/nl/gedrag.md" in files) == (kind == "replaced")
    assert set(own.write("nl", "gedrag.md", "pesten", kind, None, False).values()) <= {None}
