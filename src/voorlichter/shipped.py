"""What others made and we ship: fonts, icons and scripts, each with its licence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shipped:
    """One of them. The version is as its maker numbers it; None where it is part of the one before it."""

    name: str
    version: str | None
    licence: str
    """As SPDX names it: https://spdx.org/licenses/."""
    website: str
    begins: str = ""
    """How the names of its files begin; empty where it has none of its own."""
    text: str = ""
    """The file with its licence, beside them."""


ICONS = Shipped(
    "Material Design Icons",
    None,
    "Apache-2.0",
    "https://pictogrammers.com/library/mdi/",
    text="material/templates/.icons/material/LICENSE",
)
MATERIAL = Shipped("Material for MkDocs", None, "MIT", "https://squidfunk.github.io/mkdocs-material/")
IN_PAGES = (MATERIAL, ICONS)
"""Within pages: of the theme some parts and words, and the icons that it brings. No file of a site is theirs alone."""
FONTS = (
    Shipped(
        "Figtree", "2.002", "OFL-1.1", "https://github.com/erikdkennedy/figtree", "figtree-", "license-figtree.txt"
    ),
    Shipped(
        "Atkinson Hyperlegible Next",
        "2.001",
        "OFL-1.1",
        "https://github.com/googlefonts/atkinson-hyperlegible-next",
        "atkinson-hyperlegible-next-",
        "license-atkinson-hyperlegible-next.txt",
    ),
    Shipped(
        "Source Sans 3",
        "3.052",
        "OFL-1.1",
        "https://github.com/adobe-fonts/source-sans",
        "source-sans-3-",
        "license-source-sans-3.txt",
    ),
    Shipped(
        "Noto Sans Arabic",
        "2.012",
        "OFL-1.1",
        "https://github.com/notofonts/arabic",
        "noto-sans-arabic-",
        "license-noto-sans-arabic.txt",
    ),
)
SCRIPTS = (
    Shipped("htm", "3.1.1", "Apache-2.0", "https://github.com/developit/htm", "htm-preact.js", "license-htm.txt"),
    Shipped("preact", None, "MIT", "https://github.com/preactjs/preact", "htm-preact.js", "license-preact.txt"),
)
"""Of the studio's page; no site has a script of others."""


def is_of(shipped: Shipped, file: str) -> bool:
    """Is a file of a site, by its path there, of this?"""
    folder, _, name = file.rpartition("/")
    return folder.startswith("assets") and name.startswith(shipped.begins)
