"""What a kit consists of and how a site offers it: planned, and nothing of it is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support import TODAY

from voorlichter.artefacts.kit.context import Edition, describe_sheet
from voorlichter.artefacts.kit.make import Kit, Made
from voorlichter.artefacts.kit.materials import Material, plan_materials
from voorlichter.artefacts.kit.offer import handed_out, plan_offers
from voorlichter.organisation import Organisation, Organisations
from voorlichter.slots.model import KitFileSlots, KitGroupSlots, LocationSlots
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace


@pytest.fixture(scope="module")
def organisation(examples: Path) -> Organisation:
    workspace = Workspace.at(examples)
    return Organisations(workspace, StageOne(workspace), date.fromisoformat(TODAY)).read("vuurtoren")


@pytest.fixture(scope="module")
def edition(editions: dict[tuple[str, str], Edition]) -> Edition:
    """One example will do."""
    return editions["vuurtoren", "nl"]


def made(name: str, item: str, **more: Any) -> Made:
    language = name.partition("/")[0]
    known = {"kind": "print", "title": f"Titel van {item}", "about": f"Over {item}.", "sha256": "", "key": ""}
    nothing = dict.fromkeys(("location", "advisor", "paper"))
    return Made(**{"name": name, "item": item, "language": language, **known, **nothing, **more})


def kit_of(*files: Made, size: int = 2400, bleed: bool = False) -> Kit:
    return Kit({one.name: bytes(size) for one in files}, files, bleed)


def offered(organisation: Organisation, *files: Made, language: str = "nl") -> tuple[KitGroupSlots, ...]:
    return plan_offers(kit_of(*files), organisation)[language].groups


def file_of(organisation: Organisation, file: Made, size: int = 2400) -> KitFileSlots:
    ((material,),) = (group.materials for group in plan_offers(kit_of(file, size=size), organisation)["nl"].groups)
    return material.files[0]


def test_the_files_stand_beside_the_pages_of_their_language_the_first_at_the_root() -> None:
    files = made("nl/flyer.pdf", "flyer"), made("en/flyer.pdf", "flyer")
    kit = Kit({"nl/flyer.pdf": b"vouwblad", "en/flyer.pdf": b"leaflet"}, files, False)
    assert handed_out(kit, ["nl", "en"]) == {"kit/flyer.pdf": b"vouwblad", "en/kit/flyer.pdf": b"leaflet"}
    assert handed_out(kit, ["en", "nl"]) == {"kit/flyer.pdf": b"leaflet", "nl/kit/flyer.pdf": b"vouwblad"}


def test_of_a_language_of_few_pages_a_site_has_the_poster_of_one_size() -> None:
    files = [made(f"uk/poster-{paper}.pdf", "poster", paper=paper) for paper in ("a3", "a4")]
    others = made("uk/flyer.pdf", "flyer", paper="a4"), made("nl/poster-a3.pdf", "poster", paper="a3")
    assert {*handed_out(kit_of(*files, *others), ["nl", "en"])} == {"uk/kit/poster-a4.pdf", "kit/poster-a3.pdf"}


def test_a_poster_in_another_language_is_found_from_the_pages_of_every_language(organisation: Organisation) -> None:
    files = [made("uk/poster-a4.pdf", "poster", paper="a4"), made("ar/poster-a4.pdf", "poster", paper="a4")]
    for language, way, ukrainian in (("nl", "", "Oekraïens"), ("en", "../", "Ukrainian")):
        strings = organisation.templates[language].facts.strings
        (group,) = offered(organisation, *files, language=language)
        assert group.title == strings["materials_tongues"]
        assert [material.title for material in group.materials][0] == ukrainian
        assert {material.about for material in group.materials} == {strings["materials_tongue"]}
        addresses = [file.file.href for material in group.materials for file in material.files]
        assert addresses == [f"{way}uk/kit/poster-a4.pdf", f"{way}ar/kit/poster-a4.pdf"]


def test_what_there_is_stands_by_what_somebody_comes_for_and_in_each_by_what_is_used_most(
    organisation: Organisation,
) -> None:
    items = ["qr-contact", "announcement", "embed", "contact", "slides", "poster-discreet", "poster", "flyer", "qr-site", "intranet-card", "qr-call", "contact-neutral", "intranet"]  # fmt: skip
    strings = organisation.templates["nl"].facts.strings
    groups = offered(organisation, *(made(f"nl/{item}.x", item) for item in items))
    order = ("hang", "hand_out", "present", "send", "contact")
    assert [group.title for group in groups] == [strings[f"materials_{name}"] for name in order]
    told = [[material.about.removeprefix("Over ").rstrip(".") for material in group.materials] for group in groups]
    assert told == [
        ["poster", "poster-discreet"],
        ["flyer"],
        ["slides"],
        ["intranet", "intranet-card", "embed", "announcement"],
        ["contact", "contact-neutral", "qr-site", "qr-call", "qr-contact"],
    ]


def test_a_group_without_files_is_not_offered_and_files_of_one_item_stand_together(organisation: Organisation) -> None:
    files = [made("nl/poster-a3.pdf", "poster", paper="a3"), made("nl/slides.pptx", "slides"), made("nl/poster-a4.pdf", "poster", paper="a4")]  # fmt: skip
    hang, present = offered(organisation, *files)
    (poster,) = hang.materials
    assert [file.name for file in poster.files] == ["A3, PDF", "A4, PDF"]
    assert (poster.title, poster.about) == ("Poster", "Over poster.") and len(present.materials) == 1
    assert not offered(organisation, *files, language="en"), "each language offers its own"


def test_what_has_no_item_of_its_own_is_called_by_its_own_title(organisation: Organisation) -> None:
    (group,) = offered(organisation, made("nl/noor.vcf", "contact"))
    assert [material.title for material in group.materials] == ["Titel van contact"]


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("poster-a3.pdf", {"paper": "a3"}, "A3, PDF"),
        ("poster-a4-haven.pdf", {"paper": "a4", "location": "Haven"}, "A4, Haven, PDF"),
        ("slides.pptx", {}, "PowerPoint"),
        ("noor.vcf", {"advisor": "Noor"}, "Noor, vCard"),
        ("qr-call-noor.svg", {"advisor": "Noor"}, "Noor, SVG"),
        ("qr-call-noor.png", {"advisor": "Noor"}, "Noor, PNG"),
        ("embed.html", {}, "HTML"),
        ("tips.ics", {}, "iCalendar"),
        ("intranet.txt", {}, "tekst"),
    ],
)
def test_a_file_is_told_from_the_others_by_its_size_of_paper_whose_it_is_and_its_kind(
    organisation: Organisation, name: str, more: dict[str, Any], said: str
) -> None:
    file = file_of(organisation, made(f"nl/{name}", "poster", **more))
    text = organisation.templates["nl"].facts.strings["materials_text"]
    assert file.name == (text if said == "tekst" else said)
    assert (file.file.href, str(file.file)) == (f"kit/{name}", f"kit/{name}")
    assert file.opens is (name in ("poster-a3.pdf", "poster-a4-haven.pdf", "embed.html")), "anything else is saved"


@pytest.mark.parametrize(("size", "said"), [(0, "1 kB"), (1499, "1 kB"), (1501, "2 kB"), (2_400_000, "2400 kB")])
def test_how_large_a_file_is_is_said_in_whole_kilobytes_and_never_as_nothing(
    organisation: Organisation, size: int, said: str
) -> None:
    assert file_of(organisation, made("nl/poster.pdf", "poster"), size).size == said


@pytest.mark.parametrize("bleed", [False, True])
def test_a_site_says_whether_sheets_are_for_a_print_shop(organisation: Organisation, bleed: bool) -> None:
    kit = kit_of(made("nl/poster.pdf", "poster"), bleed=bleed)
    assert {offer.bleed for offer in plan_offers(kit, organisation).values()} == {bleed}


def test_a_frame_is_offered_where_there_is_a_page_for_it_and_an_address_to_ask_it_from(
    organisation: Organisation,
) -> None:
    frame, card = made("nl/embed.html", "embed"), made("nl/intranet-card.html", "intranet-card")
    url = organisation.profile.publication.url
    assert url
    frames = {language: offer.frame for language, offer in plan_offers(kit_of(frame, card), organisation).items()}
    assert frames == {"nl": f"{url.href.rstrip('/')}/kit/embed.html", "en": None}
    assert plan_offers(kit_of(card), organisation)["nl"].frame is None
    english = made("en/embed.html", "embed")
    frames = {language: offer.frame for language, offer in plan_offers(kit_of(english), organisation).items()}
    assert frames == {"nl": None, "en": f"{url.href.rstrip('/')}/en/kit/embed.html"}
    publication = organisation.profile.publication.model_copy(update={"url": None})
    nowhere = replace(organisation, profile=organisation.profile.model_copy(update={"publication": publication}))
    assert plan_offers(kit_of(frame), nowhere)["nl"].frame is None


# What a kit consists of


def names_of(edition: Edition, item: str) -> list[str]:
    return [one.name for one in plan_materials(edition) if one.item == item]


def with_locations(edition: Edition, *locations: LocationSlots) -> Edition:
    return replace(edition, slots=replace(edition.slots, locations=locations))


def test_a_sheet_for_a_place_names_who_can_be_called_there_and_a_place_without_anybody_has_none(
    edition: Edition,
) -> None:
    first, *_ = edition.slots.advisors
    haven, loods = LocationSlots("haven", "Haven", (first,)), LocationSlots("loods", "Loods", ())
    located = with_locations(edition, haven, loods)
    assert names_of(located, "poster") == ["poster-a3-haven.pdf", "poster-a4-haven.pdf"]
    for sheet in (one for one in plan_materials(located) if one.item == "poster"):
        assert (sheet.location, sheet.data["location"]) == ("Haven", "Haven")
        assert [advisor["id"] for advisor in sheet.data["advisors"]] == [first.id]
    (checklist,) = (one for one in plan_materials(located) if one.item == "checklist")
    assert (checklist.name, checklist.location) == ("checklist.pdf", None), "what is not hung is for all"
    assert len(checklist.data["advisors"]) == len(edition.slots.advisors)
    assert names_of(with_locations(edition), "poster") == ["poster-a3.pdf", "poster-a4.pdf"]


def test_a_sheet_knows_its_paper_its_template_and_all_that_is_said_on_it(edition: Edition) -> None:
    plain = with_locations(edition)
    sheets = {one.name: one for one in plan_materials(plain) if one.kind == "print"}
    poster, flyer = sheets["poster-a3.pdf"], sheets["flyer.pdf"]
    assert (poster.source, poster.data["paper"], flyer.source, "paper" in flyer.data) == ("poster.typ", "a3", "flyer.typ", False)  # fmt: skip
    assert flyer.data == describe_sheet(plain, "flyer", edition.slots.advisors)
    assert flyer.location is flyer.advisor is None


def test_a_kit_is_offered_from_what_hangs_to_what_is_sent_and_ends_with_cards_and_codes(edition: Edition) -> None:
    materials = plan_materials(with_locations(edition))
    items = list(dict.fromkeys(one.item for one in materials))
    hung, sent = ["poster", "poster-discreet", "flyer", "wallet-card", "table-card"], ["intranet", "announcement"]
    assert items[:5] == hung and [item for item in items if item in sent] == sent
    at = {item: items.index(item) for item in items}
    assert at["table-card"] < at["slides"] < at["intranet"] < at["intranet-card"] < at["embed"] < at["contact"]
    assert len({one.name for one in materials}) == len(materials)
    kinds = {suffix: {one.kind for one in materials if one.name.endswith(suffix)} for suffix in (".pdf", ".pptx", ".txt", ".ics", ".html", ".vcf", ".svg", ".png")}  # fmt: skip
    assert [*kinds.values()] == [{"print"}, {"slides"}, {"text"}, {"text"}, {"web"}, {"contact"}, {"picture"}, {"picture"}]  # fmt: skip


def test_of_a_language_of_few_pages_there_is_one_slide_and_nothing_that_leads_to_missing_pages(
    edition: Edition,
) -> None:
    part = replace(edition.template.facts, whole=False)
    few = replace(edition, template=FactsAlone(part))  # type: ignore[arg-type]
    materials = plan_materials(few)
    (slide,) = (one for one in materials if one.name == "slide.pptx")
    assert (slide.kind, slide.item, slide.source) == ("slides", "wallet-card", "slide")
    assert slide.data == describe_sheet(few, "wallet-card", few.slots.advisors)
    assert materials[-1] is slide and not {one.kind for one in materials} & {"web", "contact", "picture"}
    without = replace(few, items={name: item for name, item in few.items.items() if name != "wallet-card"})
    assert "slide.pptx" not in {one.name for one in plan_materials(without)}
    assert "slide.pptx" not in {one.name for one in plan_materials(edition)}


class FactsAlone:
    """A template of which nothing but the facts is asked."""

    def __init__(self, facts: object) -> None:
        self.facts = facts


def of_advisor(edition: Edition, id_: str) -> dict[str, Material]:
    return {one.name: one for one in plan_materials(edition) if id_ in one.name}


def test_an_advisor_has_a_card_a_quiet_card_and_codes_to_call_and_to_keep(edition: Edition) -> None:
    advisor = edition.slots.advisors[0]
    own = of_advisor(edition, advisor.id)
    items = {name.replace(advisor.id, "X"): (one.item, one.advisor) for name, one in own.items()}
    assert items == {
        "X.vcf": ("contact", advisor.name),
        "X-neutral.vcf": ("contact-neutral", advisor.name),
        **{f"qr-{what}-X.{kind}": (f"qr-{what}", advisor.name) for what in ("call", "contact") for kind in ("svg", "png")},
    }  # fmt: skip
    assert own[f"qr-call-{advisor.id}.svg"].data == {"text": advisor.phone.href if advisor.phone else None}
    assert {own[f"{advisor.id}{end}.vcf"].source for end in ("", "-neutral")} == {"text"}
    assert own[f"{advisor.id}.vcf"].data == own[f"qr-contact-{advisor.id}.png"].data == {"text": edition.card(advisor)}
    assert [own[f"qr-call-{advisor.id}.{kind}"].source for kind in ("svg", "png")] == ["qr-svg", "qr-png"]


def test_the_slides_are_told_all_of_everybody_and_the_code_of_the_site_where_it_stands(edition: Edition) -> None:
    found = {one.name: one for one in plan_materials(edition)}
    slides = found["slides.pptx"]
    assert (slides.kind, slides.item, slides.source) == ("slides", "slides", "slides")
    assert slides.data == describe_sheet(edition, "slides", edition.slots.advisors)
    address = edition.slots.publication.pages
    codes = {name: (one.item, one.data, one.advisor) for name, one in found.items() if name.startswith("qr-site")}
    assert address and codes == {
        f"qr-site.{kind}": ("qr-site", {"text": address.href}, None) for kind in ("svg", "png")
    }


def test_whoever_has_no_number_has_no_quiet_card_and_no_code_to_call(edition: Edition) -> None:
    advisor = replace(edition.slots.advisors[0], phone=None)
    silent = replace(edition, slots=replace(edition.slots, advisors=(advisor,)))
    names = {name.replace(advisor.id, "X") for name in of_advisor(silent, advisor.id)}
    assert names == {"X.vcf", "qr-contact-X.svg", "qr-contact-X.png"}


def test_a_text_for_every_month_names_them_as_the_site_does(edition: Edition) -> None:
    strings, found = edition.template.facts.strings, {one.name: one for one in plan_materials(edition)}
    for name in [name for name, item in edition.items.items() if "months" in item["files"]]:
        told = found[f"{name}.txt"].data["text"].split("\r\n\r\n")
        begun = [str(strings[f"month_{number}"]).capitalize() for number in range(1, 13)]
        assert [one.partition(":")[0] for one in told if one.partition(":")[0] in begun] == begun, name


def test_of_two_calendars_the_reminders_have_ids_of_their_own(edition: Edition) -> None:
    calendars = {one.item: one.data for one in plan_materials(edition) if one.source == "calendar"}
    ids = {item: [reminder["id"] for reminder in data["reminders"]] for item, data in calendars.items()}
    assert len(ids["tips"]) == 12 and not any("/" in id_ for id_ in ids["tips"])
    assert ids["inspiration"] == [f"inspiration/{id_}" for id_ in ids["tips"]]
    titles = {item: edition.words.get(f"calendar_{item}", edition.items[item]["title"]) for item in calendars}
    assert {item: data["name"] for item, data in calendars.items()} == titles and len({*titles.values()}) == 2
    assert {one.source for one in plan_materials(edition) if one.name.endswith((".txt", ".html"))} == {"text"}
    assert edition.words["calendar_tips"] == titles["tips"], "a calendar is called otherwise than what is pasted"
