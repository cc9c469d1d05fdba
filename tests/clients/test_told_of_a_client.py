"""What is told of one client before anything is done to it, what days come, whose number differs: each from small files and no site."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from file_keyring import FileKeyring
from support import files_of, lay

from voorlichter.clients.build_again import tell_build_again
from voorlichter.clients.dates import coming_dates
from voorlichter.clients.duplicate import plan_duplicate, write_duplicate
from voorlichter.clients.moves import move_all, undo_moves
from voorlichter.clients.numbers import OtherNumber, other_numbers
from voorlichter.clients.photos import check_photos
from voorlichter.clients.plan import check_free, check_there, exports_of
from voorlichter.clients.plan import files_of as client_files
from voorlichter.clients.publishing import Publisher
from voorlichter.clients.rename import address_of, plan_rename
from voorlichter.clients.stop import plan_stop
from voorlichter.problems import InputError, MachineError, Say
from voorlichter.profile.model import Profile
from voorlichter.publish.passwords import Account
from voorlichter.publish.places import find_place
from voorlichter.publish.shelf import Shelf, find_shelf, open_shelf
from voorlichter.publish.told import grey_square
from voorlichter.workspace import Workspace

TODAY = date(2026, 11, 2)
ZEE = """organisation: {name: Zee, short_name: Z, workforce: 20}
advisors: [{use: noor}]
brand: {color: blauw, logo: logo.svg}
publication: {url: "https://www.example.org/zee/"}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    files = {
        "profiles/zee/profile.yml": ZEE,
        "profiles/zee/logo.svg": "<svg/>",
        "profiles/zee/texts/a.md": "own",
        "profiles/zee-arm/profile.yml": ZEE.replace("/zee/", "/arm/"),
        "advisors/noor.yml": 'name: Noor Voorbeeld\nkind: external\nphone: "020 000 00 01"\n',
    }
    return Workspace(lay(tmp_path / "w", files), tmp_path / "defaults")


def told(say: tuple[Say, ...]) -> list[str]:
    return [one.en for one in say]


def refused(action: Callable[[], object]) -> list[tuple[str, str, str, str]]:
    with pytest.raises(InputError) as raised:
        action()
    return [(one.mark.path.name, one.where, one.message.en, one.fix.en) for one in raised.value.problems]


# Where it is


def test_everything_of_a_client_is_found_and_nothing_of_one_whose_name_is_longer(workspace: Workspace) -> None:
    bare = client_files(workspace, "zee")
    assert (bare.profile, bare.site, bare.kit, bare.exports, bare.shelves, bare.records) == (
        *(workspace.profiles / "zee", None, None, (), (), ()),
    )
    assert list(bare.all) == [workspace.profiles / "zee"]
    names = ("zee.zip", "zee-role-scorm12.zip", "zee-arm.zip", "zee-arm-role.zip", "zeester.zip", "zee", "readme.txt")
    lay(workspace.root, {f"export/{name}": "x" for name in names})
    lay(
        workspace.root,
        {"site/zee/x": "", "kit/zee/x": "", "export/zee-folder/x": "", ".voorlichter/built/a/zee.json": ""},
    )
    assert [path.name for path in exports_of(workspace, "zee")] == ["zee-role-scorm12.zip", "zee.zip"]
    assert [path.name for path in exports_of(workspace, "zee-arm")] == ["zee-arm-role.zip", "zee-arm.zip"]
    there = client_files(workspace, "zee")
    assert [path.relative_to(workspace.root).as_posix() for path in there.all] == [
        *("site/zee", "kit/zee", "export/zee-role-scorm12.zip", "export/zee.zip", "profiles/zee"),
    ]
    assert [path.name for path in there.records] == ["zee.json"]


def test_who_is_not_there_is_told_with_who_is(workspace: Workspace) -> None:
    check_there(workspace, "zee")
    assert refused(lambda: check_there(workspace, "weg")) == [
        ("weg", "weg", "there is no such profile", "choose from: zee, zee-arm")
    ]
    assert "cannot be a web address" in refused(lambda: check_there(workspace, "../zee"))[0][2]


def test_every_place_that_is_taken_is_told(workspace: Workspace, tmp_path: Path) -> None:
    lay(tmp_path, {"a/x": "", "b": ""})
    check_free([tmp_path / "c"], "c")
    assert refused(lambda: check_free([tmp_path / name for name in "abc"], "new")) == [
        (name, "new", "something stands here already", "choose another name, or move it") for name in "ab"
    ]


