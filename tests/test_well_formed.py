"""XML that nobody can read is never handed over."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from voorlichter.artefacts.site.plan import render_sitemap
from voorlichter.artefacts.training.package import add, render_xml
from voorlichter.problems import MachineError
from voorlichter.qr import render_qr
from voorlichter.well_formed import well_formed

BAD = ["\0", "\x0b", "\x1b", "\uffff", "\ud800"]


@pytest.mark.parametrize("sign", BAD)
def test_a_sign_that_no_xml_can_hold_stops_a_manifest(sign: str) -> None:
    root = Element("manifest")
    add(root, "title", f"Zorg{sign}groep")
    with pytest.raises(MachineError):
        render_xml(root)


@pytest.mark.parametrize("sign", BAD[:-1])
def test_a_sign_that_no_xml_can_hold_stops_a_sitemap(sign: str) -> None:
    with pytest.raises(MachineError):
        render_sitemap("https://zeester.example/", [f"in{sign}dex.html"])


@pytest.mark.parametrize("text", ["", "<a>", "<a></b>", "<a/><a/>", "<a b=c/>", "<a>&zee;</a>"])
def test_what_is_no_xml_is_refused(text: str) -> None:
    with pytest.raises(MachineError):
        well_formed(text)


def test_what_is_xml_stays_as_it_is() -> None:
    root = Element("manifest")
    add(root, "title", "Zorg & <groep>", href="é")
    assert well_formed(render_xml(root).decode()).endswith("</manifest>\n")
    assert render_qr("https://zeester.example/").startswith("<svg")
