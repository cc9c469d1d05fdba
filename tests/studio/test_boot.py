"""What a message brings of pictures is found before it is answered, by whatever way it comes; and whatever fails, it is answered."""

from __future__ import annotations

import base64
import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

from voorlichter import pictures
from voorlichter.studio.tab.boot import Tab
from voorlichter.studio.verbs import VERBS
from voorlichter.workspace import Workspace
from voorlichter.zip_file import render_zip

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h9v9z"/></svg>'
PROFILE = {"profiles/a/profile.yml": b"x"}


class Silent:
    def __init__(self, workspace: Workspace, today: date) -> None:
        self.workspace = workspace

    def answer(self, message: dict[str, Any]) -> dict[str, Any]:
        return {"heard": message["verb"]}


@pytest.fixture
def tab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tab:
    monkeypatch.setattr(pictures, "_painter", None)
    return Tab(f"{__name__}:Silent", tmp_path)


def text_of(data: bytes) -> str:
    return base64.b64encode(data).decode()


def png() -> bytes:
    target = BytesIO()
    Image.new("RGB", (30, 40)).save(target, "PNG")
    return target.getvalue()


def wanted(tab: Tab, **message: Any) -> list[str]:
    return [one["type"] for one in json.loads(tab.wanted(json.dumps(message)))]


def test_a_picture_is_wanted_as_a_photo_and_as_a_logo_and_a_drawing_as_a_logo(tab: Tab) -> None:
    assert wanted(tab, verb="put", name="Noor.PNG", data=text_of(png())) == ["image/png"] * 2
    assert wanted(tab, verb="put", name="logo.svg", data=text_of(SVG)) == ["image/svg+xml"]


def test_a_picture_with_a_question_is_wanted_as_that_alone(tab: Tab) -> None:
    assert wanted(tab, verb="put_in_module", name="huis", file="Deur.PNG", data=text_of(png())) == ["image/png"]
    assert wanted(tab, verb="put_in_module", name="huis", file="deur.svg", data=text_of(SVG)) == ["image/svg+xml"]
    files = {"profiles/a/quizzes/deur.png": text_of(png()), "profiles/a/noor.png": text_of(png())}
    assert wanted(tab, verb="lay", files=files) == ["image/png"] * 3


def test_a_picture_with_a_question_is_drawn_on_white_as_large_as_it_will_stand(tab: Tab) -> None:
    class Drawn:
        def to_bytes(self) -> bytes:
            return b"drawn"

    message = {"verb": "put_in_module", "name": "huis", "file": "deur.svg", "data": text_of(SVG)}
    assert wanted(tab, **message) == ["image/svg+xml"]
    (sheet,) = json.loads(tab.sheets(0, 1120, 560))
    assert (sheet["width"], sheet["height"], sheet["type"], sheet["white"]) == (1120, 560, "image/png", True)
    tab.keep(0, 1120, 560, [Drawn()], Drawn())
    assert wanted(tab, **message) == []
    assert pictures.render_figure(SVG) == pictures.Figure(b"drawn", 560, 280, ".png")


def test_pictures_in_a_zip_and_loose_ones_are_found(tab: Tab) -> None:
    files = {**PROFILE, "profiles/a/noor.png": png(), "profiles/a/logo.svg": SVG}
    assert len(wanted(tab, verb="lay", data=text_of(render_zip(files)))) == 3
    assert len(wanted(tab, verb="lay", files={name: text_of(data) for name, data in files.items()})) == 3


@pytest.mark.parametrize("data", [b"", b"no picture", png()[:20], b"<svg><script/></svg>"])
def test_what_would_be_refused_is_not_drawn(tab: Tab, data: bytes) -> None:
    assert wanted(tab, verb="put", name="x.png", data=text_of(data)) == []


def test_no_zip_and_no_base64_are_left_to_who_answers(tab: Tab) -> None:
    assert wanted(tab, verb="lay", data=text_of(b"no zip")) == []
    assert wanted(tab, verb="put", name="x.png", data="a") == []
    assert json.loads(tab.answer(json.dumps({"id": 7, "verb": "lay"}))) == {"heard": "lay", "id": 7}


def test_what_was_drawn_is_not_wanted_again(tab: Tab) -> None:
    class Drawn:
        def to_bytes(self) -> bytes:
            return 120 * 60 * b"\x0b\x5f\xa5\xff"

    message = {"verb": "put", "name": "logo.svg", "data": text_of(SVG)}
    assert wanted(tab, **message) == ["image/svg+xml"]
    assert [one["width"] for one in json.loads(tab.sheets(0, 720, 360))] == [120, 240, 720]
    tab.keep(0, 720, 360, [Drawn()] * 3, Drawn())
    assert wanted(tab, **message) == []
    assert pictures.render_logo(SVG).width == 120


def test_where_the_program_fails_a_tab_is_answered_as_a_page_on_a_computer_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "_painter", None)
    tab = Tab("", tmp_path)
    with monkeypatch.context() as broken:
        broken.setitem(cast(dict[str, object], VERBS), "start", lambda *_: 1 / 0)
        answer = json.loads(tab.answer('{"id": 7, "verb": "start"}'))
    assert answer["id"] == 7 and answer["refused"].endswith(": start, ZeroDivisionError.")
    assert json.loads(tab.answer('{"id": 8, "verb": "start"}'))["form"]
