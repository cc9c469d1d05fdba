"""Style sheets in words that browsers of 2018 know: `margin-top` where the theme says `margin-block-start`.

All our languages are written in lines from top to bottom, so what lies above, below or on both sides has one name in
each. Left and right differ by direction: there the theme's own word stays, and a browser that does not know it takes
what holds from left to right. A start or end of a margin, padding or border by itself is older: of the browsers we name
only Chrome before 69 does without.
"""

from __future__ import annotations

import re

_PARTS = re.compile(r"(@(?:media|supports)[^{}]*)\{((?:[^{}]*\{[^{}]*\})*)\}|([^{}]+)\{([^{}]*)\}")
_INSIDE = r"\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)"
_DECLARATION = re.compile(rf"""([-\w]+)\s*:\s*((?:"[^"]*"|'[^']*'|{_INSIDE}|[^;"'()!])*)(![^;]*)?""")
_PART = re.compile(rf"(?:{_INSIDE}|[^\s()])+")
_SIZE = re.compile(r"((?:min-|max-)?)(inline|block)-size")
_SIDED = re.compile(
    r"(margin|padding|scroll-margin|scroll-padding|border|inset)-(inline|block)(?:-(start|end))?(-width|-style|-color)?"
)
_OLDER = re.compile(r"(?:margin|padding|border)-inline-(?:start|end).*")
_SIDES = {"block": ("top", "bottom"), "inline": ("left", "right")}
_SIZES = {"block": "height", "inline": "width"}
_YOUNGEST = "@supports not (inset:0)"
"""It came with the last of the words that stay."""


def plain_sides(sheet: str) -> str:
    """A minified style sheet; what is no logical property stays as it is written."""
    rules, left_to_right = _plain_rules(sheet)
    return f"{rules}{_YOUNGEST}{{{left_to_right}}}" if left_to_right else rules


def _plain_rules(sheet: str) -> tuple[str, str]:
    """The rules, and those for a browser that does not know a start and an end: together at the end, in the same order."""
    last: list[str] = []

    def plain(part: re.Match[str]) -> str:
        query, within, selector, body = part.groups()
        rules, left_to_right = _plain_rules(within) if query else _plain_body(body)
        if left_to_right:
            last.append(f"{query or selector}{{{left_to_right}}}")
        return f"{query or selector}{{{rules}}}"

    return _PARTS.sub(plain, sheet), "".join(last)


def _plain_body(body: str) -> tuple[str, str]:
    """The same of declarations."""
    said, left_to_right = [], []
    for name, value, important in _DECLARATION.findall(body):
        plain, either_way = _plain(name, value)
        told = [f"{name}:{value}{important}" for name, value in plain]
        said += told if either_way else [f"{name}:{value}{important}"]
        left_to_right += [] if either_way or _OLDER.fullmatch(name) else told
    return ";".join(said), ";".join(left_to_right)


def _plain(name: str, value: str) -> tuple[list[tuple[str, str]], bool]:
    """The same from left to right, as old words; and whether it is the same from right to left."""
    if size := _SIZE.fullmatch(name):
        return [(size[1] + _SIZES[size[2]], value)], True
    if name == "inset":
        parts = _PART.findall(value)
        top, right, bottom, left = [*parts, parts[1]] if len(parts) == 3 else (4 * parts)[:4]
        return [("top", top), ("right", right), ("bottom", bottom), ("left", left)], True
    if name == "float" and value in ("inline-start", "inline-end"):
        return [(name, "left" if value == "inline-start" else "right"), (name, value)], True
    if not (sided := _SIDED.fullmatch(name)):
        return [(name, value)], True
    of, axis, end, rest = sided.groups(default="")
    sides = _SIDES[axis]
    parts = [value] if end or of == "border" else _PART.findall(value)
    wanted = {"start": sides[:1], "end": sides[1:]}.get(end, sides)
    values = dict(zip(sides, (parts[0], parts[-1]), strict=True))
    plain = [(side if of == "inset" else f"{of}-{side}{rest}", values[side]) for side in wanted]
    return plain, axis == "block" or (not end and len(set(parts)) == 1)
