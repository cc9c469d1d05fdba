"""The styles of a drawing in the words that every program draws alike: colours as `#rrggbb` or `rgba()`, classes as selectors.

resvg passes over what it does not know, and a browser does not: the same logo then has two looks. So a style is
rewritten, or the drawing is refused. What was compared: resvg 0.45 and Chromium, by tests/browser/test_drawings.py.
"""

import re
from collections.abc import Iterator
from functools import lru_cache


class UnknownStyleError(ValueError):
    """Its only argument: the part that is not drawn alike everywhere."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


COLORS = _names("fill stroke color stop-color flood-color")
DRAWING = COLORS | _names("""
    fill-opacity fill-rule stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-dasharray stroke-dashoffset paint-order opacity display visibility overflow clip-path clip-rule mask
    mask-type filter flood-opacity stop-opacity marker marker-start marker-mid marker-end color-interpolation
    color-interpolation-filters shape-rendering vector-effect mix-blend-mode isolation
""")
"""Properties that are drawn alike, as an attribute and in a style."""
_IDLE = re.compile(
    r"""-.+|font.*|text-.*|letter-spacing|word-spacing|line-height|white-space|direction|unicode-bidi|writing-mode
    |glyph-.*|kerning|baseline-shift|.*-baseline|cursor|pointer-events|user-select|will-change|transition.*|z-index
    |enable-background|clip|solid-.*|block-progression|color-rendering|color-profile|image-rendering
    |shape-(?:padding|margin|inside|subtract|image-threshold)|inline-size|line-increment|inset|zoom""",
    re.VERBOSE,
)
"""Properties that change nothing in a drawing without letters; those that begin with a hyphen are an editor's or a browser's own."""
_OTHERWISE = _names("unset revert revert-layer miter-clip arcs non-scaling-stroke")
_ANYWHERE = _names("inherit initial transparent")
_WORDS = {
    "fill": _ANYWHERE | _names("none currentcolor context-fill context-stroke"),
    "stroke": _ANYWHERE | _names("none currentcolor context-fill context-stroke"),
    "stop-color": _ANYWHERE | _names("currentcolor"),
}
"""What may stand in the place of a colour; elsewhere programs differ on it."""
_NEW_NOTATION = re.compile(r"(?:lab|lch|oklab|oklch|color)\(", re.IGNORECASE)
"""Between two such colours a browser fades by another way than between others."""
_UNSETTLED = re.compile(r"color\(\s*rec2020", re.IGNORECASE)
"""Its curve was changed in the standard, and programs have either."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"[\w.#*\s>,-]+", re.ASCII)
_NOT_FOLLOWED = re.compile(
    r"@media\s*(?:print|\(\s*prefers-color-scheme\s*:\s*dark\s*\))\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}"
)
"""What holds on paper or in the dark; a logo stands on paper's colour in both schemes."""
_CALLED = re.compile(r"([A-Za-z][\w-]*)\s*\(")
_ALIKE = _names("url matrix translate scale rotate skewx skewy")
_RELATIVE = re.compile(r"\d(?:r?em|ex|ch|cap|ic|q|r?lh|[sld]?v(?:w|h|i|b|min|max))\b", re.IGNORECASE)
"""Lengths that depend on letters or on the window."""
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.ASCII | re.IGNORECASE)
_PAINT = re.compile(r"(url\([^()]*\))?\s*(.*)", re.DOTALL | re.IGNORECASE)
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)


def plain_sheet(text: str) -> str:
    """A style sheet of rules by type, class and id. Raises UnknownStyleError."""
    text = _NOT_FOLLOWED.sub("", _COMMENT.sub(" ", text))
    rules, end = [], 0
    for rule in _RULE.finditer(text):
        selector = rule[1].strip()
        if rule.start() != end or not _SELECTOR.fullmatch(selector):
            raise UnknownStyleError(_shown(text[end : rule.start()] + selector))
        rules.append(f"{selector}{{{plain_declarations(rule[2])}}}")
        end = rule.end()
    if text[end:].strip():
        raise UnknownStyleError(_shown(text[end:]))
    return "\n".join(rules)


def plain_declarations(text: str) -> str:
    """What stands in a style attribute, or between the braces of a rule. Raises UnknownStyleError."""
    return ";".join(f"{name}:{value}" for name, value in _declared(_COMMENT.sub(" ", text)))


def _declared(text: str) -> Iterator[tuple[str, str]]:
    for declaration in filter(str.strip, text.split(";")):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        name = name.lower()
        if not colon or not (name in DRAWING or _IDLE.fullmatch(name)):
            raise UnknownStyleError(_shown(declaration))
        if name in DRAWING:
            important = "!important" if _IMPORTANT.search(value) else ""
            yield name, plain_value(name, _IMPORTANT.sub("", value)) + important


def plain_value(name: str, value: str) -> str:
    """The value of a property, or of another attribute. Raises UnknownStyleError."""
    value = value.strip()
    if name in COLORS:
        return _plain_paint(name, value)
    called = {function.lower() for function in _CALLED.findall(value)}
    relative = name in DRAWING and _RELATIVE.search(value)
    if relative or not called <= _ALIKE or value.lower() in _OTHERWISE:
        raise UnknownStyleError(f"{name}: {_shown(value)}")
    return value


def _plain_paint(name: str, value: str) -> str:
    match = _PAINT.fullmatch(value)
    assert match, "every text is one"
    server, color = match[1] or "", match[2]
    if color.lower() in _WORDS.get(name, _ANYWHERE) or not color:
        return value
    if _UNSETTLED.match(color) or (name == "stop-color" and _NEW_NOTATION.match(color)):
        raise UnknownStyleError(f"{name}: {_shown(value)}")
    try:
        return f"{server} {_plain_color(color)}".strip()
    except ValueError as error:
        raise UnknownStyleError(f"{name}: {_shown(value)}") from error


@lru_cache(maxsize=512)
def _plain_color(text: str) -> str:
    """In sRGB, as a screen shows it; what lies outside is cut off, as browsers do. Raises ValueError."""
    if _HEX.fullmatch(text):
        return text
    from coloraide import Color  # takes 0.1 s to import

    color = Color(text.lower()).convert("srgb").clip()
    red, green, blue = (round(255 * part) for part in color.coords(nans=False))
    opacity = color.alpha(nans=False)
    return f"#{red:02x}{green:02x}{blue:02x}" if opacity == 1 else f"rgba({red},{green},{blue},{opacity:g})"


def _shown(text: str) -> str:
    """As one short line, whatever was written in it."""
    return " ".join(text.split())[:60]
