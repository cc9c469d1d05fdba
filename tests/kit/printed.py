"""What a PDF says about itself, read back by libraries that had no part in making it."""

from __future__ import annotations

import ctypes
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Line:
    """A stretch of text on one line: where it stands, in points from the lower left, and its colour."""

    text: str
    box: tuple[float, float, float, float]
    colour: tuple[int, int, int]


class Printed:
    def __init__(self, data: bytes) -> None:
        self.tree = pikepdf.open(io.BytesIO(data))
        self.pages = pypdfium2.PdfDocument(data)

    def sizes(self, box: str = "/MediaBox") -> list[tuple[int, int]]:
        """Of every page, in millimetres."""
        boxes = [[float(number) for number in page.obj.get(box, page.MediaBox)] for page in self.tree.pages]
        return [
            (round((right - left) / POINTS_PER_MM), round((top - bottom) / POINTS_PER_MM))
            for left, bottom, right, top in boxes
        ]

    def fonts(self) -> Iterator[tuple[str, bool]]:
        """The name of every font, and whether it comes along."""
        for page in self.tree.pages:
            for font in page.Resources.get("/Font", {}).values():
                inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                yield (
                    str(font.BaseFont).lstrip("/").split("+")[-1],
                    any(key in inner.FontDescriptor for key in ("/FontFile2", "/FontFile3")),
                )

    def letters(self) -> set[float]:
        """The sizes of all letters, in points."""
        size, found = ctypes.c_float(), set()
        for page in self.pages:
            for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                pdfium.FPDFTextObj_GetFontSize(one.raw, size)
                found.add(round(size.value * abs(one.get_matrix().d), 2))
        return found

    def tags(self) -> list[tuple[str, str]]:
        """Every tag in reading order, with its alternative text."""

        def walk(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
            if isinstance(node, pikepdf.Array):
                for child in node:
                    yield from walk(child)
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
                yield str(node.S).lstrip("/"), str(node.get("/Alt", ""))
                if "/K" in node:
                    yield from walk(node.K)

        return list(walk(self.tree.Root.StructTreeRoot.K))

    def lines(self, number: int) -> list[Line]:
        page = self.pages[number].get_textpage()
        found = []
        for at in range(page.count_rects()):
            box = page.get_rect(at)
            said = page.get_text_bounded(*box).replace("\xad", "").strip()
            if len(said) > 2:
                # Between two letters there is none; of four figures the middle lies there.
                shares = (0.5, 0.4, 0.6, 0.25, 0.75)
                across = (box[0] + share * (box[2] - box[0]) for share in shares)
                middle = (box[1] + box[3]) / 2
                signs = (pdfium.FPDFText_GetCharIndexAtPos(page, x, middle, 1, 1) for x in across)
                found.append(Line(said, box, _colour(page, next(sign for sign in signs if sign >= 0))))
        return found

    def in_sight(self, number: int) -> str:
        """The signs as they stand on the paper, line by line from the left, without spaces: a reader of PDFs may turn the
        parts of a number round on a line that holds a name written from the right."""
        page = self.pages[number].get_textpage()
        x, y = ctypes.c_double(), ctypes.c_double()
        signs = []
        for at in range(page.count_chars()):
            pdfium.FPDFText_GetCharOrigin(page, at, x, y)
            signs.append((-round(y.value, 1), x.value, chr(pdfium.FPDFText_GetUnicode(page, at))))
        return "".join("".join(sign for _, _, sign in sorted(signs)).split())

    def picture(self, number: int, dots_per_inch: int = 72) -> Image.Image:
        return self.pages[number].render(scale=dots_per_inch / 72).to_pil().convert("RGB")


def _colour(page: pypdfium2.PdfTextPage, character: int) -> tuple[int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFText_GetFillColor(page, character, red, green, blue, alpha)
    return red.value, green.value, blue.value


def overlapping(lines: list[Line], slack: float = 0.6) -> list[tuple[str, str]]:
    """Lines that stand on each other; the letters of an Arabic word touch."""

    def meet(one: Line, other: Line) -> bool:
        (l1, b1, r1, t1), (l2, b2, r2, t2) = one.box, other.box
        return min(r1, r2) - max(l1, l2) > slack and min(t1, t2) - max(b1, b2) > slack

    return [
        (one.text, other.text)
        for one, other in combinations(lines, 2)
        if meet(one, other) and not (_is_arabic(one.text) and _is_arabic(other.text))
    ]


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= sign <= "\u06ff" for sign in text)


def grey_contrast(line: Line, page: Image.Image, height: float) -> float:
    """Of a line's text with what it stands on, when both are printed in black and white."""
    left, bottom, right, top = line.box
    scale = page.height / height
    around = page.crop(
        (
            int(left * scale) - 1,
            int((height - top) * scale) - 1,
            int(right * scale) + 2,
            int((height - bottom) * scale) + 2,
        )
    ).convert("L")
    text = Image.new("RGB", (1, 1), line.colour).convert("L").getpixel((0, 0))
    assert isinstance(text, int)
    ground = next((grey for grey, _ in Counter(around.tobytes()).most_common() if abs(grey - text) > 12), text)
    darker, lighter = sorted((_luminance(text), _luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(grey: int) -> float:
    value = grey / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
