"""What nginx is told: a piece of the block `http`, and one of the block `server`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voorlichter.hosting.model import DEEPER, KEPT, NO_STORE, TYPES, Hosting, text_types
from voorlichter.problems import Language, Say

_HTTP = Say("In het blok http:", "In the block http:")
_SERVER = Say("In het blok server:", "In the block server:")


def render_nginx(hosting: Hosting, language: Language) -> str:
    return "\n".join([*_maps(hosting, language), "", *_server(hosting, language), ""])


def _maps(hosting: Hosting, language: Language) -> Iterator[str]:
    """What differs between files. In nginx a header set further inside leaves out all others, so each is set once."""
    yield f"# {_HTTP.to(language)}"
    yield f'map $sent_http_content_type $voorlichter_cache {{ default "{KEPT}"; ~^text/html "{NO_STORE}"; }}'
    path, framed = re.escape(hosting.path), "|".join(map(re.escape, hosting.framed))
    for header, value in hosting.frame_headers.items():
        yield f'map $uri {_variable(header)} {{ default "{hosting.headers[header]}"; "~^{path}({framed})$" "{value or ""}"; }}'


def _variable(header: str) -> str:
    return f"$voorlichter_{header.lower().replace('-', '_')}"


def _server(hosting: Hosting, language: Language) -> Iterator[str]:
    path, begins = hosting.path, re.escape(hosting.path)
    yield f"# {_SERVER.to(language)}"
    yield f"location {path} {{"
    yield "    access_log off;"
    yield "    index index.html;"
    yield "    types {"
    yield from (f"        {kind} {ending};" for ending, kind in TYPES.items())
    yield "    }"
    yield "    default_type application/octet-stream;"
    yield "    charset utf-8;"
    yield f"    charset_types {' '.join(text_types())};"
    for header, value in hosting.headers.items():
        shown = _variable(header) if header in hosting.frame_headers else f'"{value}"'
        yield f"    add_header {header} {shown} always;"
    yield "    add_header Cache-Control $voorlichter_cache always;"
    yield f"    error_page 403 404 =404 {path}404.html;"
    for code in hosting.trees:
        yield f"    location {path}{code}/ {{ error_page 403 404 =404 {path}{code}/404.html; }}"
        yield f"    location ~ ^{begins}{code}/[^/]+/ {{ error_page 403 404 = @voorlichter_{code}; }}"
    others = f"(?!({'|'.join(hosting.trees)})/)" if hosting.trees else ""
    yield f"    location ~ ^{begins}{others}[^/]+/ {{ error_page 403 404 = @voorlichter; }}"
    yield "}"
    yield f"# {DEEPER.to(language)}"
    for name, tree in (("voorlichter", ""), *((f"voorlichter_{code}", f"{code}/") for code in hosting.trees)):
        yield f"location @{name} {{ access_log off; absolute_redirect off; return 302 {path}{tree}404; }}"
