"""Style sheets in words that browsers of 2018 know: `bottom` where the theme says `inset-block-end`.

All our languages are written in lines from top to bottom, so what lies above, below or on both sides has one name in
each. Where something is placed stands in old words from left to right, and behind them in the theme's. Two things stay in
the theme's words alone, which a browser that does not know them passes over: what else differs by direction, and a margin
or padding above and below said together, which is air that a page can do without.
"""

from __future__ import annotations

import re

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_INSIDE = r"\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)"
_DECLARATION = re.compile(rf"""([-\w]+)\s*:\s*((?:"[^"]*"|'[^']*'|{_INSIDE}|[^;"'()!])*)(![^;]*)?""")
_PART = re.compile(rf"(?:{_INSIDE}|[^\s()])+")
_SIZE = re.compile(r"((?:min-|max-)?)(inline|block)-size")
_SIDED = re.compile(
    r"(margin|padding|scroll-margin|scroll-padding|border|inset)-(inline|block)(?:-(start|end))?(-width|-style|-color)?"
)
_AIR = re.compile(r"(?:margin|padding)-block")
_SIDES = {"block": ("top", "bottom"), "inline": ("left", "right")}
_SIZES = {"block": "height", "inline": "width"}


def plain_sides(sheet: str) -> str:
    """A minified style sheet; what is no logical property stays as it is written."""
    return _RULE.sub(lambda rule: f"{rule[1]}{{{';'.join(_plain_body(rule[2]))}}}", sheet)


def _plain_body(body: str) -> list[str]:
    return [
        f"{plain}:{said}{important}"
        for name, value, important in _DECLARATION.findall(body)
        for plain, said in _plain(name, value)
    ]


def _plain(name: str, value: str) -> list[tuple[str, str]]:
    """The same in old words, or as it was."""
    if size := _SIZE.fullmatch(name):
        return [(size[1] + _SIZES[size[2]], value)]
    if name == "inset":
        parts = _PART.findall(value)
        sides = [*parts, parts[1]] if len(parts) == 3 else (4 * parts)[:4]
        return list(zip(("top", "right", "bottom", "left"), sides, strict=True))
    if name == "float" and value in ("inline-start", "inline-end"):
        return [(name, "left" if value == "inline-start" else "right"), (name, value)]
    if _AIR.fullmatch(name) or not (sided := _SIDED.fullmatch(name)):
        return [(name, value)]
    of, axis, end, rest = sided.groups(default="")
    parts = [value] if end or of == "border" else _PART.findall(value)
    if of == "inset" and axis == "inline" and value != "auto" and (end or len(set(parts)) > 1):
        start, far = {"start": (value, "auto"), "end": ("auto", value)}.get(end, (parts[0], parts[-1]))
        placed = [(side, at) for side, at in (("left", start), ("right", far)) if at != "auto"]
        # From left to right in old words; who knows the new ones goes by those, which stand behind.
        return [*placed, ("inset-inline", f"{start} {far}")]
    if axis == "inline" and (end or len(set(parts)) > 1):
        return [(name, value)]
    both = list(zip(_SIDES[axis], (parts[0], parts[-1]), strict=True))
    wanted = {"start": both[:1], "end": both[1:]}.get(end, both)
    return [(side if of == "inset" else f"{of}-{side}{rest}", said) for side, said in wanted]
