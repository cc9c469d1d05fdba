"""A page that is one file: its style and script inside it, allowed by their hashes, and nothing from anywhere else."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape


def render_one_page(language: str, title: str, style: str, script: str, words: dict[str, str], body: str) -> str:
    """`words` are for the script; `body` is HTML. It can be opened from a disk, and can send nothing."""
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    data = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
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


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
