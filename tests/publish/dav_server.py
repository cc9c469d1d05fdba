"""A real server for WebDAV: Debian's Apache with mod_dav, on this computer alone, that asks for a name and a password."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from browser.conftest import skip_or_fail
from hosting.servers import INSTALL, MODULES, wait_for

USER = "noor@praktijk.example"
PASSWORD = "wachtwoord-é-8831"
_LOADED = (
    "mpm_event",
    "authn_core",
    "authn_file",
    "authz_core",
    "authz_user",
    "auth_basic",
    "dav",
    "dav_fs",
    "dav_lock",
)


@dataclass(frozen=True)
class DavServer:
    host: str
    folder: Path
    """What it shows under /dav/."""

    def address(self, path: str = "vp", user: str | None = USER) -> str:
        return f"http://{quote(user, safe='') + '@' if user else ''}{self.host}/dav/{path}"


@contextmanager
def dav_server() -> Iterator[DavServer]:
    program = shutil.which("apache2", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
    if program is None:
        skip_or_fail(f"no apache2 found; install it with: {INSTALL['apache2']}")
        raise AssertionError("unreachable")
    with tempfile.TemporaryDirectory() as name, socket.socket() as free:
        folder = Path(name)
        (folder / "dav").mkdir()
        for path in (folder, folder / "dav"):
            path.chmod(0o777)  # whoever serves is not who tests
        hashed = base64.b64encode(hashlib.sha1(PASSWORD.encode()).digest()).decode()
        (folder / "people").write_text(f"{USER}:{{SHA}}{hashed}\n", encoding="utf-8")
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
        modules = "".join(f"LoadModule {module}_module {MODULES}/mod_{module}.so\n" for module in _LOADED)
        (folder / "apache.conf").write_text(
            f"""ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/errors.txt
{modules}{user}DavLockDB {folder}/dav-locks
DocumentRoot {folder}
<Directory {folder}/dav>
    Dav On
    AuthType Basic
    AuthName dav
    AuthUserFile {folder}/people
    Require valid-user
</Directory>
""",
            encoding="utf-8",
        )
        with (folder / "said.txt").open("wb") as said:
            process = subprocess.Popen(
                [program, "-f", str(folder / "apache.conf"), "-DFOREGROUND"], stdout=said, stderr=said
            )
            try:
                wait_for(port, process, folder / "said.txt")
                yield DavServer(f"127.0.0.1:{port}", folder / "dav")
            finally:
                process.terminate()
                process.wait()