# Another name


@pytest.mark.parametrize(
    ("address", "new"),
    [
        ("https://www.example.org/zee/", "https://www.example.org/duin/"),
        ("https://www.example.org/zee", "https://www.example.org/duin"),
        ("https://zee.example.org/vp/", "https://duin.example.org/vp/"),
        ("https://www.example.org/zee?x", "https://www.example.org/duin?x"),
        ("https://www.example.org/zeester/", None),
        ("https://www.example.org/over-zee/", None),
    ],
)
def test_an_address_with_the_old_name_in_it_is_told_with_the_new_one(
    workspace: Workspace, address: str, new: str | None
) -> None:
    lay(workspace.root, {"profiles/zee/profile.yml": ZEE.replace("https://www.example.org/zee/", address)})
    assert address_of(workspace, "zee") == address
    plan = plan_rename(workspace, "zee", "duin")
    assert told(plan.tell)[0] == "The organisation is called duin here now."
    if new is None:
        assert told(plan.tell)[1:] == [f"The site's address stays {address}; nothing needs a redirect."]
        assert plan.for_it is None
        return
    assert told(plan.tell)[1].startswith(f"The old address {address} holds the old name. Does it change too?")
    assert f"under publication: url: {new}, and have IT redirect." in told(plan.tell)[1]
    assert plan.for_it and plan.for_it.en.split("\n")[:3] == [
        "The confidential advisor's website moves to another address.",
        f"Old address: {address}",
        f"New address: {new}",
    ]
    assert "301" in plan.for_it.nl and len(plan.for_it.nl.split("\n")) == 5


@pytest.mark.parametrize("profile", ["- zee\n", "organisation: {name: Zee}\n", "publication: nergens\n", "publication: {url: }\n", "publication: {url: [a]}\n"])  # fmt: skip
def test_a_client_without_an_address_has_none_to_tell(workspace: Workspace, profile: str) -> None:
    lay(workspace.root, {"profiles/zee/profile.yml": profile})
    assert address_of(workspace, "zee") is None
    assert told(plan_rename(workspace, "zee", "duin").tell) == ["The organisation is called duin here now."]


def test_what_is_to_be_done_elsewhere_is_told_where_there_is_something_elsewhere(workspace: Workspace) -> None:
    plain = "profiles/zee/profile.yml", ZEE.partition("publication")[0]
    lay(workspace.root, dict([plain]))
    lay(workspace.root, {"export/zee.zip": "", "export/zee-role.zip": "", "kit/zee/poster.pdf": ""})
    assert len(plan_rename(workspace, "zee", "duin").tell) == 1
    for kind in ("scorm12", "scorm2004", "cmi5"):
        lay(workspace.root, {f"export/zee-role-{kind}.zip": ""})
        assert "learning system" in told(plan_rename(workspace, "zee", "duin").tell)[-1]
        (workspace.root / f"export/zee-role-{kind}.zip").unlink()
    lay(workspace.root, {"kit/zee/annual-report/2025.json": "", "export/zee-role-cmi5.txt": ""})
    assert told(plan_rename(workspace, "zee", "duin").tell)[1:] == [
        "Write in the file with counts for the annual report: organisation: duin"
    ]


def test_another_name_moves_each_of_its_files_and_folders(workspace: Workspace) -> None:
    lay(workspace.root, {"export/zee-role-scorm12.zip": "", "kit/zee/x": ""})
    moves = plan_rename(workspace, "zee", "duin").moves
    assert [tuple(path.relative_to(workspace.root).as_posix() for path in move) for move in moves] == [
        ("kit/zee", "kit/duin"),
        ("export/zee-role-scorm12.zip", "export/duin-role-scorm12.zip"),
        ("profiles/zee", "profiles/duin"),
    ]
    assert refused(lambda: plan_rename(workspace, "zee", "zee")) == [
        ("zee", "zee", "this is its name already", "give another name")
    ]


# The end


