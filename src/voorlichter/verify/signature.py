"""A list signed with an SSH key, by ssh-keygen itself: the key stays where it is, in an agent, on a token or on a disk."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.scratch import Scratch
from voorlichter.swap import replace_file
from voorlichter.verify.compare import compare, read_list
from voorlichter.verify.places import FolderPlace, ZipPlace
from voorlichter.workspace import MANIFEST, SIGNATURE

LARGEST = 64 * 1024
_NAMESPACE = "voorlichter"
"""A signature made for anything else proves nothing here."""
_PATIENCE = 120
"""Seconds for somebody to type the words of a key, or touch a token."""
_KNOWN = re.compile(r'Good "voorlichter" signature for (?P<who>.{1,200}?) with (?P<key>\S+ key \S+)')


@dataclass(frozen=True, slots=True)
class Signed:
    """By whom, as whoever checks calls them; or what is wrong."""

    by: str | None
    key: str | None = None


def sign(manifest: bytes, key: Path) -> bytes:
    """The signature of a list; ssh-keygen itself asks for the words of a key. Raises InputError where the key will not do."""
    with Scratch("signature") as folder:
        path = folder / MANIFEST
        path.write_bytes(manifest)
        done = _ask("sign", "-n", _NAMESPACE, "-f", str(key), str(path))
        made = path.with_name(SIGNATURE)
        if done.returncode == 0 and made.is_file():
            return made.read_bytes()
    why = _plain(done.stderr)
    message = Say(f"ssh-keygen kan hiermee niet ondertekenen ({why})", f"ssh-keygen cannot sign with this ({why})")
    raise InputError([Problem(Mark(key), "--key", message, _OTHER_KEY)])


_OTHER_KEY = Say(
    "noem een eigen SSH-sleutel, zoals ~/.ssh/id_ed25519, of de openbare helft van een sleutel in uw agent",
    "name an SSH key of your own, such as ~/.ssh/id_ed25519, or the public half of a key in your agent",
)


def put_signature(site: Path, key: Path) -> Path:
    """Sign a site in a folder or a zip, beside its list. Raises InputError where its files are not those of the list."""
    place = ZipPlace(site) if site.is_file() else FolderPlace(site.resolve())
    listed = read_list(place)
    if differences := compare(place, listed).differences:
        raise InputError([Problem(Mark(site), one.name, *_CHANGED) for one in differences])
    signature = sign(listed.data, key)
    if isinstance(place, ZipPlace):
        replace_file(site, place.packed_with(SIGNATURE, signature))
        return site
    replace_file(site / SIGNATURE, signature)
    return site / SIGNATURE


_CHANGED = (
    Say("dit is niet zoals de lijst zegt; er is niets ondertekend", "this is not as the list says; nothing was signed"),
    Say("bouw de site opnieuw, en onderteken haar dan", "build the site again, and sign it then"),
)


def check_signature(manifest: bytes, signature: bytes, signers: Path) -> Signed:
    """Who of the known signers signed this list; nobody where it is another list, another key, or no signature at all."""
    with Scratch("signature") as folder:
        path = folder / SIGNATURE
        path.write_bytes(signature)
        found = _run("find-principals", "-s", str(path), "-f", str(signers), given=manifest)
        for who in found.decode("utf-8", "replace").splitlines():
            told = _run("verify", "-n", _NAMESPACE, "-s", str(path), "-f", str(signers), "-I", who, given=manifest)
            if match := _KNOWN.search(told.decode("utf-8", "replace")):
                return Signed(match["who"], match["key"])
    return Signed(None)


def _run(verb: str, *words: str, given: bytes) -> bytes:
    """What ssh-keygen says; nothing where it does not hold."""
    done = _ask(verb, *words, given=given)
    return done.stdout if done.returncode == 0 else b""


def _ask(verb: str, *words: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Raises MachineError where ssh-keygen is not there or waits for ever. What asks for the words of a key asks the terminal."""
    try:
        return subprocess.run(  # noqa: S603
            [_program(), "-Y", verb, *words], input=given, capture_output=True, timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired as error:
        told = (
            f"ssh-keygen wacht al {_PATIENCE} seconden; probeer het opnieuw",
            f"ssh-keygen has waited for {_PATIENCE} seconds; try again",
        )
        raise MachineError(Say(*told)) from error


def _program() -> str:
    found = shutil.which("ssh-keygen")
    if found is None:
        raise MachineError(
            Say(
                "er is geen ssh-keygen; installeer OpenSSH (Debian: sudo apt-get install openssh-client; Windows: Instellingen, Optionele onderdelen)",
                "there is no ssh-keygen; install OpenSSH (Debian: sudo apt-get install openssh-client; Windows: Settings, Optional features)",
            )
        )
    return found


def _plain(said: bytes) -> str:
    text = " ".join(said.decode("utf-8", "replace").split())
    return text[:200] if text.isprintable() else ascii(text)[1:201]
