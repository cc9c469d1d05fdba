"""A list is signed with one's own SSH key, and only a key that whoever checks knows says anything."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from browser.conftest import skip_or_fail
from browser.server import serving
from support import Answer, files_of, lay, run
from verify.sites import FILES, whole

from voorlichter.publish.built import read_names
from voorlichter.zip_file import render_zip


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """Two keys: that of noor is known, that of a stranger is not."""
    if shutil.which("ssh-keygen") is None:
        skip_or_fail("no ssh-keygen found; install it with: sudo apt-get install openssh-client")
    folder = tmp_path / "keys"
    folder.mkdir()
    for name in ("noor", "stranger"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    known = (folder / "noor.pub").read_text(encoding="utf-8")
    (folder / "signers").write_text(
        f'# who may\nnoor@praktijk.example namespaces="voorlichter" {known}', encoding="utf-8"
    )
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "site", whole())


def sign(site: Path, key: Path) -> Answer:
    return run("sign", site, "--key", key, "--lang", "en")


def proof(where: object, keys: Path | None) -> tuple[int, str, bool]:
    """The exit code, what is said of the proof, and whether anything is proven."""
    words = ("--signers", keys / "signers") if keys else ()
    answer = run("verify", where, "--lang", "en", "--format", "json", *words)
    (line,) = answer.json["parts"]["proof"]
    return answer.code, line["what"], answer.json["proven"]


def test_a_signed_site_is_told_by_the_name_that_whoever_checks_gave_the_key(site: Path, keys: Path) -> None:
    assert sign(site, keys / "noor").code == 0
    answer = run("verify", site, "--signers", keys / "signers", "--lang", "en")
    assert answer.code == 0 and "signed by noor@praktijk.example, ED25519 key SHA256:" in answer.out
    with serving(site) as address:
        assert proof(address, keys) == (0, "signed", True)


def test_without_a_signature_or_without_known_keys_nothing_is_proven_and_that_is_said(site: Path, keys: Path) -> None:
    assert proof(site, None) == (0, "unsigned", False)
    assert proof(site, keys) == (1, "not_signed", False)
    sign(site, keys / "noor")
    assert proof(site, None) == (0, "not_looked_at", False)


def test_a_list_changed_with_its_files_bears_no_signature_that_is_known(site: Path, keys: Path) -> None:
    sign(site, keys / "noor")
    lay(site, whole({**FILES, "index.html": b"<p>bel 06 evil"}))
    assert proof(site, keys) == (1, "wrong_signature", False)
    assert sign(site, keys / "stranger").code == 0
    assert proof(site, keys) == (1, "wrong_signature", False)


@pytest.mark.parametrize(
    "data", [b"", b"x", b"-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n", b"x" * 100_000]
)
def test_what_is_no_signature_is_none(site: Path, keys: Path, data: bytes) -> None:
    (site / "manifest.json.sig").write_bytes(data)
    assert proof(site, keys)[1:] == ("wrong_signature" if data else "not_signed", False)


def test_a_signature_made_for_something_else_proves_nothing(site: Path, keys: Path) -> None:
    subprocess.run(
        ["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", str(keys / "noor"), str(site / "manifest.json")],
        check=True,
    )
    known = (keys / "noor.pub").read_text(encoding="utf-8")
    (keys / "signers").write_text(f"noor@praktijk.example {known}", encoding="utf-8")
    assert proof(site, keys) == (1, "wrong_signature", False)


def test_nobody_signs_what_is_not_as_listed_nor_with_what_is_no_key(site: Path, keys: Path) -> None:
    before = files_of(site)
    for key in (keys / "stranger.pub", keys / "signers"):
        (keys / "stranger").unlink(missing_ok=True)
        answer = sign(site, key)
        assert answer.code == 1 and "ssh-keygen cannot sign" in answer.err
    (site / "index.html").write_bytes(b"other")
    answer = sign(site, keys / "noor")
    assert answer.code == 1 and "nothing was signed" in answer.err
    assert files_of(site).keys() == before.keys()


def test_a_zip_is_signed_within_and_stays_what_it_was(tmp_path: Path, keys: Path) -> None:
    packed = {f"zeester/{name}": data if isinstance(data, bytes) else data.encode() for name, data in whole().items()}
    path = tmp_path / "site.zip"
    path.write_bytes(render_zip({**packed, "voor-ict.html": b"<p>"}))
    assert sign(path, keys / "noor").code == 0
    assert proof(path, keys) == (0, "signed", True)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        assert set(archive.namelist()) == {*packed, "voor-ict.html", "zeester/manifest.json.sig"}


def test_no_key_is_written_into_a_site_and_an_old_signature_is_not_carried_along(site: Path, keys: Path) -> None:
    sign(site, keys / "noor")
    secret = (keys / "noor").read_bytes()
    assert [name for name, data in files_of(site).items() if secret in data or b"PRIVATE KEY" in data] == []
    assert "manifest.json.sig" in (read_names(site) or ()), "a new version takes it away"