def test_a_client_that_stops_goes_into_a_folder_of_that_day_with_what_is_left_to_do(workspace: Workspace) -> None:
    plan = plan_stop(workspace, "zee", TODAY)
    [(source, target)] = plan.moves
    assert (source, target) == (workspace.profiles / "zee", workspace.root / "stopped/zee-2026-11-02/profiles/zee")
    assert told(plan.tell)[0].startswith(
        "Profile, site, kit and training of zee are in stopped/zee-2026-11-02; nothing"
    )
    assert told(plan.tell)[1:] == [
        "Take away posters, cards and flyers with a number or QR code that is no longer right."
    ], "the other client has the same advisor"
    lay(workspace.root, {"stopped/zee-2026-11-02/x": "", "stopped/zee-2026-11-02-2/x": ""})
    assert plan_stop(workspace, "zee", TODAY).moves[0][1].parts[-3] == "zee-2026-11-02-3"
    lay(workspace.root, {"profiles/zee-arm/profile.yml": "organisation: {name: Arm}\n"})
    assert told(plan_stop(workspace, "zee", TODAY).tell)[-1] == (
        "advisors/noor.yml is used by no other organisation and stays."
    )


def test_who_serves_a_site_that_stops_is_told_where_it_is(workspace: Workspace, tmp_path: Path) -> None:
    place = find_place(str(tmp_path / "www"), tmp_path)
    open_shelf(workspace, find_shelf(workspace, "zee", place, tmp_path / "kept"))
    plan = plan_stop(workspace, "zee", TODAY)
    assert told(plan.tell)[1] == (f"The site still stands in {place}, and can be read there until somebody removes it.")
    kept = find_shelf(workspace, "zee", place).elsewhere
    assert told(plan.tell)[2] == f"Earlier versions are in {kept}. Delete them once you no longer need them."
    assert plan.for_it is not None
    assert plan.for_it.en.split("\n")[:3] == [
        "The confidential advisor's website stops. Would you please do the following?",
        "Address: https://www.example.org/zee/",
        f"Place: {place}",
    ]
    assert [line[:2] for line in plan.for_it.nl.split("\n")[3:]] == ["1.", "2.", "3.", "Er"]
    lay(workspace.root, {"profiles/zee-arm/profile.yml": "organisation: {name: Arm}\n"})
    alone = plan_stop(workspace, "zee-arm", TODAY).for_it
    assert alone and "Address" not in alone.en and "Place" not in alone.en


# Moving


def test_several_things_move_as_one_or_none(workspace: Workspace) -> None:
    root = workspace.root
    lay(root, {"a/x": "x", "b": "b"})
    move_all(workspace, [(root / "a", root / "deep/er/a"), (root / "b", root / "c")])
    assert (root / "deep/er/a/x").read_text() == "x" and (root / "c").read_text() == "b"
    assert not (workspace.private / "moving.json").exists()
    before = files_of(root)
    with pytest.raises(OSError):
        move_all(workspace, [(root / "c", root / "new/c"), (root / "gone", root / "d")])
    assert files_of(root) == before and not (root / "new").exists()
    assert not (workspace.private / "moving.json").exists()


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", '{"process": "x", "moves": []}', '{"process": 1}', '{"process": 1, "moves": [[1]]}', "[" * 100_000],
)
def test_notes_of_a_move_that_cannot_be_read_move_nothing(workspace: Workspace, written: str) -> None:
    lay(workspace.root, {".voorlichter/moving.json": written})
    before = files_of(workspace.root)
    undo_moves(workspace)
    assert files_of(workspace.root) == before


# A copy


def test_a_copy_says_another_name_and_nothing_that_is_true_of_the_first_alone(workspace: Workspace) -> None:
    plan = plan_duplicate(workspace, "zee", "Het Duin")
    assert (plan.slug, plan.target, plan.left_out) == ("het-duin", workspace.profiles / "het-duin", ("logo.svg",))
    assert (
        plan.profile
        == "organisation: {name: Het Duin, workforce: 20}\nadvisors: [{use: noor}]\nbrand: {color: blauw}\n"
    )
    assert told(plan.tell)[0] == "Het Duin is in profiles/het-duin, after the example of zee."
    assert [line.split(":")[0] for line in told(plan.tell)[1:]] == [
        "Not taken over",
        "Taken over, and perhaps different",
    ]
    write_duplicate(plan)
    assert files_of(plan.target) == {"profile.yml": plan.profile.encode(), "texts/a.md": b"own"}
    assert plan_duplicate(workspace, "zee", "Het Duin").slug == "het-duin-2"
    assert refused(lambda: plan_duplicate(workspace, "zee", "Het Duin", "het-duin"))[0][2] == (
        "something stands here already"
    )


