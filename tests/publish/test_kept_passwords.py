"""A password in the keyring of the system: used unasked, put there only where it was right and somebody wants that, and taken out again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from file_keyring import FileKeyring, OpenKeyring
from keyring.backend import KeyringBackend

from voorlichter.problems import MachineError, Say
from voorlichter.publish.passwords import Account, NoPasswordError, Passwords, can_remember, forget_password

ACCOUNT = Account("https://cloud.zeester.example", "noor")
OTHER = Account("https://cloud.zeester.example", "sam")


class BrokenKeyring(FileKeyring):
    """One that is locked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError("locked")

    set_password = delete_password = get_password  # type: ignore[assignment]


def use(backend: KeyringBackend) -> None:
    keyring.set_keyring(backend)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileKeyring]:
    monkeypatch.setenv("FILE_KEYRING", str(tmp_path / "keyring"))
    before = keyring.get_keyring()
    backend = FileKeyring()
    use(backend)
    yield backend
    use(before)


def held(account: Account = ACCOUNT) -> str | None:
    return FileKeyring().get_password(account.service, account.user)


def asking(*typed: str, remember: bool = False) -> tuple[Passwords, list[bool]]:
    asked: list[bool] = []

    def ask(_: Account, wrong: bool) -> str:
        asked.append(wrong)
        return typed[len(asked) - 1]

    return Passwords(ask, remember), asked


def test_what_is_kept_is_used_and_nobody_is_asked(kept: FileKeyring) -> None:
    kept.set_password(ACCOUNT.service, ACCOUNT.user, "kept")
    passwords, asked = asking("typed")
    assert (passwords.of(ACCOUNT), asked) == ("kept", [])
    assert Passwords().of(ACCOUNT) == "kept", "also where nobody can be asked"
    with pytest.raises(NoPasswordError) as raised:
        Passwords().of(OTHER)
    assert (raised.value.account, raised.value.wrong) == (OTHER, False)


def test_what_is_kept_and_wrong_is_asked_for_and_not_tried_again(kept: FileKeyring) -> None:
    kept.set_password(ACCOUNT.service, ACCOUNT.user, "old")
    passwords, asked = asking("typed")
    assert passwords.of(ACCOUNT) == "old"
    passwords.is_wrong(ACCOUNT)
    assert (passwords.of(ACCOUNT), asked) == ("typed", [True])
    nobody = Passwords()
    assert nobody.of(ACCOUNT) == "old"
    nobody.is_wrong(ACCOUNT)
    with pytest.raises(NoPasswordError) as raised:
        nobody.of(ACCOUNT)
    assert raised.value.wrong and nobody.lacking is raised.value


def test_what_was_typed_and_right_is_kept_where_somebody_wants_that() -> None:
    passwords, _ = asking("typed", remember=True)
    passwords.of(ACCOUNT)
    assert held() is None, "not before the server let us in"
    passwords.is_right(ACCOUNT)
    assert held() == "typed"
    forget_password(ACCOUNT)
    passwords.is_right(ACCOUNT)
    assert held() is None, "once is enough"
    passwords.is_right(OTHER)
    assert held(OTHER) is None, "nobody typed it"
    unwanted, _ = asking("typed")
    unwanted.of(ACCOUNT)
    unwanted.is_right(ACCOUNT)
    assert held() is None


def test_a_password_that_is_given_later_is_kept_anew() -> None:
    passwords, asked = asking("first", remember=True)
    passwords.of(ACCOUNT)
    passwords.is_right(ACCOUNT)
    passwords.is_wrong(ACCOUNT)
    passwords.give(ACCOUNT, "second")
    assert (passwords.of(ACCOUNT), asked) == ("second", [False])
    passwords.is_right(ACCOUNT)
    assert held() == "second"


@pytest.mark.parametrize(("backend", "safe"), [(FileKeyring, True), (OpenKeyring, False), (BrokenKeyring, True)])
def test_a_keyring_that_anybody_may_read_is_none_to_keep_in(backend: type[KeyringBackend], safe: bool) -> None:
    use(backend())
    assert can_remember() is safe


@pytest.mark.parametrize("backend", [OpenKeyring, BrokenKeyring])
def test_where_a_password_cannot_be_kept_it_is_told_and_nothing_is(backend: type[KeyringBackend]) -> None:
    use(backend())
    passwords, _ = asking("typed", remember=True)
    assert passwords.of(ACCOUNT) == "typed"
    with pytest.raises(MachineError) as raised:
        passwords.is_right(ACCOUNT)
    assert raised.value.say.en.startswith(
        "This system has no keyring in which the password is safe. Nothing has changed;"
    )
    assert raised.value.say.nl.startswith("Dit systeem heeft geen sleutelbos waarin het wachtwoord veilig staat.")
    assert isinstance(raised.value.say, Say) and held() is None


def test_what_is_forgotten_is_told_where_it_was_there(kept: FileKeyring) -> None:
    assert not forget_password(ACCOUNT)
    for account in (ACCOUNT, OTHER):
        kept.set_password(account.service, account.user, "kept")
    assert forget_password(ACCOUNT) and (held(), held(OTHER)) == (None, "kept")
    assert not forget_password(ACCOUNT)
    use(BrokenKeyring())
    assert not forget_password(OTHER)


def test_without_a_keyring_a_password_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    passwords, asked = asking("typed", remember=True)
    assert not can_remember() and not forget_password(ACCOUNT)
    assert (passwords.of(ACCOUNT), asked) == ("typed", [False])
    with pytest.raises(MachineError):
        passwords.is_right(ACCOUNT)


def test_accounts_of_one_server_are_told_apart_and_stand_in_order() -> None:
    passwords, asked = asking("one", "two")
    assert [passwords.of(ACCOUNT), passwords.of(OTHER), passwords.of(ACCOUNT)] == ["one", "two", "one"]
    assert asked == [False, False] and sorted([OTHER, ACCOUNT]) == [ACCOUNT, OTHER]
