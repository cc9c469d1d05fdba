"""The linters of scripts and styles: each sees the mistake that is planted for it, and says nothing of what is right."""

from __future__ import annotations

import subprocess

import pytest

from .checkers import FOLDER, missing
from .conftest import skip_or_fail

pytestmark = pytest.mark.proof

MISTAKES = {
    "a name that is nowhere": ("nobody();", "Cannot find name 'nobody'"),
    "a property that is nowhere": ("document.body.wdith = 1;", "Property 'wdith' does not exist"),
    "a value of another type": ("document.title = 1;", "Type 'number' is not assignable to type 'string'"),
    "a parameter of any type": (
        "((one) => one)(1);\nfunction f(one) { return one; }\nf(1);",
        "implicitly has an 'any' type",
    ),
    "what may be missing on a page": ('document.querySelector("[data-x]").hidden = true;', "is possibly 'null'"),
    "what is made and never used": ("const left = 1;", "'left' is declared but its value is never read"),
    "a share that nobody knows": ("voorlichter.unknown = 1;", "Property 'unknown' does not exist"),
    "a method": ("document.body.replaceChildren();", "Element.replaceChildren is not in Chrome 66"),
    "a method of an unknown thing": ("JSON.parse('1').replaceChildren();", "replaceChildren is not in Chrome 66"),
    "a property of an unknown thing": ("JSON.parse('1').inert = true;", "inert is not in Chrome 66"),
    "a property of the page": ("document.body.inert = true;", "HTMLElement.inert is not in Chrome 66"),
    "a property taken apart": ("const { animate } = document.body;\nanimate([], 1);", "Element.animate is not in"),
    "a name": ("new ResizeObserver(() => {});", "ResizeObserver is not in iOS 12.2-12.5"),
    "a function": ("queueMicrotask(() => {});", "queueMicrotask is not in Chrome 66"),
    "a function of a name": ('URL.canParse("x");', "URL.canParse is not in Chrome 66"),
    "a method of the language": ("[1].at(-1);", "Property 'at' does not exist"),
    "a selector": ('document.querySelectorAll("a:is(.b, .c)");', ":is is not in Chrome 66"),
    "a selector in a template": ("document.body.matches(`${1}:focus-visible`);", ":focus-visible is not in Chrome 66"),
    "an optional chain": ("document.body?.focus();", "Parsing error"),
    "a nullish choice": ("document.title = document.title ?? '';", "Parsing error"),
    "a nullish assignment": ("let a = document.title;\na ??= '';", "Parsing error"),
    "a field of a class": ("new (class { b = 1; })();", "Parsing error"),
    "a private method": ("new (class { #b() {} })();", "Parsing error"),
    "a catch without a name": ("try { print(); } catch { stop(); }", "Parsing error"),
    "a divided number": ("setTimeout(print, 1_000);", "Parsing error"),
    "waiting at the top": ("await Promise.resolve();", "Parsing error"),
    "a lookbehind": ('"ab".replace(/(?<=a)b/, "");', "iOS before 16.4 reads no lookbehind"),
    "an import": ('import "./other.js";', "What scripts share is in `voorlichter`"),
    "a variable of old": ("var old = 1;\nsetTimeout(print, old);", "no-var"),
    "a name that hides another": ("const one = [1];\none.forEach((one) => setTimeout(print, one));", "no-shadow"),
}
STYLE_MISTAKES = {
    "a property of a style": (".x { colour: red }", "property-no-unknown"),
    "a value of a style": (".x { color: 9px }", "declaration-property-value-no-unknown"),
    "a style that is younger": (".x { color: oklch(0.5 0.1 200) }", "css-lch-lab"),
}
STUDIO_MISTAKES = {
    "studio/page/no-name.js": ("nobody();", "Cannot find name 'nobody'"),
    "studio/page/no-export.js": (
        'import { nobody } from "./of-today.js";\nnobody();',
        "has no exported member 'nobody'",
    ),
    "studio/page/no-property.js": (
        "export const said = (/** @type {Problem} */ problem) => problem.mesage;",
        "Property 'mesage' does not exist on type 'Problem'",
    ),
    "studio/page/another-type.js": (
        'import { useState } from "./vendor/htm-preact.js";\nexport const say = () => useState("")[1](1);',
        "Argument of type 'number' is not assignable",
    ),
    "studio/page/hidden.js": ("export const all = [1].map((one) => [2].map((one) => one));", "no-shadow"),
    "studio/page/no-property.css": (".x { colour: red }", "property-no-unknown"),
    "studio/tab/worker.js": ('"use strict";\ndocument.createElement("p");', "Cannot find name 'document'"),
}
RIGHT = {
    "right.js": 'const place = document.querySelector("[data-x]");\nif (place && navigator.clipboard) navigator.clipboard.writeText(place.textContent);\n',
    "right.css": ".right { color: red }\n",
    "studio/page/of-today.js": """import { html } from "./vendor/htm-preact.js";
import { used } from "./used.js";

used?.replaceChildren();
export const field = html`<input onInput=${(event) => event.target.value.at(-1)} />`;
""",
    "studio/page/used.js": 'export const used = document.querySelector("p");\n',
    "studio/page/vendor/htm-preact.js": "var old;export{a as html}",
    "studio/page/of-today.css": ".right { resize: vertical; color: oklch(0.5 0.1 200); }\n",
    "studio/page/offline.js": '"use strict";\n\nself.importScripts("worker.js");\n',
}


def file_of(what: str, suffix: str) -> str:
    return f"{what.replace(' ', '-')}.{suffix}"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the linters say of each file."""
    skip_or_fail(missing("node"))
    folder = tmp_path_factory.mktemp("lint")
    files = {file_of(what, "js"): code for what, (code, _) in MISTAKES.items()}
    files |= {file_of(what, "css"): code for what, (code, _) in STYLE_MISTAKES.items()} | RIGHT
    files |= {path: code for path, (code, _) in STUDIO_MISTAKES.items()}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    run = subprocess.run(["node", FOLDER / "lint.mjs", folder], capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 1, run.stdout + run.stderr
    return said_of(run.stdout + run.stderr, files)


def said_of(text: str, files: dict[str, str]) -> dict[str, str]:
    """By file: a line that begins with its name, or one below its name alone."""
    said, current = dict.fromkeys(files, ""), ""
    for line in text.splitlines():
        name = next((name for name in files if line.startswith(name) or line.endswith(f"/{name}") or line == name), "")
        current = name or current
        if current:
            said[current] += f"{line}\n"
    return said


@pytest.mark.sampled(6)
@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_in_a_script_is_told(told: dict[str, str], what: str) -> None:
    assert MISTAKES[what][1] in told[file_of(what, "js")]


@pytest.mark.parametrize("what", STYLE_MISTAKES)
def test_a_mistake_in_a_style_is_told(told: dict[str, str], what: str) -> None:
    assert STYLE_MISTAKES[what][1] in told[file_of(what, "css")]


@pytest.mark.parametrize("path", STUDIO_MISTAKES)
def test_a_mistake_in_the_studio_is_told(told: dict[str, str], path: str) -> None:
    assert STUDIO_MISTAKES[path][1] in told[path]


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_passed(told: dict[str, str], name: str) -> None:
    assert told[name] == ""
