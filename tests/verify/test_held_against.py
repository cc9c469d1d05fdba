"""A site held against a list, both in memory: what is told of each file, and each mistake of a list by its words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from verify.sites import CODE, FILES, listed

from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.verify.compare import Deviation, compare, read_list
from voorlichter.verify.listed import LARGEST_LIST, read_listed
from voorlichter.verify.places import Answered
from voorlichter.verify.web import WebPlace

TOO_LARGE = Say("te groot", "too large")


@dataclass(frozen=True)
class Shelf:
    """A place that holds these, and says of some why they cannot be read."""

    files: Mapping[str, bytes]
    unread: tuple[str, ...] = ()
    seen: bool = True
    shown: str = field(default="shelf")

    def read(self, name: str) -> Answered:
        return Answered(why=TOO_LARGE) if name in self.unread else Answered(self.files.get(name))

    def names(self) -> list[str] | None:
        return [*self.files] if self.seen else None


def told(data: bytes) -> list[tuple[str, str, str, str, str]]:
    with pytest.raises(InputError) as raised:
        read_listed(data, "shelf")
    assert {problem.mark for problem in raised.value.problems} == {Mark(Path("shelf"))}
    return [(one.where, one.message.nl, one.message.en, one.fix.nl, one.fix.en) for one in raised.value.problems]


NO_LIST = (
    "manifest.json",
    "dit is geen lijst met bestanden van voorlichter",
    "this is no list of files of voorlichter",
    "kies de map waarin manifest.json van de site staat",
    "choose the folder that holds the site's manifest.json",
)
ASK = ("vraag de afzender om de site opnieuw te sturen", "ask the sender to send the site again")
OUTSIDE = (
    "deze naam kan geen bestand van een site zijn, en is niet geopend",
    "no file of a site can have this name, and it was not opened",
    *ASK,
)
HASH = "0" * 64


def written(files: object, **more: object) -> bytes:
    return json.dumps({"voorlichter": "0.1.0", "files": files, **more}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[]",
        b"null",
        json.dumps({"files": {"a.html": HASH}}).encode(),
        written({}),
        written(["a.html"]),
        written(None),
        written({f"{number}.html": HASH for number in range(20_001)}),
        listed().ljust(LARGEST_LIST + 1),
        b"[" * 100_000,
    ],
)
def test_what_is_no_list_is_told_as_a_whole(data: bytes) -> None:
    assert told(data) == [NO_LIST]


def test_a_list_may_be_as_long_and_as_large_as_a_site_can_be() -> None:
    assert len(read_listed(written({f"{number}.html": HASH for number in range(20_000)}), "").files) == 20_000
    assert read_listed(listed().ljust(LARGEST_LIST), "").code == CODE


def test_every_name_and_hash_that_cannot_be_is_told_and_the_sound_ones_are_not() -> None:
    files = {
        "index.html": HASH,
        "../x\n": HASH,
        "x" * 300: HASH,
        "manifest.json": HASH,
        "A.html": HASH,
        "a.html": HASH,
        "short.html": HASH[1:],
        "long.html": HASH + "0",
        "upper.html": "A" * 64,
        "none.html": 7,
    }
    no_hash = ("hier staat geen SHA-256", "there is no SHA-256 here", *ASK)
    assert told(written(files)) == [
        ("../x\\n", *OUTSIDE),
        ("x" * 240, *OUTSIDE),
        ("manifest.json", *OUTSIDE),
        ("a.html", "deze naam staat er twee keer", "this name is there twice", *ASK),
        *((name, *no_hash) for name in ("short.html", "long.html", "upper.html", "none.html")),
    ]


def test_a_list_keeps_its_bytes_its_version_and_its_code() -> None:
    data = listed()
    read = read_listed(data, "shelf")
    assert (read.data, read.version, read.code) == (data, "0.1.0", CODE)
    assert read.files["index.html"] == hashlib.sha256(FILES["index.html"]).hexdigest()
    assert read_listed(written({"a.html": HASH}, code=7), "").code is None
    assert read_listed(written({"a.html": HASH}, voorlichter="9" * 50), "").version == "9" * 40


def test_a_place_without_a_list_is_told_with_its_reason_where_it_has_one() -> None:
    fix = Say(
        "kies de map, de zip of het adres van de site zelf", "choose the folder, zip or address of the site itself"
    )
    for shelf, why in (
        (Shelf({}), Say("hier staat geen manifest.json", "there is no manifest.json here")),
        (Shelf({}, ("manifest.json",)), TOO_LARGE),
    ):
        with pytest.raises(InputError) as raised:
            read_list(shelf)
        assert raised.value.problems == (Problem(Mark(Path("shelf")), "manifest.json", why, fix),)
    assert read_list(Shelf({"manifest.json": listed()})).code == CODE


def test_every_file_is_weighed_or_told_and_what_the_server_adds_is_told_apart() -> None:
    files: dict[str, bytes] = {
        **FILES,
        "index.html": b"other",
        "manifest.json": b"",
        "manifest.json.sig": b"",
        "more.js": b"",
        "more.html": b"",
        "more.HTM": b"",
        "a?b.html": b"",
        "web.config": b"",
        ".htaccess": b"",
        "CNAME": b"",
        ".well-known/security.txt": b"",
        "robots.txt": b"",
        "_headers": b"",
        "staticwebapp.config.json": b"",
        "cname": b"",
    }
    del files["media/favicon.png"]
    held = compare(Shelf(files, ("en/index.html",)), read_listed(listed(), "shelf"))
    assert held.differences == (
        Deviation("unread", "en/index.html", TOO_LARGE),
        Deviation("differs", "index.html"),
        Deviation("missing", "media/favicon.png"),
        *(Deviation("extra", name) for name in ("more.js", "more.html", "more.HTM", "a?b.html", "cname")),
    )
    assert held.sizes == {"assets/site.css": 3}
    assert held.theirs == (
        *("web.config", ".htaccess", "CNAME", ".well-known/security.txt", "robots.txt", "_headers"),
        "staticwebapp.config.json",
    )
    assert held.counted and held.pages == ("index.html", "more.html")


def test_where_nobody_can_see_what_else_stands_there_nothing_is_called_extra() -> None:
    held = compare(Shelf({**FILES, "more.js": b""}, seen=False), read_listed(listed(), "shelf"))
    assert (held.differences, held.theirs, held.counted) == ((), (), False)
    assert set(held.sizes) == set(FILES) and held.pages == ("en/index.html", "index.html")


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("https://zeester.example", "https://zeester.example/"),
        ("https://zeester.example/", "https://zeester.example/"),
        ("https://zeester.example/vp", "https://zeester.example/vp/"),
        ("https://zeester.example/vp/", "https://zeester.example/vp/"),
        ("https://zeester.example/vp/index.html", "https://zeester.example/vp/"),
        ("https://zeester.example:8443/vp/en/", "https://zeester.example:8443/vp/en/"),
        ("http://127.0.0.1:8000/vp", "http://127.0.0.1:8000/vp/"),
        ("http://zeester.example/", None),
        ("http://localhost/", None),
        ("ftp://zeester.example/", None),
        ("https:///vp", None),
        ("https://zeester..example/vp", None),
        ("https://.example/vp", None),
        (f"https://{'x' * 64}.example/vp", None),
        (f"https://{'x' * 63}.example/vp", f"https://{'x' * 63}.example/vp/"),
        ("https://zeester.example:/vp", None),
        ("https://zeester.example:99999/vp", None),
        ("https://noor@zeester.example/", None),
        ("https://zeester.example/?a=1", None),
        ("https://zeester.example/#a", None),
        ("https://zéester.example/", None),
        ("https://zeester.example/a b", None),
        ("https://zeester.example/\x1b", None),
        ("zeester.example", None),
    ],
)
def test_an_address_is_of_a_whole_site_over_https_or_on_this_computer(address: str, base: str | None) -> None:
    if base is not None:
        place = WebPlace(address)
        assert (place.base, place.shown, place.heads) == (base, base, {})
        return
    with pytest.raises(InputError) as raised:
        WebPlace(address)
    (problem,) = raised.value.problems
    assert (problem.mark, problem.where) == (Mark(Path(address)), "")
    assert problem.message == Say("dit is geen adres van een site", "this is no address of a site")
    assert problem.fix == Say(
        "schrijf het hele adres, bijvoorbeeld https://intranet.organisatie.example/vertrouwenspersoon/",
        "write the whole address, such as https://intranet.organisation.example/advisor/",
    )


def test_an_earlier_version_is_looked_for_beside_a_site_in_a_folder() -> None:
    assert WebPlace("https://zeester.example/vp/").beside == "https://zeester.example/vp.previous/manifest.json"
    assert WebPlace("https://zeester.example/").beside is None
