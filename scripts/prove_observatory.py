"""A server as the page for IT sets it up, graded by MDN's HTTP Observatory, and the same server as it comes.

The Observatory is of others (MPL-2.0), has a lock file of its own in observatory/ and is installed for this alone. It asks for
HTTPS: nginx gets a certificate of an authority that is made here, for the name localhost, and sends HTTP on.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import checkers
from environment import say

if TYPE_CHECKING:
    from attack.found import Found, Ground

OBSERVATORY = Path(__file__).with_name("observatory")
_NO_LIST = {"hsts-preload.json": "{}"}
"""Which hosts browsers know beforehand; the package would fetch them. None of them is on this computer."""
_BARE = "# In het blok server:\n"
_LEAST = 120


def attack_with_observatory(ground: Ground) -> Found:
    """Both grades; where it cannot run, that is a fault."""
    from attack.found import Found, prepare
    from support import TODAY, run

    from voorlichter.hosting.model import Hosting
    from voorlichter.hosting.page import FOR_IT, render_files

    if not checkers.install_modules(OBSERVATORY) or not shutil.which("openssl"):
        return Found("not run", ["the Observatory or openssl cannot be had here"])
    for name, text in _NO_LIST.items():
        (OBSERVATORY / "node_modules/@mdn/mdn-http-observatory/conf" / name).write_text(text, encoding="utf-8")
    prepared = prepare(ground.folder / "prepared")
    root = prepared.folder / "first"
    answer = run("build", "-C", root, "--date", TODAY, env=prepared.env())
    assert answer.code == 0, answer.err
    hosting = Hosting(path="/", trees=("en",))
    files = {name.removeprefix(f"{FOR_IT.nl}/"): data.decode() for name, data in render_files(hosting, "nl").items()}
    _make_certificate(ground.folder)
    ours = _grade(ground.folder, root / "site/zeester", files["nginx.conf"])
    bare = _grade(ground.folder, root / "site/zeester", _BARE)
    # Hosts for static sites, such as Pages, send this one by themselves.
    secure = _grade(
        ground.folder, root / "site/zeester", f"{_BARE}add_header Strict-Transport-Security max-age=31536000;\n"
    )
    faults = []
    if ours["score"] < _LEAST:
        faults.append(f"with our settings {ours['score']}: {', '.join(ours['taken'])}")
    if secure["grade"] != "B":
        faults.append(f"with HSTS alone {secure['grade']}: {', '.join(secure['taken'])}")
    figure = f"{ours['score']} ({ours['grade']}); with HSTS alone {secure['score']} ({secure['grade']}); bare {bare['score']} ({bare['grade']})"
    return Found(figure, faults)


def _grade(folder: Path, site: Path, settings: str) -> dict[str, Any]:
    from hosting.servers import shown_by

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    maps, mark, server = settings.partition(_BARE.strip())
    tls = f"""listen 127.0.0.1:{port} ssl; ssl_certificate {folder}/host.pem; ssl_certificate_key {folder}/host.key;
    error_page 497 =301 https://localhost:{port}$request_uri;
"""
    with shown_by("nginx", site, "/", {"nginx.conf": f"{maps}{mark}\n{tls}{server}"}):
        command = ["node", str(OBSERVATORY / "scan.mjs"), f"localhost:{port}"]
        environment = {**os.environ, "NODE_EXTRA_CA_CERTS": str(folder / "authority.pem")}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    say(f"{told['score']} ({told['grade']}): {', '.join(told['taken'])}")
    return told


def _make_certificate(folder: Path) -> None:
    def openssl(*words: str) -> None:
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    new: Callable[..., None] = lambda name, *more: openssl(  # noqa: E731
        *("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-subj", f"/CN={name}"), *more
    )
    new("authority", "-x509", "-days", "2", "-out", "authority.pem")
    new("host", "-out", "host.csr")
    (folder / "names.txt").write_text("subjectAltName=DNS:localhost\n", encoding="utf-8")
    signed = ("-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", "2")
    openssl("x509", "-req", "-in", "host.csr", *signed, "-extfile", "names.txt", "-out", "host.pem")
