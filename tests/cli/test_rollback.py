"""`voorlichter publish --rollback`: back whole, and nothing comes back that was taken back, unless it is named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import REPOSITORY, TODAY, Answer, broken, files_of, lay, run

PROFILE = Path("profiles/zeester/profile.yml")
FULL = """organisation: {name: Stichting De Zeester, workforce: 20}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", photo: noor.png, photo_consent: true, backup: sam}
  - {id: sam, name: Sam Elders, kind: external, email: sam@elders.example}
"""
LESS = """organisation: {name: Stichting De Zeester, workforce: 20}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 09", photo: noor.png}
"""
TYPO = FULL + "introduction: {nl: Wellkom.}\n"


def publish(root: Path, *words: object) -> Answer:
    return run("publish", "zeester", *words, "-C", root, "--lang", "en", "--date", TODAY)


@pytest.fixture
def root(new_workspace: Callable[..., Path]) -> Path:
    made = new_workspace({str(PROFILE): FULL})
    shutil.copyfile(
        REPOSITORY / "tests/golden/rules/photos_have_consent/a_photo_with_consent/profiles/zeester/noor.png",
        made / "profiles/zeester/noor.png",
    )
    return made


def kept(root: Path) -> list[Path]:
    return sorted(root.glob(".voorlichter/published/zeester-*/[0-9]*"))


def test_what_was_a_slip_is_put_back_whole_and_can_be_put_forward_again(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "www"
    publish(root, target)
    right = files_of(target)
    lay(root, {str(PROFILE): TYPO})
    publish(root)
    slip = files_of(target)
    asked = publish(root, "--rollback")
    assert (asked.code, files_of(target)) == (1, slip), "nobody there to answer is a no"
    answer = publish(root, "--rollback", "--yes")
    assert (answer.code, answer.err) == (0, "")
    assert "Pages that would change:" in answer.out and "Comes back" not in answer.out
    assert files_of(target) == right
    assert [files_of(path) for path in kept(root)] == [slip]
    assert publish(root, "--rollback", "--yes").code == 0
    assert files_of(target) == slip
    assert [files_of(path) for path in kept(root)] == [right]


def test_a_number_a_person_and_a_photo_that_were_taken_back_stay_away_until_each_is_named(
    root: Path, tmp_path: Path
) -> None:
    target = tmp_path / "www"
    publish(root, target)
    before = files_of(target)
    lay(root, {str(PROFILE): TYPO})
    publish(root)
    lay(root, {str(PROFILE): LESS})
    online = files_of(target)
    refused = publish(root, "--rollback", "--yes")
    names = ["31200000001", "photo-noor", "sam", "sam@elders.example"]
    assert refused.code == 1
    assert [name for name in names if f"--accept {name}" not in refused.err] == []
    assert refused.err.count("this would come back") == len(names)
    accepted = [word for name in names for word in ("--accept", name)]
    half = publish(root, "--rollback", "--yes", *accepted[:-2])
    assert (half.code, half.err.count("this would come back")) == (1, 1)
    wrong = publish(root, "--rollback", "--yes", *accepted, "--accept", "kim")
    assert (wrong.code, "this does not come back" in wrong.err) == (1, True)
    assert files_of(target) == online
    accepted[1] = "+31 20 000 00 01"
    assert publish(root, "--rollback", "--yes", *accepted).code == 0
    assert files_of(target) == before


@pytest.mark.parametrize("by", ["publish", "check", "build"])
def test_a_photo_without_consent_is_taken_out_of_what_is_kept_too(root: Path, tmp_path: Path, by: str) -> None:
    target = tmp_path / "www"
    publish(root, target)
    photo = (target / "media/noor.jpg").read_bytes()
    lay(root, {str(PROFILE): TYPO})
    publish(root)
    lay(root, {str(PROFILE): TYPO.replace(", photo_consent: true", "")})
    answer = publish(root) if by == "publish" else run(by, "-C", root, "--lang", "en", "--date", TODAY)
    assert "the photo of noor is gone from the earlier versions" in answer.out + answer.err
    held = {data for version in kept(root) for data in files_of(version).values()}
    assert photo not in held
    assert [broken(version) for version in kept(root)] == [[]] * len(kept(root))
    again = run("check", "-C", root, "--lang", "en", "--date", TODAY)
    assert "is gone from" not in again.err, "told once"
    if by == "publish":
        assert publish(root, "--rollback", "--yes").code == 0
        assert broken(target) == []
        assert (target / "media/noor.jpg").read_bytes() != photo


def test_a_version_that_was_damaged_does_not_go_online(root: Path, tmp_path: Path) -> None:
    publish(root, tmp_path / "www")
    lay(root, {str(PROFILE): TYPO})
    publish(root)
    online = files_of(tmp_path / "www")
    lay(kept(root)[0], {"index.html": "damaged"})
    answer = publish(root, "--rollback", "--yes")
    assert (answer.code, "no longer whole" in answer.err) == (3, True)
    assert files_of(tmp_path / "www") == online


def test_a_rollback_that_was_killed_after_it_kept_what_stands_goes_back_all_the_same(
    root: Path, tmp_path: Path
) -> None:
    target = tmp_path / "www"
    publish(root, target)
    right = files_of(target)
    lay(root, {str(PROFILE): TYPO})
    publish(root)
    slip = files_of(target)
    (earlier,) = kept(root)
    shutil.copytree(target, earlier.with_name(str(int(earlier.name) + 1)))
    answer = publish(root, "--rollback", "--yes")
    assert answer.code == 0, answer.err
    assert files_of(target) == right
    assert [files_of(path) for path in kept(root)] == [slip]


def test_where_nothing_is_kept_it_is_said(root: Path, tmp_path: Path) -> None:
    assert publish(root, "--rollback").code == 1
    publish(root, tmp_path / "www")
    answer = publish(root, "--rollback", "--yes")
    assert (answer.code, "no earlier version of this is kept" in answer.err) == (1, True)
