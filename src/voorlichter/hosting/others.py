"""What servers are told by a file of their own in the root of a site: IIS, hosts that read `_headers`, and Azure Static Web Apps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from voorlichter.hosting.model import KEPT, NO_STORE, TYPES, Hosting


def render_iis(hosting: Hosting) -> str:
    """A `web.config` that needs no module beside those of IIS itself."""
    return "\n".join(_iis(hosting)) + "\n"


def _iis(hosting: Hosting) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield "<configuration>"
    yield "  <system.webServer>"
    yield "    <staticContent>"
    yield f'      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{_clock(KEPT)}" />'
    for ending, kind in TYPES.items():
        full = kind + ("; charset=utf-8" if kind.startswith("text/") else "")
        yield f'      <remove fileExtension=".{ending}" />'
        yield f'      <mimeMap fileExtension=".{ending}" mimeType="{_attribute(full)}" />'
    yield "    </staticContent>"
    yield "    <httpProtocol>"
    yield "      <customHeaders>"
    yield '        <remove name="X-Powered-By" />'
    yield from _iis_headers(hosting.headers)
    yield "      </customHeaders>"
    yield "    </httpProtocol>"
    yield from _iis_errors(f"{hosting.path}404.html", "    ")
    yield '    <directoryBrowse enabled="false" />'
    yield "  </system.webServer>"
    for code in hosting.trees:
        yield f'  <location path="{code}"><system.webServer>'
        yield from _iis_errors(f"{hosting.path}{code}/404.html", "    ")
        yield "  </system.webServer></location>"
    for page in hosting.framed if hosting.framed_by else ():
        yield f'  <location path="{page}"><system.webServer><httpProtocol><customHeaders>'
        yield from _iis_headers(hosting.frame_headers)
        yield "  </customHeaders></httpProtocol></system.webServer></location>"
    yield "</configuration>"


def _iis_headers(headers: Mapping[str, str | None]) -> Iterator[str]:
    for name, value in headers.items():
        yield f'        <remove name="{name}" />'
        if value:
            yield f'        <add name="{name}" value="{_attribute(value)}" />'


def _iis_errors(page: str, indent: str) -> Iterator[str]:
    yield f'{indent}<httpErrors errorMode="Custom" existingResponse="Replace">'
    for status in (403, 404):
        yield f'{indent}  <remove statusCode="{status}" />'
        yield f'{indent}  <error statusCode="{status}" path="{page}" responseMode="ExecuteURL" />'
    yield f"{indent}</httpErrors>"


def _attribute(text: str) -> str:
    """As it stands between double quotes; a policy is full of single ones, and stays legible."""
    return escape(text, quote=False).replace('"', "&quot;")


def _clock(kept: str) -> str:
    minutes, seconds = divmod(int(kept.rpartition("=")[2]), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def render_headers_file(hosting: Hosting) -> str:
    """`_headers`: nothing of a visit is kept, for such a host cannot be told of pages alone. A line with ! takes back one from above."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in hosting.headers.items()), f"  Cache-Control: {NO_STORE}"]
    for page in _as_asked(hosting.framed) if hosting.framed_by else ():
        lines += [f"/{page}", *(f"  ! {name}" for name in hosting.frame_headers)]
        lines += [f"  {name}: {value}" for name, value in hosting.frame_headers.items() if value]
    return "\n".join(lines) + "\n"


def _as_asked(pages: Iterable[str]) -> Iterator[str]:
    """Cloudflare Pages leads whoever asks for a page to its name without .html, and shows it there."""
    for page in pages:
        yield page
        yield page.removesuffix(".html")


def render_static_web_app(hosting: Hosting) -> str:
    """`staticwebapp.config.json`; a header that is empty is not sent."""
    framed = [
        {"route": f"/{page}", "headers": {name: value or "" for name, value in hosting.frame_headers.items()}}
        for page in (hosting.framed if hosting.framed_by else ())
    ]
    kept = [{"route": f"/{folder}/*", "headers": {"Cache-Control": KEPT}} for folder in ("assets", "media")]
    told = {
        "globalHeaders": {**hosting.headers, "Cache-Control": NO_STORE},
        "routes": [*framed, *kept],
        "mimeTypes": {f".{ending}": kind for ending, kind in TYPES.items()},
        "responseOverrides": {"404": {"rewrite": "/404.html"}},
    }
    return json.dumps(told, indent=2) + "\n"
