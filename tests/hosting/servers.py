"""The servers a client may have, as Debian packs them: each on this computer alone, from a folder of its own, until the test ends."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from browser.conftest import skip_or_fail
from support import copy_linked

INSTALL = {"nginx": "sudo apt-get install nginx-light", "apache2": "sudo apt-get install apache2-bin"}
MODULES = Path("/usr/lib/apache2/modules")
_LOADED = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite")


@contextmanager
def shown_by(server: str, site: Path, path: str, settings: Mapping[str, str], log: Path | None = None) -> Iterator[str]:
    """The address of the server, which has a copy of the site under a path and reads what was written for it."""
    with place_for_a_site(path) as (folder, root):
        copy_linked(site, root)
        for part in (root, *root.rglob("*")):
            part.chmod(0o755 if part.is_dir() else 0o644)
        with serves(server, folder, root, settings, log) as address:
            yield address


@contextmanager
def place_for_a_site(path: str) -> Iterator[tuple[Path, Path]]:
    """A folder for a server, and where in it a site is to come."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        root = folder / "www" / path.strip("/")
        root.parent.mkdir(parents=True, exist_ok=True)
        for part in (folder, *(part for part in root.parents if folder in part.parents)):
            part.chmod(0o755)  # whoever serves is not who tests
        yield folder, root


@contextmanager
def serves(
    server: str, folder: Path, root: Path, settings: Mapping[str, str], log: Path | None = None
) -> Iterator[str]:
    """The address of the server, which shows what stands in its folder at the time."""
    program = shutil.which(server, path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
    if program is None:
        skip_or_fail(f"no {server} found; install it with: {INSTALL[server]}")
        raise AssertionError("unreachable")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (
        _nginx(program, folder, port, settings, log or folder / "access.log")
        if server == "nginx"
        else _apache(program, folder, root, port, settings)
    )
    said = (folder / "said.txt").open("wb")
    process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        wait_for(port, process, folder / "said.txt")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
        said.close()


def wait_for(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    """Until it listens."""
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(said.read_text(encoding="utf-8"))


def _nginx(program: str, folder: Path, port: int, settings: Mapping[str, str], log: Path) -> list[str]:
    """The text falls apart where it says itself: a part of the block http, and one of the block server."""
    maps, server = settings["nginx.conf"].split("# In het blok server:")
    spools = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.name == "posix" and os.geteuid() == 0 else ""
    whole = f"""daemon off; {user} pid {folder}/pid; error_log stderr; events {{}}
http {{
    access_log {log};
    {spools}
{maps}
    server {{ listen 127.0.0.1:{port}; root {folder}/www; {server} }}
}}
"""
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    return [program, "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]


def _apache(program: str, folder: Path, root: Path, port: int, settings: Mapping[str, str]) -> list[str]:
    if told := settings.get("apache-htaccess.txt"):
        (root / ".htaccess").write_text(told, encoding="utf-8")
        (root / ".htaccess").chmod(0o644)
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    modules = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in _LOADED)
    whole = f"""ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/errors.txt
{modules}TypesConfig /dev/null
{user}DocumentRoot {folder}/www
<Directory {folder}/www>
    AllowOverride All
    Require all granted
</Directory>
"""
    (folder / "apache.conf").write_text(whole, encoding="utf-8")
    return [program, "-f", str(folder / "apache.conf"), "-DFOREGROUND"]
