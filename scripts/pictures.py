"""Make the pictures in README.md from the real site. Needs Chromium, as scripts/test.py does.

    python scripts/pictures.py
"""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from pathlib import Path

from environment import ROOT, VENV, enter, program, run, say, stop

_DAY = "2026-11-21"
_PICTURES = {"vuurtoren.png": ("vuurtoren/index.html", {"width": 390, "height": 760})}


def main() -> None:
    from PIL import Image
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        stop("There is no Chromium. Install it with: sudo apt-get install chromium")
    (ROOT / "pictures").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        run([str(program(VENV, "voorlichter")), "build", "-o", folder, "--date", _DAY])
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (page_path, viewport) in _PICTURES.items():
            page = browser.new_page(viewport=viewport, device_scale_factor=2, color_scheme="light")  # type: ignore[arg-type]
            page.goto((Path(folder) / page_path).as_uri())
            page.evaluate("document.fonts.ready")
            picture = Image.open(io.BytesIO(page.screenshot()))
            # A palette is enough for flat colours and letters, and a third of the size.
            target = ROOT / "pictures" / name
            picture.convert("RGB").quantize(128).save(target, optimize=True)
            say(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} kB")
        browser.close()


if __name__ == "__main__":
    enter("test")
    main()
