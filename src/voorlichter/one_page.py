"""A page that is one file: its style and script inside it, allowed by their hashes, and nothing from anywhere else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path

from voorlichter.content_policy import allowed_by_hash
from voorlichter.problems import Language, Say


def render_one_page(language: Language, title: str, folder: Path, words: Mapping[str, Say], body: str) -> str:
    """`folder` holds its page.css and page.js; `words` are for the script; `body` is HTML. It can be opened from a disk, and can send nothing."""
    style, script = ((folder / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src {allowed_by_hash(style)}; script-src {allowed_by_hash(script)}; base-uri 'none'; form-action 'none'"
    data = json.dumps({name: said.to(language) for name, said in words.items()}, ensure_ascii=False).replace(
        "<", "\\u003c"
    )
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
{body}
<script type="application/json" id="words">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def escaped(said: Say, language: Language) -> str:
    """A sentence in the body of such a page."""
    return escape(said.to(language))