def test_a_logo_that_something_else_names_too_is_copied(workspace: Workspace) -> None:
    lay(workspace.root, {"profiles/zee/profile.yml": ZEE + "practice: {name: Praktijk, logo: logo.svg}\n"})
    assert plan_duplicate(workspace, "zee", "Het Duin").left_out == ()


def test_a_profile_that_cannot_be_copied_is_told_with_its_line(workspace: Workspace) -> None:
    lay(workspace.root, {"profiles/zee/profile.yml": b"organisation: {name: \xff}\n"})
    assert refused(lambda: plan_duplicate(workspace, "zee", "Duin")) == [
        (
            "profile.yml",
            "",
            "this profile cannot be copied as it is",
            "first correct what `voorlichter check` says about it",
        )
    ]


# Days


def profile(**more: Any) -> Profile:
    advisor = {"id": "noor", "name": "Voorbeeld, Noor", "kind": "external", "phone": "020 000 00 01"}
    advisor |= more.pop("advisor", {})
    return Profile.model_validate({"organisation": {"name": "Zee", "workforce": 20}, "advisors": [advisor], **more})


def days(told: Profile, build: date | None = None, changes: date | None = None) -> list[tuple[str, str, str, Any]]:
    return [
        (str(one.day), one.kind, one.what.en, one.path)
        for one in coming_dates(told, build, changes, TODAY, timedelta(days=60))
    ]


def test_the_days_of_a_profile_are_told_with_the_key_they_stand_under() -> None:
    absences = [{"from": "2026-11-10", "until": "2026-11-12"}, {"from": "2026-11-13", "until": "2026-11-20"}]
    certificate = {"register": "Zee", "valid_until": "2026-12-01"}
    whole = profile(advisor={"absences": absences, "certificate": certificate}, review_by="2026-11-30")
    assert days(whole) == [
        ("2026-11-10", "absence_begins", "Noor Voorbeeld is away from this day on", ("advisors", 0, "absences")),
        ("2026-11-21", "absence_ends", "Noor Voorbeeld is back", ("advisors", 0, "absences")),
        ("2026-11-30", "review_by", "check everything by this day", ("review_by",)),
        (
            *("2026-12-01", "certificate", "the certificate of Noor Voorbeeld is valid up to and including this day"),
            ("advisors", 0, "certificate", "valid_until"),
        ),
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-11-01", True), ("2026-11-02", True), ("2027-01-01", True), ("2027-01-02", False), ("2020-01-01", True)],
)
def test_what_must_be_done_is_told_up_to_the_horizon_and_after_its_day(day: str, told: bool) -> None:
    assert bool(days(profile(review_by=day))) is told
    assert bool(days(profile(), date.fromisoformat(day))) is told
    assert bool(days(profile(advisor={"certificate": {"register": "Zee", "valid_until": day}}))) is told


@pytest.mark.parametrize(("day", "told"), [("2026-11-01", False), ("2026-11-02", True), ("2027-01-01", True)])
def test_what_comes_by_itself_is_told_until_its_day(day: str, told: bool) -> None:
    assert bool(days(profile(), None, date.fromisoformat(day))) is told


def test_a_site_that_changes_on_the_day_by_which_it_is_built_again_tells_one_of_them() -> None:
    soon, later = TODAY + timedelta(days=1), TODAY + timedelta(days=2)
    assert [(day, kind) for day, kind, _, _ in days(profile(), soon, soon)] == [(str(soon), "build_by")]
    assert days(profile(), later, soon) == [
        (str(soon), "changes_by_itself", "the site is another one by itself from this day on", ()),
        (
            *(
                str(later),
                "build_by",
                "build the site again by this day; after it the site no longer says who is there now",
            ),
            (),
        ),
    ]


def test_sites_to_build_again_are_told_a_day_a_line_the_soonest_first() -> None:
    late, soon = TODAY - timedelta(days=1), TODAY
    known = {"zee": soon, "duin": late, "arm": soon, "none": None}
    assert [one.en for one in tell_build_again(known, TODAY)] == [
        "Build again; after 1 November 2026 a site no longer says who is there now: duin",
        "Build again by 2 November 2026, after it a site no longer says who is there now: zee, arm",
    ]
    assert [one.nl for one in tell_build_again(known, TODAY)] == [
        "Bouw opnieuw; na 1 november 2026 zegt een site niet meer wie er nu is: duin",
        "Bouw uiterlijk 2 november 2026 opnieuw, daarna zegt een site niet meer wie er nu is: zee, arm",
    ]
    for count, more in ((10, ""), (11, ", and 1 more"), (12, ", and 2 more")):
        [line] = tell_build_again({f"s{number:02}": soon for number in range(count)}, TODAY)
        assert line.en.endswith("s09" + more) and line.nl.endswith(
            "s09" + more.replace("and", "en nog").replace(" more", "")
        )
    assert list(tell_build_again({}, TODAY)) == []


