"""An SVG logo as pixels, without trusting it.

Three walls: what a drawing needs is rebuilt from an allow-list and all else refused or left behind; the
result is drawn by resvg in a process of its own with limits (`svg_process`); only its pixels go on.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from math import inf
from xml.etree import ElementTree

from voorlichter import svg_process
from voorlichter.svg_styles import DRAWING, UnknownStyleError, plain_declarations, plain_sheet, plain_value

MAX_BYTES = 512 * 1024
MAX_NODES = 5_000
MAX_DEPTH = 64
MAX_DRAWN_NODES = 20_000  # each node counted as often as it is drawn through use, mask, pattern and kin

_WALL_SECONDS = 300  # where the process has no limit of its own; a busy computer draws by and by

_SVG_NAMESPACE = "http://www.w3.org/2000/svg"
_XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DRAWN = _names("""svg g defs symbol use switch path rect circle ellipse line polyline polygon style
    linearGradient radialGradient stop clipPath mask marker filter feBlend feColorMatrix
    feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
    feMerge feMergeNode feOffset""")
# Left behind with all they hold: they say something about the drawing and draw nothing themselves.
_UNDRAWN = _names("title desc metadata view cursor")
# Letters are drawn with the fonts of whatever machine builds the site, so they must be outlines.
_LETTERS = _names("text tspan tref textPath altGlyph")
_REFUSED = {
    "script": "script",
    "handler": "script",
    "listener": "script",
    "foreignobject": "web_page",
    "iframe": "web_page",
    "object": "web_page",
    "embed": "web_page",
    "a": "link",
    "image": "picture",
    "feimage": "picture",
    "video": "picture",
    "audio": "picture",
    "animate": "animation",
    "animatecolor": "animation",
    "animatemotion": "animation",
    "animatetransform": "animation",
    "set": "animation",
    "discard": "animation",
}
_LENGTHS = _names("x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height dx dy offset markerWidth markerHeight refX refY")
_ATTRIBUTES = (
    DRAWING
    | _LENGTHS
    | _names("""
    id class style transform d points viewBox preserveAspectRatio gradientUnits gradientTransform spreadMethod
    clipPathUnits maskUnits maskContentUnits markerUnits orient filterUnits primitiveUnits in in2 result mode
    operator k1 k2 k3 k4 stdDeviation type values tableValues slope intercept amplitude exponent
