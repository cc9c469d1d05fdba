"""Every component with its examples on one page, to look at while working on them: python3 scripts/gallery.py [SLUG]"""

from __future__ import annotations

import datetime
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

if __name__ == "__main__":
    from components.gallery import ORGANISATIONS, PAGE, write_gallery

    slugs = sys.argv[1:] or ["vuurtoren"]
    if not set(slugs) <= set(ORGANISATIONS):
        sys.exit(f"choose from: {', '.join(ORGANISATIONS)}")
    sites = write_gallery(Path(tempfile.mkdtemp(prefix="gallery-")), datetime.date.today().isoformat(), slugs)
    for slug in slugs:
        print((sites / slug / PAGE).as_uri())
