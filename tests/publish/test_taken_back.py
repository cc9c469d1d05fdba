"""Going back to an earlier site is told by whom and what it would show again, and who knows a password is asked once."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from datetime import datetime

import pytest

from voorlichter.problems import Say
from voorlichter.publish.passwords import Account, NoPasswordError, Passwords, passwords_in_use, using
from voorlichter.publish.standing import Changes, PublishedSite, compare
from voorlichter.publish.told import TakenBack, grey_square, is_photo_of, photos_in, taken_back

PAGE = (
    '<li data-advisor="Noor &amp; co"><a href="tel:+31200000001">bel</a><a href="mailto:noor@zeester.example?subject=x">'
    '<a href="https://wa.me/31600000002"><a href="https://signal.me/#p/+31600000003"><a href="https://zeester.example">'
)


def test_every_person_way_and_photo_of_the_earlier_site_alone_is_taken_back() -> None:
    earlier = {"index.html": PAGE.encode(), "media/noor.jpg": b"a", "media/noor-2x.jpg": b"b", "media/sam.jpg": b"c"}
    assert taken_back(earlier, {"index.html": b"", "media/sam.jpg": b"other"}) == [
        TakenBack("person", "Noor & co"),
        TakenBack("photo", "photo-noor"),
        *(TakenBack("way", way) for way in ("31200000001", "31600000002", "31600000003", "noor@zeester.example")),
    ]
    assert taken_back(earlier, earlier) == [] and taken_back({}, earlier) == []


def test_only_pages_tell_and_a_grey_square_is_nobodys_photo() -> None:
    assert taken_back({"search.js": PAGE.encode(), "media/noor.jpg": grey_square()}, {}) == []
    assert taken_back({"en/who.html": b'\xff data-advisor="Sam"'}, {}) == [TakenBack("person", "Sam")]


@pytest.mark.parametrize(
    ("kind", "nl", "en"),
    [
        ("person", "X, die hier geen vertrouwenspersoon meer is", "X, who is no longer an advisor here"),
        ("way", "X, dat nu niet meer op de site staat", "X, which is no longer on the site"),
        ("photo", "X, een foto die nu niet op de site mag", "X, a photo that may not be on the site now"),
    ],
)
def test_what_is_taken_back_is_said_by_what_it_is(kind: str, nl: str, en: str) -> None:
    assert TakenBack(kind, "X").say() == Say(nl, en)  # type: ignore[arg-type]


def test_a_photo_is_known_by_its_name_in_either_size() -> None:
    names = ("media/noor.jpg", "media/sam-2x.jpg", "media/qr.png", "noor.jpg", "media/a.jpg.html")
    assert photos_in(names) == {"noor", "sam"}
    assert is_photo_of("media/noor-2x.jpg", ("noor",)) and is_photo_of("media/noor.jpg", ("noor",))
    assert not is_photo_of("media/noor.jpg", ("sam",)) and not is_photo_of("media/noor.png", ("noor",))


def manifest(**files: str) -> bytes:
    return json.dumps({"voorlichter": "0", "files": files}).encode()


def test_two_sites_differ_by_what_is_new_changed_and_gone() -> None:
    changes = compare(manifest(a="1", b="2", d="4", z="0"), manifest(b="3", d="4", c="1", z="9", aa="2"))
    assert changes == Changes(("aa", "c"), ("b", "z"), ("a",))
    assert len(changes) == 5 and len(Changes()) == 0


def test_what_is_published_is_told_to_a_program_in_one_language() -> None:
    since = datetime(2026, 1, 2, 3, 4, 5, 678)
    site = PublishedSite("/srv", since, True, Changes(("a",), ("b",), ("c",)), ("d",), Say("weg", "gone"))
    assert site.as_json("nl") == {
        "target": "/srv",
        "since": "2026-01-02T03:04:05",
        "is_latest": True,
        "damaged": ["d"],
        "new": ["a"],
        "changed": ["b"],
        "gone": ["c"],
        "why": "weg",
    }
    nothing = PublishedSite("/srv", None, False).as_json("en")
    assert (nothing["since"], nothing["damaged"], nothing["new"], nothing["why"]) == (None, [], [], None)


ACCOUNT = Account("https://cloud.zeester.example", "noor")


def typing(*answers: str) -> tuple[Passwords, list[tuple[Account, bool]]]:
    asked: list[tuple[Account, bool]] = []
    left: Iterator[str] = iter(answers)

    def ask(account: Account, wrong: bool) -> str:
        asked.append((account, wrong))
        return next(left)

    return Passwords(ask), asked


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


def test_a_password_is_asked_once_and_again_where_it_was_wrong_three_times_at_most() -> None:
    passwords, asked = typing("one", "two", "three", "four")
    assert [passwords.of(ACCOUNT), passwords.of(ACCOUNT)] == ["one", "one"]
    passwords.is_wrong(ACCOUNT)
    assert passwords.of(ACCOUNT) == "two"
    passwords.is_wrong(ACCOUNT)
    assert passwords.of(ACCOUNT) == "three" and asked == [(ACCOUNT, False), (ACCOUNT, True), (ACCOUNT, True)]
    passwords.is_wrong(ACCOUNT)
    with pytest.raises(NoPasswordError) as raised:
        passwords.of(ACCOUNT)
    assert raised.value.wrong and raised.value.account == ACCOUNT and passwords.lacking is raised.value
    assert raised.value.say.en.startswith("https://cloud.zeester.example does not let noor in with this password.")
    assert raised.value.say.nl.startswith("https://cloud.zeester.example laat noor niet binnen met dit wachtwoord.")
    passwords.give(ACCOUNT, "five")
    assert passwords.of(ACCOUNT) == "five"
    passwords.is_wrong(ACCOUNT)
    assert passwords.of(ACCOUNT) == "four" and asked[-1] == (ACCOUNT, True)


def test_where_nobody_can_be_asked_it_is_told_whose_password_it_is() -> None:
    with pytest.raises(NoPasswordError) as raised:
        Passwords().of(ACCOUNT)
    assert not raised.value.wrong
    assert raised.value.say.en.startswith("https://cloud.zeester.example asks for the password of noor.")
    assert raised.value.say.nl.startswith("https://cloud.zeester.example vraagt het wachtwoord van noor.")
    again = pickle.loads(pickle.dumps(raised.value))
    assert (again.account, again.wrong, again.say) == (ACCOUNT, False, raised.value.say)


def test_no_password_is_shown_where_what_holds_it_is() -> None:
    passwords, _ = typing("secret")
    assert passwords.of(ACCOUNT) == "secret" and "secret" not in repr(passwords)
    assert ACCOUNT.service == "voorlichter https://cloud.zeester.example"


def test_who_is_asked_is_who_runs_the_program_and_nobody_afterwards() -> None:
    passwords, _ = typing()
    with using(passwords):
        assert passwords_in_use() is passwords
    assert passwords_in_use() is not passwords and passwords_in_use().ask is None
