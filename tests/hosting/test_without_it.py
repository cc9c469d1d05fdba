"""Two of the ways to go online without an IT department, walked as guide/online.md tells them, as far as one computer can."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path

import pytest
from hosting.servers import place_for_a_site, serves
from publish.ssh_server import settings_of_whoever_publishes, ssh_server
from support import TODAY, run

PROFILE = "profiles/zeester/profile.yml"
PATH = "/vertrouwenspersoon/"
OLD, NEW = "020 000 00 01", "020 000 00 09"
PLAIN = {"nginx.conf": "# In het blok server:\nlocation / { index index.html; include /etc/nginx/mime.types; }\n"}
"""A server that was told nothing of this site."""


@pytest.fixture
def workspace(workspace: Path) -> Path:
    path = workspace / PROFILE
    address = f"publication: {{url: 'https://www.zeester.example{PATH}'}}\n"
    path.write_text(path.read_text(encoding="utf-8") + address, encoding="utf-8")
    return workspace


def do(workspace: Path, *words: object, env: Mapping[str, str]) -> None:
    answer = run(*words, "-C", workspace, "--lang", "en", "--date", TODAY, env=env)
    assert answer.code == 0, answer.err


def correct(workspace: Path) -> None:
    path = workspace / PROFILE
    path.write_text(path.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")


def looked_at(address: str, workspace: Path) -> dict[str, str]:
    """What `verify` says of each header; every file must be as it was made."""
    answer = run("verify", address, "--against", workspace / "site/zeester", "--format", "json")
    assert answer.code == 0, answer.out
    lines = json.loads(answer.out)["parts"]["server"]
    return {line["name"]: line["status"] for line in lines if line["what"] == "header"}


def page(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        return str(answer.read().decode())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have another server of OpenSSH")
def test_ordinary_web_hosting(workspace: Path, tmp_path: Path) -> None:
    home = tmp_path / "ssh"
    home.mkdir()
    with ssh_server(home) as where, place_for_a_site(PATH) as (folder, root):
        env = settings_of_whoever_publishes(home)
        do(workspace, "publish", "zeester", f"sftp://{where}{root}", env=env)
        do(workspace, "hosting", "zeester", env={})
        shutil.copy(workspace / "export/zeester-ict/for-it/apache-htaccess.txt", root / ".htaccess")
        told = (root / ".htaccess").read_bytes()
        with serves("apache2", folder, root, {}) as address:
            headers = looked_at(address + PATH, workspace)
            assert set(headers.values()) == {"right"} and len(headers) > 8
            assert OLD in page(address + PATH)
            correct(workspace)
            do(workspace, "publish", "zeester", env=env)
            assert NEW in page(address + PATH) and OLD not in page(address + PATH)
            looked_at(address + PATH, workspace)
        assert (root / ".htaccess").read_bytes() == told, "it is the host's, and stays"


def test_pages(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "gitconfig").write_text("[user]\nname = Noor Voorbeeld\nemail = noor@voorbeeld.example\n")
    env = {"GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"), "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*words: object) -> None:
        subprocess.run(["git", *map(str, words)], check=True, capture_output=True, env={**os.environ, **env})

    git("init", "--bare", tmp_path / "pages.git")
    git("clone", tmp_path / "pages.git", tmp_path / "clone")
    do(workspace, "publish", "zeester", f"git:{tmp_path / 'clone'}#gh-pages", "--push", env=env)
    with place_for_a_site(PATH) as (folder, root):
        git("clone", "-b", "gh-pages", tmp_path / "pages.git", root)
        with serves("nginx", folder, root, PLAIN) as address:
            assert "right" not in looked_at(address + PATH, workspace).values(), "no headers can be set there"
            correct(workspace)
            do(workspace, "publish", "zeester", "--push", env=env)
            git("-C", root, "pull")
            looked_at(address + PATH, workspace)
            assert NEW in page(address + PATH)