# Numbers


def test_one_person_with_two_numbers_is_known_by_name_or_address_and_a_door_by_its_address() -> None:
    def one(**advisor: object) -> Profile:
        return profile(advisor=advisor)

    same = {"zee": one(), "duin": one(phone="+31 20 0000001"), "arm": one(name="Sam Elders", phone="020 000 00 09")}
    assert other_numbers(same) == {}
    zee, duin = one(), one(name="noor voorbeeld", phone="020 000 00 02")
    assert other_numbers({"zee": zee, "duin": duin}) == {
        "zee": (OtherNumber(("advisors", 0, "phone"), "Voorbeeld, Noor", "020 000 00 01", "duin", "020 000 00 02"),),
        "duin": (OtherNumber(("advisors", 0, "phone"), "noor voorbeeld", "020 000 00 02", "zee", "020 000 00 01"),),
    }
    married = {
        "zee": one(email="noor@praktijk.example"),
        "duin": one(name="Noor Elders", email="Noor@Praktijk.example", phone="020 000 00 03"),
    }
    assert [len(numbers) for numbers in other_numbers(married).values()] == [1, 1]
    both = {"zee": one(email="n@p.example"), "duin": one(email="n@p.example", phone="020 000 00 03")}
    assert [len(numbers) for numbers in other_numbers(both).values()] == [1, 1], "known by two things, told once"
    assert other_numbers({"zee": zee, "duin": one(phone=None, email="noor@praktijk.example")}) == {}


def test_a_door_without_an_address_is_nobodys_and_no_advisor_is_a_door() -> None:
    def door(**told: object) -> Profile:
        return profile(doors={"hr": {"name": "Team HR", **told}})

    first, second = {"phone": "020 000 00 10"}, {"phone": "020 000 00 11"}
    address = {"email": "hr@bureau.example"}
    assert other_numbers({"zee": door(**first), "duin": door(**second)}) == {}
    assert other_numbers({"zee": door(**first, **address), "duin": door(**address)}) == {}
    found = other_numbers({"zee": door(**first, **address), "duin": door(**second, email="HR@Bureau.example")})
    assert found["zee"] == (
        OtherNumber(("doors", "hr", "phone"), "hr@bureau.example", "020 000 00 10", "duin", "020 000 00 11"),
    )
    advisor = profile(advisor={"email": "hr@bureau.example", "phone": "020 000 00 12"})
    assert other_numbers({"zee": door(**first, **address), "duin": advisor})["zee"][0].path == ("advisors", 0, "phone")
    assert len(other_numbers({"zee": door(**first, **address), "duin": advisor})["zee"]) == 1


# Where it was published


@pytest.fixture
def publisher(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Publisher:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "file_keyring.FileKeyring")
    monkeypatch.setenv("FILE_KEYRING", str(tmp_path / "keyring"))
    monkeypatch.setattr("keyring.core._keyring_backend", FileKeyring())
    nothing: Any = None
    return Publisher(workspace, nothing, TODAY)


def shelf_of(workspace: Workspace, target: str, slug: str = "zee") -> Shelf:
    shelf = find_shelf(workspace, slug, find_place(target, workspace.root))
    open_shelf(workspace, shelf)
    return shelf


def test_a_place_that_is_forgotten_takes_its_password_along_unless_another_site_needs_it(
    workspace: Workspace, publisher: Publisher
) -> None:
    address, account = "https://noor@cloud.example/", Account("https://cloud.example", "noor")
    FileKeyring().set_password(account.service, account.user, "secret")
    first, second = (shelf_of(workspace, f"{address}{slug}", slug) for slug in ("zee", "zee-arm"))
    assert not publisher.forget(first) and not first.folder.exists()
    assert FileKeyring().get_password(account.service, account.user) == "secret"
    assert publisher.forget(second)
    assert FileKeyring().get_password(account.service, account.user) is None
    assert not publisher.forget(shelf_of(workspace, str(workspace.root.parent / "www")))
    nowhere = shelf_of(workspace, f"{address}x")
    odd = Shelf("zee", "gopher://x.example/", nowhere.folder)
    assert not publisher.forget(odd), "of a kind that nobody knows there is no password"


