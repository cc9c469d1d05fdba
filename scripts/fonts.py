"""Make the fonts of printed material from the packages of fontsource, plain TTF as Typst wants them, and the letters of pages in other scripts.

    python scripts/fonts.py
    python scripts/fonts.py --letters       the letters alone

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
LETTERS_IN = ROOT / "overrides/assets/letters"
LETTERS = {
    "latin-ext": ("figtree", "U+100-17F,U+218-21B"),
    "cyrillic": ("source-sans-3", "U+400-45F,U+490-491,U+2116"),
    "arabic": ("noto-sans-arabic", "U+60C,U+61B,U+61F,U+621-63A,U+640-655,U+660-66C"),
}
"""Of each script the font that has it, and the signs that pages need."""
_WEIGHTS = (400, 700)
_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY = 1, 4, 6, 16
"""Numbers of names in a font."""


def main() -> int:
    if "--letters" not in sys.argv[1:]:
        write_fonts()
    write_letters()
    return 0


def write_fonts() -> None:
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


def write_letters() -> None:
    """For pages: one file for both weights, and no sign but those of a script. Forms that a language has of its own stay (Bulgarian, Romanian)."""
    from fontTools.subset import Options, Subsetter, parse_unicodes
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    with tempfile.TemporaryDirectory() as name:
        for script, (font, signs) in LETTERS.items():
            package = unpack(font, Path(name), "@fontsource-variable")
            drawn = TTFont(package / f"files/{font}-{script}-wght-normal.woff2", recalcTimestamp=False)
            drawn = instantiateVariableFont(drawn, {"wght": _WEIGHTS})
            subsetter = Subsetter(Options(layout_features=["*"], hinting=False))
            subsetter.populate(unicodes=parse_unicodes(signs))
            subsetter.subset(drawn)
            drawn.flavor = "woff2"
            folder = LETTERS_IN / script
            folder.mkdir(parents=True, exist_ok=True)
            target = folder / f"{font}-{script}.woff2"
            drawn.save(target)
            (folder / f"license-{font}.txt").write_text(
                (package / "LICENSE").read_text(encoding="utf-8").strip() + "\n", encoding="utf-8"
            )
            say(f"{target.relative_to(ROOT)} ({target.stat().st_size / 1000:.1f} kB)")


def unpack(font: str, folder: Path, scope: str = "@fontsource") -> Path:
    """The newest package of a font, from the npm registry."""
    done = subprocess.run(
        ["npm", "pack", "--silent", f"{scope}/{font}"],
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
