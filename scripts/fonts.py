"""Make the fonts of printed material from the packages of fontsource: plain TTF, as Typst wants them.

    python scripts/fonts.py

Run it to take over a new version of a font; what it writes is kept in the repository, each with its licence.
Needs npm and the network.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from environment import ROOT, enter, say

TARGET = ROOT / "overrides/print/fonts"
FONTS = {
    "figtree": (("latin", "latin-ext"), (400, 700)),
    "atkinson-hyperlegible-next": (("latin", "latin-ext"), (400, 700)),
    "source-sans-3": (("cyrillic", "greek", "vietnamese"), (400, 700)),
    "noto-sans-arabic": (("arabic",), (400, 700)),
}
"""The parts and weights of each."""
_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY = 1, 4, 6, 16
"""Numbers of names in a font."""


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for font, (parts, weights) in FONTS.items():
            package = unpack(font, folder)
            licence = (package / "LICENSE").read_text(encoding="utf-8").strip()
            (TARGET / f"license-{font}.txt").write_text(licence + "\n", encoding="utf-8")
            for part in parts:
                for weight in weights:
                    write_font(
                        package / f"files/{font}-{part}-{weight}-normal.woff2",
                        family_of(font, part),
                        weight,
                        TARGET / f"{font}-{part}-{weight}.ttf",
                    )
    return 0


def unpack(font: str, folder: Path) -> Path:
    """The newest package of a font, from the npm registry."""
    done = subprocess.run(
        ["npm", "pack", "--silent", f"@fontsource/{font}"],
        cwd=folder,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    with tarfile.open(folder / done.stdout.split()[-1]) as archive:
        archive.extractall(folder / font, filter="data")
    return folder / font / "package"


def family_of(font: str, part: str) -> str:
    """A family for each part: of a family and weight, Typst takes one file. Source is a reserved name, for the font as a whole."""
    if font.startswith("source-"):
        return f"Voorlichter {part.title()}"
    return " ".join(word.title() for word in (font if part in ("latin", "arabic") else f"{font}-{part}").split("-"))


def write_font(source: Path, family: str, weight: int, target: Path) -> None:
    """One font without its compression, under the family's name wherever a font has one."""
    from fontTools.ttLib import TTFont

    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    for number in (_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY):
        font["name"].removeNames(nameID=number)
        name = f"{family.replace(' ', '')}-{weight}" if number == _POSTSCRIPT else family
        font["name"].setName(name, number, 3, 1, 0x409)
    font.save(target)
    say(f"{target.relative_to(ROOT)} ({target.stat().st_size // 1024} kB)")


if __name__ == "__main__":
    enter("test")
    sys.exit(main())
