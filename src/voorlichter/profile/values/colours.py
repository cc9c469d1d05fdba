"""One colour for screens, `#rrggbb`; and what was meant by any other way to write one."""

from __future__ import annotations

import colorsys
import re

from voorlichter.model_problems import Refused
from voorlichter.problems import Say
from voorlichter.profile.values.plain import plain_text

_NAMES = {
    name: value
    for value, names in {
        "#000000": "zwart black",
        "#ffffff": "wit white",
        "#ff0000": "rood red",
        "#008000": "groen green",
        "#0000ff": "blauw blue",
        "#ffff00": "geel yellow",
        "#ffa500": "oranje orange",
        "#800080": "paars purple",
        "#ffc0cb": "roze pink",
        "#a52a2a": "bruin brown",
        "#808080": "grijs grey gray",
        "#40e0d0": "turkoois turquoise",
        "#00ffff": "cyaan cyan",
        "#ffd700": "goud gold",
        "#00008b": "donkerblauw darkblue",
        "#add8e6": "lichtblauw lightblue",
        "#000080": "marineblauw navy",
        "#006400": "donkergroen darkgreen",
        "#90ee90": "lichtgroen lightgreen",
        "#8b0000": "donkerrood darkred",
        "#800000": "bordeaux kastanjebruin maroon",
        "#008080": "teal petrol",
        "#c0c0c0": "zilver silver",
        "#383e42": "antraciet anthracite",
        "#f5f5dc": "beige",
        "#fffdd0": "crème creme cream",
        "#cc7722": "oker ochre",
        "#e2725b": "terracotta",
        "#ff7f50": "koraal coral",
        "#fa8072": "zalm salmon",
        "#ff00ff": "fuchsia magenta",
        "#c8a2c8": "lila lilac",
        "#ee82ee": "violet",
        "#4b0082": "indigo",
        "#614051": "aubergine",
        "#808000": "olijf olijfgroen olive",
        "#32cd32": "limoen limoengroen limegreen",
        "#00ff00": "lime",
        "#98ff98": "mint mintgroen mintgreen",
        "#0047ab": "kobalt kobaltblauw cobalt",
        "#4169e1": "koningsblauw royalblue",
        "#87ceeb": "hemelsblauw skyblue",
    }.items()
    for name in names.split()
}
_HOW = Say(
    "schrijf een # met zes tekens (0-9 en a-f): de huisstijlgids noemt dat hex, en wie de huisstijl maakte kan het zeggen",
    "write a # with six characters (0-9 and a-f): the brand guide calls it hex, and whoever made the brand can tell",
)


def check_color(value: object) -> str:
    text = plain_text(value, "deze kleur", "this colour")
    if re.fullmatch(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}", text):
        return text.lower()
    short = text if len(text) < 60 else f"{text[:59]}…"
    if paint := re.match(r"(ral|pms|pantone|cmyk|ncs)\b", text, re.I) or re.fullmatch(
        r"(c ?[0-9]+).*(k ?[0-9]+)%?", text, re.I
    ):
        kind = paint[1].upper() if paint.lastindex == 1 else "CMYK"
        raise Refused(
            Say(
                f"“{short}” is een kleur voor verf of druk ({kind}); daar hoort op een scherm niet één vaste kleur bij",
                f"“{short}” is a colour for paint or print ({kind}); no one colour on a screen belongs to it",
            ),
            _HOW,
        )
    name = re.sub(r"[\W_]+", "", text.lower())
    if name in _NAMES:
        hex_ = _NAMES[name]
        raise Refused(
            Say(
                f"“{short}” is een kleur bij haar naam; hier hoort een nummer",
                f"“{short}” is a colour by its name; a number belongs here",
            ),
            Say(
                f'schrijf: color: "{hex_}" (zo is {text.lower()} op een scherm; de huisstijlgids noemt de kleur precies)',
                f'write: color: "{hex_}" (this is {text.lower()} on a screen; the brand guide names the exact colour)',
            ),
        )
    meant = _meant(text)
    raise Refused(
        Say(
            f"“{short}” is geen kleur met een # en zes tekens" if meant else f"“{short}” is geen kleur",
            f"“{short}” is not a colour with a # and six characters" if meant else f"“{short}” is not a colour",
        ),
        None if meant else _HOW,
        value=meant,
    )


def _meant(text: str) -> str | None:
    """`0B5FA5`, `rgb(11, 95, 165)`, `hsl(207, 88%, 35%)`, `11, 95, 165`."""
    if re.fullmatch(r"(?:#|0x)?(?:[0-9a-f]{6}|[0-9a-f]{3})", text.replace(" ", ""), re.I):
        return "#" + re.sub(r"^(?:#|0x)", "", text.replace(" ", ""), flags=re.I).lower()
    if match := re.fullmatch(r"#(?:([0-9a-f]{6})ff|([0-9a-f]{3})f)", text, re.I):
        return f"#{(match[1] or match[2]).lower()}"
    number = r"([0-9]{1,3})"
    if match := re.fullmatch(
        rf"(?:rgba?)?[ :(]*(?:r ?)?{number}[ ,/]+(?:g ?)?{number}[ ,/]+(?:b ?)?{number}(?: ?[,/] ?(?:1|1\.0|100%))?\)?",
        text,
        re.I,
    ):
        return _hex([int(part) for part in match.groups()])
    if match := re.fullmatch(
        rf"hsla?\( ?{number}(?:deg|°)?[ ,]+{number}%[ ,]+{number}%(?: ?[,/] ?(?:1|1\.0|100%))? ?\)", text, re.I
    ):
        hue, saturation, lightness = (int(part) for part in match.groups())
        if hue <= 360 and saturation <= 100 and lightness <= 100:
            return _hex(
                [round(part * 255) for part in colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100)]
            )
    return None


def _hex(parts: list[int]) -> str | None:
    return "#" + "".join(f"{part:02x}" for part in parts) if max(parts) < 256 else None
