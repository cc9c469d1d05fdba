"""The password of a place that asks for one: typed, or from the keyring of the system. It stays in memory, and no file of ours holds it.

Whoever runs the program says who is asked (`using`); without that the keyring alone is. Into the keyring goes what was typed
and was right, and only where the user wants that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voorlichter.problems import MachineError, Say

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_TIMES = 3
_SAFE = 1
"""What `keyring` calls its own by their priority: a backend below it may be a file that anybody reads."""


@dataclass(frozen=True, slots=True, order=True)
class Account:
    """`server` as an address begins."""

    server: str
    user: str

    @property
    def service(self) -> str:
        """What a keyring calls it."""
        return f"voorlichter {self.server}"


class NoPasswordError(MachineError):
    """Nobody knows it, or what was given is wrong."""

    def __init__(self, account: Account, wrong: bool) -> None:
        self.account = account
        self.wrong = wrong
        super().__init__(_wrong(account) if wrong else _needed(account))

    def __reduce__(self) -> tuple[type[NoPasswordError], tuple[Account, bool]]:  # type: ignore[override]
        return type(self), (self.account, self.wrong)


@dataclass(slots=True)
class Passwords:
    """`ask` types one for an account, with a sentence where the last was wrong; `remember`: put what was right into the keyring."""

    ask: Callable[[Account, bool], str] | None = None
    remember: bool = False
    lacking: NoPasswordError | None = None
    """The last that nobody could give."""
    _typed: dict[Account, str] = field(default_factory=dict, repr=False)
    _wrong: dict[Account, int] = field(default_factory=dict)
    _right: set[Account] = field(default_factory=set)

    def of(self, account: Account) -> str:
        """Raises NoPasswordError where there is none, or too many were wrong."""
        if account in self._typed:
            return self._typed[account]
        wrong = self._wrong.get(account, 0)
        if not wrong and (kept := _kept(account)):
            return kept
        if self.ask is None or wrong >= _TIMES:
            self.lacking = NoPasswordError(account, bool(wrong))
            raise self.lacking
        self._typed[account] = self.ask(account, bool(wrong))
        return self._typed[account]

    def give(self, account: Account, password: str) -> None:
        """It was typed elsewhere; that earlier ones were wrong is forgotten."""
        self._wrong.pop(account, None)
        self._right.discard(account)
        self._typed[account] = password

    def is_wrong(self, account: Account) -> None:
        self._typed.pop(account, None)
        self._wrong[account] = self._wrong.get(account, 0) + 1

    def is_right(self, account: Account) -> None:
        """The server let us in; it is put into the keyring at once, where that is wanted. Raises MachineError where there is none."""
        if account in self._right or account not in self._typed:
            return
        self._right.add(account)
        if self.remember:
            _keep(account, self._typed[account])


_USED: ContextVar[Passwords | None] = ContextVar("passwords", default=None)


@contextmanager
def using(passwords: Passwords) -> Iterator[None]:
    token = _USED.set(passwords)
    try:
        yield
    finally:
        _USED.reset(token)


def passwords_in_use() -> Passwords:
    return _USED.get() or Passwords()


def can_remember() -> bool:
    """Has this system a keyring in which a password is safe?"""
    keyring = _keyring()
    return keyring is not None and keyring.priority >= _SAFE


def forget_password(account: Account) -> bool:
    """Out of the keyring; whether it was there."""
    keyring = _keyring()
    if keyring is None or not _kept(account):
        return False
    with suppress(Exception):
        keyring.delete_password(account.service, account.user)
        return True
    return False


def _kept(account: Account) -> str | None:
    """A keyring that is locked or broken knows nothing: then it is typed."""
    keyring = _keyring()
    if keyring is None:
        return None
    with suppress(Exception):  # each backend has errors of its own
        return keyring.get_password(account.service, account.user)
    return None


def _keep(account: Account, password: str) -> None:
    keyring = _keyring()
    if keyring is None or not can_remember():
        raise MachineError(_NO_KEYRING)
    try:
        keyring.set_password(account.service, account.user, password)
    except Exception as error:
        raise MachineError(_NO_KEYRING) from error


def _keyring() -> KeyringBackend | None:
    """None where the system has none, or the extra is not installed."""
    try:
        import keyring
    except ModuleNotFoundError:
        return None
    with suppress(Exception):
        return keyring.get_keyring()
    return None


def _needed(account: Account) -> Say:
    return Say(
        f"{account.server} vraagt het wachtwoord van {account.user}. Typ het als voorlichter erom vraagt, in een terminal of in de studio.",
        f"{account.server} asks for the password of {account.user}. Type it when voorlichter asks for it, in a terminal or in the studio.",
    )


def _wrong(account: Account) -> Say:
    return Say(
        f"{account.server} laat {account.user} niet binnen met dit wachtwoord. Maak bij Nextcloud een app-wachtwoord, onder Instellingen, Beveiliging.",
        f"{account.server} does not let {account.user} in with this password. In Nextcloud make an app password, under Settings, Security.",
    )


_NO_KEYRING = Say(
    "Dit systeem heeft geen sleutelbos waarin het wachtwoord veilig staat. Er is niets veranderd; publiceer zonder het te bewaren. Mist de aanvulling? pip install 'voorlichter[webdav]'",
    "This system has no keyring in which the password is safe. Nothing has changed; publish without keeping it. Is the extra missing? pip install 'voorlichter[webdav]'",
)
