"""Pictograms of easy pages: `:pictogram-phone:` draws one that the page template holds as a symbol."""

from __future__ import annotations

import re

PICTOGRAM = re.compile(r":pictogram-(?P<name>[a-z0-9-]+):")
_DRAWN = r'<svg class="pictogram" viewBox="0 0 24 24" aria-hidden="true"><use href="#pictogram-\g<name>"/></svg>'


def draw_pictograms(html: str) -> str:
    return PICTOGRAM.sub(_DRAWN, html)
