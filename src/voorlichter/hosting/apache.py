"""What Apache is told, in the folder of the site: a file `.htaccess`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voorlichter.artefacts.kit.web import FRAME
from voorlichter.hosting.model import DEEPER, KEPT, NO_STORE, TYPES, Hosting
from voorlichter.problems import Language, Say

_NEEDS = Say(
    ".htaccess in de map van de site. Nodig: AllowOverride All, en mod_headers, mod_mime, mod_dir en mod_rewrite.",
    ".htaccess in the folder of the site. Needed: AllowOverride All, and mod_headers, mod_mime, mod_dir and mod_rewrite.",
)
_LOG = Say(
    "Het toegangslog zet u uit waar CustomLog staat, door daar achter te zetten:",
    "The access log is switched off where CustomLog stands, by putting after it:",
)


def render_apache(hosting: Hosting, language: Language) -> str:
    return "\n".join([*_lines(hosting, language), ""])


def _lines(hosting: Hosting, language: Language) -> Iterator[str]:
    path = hosting.path
    yield f"# {_NEEDS.to(language)}"
    yield f"# {_LOG.to(language)}"
    yield f'#   "expr=!(%{{REQUEST_URI}} =~ m#^{path}#)"'
    yield "Options -Indexes -MultiViews"
    yield "DirectoryIndex index.html"
    for ending, kind in TYPES.items():
        yield f'AddType "{kind}{"; charset=utf-8" if kind.startswith("text/") else ""}" .{ending}'
    for header, value in hosting.headers.items():
        yield f'Header always set {header} "{value}"'
    yield f'Header always set Cache-Control "{KEPT}"'
    yield '<FilesMatch "\\.html$">'
    yield f'    Header always set Cache-Control "{NO_STORE}"'
    yield "</FilesMatch>"
    if hosting.framed_by:
        yield f'<Files "{FRAME}">'
        for header, other in hosting.frame_headers.items():
            yield f'    Header always set {header} "{other}"' if other else f"    Header always unset {header}"
        yield "</Files>"
    yield f"ErrorDocument 404 {path}404.html"
    yield f"ErrorDocument 403 {path}404.html"
    for code in hosting.trees:
        yield f'<If "%{{REQUEST_URI}} =~ m#^{re.escape(path)}{code}/#">'
        yield f"    ErrorDocument 404 {path}{code}/404.html"
        yield "</If>"
    yield f"# {DEEPER.to(language)}"
    yield "RewriteEngine On"
    for code in hosting.trees:
        yield "RewriteCond %{REQUEST_FILENAME} !-f"
        yield f"RewriteRule ^{code}/[^/]+/ {path}{code}/404 [R=302,L]"
    others = f"(?!(?:{'|'.join(hosting.trees)})/)" if hosting.trees else ""
    yield "RewriteCond %{REQUEST_FILENAME} !-f"
    yield f"RewriteRule ^{others}[^/]+/ {path}404 [R=302,L]"
