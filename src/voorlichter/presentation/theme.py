"""The colours, faces and tables of a presentation: what changes when somebody chooses another theme."""

from __future__ import annotations

from voorlichter.presentation.model import Look

INK, MUTED, WHITE = "#1f2a2e", "#4e5b60", "#ffffff"
_FACE, _FACE_ELSEWHERE = "Calibri", "Arial"
"""On nearly every machine that opens slides, or there is one as wide; the second for scripts that the first lacks."""
TABLE_STYLE = "{6B1C1F2E-5A0D-4C57-9A3E-2F0B7D4C1A10}"


def render_table_styles() -> str:
    """Rows apart by thin lines, the heads in the brand's colour above a thicker one: safe in black and white."""

    def line(side: str, width: int, color: str) -> str:
        return f'<a:{side}><a:ln w="{width}" cmpd="sng"><a:solidFill><a:schemeClr val="{color}"/></a:solidFill></a:ln></a:{side}>'

    def borders(lines: str) -> str:
        return f"<a:tcStyle><a:tcBdr>{lines}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle>"

    font = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
    whole = f'<a:wholeTbl><a:tcTxStyle>{font}<a:schemeClr val="tx1"/></a:tcTxStyle>{borders(line("bottom", 9525, "tx2") + line("insideH", 9525, "tx2"))}</a:wholeTbl>'
    heads = f'<a:firstRow><a:tcTxStyle b="on">{font}<a:schemeClr val="accent1"/></a:tcTxStyle>{borders(line("bottom", 28575, "accent1"))}</a:firstRow>'
    return (
        f'<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Voorlichter">{whole}{heads}</a:tblStyle></a:tblStyleLst>'
    )


def render_theme(look: Look) -> str:
    colors = {
        "dk1": INK,
        "lt1": WHITE,
        "dk2": MUTED,
        "lt2": look.tint,
        "accent1": look.accent,
        "accent2": MUTED,
        "accent3": "#8a6d1f",
        "accent4": "#2f6f8f",
        "accent5": "#7a4b6e",
        "accent6": "#5b7a3a",
        "hlink": look.accent,
        "folHlink": MUTED,
    }
    scheme = "".join(f'<a:{name}><a:srgbClr val="{color[1:].upper()}"/></a:{name}>' for name, color in colors.items())
    face = f'<a:latin typeface="{_FACE}" panose="020F0502020204030204"/><a:ea typeface=""/><a:cs typeface="{_FACE_ELSEWHERE}"/>'
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{plain}</a:ln>' for width in (9525, 19050, 28575))
    effects = 3 * "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Voorlichter"><a:themeElements><a:clrScheme name="Voorlichter">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Voorlichter"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Voorlichter"><a:fillStyleLst>{3 * plain}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{3 * plain}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
