"""Which browser the tests and scripts use, and how it is started: asking the network for nothing."""

from __future__ import annotations

import os
import shutil

INSTALL = "sudo apt-get install chromium chromium-headless-shell"

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # What the requests' log sees as foreign does not go out either.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find_shell() -> str | None:
    """The same engine without a window, a profile or an interface around it, which opens pages at half the cost; a whole Chromium where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or find_chromium()


def find_chromium() -> str | None:
    """The path of a whole Chromium: the one that CHROMIUM names, or the first on the PATH."""
    return os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
