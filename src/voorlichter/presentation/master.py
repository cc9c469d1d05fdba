"""An empty presentation with our own theme, master and layouts, for python-pptx to fill."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from voorlichter.presentation.layouts import (
    FOOT_SIZE,
    HEIGHT,
    LAYOUTS,
    TITLE,
    WIDTH,
    Box,
    Drawn,
    Placeholder,
    Style,
    body_place,
    layouts_for,
    number_place,
    title_place,
)
from voorlichter.presentation.model import Look
from voorlichter.presentation.theme import render_table_styles, render_theme
from voorlichter.problems import Language
from voorlichter.zip_file import render_zip

_NUMBER_FIELD = "{2F1A7C3E-0B6D-4E58-8C19-5D7E3A9B4C02}"
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.presentationml"
_LEVELS = 5
_SCENE = "scene.png"


_GEOMETRY = {shape: f'<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>' for shape in ("rect", "ellipse")}
_RECTANGLE = _GEOMETRY["rect"]
_FROM_THE_RIGHT = ' rtl="1"'
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Within a shape's name: a screen reader passes over it."""


def emu(inches: float) -> int:
    return round(inches * 914400)


def render_template(look: Look) -> bytes:
    """A PPTX without slides."""
    layouts = range(1, len(LAYOUTS) + 1)
    names = [f"ppt/slideLayouts/slideLayout{number}.xml" for number in layouts]
    files = {
        "[Content_Types].xml": _content_types(names),
        "_rels/.rels": _relations([("officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _relations(
            [
                ("slideMaster", "slideMasters/slideMaster1.xml"),
                ("theme", "theme/theme1.xml"),
                ("tableStyles", "tableStyles.xml"),
            ]
        ),
        "ppt/tableStyles.xml": render_table_styles(),
        "ppt/theme/theme1.xml": render_theme(look),
        "ppt/slideMasters/slideMaster1.xml": _master(look.language, len(names)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            [
                *(("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in layouts),
                ("theme", "../theme/theme1.xml"),
            ]
        ),
    }
    for number, drawn in zip(layouts, layouts_for(look.right_to_left).values(), strict=True):
        scene = [("image", f"../media/{_SCENE}")] if look.scene and drawn.scene else []
        files[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(drawn, look, bool(scene))
        files[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relations(
            [("slideMaster", "../slideMasters/slideMaster1.xml"), *scene]
        )
    pictures = {f"ppt/media/{_SCENE}": look.scene} if look.scene else {}
    return render_zip({**{name: (_HEAD + text).encode() for name, text in files.items()}, **pictures})


def _content_types(layouts: list[str]) -> str:
    parts = [
        ("ppt/presentation.xml", "presentation.main"),
        ("ppt/slideMasters/slideMaster1.xml", "slideMaster"),
        ("ppt/tableStyles.xml", "tableStyles"),
        *((name, "slideLayout") for name in layouts),
    ]
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{_CONTENT}.{kind}+xml"/>' for name, kind in parts)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'{overrides}<Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def _presentation() -> str:
    return (
        f'<p:presentation {_NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldIdLst/><p:sldSz cx="{emu(WIDTH)}" cy="{emu(HEIGHT)}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{_level(1, Style((18,)), 'l', '+mn')}</p:defaultTextStyle></p:presentation>"
    )


def _master(language: Language, layouts: int) -> str:
    places = (title_place(), body_place(), number_place())
    title, body = places[0].style, places[1].style
    ids = "".join(f'<p:sldLayoutId id="{2147483648 + number}" r:id="rId{number}"/>' for number in range(1, layouts + 1))
    other = _level(1, Style((18,)), "l", "+mn")
    return (
        f"<p:sldMaster {_NAMESPACES}>{_slide_data('Voorlichter', 'bg1', [_placeholder(number, place, language, True) for number, place in enumerate(places, 2)])}"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" '
        f'hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>'
        f"<p:txStyles><p:titleStyle>{_level(1, title, 'l', '+mj')}</p:titleStyle><p:bodyStyle>"
        f"{''.join(_level(level, body if level == 1 else Style((24,), 'tx2', bullet='dot', space=0.3), 'l', '+mn') for level in range(1, _LEVELS + 1))}"
        f"</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


TAGS: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}


def _layout(drawn: Drawn, look: Look, scene: bool) -> str:
    language = look.language
    shapes = [_scene(drawn.scene)] if scene and drawn.scene else []
    shapes += [
        _hill(drawn.hill),
        *([_foot(drawn.foot, look)] if drawn.foot and look.foot else []),
        *(
            _placeholder(number, place, language, rtl=look.right_to_left)
            for number, place in enumerate(drawn.places, 4)
        ),
    ]
    return (
        f'<p:sldLayout {_NAMESPACES} preserve="1" userDrawn="1">{_slide_data(escape(drawn.name.to(language)), drawn.ground, shapes)}'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _slide_data(name: str, ground: str, shapes: list[str]) -> str:
    return (
        f'<p:cSld name="{name}"><p:bg><p:bgPr><a:solidFill><a:schemeClr val="{ground}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>'
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{"".join(shapes)}</p:spTree></p:cSld>'
    )


def _scene(box: Box) -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="2" name="scene" descr="">{DECORATIVE}</p:cNvPr><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{_frame(box)}{_RECTANGLE}</p:spPr></p:pic>'
    )


def _hill(box: Box) -> str:
    """One curve from the left edge to the right, as on the posters."""
    points = [f'<a:pt x="{x}" y="{y}"/>' for x, y in ((0, 45), (45, 0), (100, 40), (100, 100), (0, 100))]
    path = (
        f'<a:path w="100" h="100"><a:moveTo>{points[0]}</a:moveTo><a:quadBezTo>{points[1]}{points[2]}</a:quadBezTo>'
        f"<a:lnTo>{points[3]}</a:lnTo><a:lnTo>{points[4]}</a:lnTo><a:close/></a:path>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="hill">{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_frame(box)}'
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _foot(box: Box, look: Look) -> str:
    """No place to write in: what stands on a layout is on every slide of it."""
    side = "r" if look.right_to_left else "l"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2001" name="foot">{DECORATIVE}</p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_frame(box)}{_RECTANGLE}</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="{side}"{_FROM_THE_RIGHT if look.right_to_left else ""}/><a:r><a:rPr lang="{look.tag}" sz="{FOOT_SIZE * 100}" b="1"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        f"</a:rPr><a:t>{escape(look.foot)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _placeholder(number: int, place: Placeholder, language: Language, master: bool = False, rtl: bool = False) -> str:
    said = escape(place.prompt.to(language))
    index = (
        f' idx="{place.idx}"'
        if place.idx != TITLE and not (master and place.type == "body")
        else ' idx="1"'
        if place.type == "body"
        else ""
    )
    levels = _level(1, place.style, place.align, "+mj" if place.type == "title" else "+mn", rtl)
    if place.type == "body":
        levels += _level(2, place.details, place.align, "+mn", rtl)
    words = f'<a:r><a:rPr lang="{TAGS[language]}"/><a:t>{said}</a:t></a:r>'
    if place.type == "sldNum":
        words = f'<a:fld id="{_NUMBER_FIELD}" type="slidenum"><a:rPr lang="{TAGS[language]}"/><a:t>‹#›</a:t></a:fld>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{said} {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{place.type}"{index}/></p:nvPr></p:nvSpPr><p:spPr>{_frame(place.box)}{_GEOMETRY[place.shape]}</p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{place.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{levels}</a:lstStyle><a:p>{words}</a:p></p:txBody></p:sp>"
    )


def _frame(box: Box) -> str:
    left, top, width, height = map(emu, box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _level(level: int, style: Style, align: str, face: str, rtl: bool = False) -> str:
    indent, side = emu(style.indent), "marR" if rtl else "marL"
    return (
        f'<a:lvl{level}pPr {side}="{indent * level}" indent="{-indent}" algn="{align}" defTabSz="914400"{_FROM_THE_RIGHT if rtl else ""}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPct val="{round(style.space * 100000)}"/></a:spcBef>{"".join(_bullet(style))}'
        f'<a:defRPr sz="{style.sizes[0] * 100}" b="{int(style.bold)}" kern="1200"><a:solidFill><a:schemeClr val="{style.color}"/></a:solidFill>'
        f'<a:latin typeface="{face}-lt"/><a:ea typeface="{face}-ea"/><a:cs typeface="{face}-cs"/></a:defRPr></a:lvl{level}pPr>'
    )


def _bullet(style: Style) -> Iterator[str]:
    if style.bullet == "none":
        yield "<a:buNone/>"
        return
    yield '<a:buClr><a:schemeClr val="accent1"/></a:buClr>'
    yield (
        '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
        if style.bullet == "dot"
        else '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
    )