""")
)
# Every browser follows these and resvg does not, or it depends on who looks.
_OTHERWISE = _names("transform-origin transform-box pathLength vector-effect systemLanguage media")
_MEANS_NOTHING = ("", "none", "all", "screen")

_OWN_PART = re.compile(r"#[^\s#()'\"\\]+")
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^\s#()'\"\\]+)['\"]?\s*\)", re.IGNORECASE)
# A backslash can spell any of the others; image-set() and kin load without the word url.
_FETCHING_STYLE = re.compile(
    r"\\|url\s*\(|@import|@font-face|image-set\s*\(|src\s*\(|javascript:|expression\s*\(|-moz-binding",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\s*\+?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?\s*(px|pt|pc|mm|cm|in)?\s*", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?\s*(px|pt|pc|mm|cm|in|%)?\s*", re.IGNORECASE | re.ASCII)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


class SvgRefusedError(ValueError):
    """Why an SVG is not drawn: a `reason` that can be looked up, and the part of the file concerned."""

    def __init__(self, reason: str, part: str = "") -> None:
        super().__init__(reason, part)
        self.reason = reason
        self.part = part


@dataclass(frozen=True)
class Drawing:
    """An SVG rebuilt from what is allowed, with its own size in CSS pixels."""

    root: ElementTree.Element
    width: float
    height: float


def read_svg(data: bytes) -> Drawing:
    """Rebuild the drawing; raise SvgRefusedError where it holds more than a drawing may."""
    # Imported here: the process that draws has no use for it.
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped, unused-ignore]
    from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped, unused-ignore]

    if len(data) > MAX_BYTES:
        raise SvgRefusedError("svg_too_heavy")
    parser = DefusedXMLParser(target=_Rebuilder())
    try:
        parser.feed(data)
        root: ElementTree.Element = parser.close()
    except SvgRefusedError:
        raise
    except DefusedXmlException as error:
        raise SvgRefusedError("entity") from error
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # the last two: a strange encoding
        raise SvgRefusedError("damaged") from error
    _check_drawn_nodes(root)
    width, height = _own_size(root)
    return Drawing(root, width, height)


def render_svg(drawing: Drawing, width: int, height: int) -> bytes:
    """Draw it as a PNG of that many pixels, in a process with limits on time and memory."""
    # -P: a file in the user's folder must not stand in for a module.
    command = [sys.executable, "-P", svg_process.__file__]
    markup = render_markup(replace(drawing, width=width, height=height))
    try:
        drawn = subprocess.run(  # noqa: S603 - only our own file is run; what nobody trusts is its input
            command, input=markup, capture_output=True, timeout=_WALL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SvgRefusedError("svg_too_complex") from error
    if drawn.returncode == 0:
        png: bytes = drawn.stdout
        return png
    if drawn.returncode == svg_process.UNDRAWABLE:
        raise SvgRefusedError("damaged")
    if drawn.returncode == 1:
        raise RuntimeError("drawing an SVG failed: " + drawn.stderr.decode(errors="replace"))
    raise SvgRefusedError("svg_too_complex")  # stopped by a limit, or crashed


def render_markup(drawing: Drawing) -> bytes:
    """The rebuilt drawing as a file, as large as it says."""
    root = copy(drawing.root)
    root.set("width", str(drawing.width))
    root.set("height", str(drawing.height))
    markup: bytes = ElementTree.tostring(root, encoding="utf-8")
    return markup


class _Rebuilder:
    """Target of the XML parser: counts before it keeps, and keeps only what is allowed."""

    def __init__(self) -> None:
        self._kept = ElementTree.TreeBuilder()
        self._open: list[str] = []  # names of the open elements
        self._left_behind = 0  # depth at which leaving behind began
        self._nodes = 0
        self._style: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition("}")
        ours = namespace in ("", "{" + _SVG_NAMESPACE)
        if not self._open and (name != "svg" or not ours):
            raise SvgRefusedError("not_a_picture")
        self._nodes += 1
        self._open.append(name)
        if self._nodes > MAX_NODES or len(self._open) > MAX_DEPTH:
            raise SvgRefusedError("svg_too_complex")
        self._refuse(name, attributes, drawn=ours or namespace == "{" + _XHTML_NAMESPACE)
        if self._left_behind:
            return
        if not ours or name in _UNDRAWN or name in _LETTERS or attributes.get("requiredExtensions", "").strip():
            self._left_behind = len(self._open)
        elif name not in _DRAWN or "style" in self._open[:-1]:
            raise SvgRefusedError("strange_part", f"<{name}>")
        else:
            kept = _kept_attributes(attributes)
            if len(self._open) == 1:
                if "transform" in kept:
                    raise SvgRefusedError("otherwise", _shown("transform", kept["transform"]))
                kept["xmlns"] = _SVG_NAMESPACE
            self._kept.start(name, kept)

    def data(self, text: str) -> None:
        if not _LETTERS.isdisjoint(self._open) and text.strip():
            raise SvgRefusedError("letters", f"<{self._open[-1]}>")
        if not self._left_behind and self._open[-1] == "style":
            self._style.append(text)

    def end(self, tag: str) -> None:
        depth, name = len(self._open), self._open.pop()
        if self._left_behind:
            if depth == self._left_behind:
                self._left_behind = 0
            return
        if name == "style":
            style = "".join(self._style)
            self._style.clear()
            _check_style(style, "<style>")
            self._kept.data(_plain(plain_sheet, style))
        self._kept.end(name)

    def pi(self, target: str, content: str) -> None:
        if target == "xml-stylesheet":
            raise SvgRefusedError("link", "<?xml-stylesheet?>")

    def close(self) -> ElementTree.Element:
        return self._kept.close()

    @staticmethod
    def _refuse(name: str, attributes: dict[str, str], *, drawn: bool) -> None:
        reason = _REFUSED.get(name.lower(), "")
        # Editors keep pictures and links of their own in other namespaces; those are left behind.
        if reason == "script" or (reason and drawn):
            raise SvgRefusedError(reason, f"<{name}>")
        for attribute in attributes:
            if attribute.lower().startswith("on"):
                raise SvgRefusedError("script", attribute)


def _kept_attributes(attributes: dict[str, str]) -> dict[str, str]:
    kept = {}
    for name, value in attributes.items():
        if name in ("href", _XLINK_HREF):
            if not _OWN_PART.fullmatch(value.strip()):
                raise SvgRefusedError("link", _shown("href", value))
            kept["href"] = value.strip()
        elif name in _OTHERWISE and value.strip().lower() not in _MEANS_NOTHING:
            raise SvgRefusedError("otherwise", _shown(name, value))
        elif name in _ATTRIBUTES:
            _check_style(value, _shown(name, value))
            kept[name] = _kept_value(name, value)
    return kept


def _kept_value(name: str, value: str) -> str:
    if name == "style":
        return _plain(plain_declarations, value)
    if name in _LENGTHS and not _NUMBER.fullmatch(value):
        raise SvgRefusedError("otherwise", _shown(name, value))
    return _plain(partial(plain_value, name), value)


def _plain(rewritten: Callable[[str], str], style: str) -> str:
    try:
        return rewritten(style)
    except UnknownStyleError as error:
        raise SvgRefusedError("otherwise", str(error)) from error


def _shown(name: str, value: str) -> str:
    """An attribute as one short line, whatever was written in it."""
    return f'{name}="{" ".join(value.split())[:60]}"'


def _check_style(style: str, part: str) -> None:
    if _FETCHING_STYLE.search(_REFERENCE.sub("", style)):
        raise SvgRefusedError("link", part)


def _check_drawn_nodes(root: ElementTree.Element) -> None:
    """Count what is drawn in the end: ten uses of ten uses of ten uses are a thousand."""
    named = {element.attrib["id"]: element for element in reversed(list(root.iter())) if "id" in element.attrib}
    counted: dict[ElementTree.Element, int] = {}
    being_counted: set[ElementTree.Element] = set()

    def count(element: ElementTree.Element) -> int:
        if element in counted:
            return counted[element]
        if element in being_counted or len(being_counted) > 4 * MAX_DEPTH:
            raise SvgRefusedError("svg_too_complex")  # a ring, or a chain of references without end
        being_counted.add(element)
        total = 1
        for part in (*element, *_referred(element, named)):
            total += count(part)
        if total > MAX_DRAWN_NODES:
            raise SvgRefusedError("svg_too_complex")
        being_counted.remove(element)
        counted[element] = total
        return total

    count(root)


def _referred(element: ElementTree.Element, named: dict[str, ElementTree.Element]) -> list[ElementTree.Element]:
    names = [element.get("href", "")[1:]]
    for value in element.attrib.values():
        names += _REFERENCE.findall(value)
    return [named[name] for name in names if name in named]


def _own_size(root: ElementTree.Element) -> tuple[float, float]:
    """Width and height, as a browser would take them; gives the root a viewBox where it has none."""
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    view = _view_size(root.get("viewBox", ""))
    if width and height:
        if not view:
            root.set("viewBox", f"0 0 {width} {height}")
        return width, height
    if view:
        return view
    raise SvgRefusedError("no_size")


def _length(text: str) -> float:
    """In pixels; 0 for a percentage, a length relative to letters, or none at all."""
    match = _LENGTH.fullmatch(text)
    if not match:
        return 0.0
    pixels = float(match[1] + (match[2] or "")) * _PIXELS[(match[3] or "").lower()]
    return pixels if pixels < inf else 0.0


def _view_size(view_box: str) -> tuple[float, float] | None:
    try:
        _, _, width, height = map(float, view_box.replace(",", " ").split())
    except ValueError:
        return None
    return (width, height) if 0 < width < inf and 0 < height < inf else None