def test_a_place_where_the_site_stands_no_longer_is_told_before_anything_is_built(
    workspace: Workspace, publisher: Publisher, tmp_path: Path
) -> None:
    shelf = shelf_of(workspace, str(tmp_path / "www"))
    shelf.note(datetime(2026, 11, 1, tzinfo=UTC), "0")
    known = find_shelf(workspace, "zee", shelf.place)
    with pytest.raises(InputError) as raised:
        publisher.publish_again(known)
    [problem] = raised.value.problems
    assert (problem.mark.path, problem.where) == (tmp_path / "www", "")
    assert problem.message.en == (
        "the site of zee no longer stands here; a disk that is not attached, or a folder that was moved or emptied"
    )
    assert problem.fix.en.startswith(
        f"attach the disk; or put it there anew with: voorlichter publish zee {tmp_path / 'www'};"
    )
    assert problem.fix.nl.endswith(f"voorlichter publish zee {tmp_path / 'www'} --forget")


def test_earlier_versions_go_where_they_are_kept_from_now_on(
    workspace: Workspace, publisher: Publisher, tmp_path: Path
) -> None:
    shelf = shelf_of(workspace, str(tmp_path / "www"))
    lay(shelf.folder / "1", {"index.html": "earlier"})
    publisher.keep(shelf, tmp_path / "kept")
    moved = find_shelf(workspace, "zee", shelf.place)
    assert moved.elsewhere is not None and moved.elsewhere.parent == tmp_path / "kept"
    assert files_of(moved.elsewhere) == {"1/index.html": b"earlier"}
    with pytest.raises(InputError, match="earlier versions"):
        publisher.keep(shelf, tmp_path / "www/kept")


@pytest.mark.parametrize(
    ("advisor", "gone"),
    [
        ({"photo": "noor.jpg", "photo_consent": True}, ["sam"]),
        ({"photo": "noor.jpg", "photo_consent": False}, ["noor", "sam"]),
        ({"photo_consent": True}, ["noor", "sam"]),
        ({}, ["noor", "sam"]),
    ],
)
def test_a_photo_that_may_not_be_shown_any_more_is_taken_out_of_earlier_versions_and_that_is_told(
    workspace: Workspace, tmp_path: Path, advisor: dict[str, object], gone: list[str]
) -> None:
    shelf = shelf_of(workspace, str(tmp_path / "www"))
    names = ("index.html", "media/noor.jpg", "media/noor-2x.jpg", "media/sam.jpg")
    manifest = json.dumps({"voorlichter": "0", "files": dict.fromkeys(names, "0")})
    lay(shelf.folder / "1", {**dict.fromkeys(names, "face"), "manifest.json": manifest})
    problems = check_photos(workspace, "zee", profile(advisor=advisor))
    assert [(one.mark.path, one.where, one.severity, one.message.en, one.fix.en) for one in problems] == [
        (
            *(workspace.profile_path("zee"), "photo_consent", "warning"),
            f"zee: the photo of {name} is gone from the earlier versions that are kept, too",
            "publish again, so that it is no longer online either: voorlichter publish zee",
        )
        for name in gone
    ]
    kept = files_of(shelf.folder / "1")
    assert {name for name, data in kept.items() if data == grey_square()} == {
        name for name in names if name.partition("/")[2].split(".")[0].removesuffix("-2x") in gone
    }
    assert kept["index.html"] == b"face"
    assert check_photos(workspace, "zee", profile(advisor=advisor)) == [], "once"


def test_where_earlier_versions_cannot_be_kept_it_is_told_with_the_folder(
    workspace: Workspace, publisher: Publisher, tmp_path: Path
) -> None:
    shelf = shelf_of(workspace, str(tmp_path / "www"))
    lay(tmp_path, {"file": "x"})
    with pytest.raises(MachineError) as raised:
        publisher.keep(shelf, tmp_path / "file/kept")
    assert raised.value.say.en.startswith(f"{tmp_path / 'file/kept'}: ") and raised.value.say.nl != raised.value.say.en
    assert find_shelf(workspace, "zee", shelf.place).elsewhere is None
