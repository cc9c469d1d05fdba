"""The printed sheets of the three examples and of organisations that are hard to set, read back from their PDF."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from browser.sites import EVERY_PAGE
from built import KIT_OF
from kit.printed import POINTS_PER_MM, Printed, grey_contrast, overlapping
from PIL import Image, ImageDraw
from support import REPOSITORY, TODAY, lay

from voorlichter.artefacts.kit.context import Edition, describe_edition
from voorlichter.artefacts.kit.make import KitMaker
from voorlichter.artefacts.kit.materials import Material, plan_materials
from voorlichter.cache import open_cache
from voorlichter.organisation import Organisations
from voorlichter.problems import MachineError
from voorlichter.site.media import enlarge
from voorlichter.stage_one import StageOne
from voorlichter.typesetting import FAMILIES, Typesetter
from voorlichter.workspace import Workspace

PROFILES = Path(__file__).parent / "profiles"
HARD = sorted(path.name for path in PROFILES.iterdir())
PICTURES = REPOSITORY / "pictures-out" / "kit"

SIZES = {
    "poster-a3": [(297, 420)],
    "poster-a4": [(210, 297)],
    "poster-discreet-a3": [(297, 420)],
    "poster-discreet-a4": [(210, 297)],
    "flyer": [(297, 210)] * 2,
    "wallet-card": [(210, 297)] * 2,
    "table-card": [(210, 297)],
    "managers": [(210, 297)],
    "dilemmas": [(210, 297)] * 3,
    "checklist": [(210, 297)] * 2,
}
"""The pages of every sheet, in millimetres; the same for whoever it is about."""
OURS = ("AtkinsonHyperlegibleNext-", "Figtree", "SourceSans3", "Voorlichter", "NotoSansArabic-")

Sheets = dict[tuple[str, str], tuple[Material, Edition]]


def photo() -> bytes:
    picture = Image.new("RGB", (600, 600), "#c9b59a")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((180, 90, 420, 360), fill="#8a5a44")
    draw.ellipse((60, 380, 540, 900), fill="#2f5d62")
    data = io.BytesIO()
    picture.save(data, "PNG")
    return data.getvalue()


@pytest.fixture(scope="module")
def workspace(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("kit")
    for folder in ("profiles", "advisors"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copytree(PROFILES, root / "profiles", dirs_exist_ok=True)
    return Workspace.at(lay(root, {"profiles/lang/photo.png": photo()}))


@pytest.fixture(scope="module")
def sheets(workspace: Workspace) -> Sheets:
    """Every printed sheet that there is, by organisation with language, and file."""
    organisations = Organisations(workspace, StageOne(workspace), date.fromisoformat(TODAY))
    cache = open_cache()
    found: Sheets = {}
    for slug in (*HARD, "ooverlaar", "vuurtoren", "werkplaats"):
        organisation = organisations.read(slug)
        media = enlarge(organisation.media, cache)
        for language, template in organisation.templates.items():
            edition = describe_edition(organisation.slots(language), template, media)
            if (slug, language) == ("lang", "en"):
                continue
            planned = [
                one
                for one in plan_materials(edition)
                if one.kind == "print" and (slug == "vuurtoren" or is_small(one.name))
            ]
            found |= {(f"{slug}-{language}", one.name): (one, edition) for one in planned}
    return found


@pytest.fixture(scope="module")
def files(workspace: Workspace, sheets: Sheets, kit: Path) -> dict[tuple[str, str], bytes]:
    """Of one organisation as the command made them."""
    maker = KitMaker(workspace)
    made = {(f"{KIT_OF}-{path.parent.name}", path.name): path.read_bytes() for path in kit.glob("*/*.pdf")}
    return {key: made.get(key) or maker.render(*sheet) for key, sheet in sheets.items()}


@pytest.fixture(scope="module")
def printed(files: dict[tuple[str, str], bytes]) -> dict[tuple[str, str], Printed]:
    return {key: Printed(data) for key, data in files.items()}


def sizes_of(name: str) -> list[tuple[int, int]]:
    return SIZES[max((known for known in SIZES if name.startswith(known)), key=len)]


def test_a_wallet_card_has_letters_of_eight_points_at_least(printed: dict[tuple[str, str], Printed]) -> None:
    """Of the examples; where names are extremely long it is enough that all of them stand there."""
    smallest = {
        key: min(one.letters())
        for key, one in printed.items()
        if key[1].startswith("wallet-card") and not key[0].startswith(tuple(HARD))
    }
    assert len(smallest) >= 3
    assert min(smallest.values()) >= 8, smallest


def is_small(name: str) -> bool:
    """A sheet of A3 is one of A4, larger."""
    return "a3" not in name


def test_every_sheet_has_its_own_number_of_pages_and_size_whoever_it_is_about(
    printed: dict[tuple[str, str], Printed],
) -> None:
    assert {key: one.sizes() for key, one in printed.items()} == {key: sizes_of(key[1]) for key in printed}


def test_every_sheet_can_be_read_aloud(sheets: Sheets, printed: dict[tuple[str, str], Printed]) -> None:
    for key, one in printed.items():
        root, (sheet, edition) = one.tree.Root, sheets[key]
        with one.tree.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == f"{sheet.data['item']['title']} – {sheet.data['org']['short_name']}"
        assert (root.Lang, root.MarkInfo.Marked, root.ViewerPreferences.DisplayDocTitle) == (
            edition.language,
            True,
            True,
        )
        tags = one.tags()
        headings = [tag for tag, _ in tags if tag.startswith("H")]
        assert (
            headings[0] == "H1"
            and headings.count("H1") == 1
            and len(headings) > len(sheet.data["advisors"]) * (sheet.item != "checklist")
        ), key
        figures = [alt for tag, alt in tags if tag == "Figure"]
        assert all(figures), key
        assert len(figures) == len(set(figures)), f"{key}: copies of one card are read once"
        if sheet.data["site"] and sheet.item != "checklist":
            assert any(sheet.data["site"]["shown"] in alt for alt in figures), key


def test_every_font_is_ours_and_comes_along(printed: dict[tuple[str, str], Printed]) -> None:
    fonts = {font for one in printed.values() for font in one.fonts()}
    assert len(fonts) > 4
    assert [font for font in fonts if not font[0].startswith(OURS) or not font[1]] == []


def test_all_text_stays_on_the_sheet_and_off_other_text(printed: dict[tuple[str, str], Printed]) -> None:
    wrong = []
    for (who, name), one in printed.items():
        for number in range(len(one.pages)):
            width, height = one.pages[number].get_size()
            lines, edge = one.lines(number), 4 * POINTS_PER_MM
            assert len(lines) > 5
            outside = [
                line.text
                for line in lines
                if min(line.box[0], line.box[1], width - line.box[2], height - line.box[3]) < edge
            ]
            wrong += [(who, name, number, found) for found in (*outside, *overlapping(lines))]
    assert wrong == []


def test_every_number_is_on_every_sheet(sheets: Sheets, printed: dict[tuple[str, str], Printed]) -> None:
    for key, one in printed.items():
        data = sheets[key][0].data
        in_sight = "".join(map(one.in_sight, range(len(one.pages))))
        in_order = "".join(
            "".join(page.get_textpage().get_text_range() for page in one.pages).split()
        )  # an address may go on on the next line
        for advisor in data["advisors"]:
            if advisor["phone"] or "checklist" not in key[1]:
                assert "".join((advisor["phone"] or advisor["email"]).split()) in (
                    in_sight if advisor["phone"] else in_order
                ), (key, advisor["name"])


@pytest.mark.proof
def test_in_black_and_white_all_text_can_be_read(printed: dict[tuple[str, str], Printed]) -> None:
    weak = []
    for (who, name), one in printed.items():
        if not is_small(name):
            continue
        for number in range(len(one.pages)):
            page, height = one.picture(number).convert("L"), one.pages[number].get_height()
            weak += [
                (who, name, line.text, ratio)
                for line in one.lines(number)
                if (ratio := grey_contrast(line, page, height)) < 4.4
            ]
    assert weak == []


def codes(page: Image.Image) -> set[str]:
    return {code.text for code in zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)}


def test_the_codes_lead_where_they_should_from_paper_in_black_and_white(
    sheets: Sheets, printed: dict[tuple[str, str], Printed]
) -> None:
    small = [key for key in printed if is_small(key[1]) and key[0].endswith("-nl") and "checklist" not in key[1]]
    # Of each sheet one in CI, of another organisation each.
    of_each = {name: [who for who, other in small if other == name] for _, name in small}
    for number, (name, all_) in enumerate(of_each.items()):
        for who in all_ if EVERY_PAGE else [all_[number % len(all_)]]:
            one, data = printed[who, name], sheets[who, name][0].data
            read = [codes(one.picture(page, 200).convert("L")) for page in range(len(one.pages))]
            if data["site"]:
                assert set().union(*read) == {data["site"]["url"]}, (who, name)
    assert codes(printed["werkplaats-nl", "poster-a4.pdf"].picture(0, 200)) == {"tel:+31200000001"}
    (card,) = codes(printed["werkplaats-nl", "wallet-card.pdf"].picture(1, 200))
    assert card.startswith("BEGIN:VCARD") and "Noor Voorbeeld" in card


def test_a_sheet_is_made_of_the_same_bytes_in_any_folder(
    workspace: Workspace, sheets: Sheets, files: dict[tuple[str, str], bytes]
) -> None:
    other = KitMaker(workspace)
    again = {key: other.render(*sheets[key]) for key in reversed(sheets) if key[0] == "vuurtoren-en"}
    assert again == {key: files[key] for key in again}


def test_for_a_print_shop_the_sheet_is_larger_and_has_marks_outside_it(workspace: Workspace, sheets: Sheets) -> None:
    maker = KitMaker(workspace, bleed=True)
    for key, sheet in sheets.items():
        if key[0] == "vuurtoren-nl":
            one = Printed(maker.render(*sheet))
            trim = [(85, 54)] * 2 if "wallet" in key[1] else sizes_of(key[1])
            assert one.sizes("/TrimBox") == trim
            assert one.sizes() == [(width + 20, height + 20) for width, height in trim]
            for number in range(len(trim)):
                page = one.picture(number, 254)  # ten dots to a millimetre
                marks = [page.getpixel((40 + along, 100 + across)) for along in (0, 10) for across in (-1, 0, 1)]
                assert min(sum(mark) for mark in marks if isinstance(mark, tuple)) < 600, key
    poster = Printed(maker.render(*sheets["vuurtoren-nl", "poster-a4.pdf"])).picture(0, 254)
    ground = poster.getpixel((1000, 3050))
    assert ground == poster.getpixel((1000, 3095)) != poster.getpixel((1000, 3105)), (
        "the ground goes 3 mm over the edge"
    )


def test_without_a_font_one_sentence_says_how_to_get_it(workspace: Workspace) -> None:
    templates = {name: path for name, path in workspace.files("overrides/print").items() if "figtree" not in name}
    with pytest.raises(MachineError) as refused:
        Typesetter(templates)
    assert refused.value.say.en == (
        "Fonts of the printed sheets are missing: Figtree, Figtree Latin Ext. "
        "Install the program again with: python -m pip install --force-reinstall 'voorlichter[kit]'"
    )


def test_every_face_that_a_sheet_asks_for_is_looked_for(workspace: Workspace) -> None:
    asked = re.findall(
        r"#let (?:elsewhere|reading|display) = (.+)",
        workspace.files("overrides/print")["common.typ"].read_text(encoding="utf-8"),
    )
    assert sorted({face for line in asked for face in re.findall(r'"(.+?)"', line)}) == sorted(FAMILIES)


@pytest.mark.parametrize("name", ["李明", "Noor 😀 Voorbeeld", "שרה כהן"])
def test_a_sign_that_no_font_of_ours_has_is_told_with_what_to_write(
    workspace: Workspace, sheets: Sheets, name: str
) -> None:
    sheet, edition = sheets["werkplaats-nl", "flyer.pdf"]
    (advisor,) = sheet.data["advisors"]
    changed = Material(
        sheet.name, sheet.kind, sheet.item, sheet.source, {**sheet.data, "advisors": [{**advisor, "name": name}]}
    )
    with pytest.raises(MachineError) as refused:
        KitMaker(workspace).render(changed, edition)
    assert refused.value.say.en.startswith(f"“{name}” cannot be printed: the sign “")
    assert "Latijnse" in refused.value.say.nl


@pytest.fixture(scope="module", autouse=True)
def pictures(printed: dict[tuple[str, str], Printed]) -> Iterator[None]:
    """Each hard sheet as a picture, to look at."""
    yield
    PICTURES.mkdir(parents=True, exist_ok=True)
    for (who, name), one in printed.items():
        if who.endswith("-nl") and is_small(name) and who.removesuffix("-nl") in HARD:
            for number in range(len(one.pages)):
                one.picture(number, 60).save(PICTURES / f"{who}-{name.removesuffix('.pdf')}-{number + 1}.png")
