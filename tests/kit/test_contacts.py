"""Cards for an address book, and the codes that hold them: read back by programs of others."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
import resvg_py
import vobject
import zxingcpp
from handed_out import made
from PIL import Image

from voorlichter.artefacts.kit.context import Edition
from voorlichter.artefacts.kit.materials import plan_materials
from voorlichter.person_names import read_name
from voorlichter.profile.fields import check_phone
from voorlichter.slots.types import Mail, Tel
from voorlichter.vcard import render_neutral_vcard, render_vcard

PHONE, EMAIL = Tel("030 000 00 02", "tel:+31300000002"), Mail("sam+vp@elders.example", "mailto:sam+vp@elders.example")
NAMES = (
    "Sam Elders",
    "Bram van der Voorbeeld",
    "Cher",
    "أمينة الزهراء",
    "Νίκος Παπαδόπουλος",
    "李 小龙",
    "Zoë O'Hara-Ünal",
    "Anne; de, \\ Vries",
    f"Jo {'Lang' * 15}é",
)


def with_advisors(edition: Edition, **values: object) -> Edition:
    advisors = tuple(replace(advisor, **values) for advisor in edition.slots.advisors)  # type: ignore[arg-type]
    return replace(edition, slots=replace(edition.slots, advisors=advisors))


@pytest.mark.parametrize("name", NAMES)
def test_any_name_survives_a_card(name: str) -> None:
    role, organisation = "vertrouwenspersoon; extern, \\ meer", "Zorg, Welzijn & Co; Noord"
    written = render_vcard(name, PHONE, EMAIL, role, organisation)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n")) and "\n" not in written.replace("\r\n", "")
    card = vobject.readOne(written)
    assert card.fn.value == name
    assert " ".join(filter(None, (card.n.value.given, card.n.value.family))) == name
    assert (card.title.value, card.org.value) == (role, [organisation])
    assert (card.tel.value, card.email.value) == ("+31300000002", "sam+vp@elders.example")


@pytest.mark.parametrize(
    ("name", "shown"), [("Bram van der Voorbeeld", "Bram V."), ("Cher", "Cher"), ("أمينة الزهراء", "أمينة ا.")]
)
def test_a_neutral_card_tells_a_first_name_and_a_number(name: str, shown: str) -> None:
    card = vobject.readOne(render_neutral_vcard(name, read_name(name).called, PHONE))
    assert sorted(card.contents) == ["fn", "n", "tel", "version"]
    assert (card.fn.value, card.tel.value) == (shown, "+31300000002")


def test_without_a_number_there_is_no_neutral_card() -> None:
    """An address such as vertrouwenspersoon@zeester.example says it all."""
    assert render_neutral_vcard("Sam Elders", "Sam", None) is None


def test_every_code_of_a_kit_reads_as_what_it_is_for(edition: Edition) -> None:
    address = edition.slots.publication.pages
    expected = {"qr-site": address.href} if address else {}
    for advisor in edition.slots.advisors:
        expected[f"qr-contact-{advisor.id}"] = edition.card(advisor)
        if advisor.phone:
            expected[f"qr-call-{advisor.id}"] = advisor.phone.href
        assert made(edition, f"{advisor.id}.vcf").decode() == edition.card(advisor)
    names = {one.name for one in plan_materials(edition) if one.name.startswith("qr-")}
    assert names == {f"{name}.{kind}" for name in expected for kind in ("svg", "png")}
    for name, text in expected.items():
        drawn = resvg_py.svg_to_bytes(svg_string=made(edition, f"{name}.svg").decode(), width=600)
        for picture in (made(edition, f"{name}.png"), bytes(drawn)):
            (code,) = zxingcpp.read_barcodes(
                Image.open(BytesIO(picture)).convert("L"), formats=zxingcpp.BarcodeFormat.QRCode
            )
            assert code.bytes.decode() == text


def test_a_card_for_colleagues_says_who_and_the_neutral_one_never(edition: Edition) -> None:
    org = edition.slots.org
    for advisor in edition.slots.advisors:
        full, neutral = (made(edition, f"{advisor.id}{end}.vcf").decode() for end in ("", "-neutral"))
        assert org.short_name in full and advisor.role in full
        assert not any(word in neutral for word in (org.short_name, org.name, advisor.role, "@", "vertrouw", "confid"))


@pytest.mark.parametrize(
    ("phone", "coded"), [("4321", False), ("14 030", True), ("020 000 00 01 tst. 12", True), ("0800 0113", True)]
)
def test_a_code_rings_only_what_a_telephone_of_ones_own_can_ring(
    editions: dict[tuple[str, str], Edition], phone: str, coded: bool
) -> None:
    edition = with_advisors(editions["vuurtoren", "nl"], phone=check_phone(phone))
    assert any(one.name == "qr-call-noor.png" for one in plan_materials(edition)) == coded


def test_files_of_two_with_one_name_are_told_apart(editions: dict[tuple[str, str], Edition]) -> None:
    edition = editions["vuurtoren", "nl"]
    called = with_advisors(edition, name="Noor Voorbeeld")
    told = [(one.item, one.name.rpartition(".")[2], one.advisor) for one in plan_materials(called) if one.advisor]
    assert len(told) == len(set(told)) > 0
    assert all(name in (f"Noor Voorbeeld ({advisor.id})" for advisor in edition.slots.advisors) for _, _, name in told)
