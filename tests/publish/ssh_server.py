"""A server of OpenSSH on this computer alone, with a key that an agent holds and nobody writes."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browser.conftest import skip_or_fail

SSHD = shutil.which("sshd", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")


@contextmanager
def ssh_server(home: Path) -> Iterator[str]:
    """Where it listens. `home` gets the settings of whoever publishes; `sftp` in its folder bin knows the server."""
    if SSHD is None or shutil.which("ssh-agent") is None:
        skip_or_fail("no server of OpenSSH found; install it with: sudo apt-get install openssh-server")
    for name in ("host", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(home / name)], check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    Path("/run/sshd").mkdir(exist_ok=True) if os.geteuid() == 0 else None
    (home / "server").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {home}/host\nAuthorizedKeysFile {home}/key.pub\nStrictModes no\n"
        "UsePAM no\nPasswordAuthentication no\nPidFile none\nSubsystem sftp internal-sftp\n"
    )
    (home / "known").write_text(f"[127.0.0.1]:{port} {(home / 'host.pub').read_text()}")
    (home / "client").write_text(f"UserKnownHostsFile {home}/known\nStrictHostKeyChecking yes\nIdentityFile none\n")
    (home / "bin").mkdir()
    (home / "bin/sftp").write_text(f'#!/bin/sh\nexec {shutil.which("sftp")} -F {home}/client "$@"\n')
    (home / "bin/sftp").chmod(0o755)
    assert SSHD
    daemon = subprocess.Popen([SSHD, "-D", "-e", "-f", str(home / "server")], stderr=subprocess.DEVNULL)
    while daemon.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except OSError:
            time.sleep(0.05)
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", str(home / "agent")], stdout=subprocess.DEVNULL)
    while not (home / "agent").exists():
        time.sleep(0.05)
    subprocess.run(
        ["ssh-add", "-q", str(home / "key")], env={**os.environ, "SSH_AUTH_SOCK": str(home / "agent")}, check=True
    )
    try:
        yield f"127.0.0.1:{port}"
    finally:
        for process in (daemon, agent):
            process.terminate()
            process.wait()


def settings_of_whoever_publishes(home: Path) -> dict[str, str]:
    return {"PATH": f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}", "SSH_AUTH_SOCK": str(home / "agent")}
