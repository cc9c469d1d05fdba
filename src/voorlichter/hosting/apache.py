"""What Apache is told, in the folder of the site: a file `.htaccess`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voorlichter.artefacts.kit.web import FRAME
from voorlichter.hosting.model import KEPT, NO_STORE, TYPES, Hosting


def render_apache(hosting: Hosting) -> str:
    return "\n".join([*_lines(hosting), ""])


def _lines(hosting: Hosting) -> Iterator[str]:
    path = hosting.path
    yield "# .htaccess in de map van de site. Nodig: AllowOverride All, en mod_headers, mod_mime, mod_dir en mod_rewrite."
    yield "# Het toegangslog zet u uit waar CustomLog staat, door daar achter te zetten:"
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
    if hosting.frame:
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
    yield "# Wat dieper ontbreekt, gaat naar waar de foutpagina haar opmaak en haar koppelingen heeft:"
    yield "RewriteEngine On"
    for code in hosting.trees:
        yield "RewriteCond %{REQUEST_FILENAME} !-f"
        yield f"RewriteRule ^{code}/[^/]+/ {path}{code}/404 [R=302,L]"
    others = f"(?!(?:{'|'.join(hosting.trees)})/)" if hosting.trees else ""
    yield "RewriteCond %{REQUEST_FILENAME} !-f"
    yield f"RewriteRule ^{others}[^/]+/ {path}404 [R=302,L]"
