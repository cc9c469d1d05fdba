"""Pictures of every kind, whole, broken and hostile: none runs or reads anything or fills the memory, and what is drawn looks as in Chromium."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from browser.test_drawings import MOST, difference, drawings
from PIL import Image, ImageCms, ImageDraw
from support import TESTS
from test_pictures import chunk, png_of, swapped_profile, telling_photo

from attack.found import LANES, Found, Ground
from voorlichter.pictures import cut_square

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MOST_MEGABYTES = 300
_SHOWN = 800
"""Pixels: what is larger Chromium shows smaller."""
_TURNS = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_270, 8: Image.Transpose.ROTATE_90}
_NOTES = b"<?php system('id') ?><script>alert(1)</script>"


def _saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def _scene(size: tuple[int, int] = (400, 300), mode: str = "RGB") -> Image.Image:
    """Soft, in every colour, and another on each side."""
    bands = [Image.linear_gradient("L").rotate(turn).resize(size) for turn in (0, 90, 180)]
    scene = Image.merge("RGB", bands)
    ImageDraw.Draw(scene).rectangle((0, 0, size[0] // 4, size[1] // 3), fill=(227, 6, 19))
    return scene if mode == "RGB" else scene.convert(mode)


def _turned(kind: str, orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return _saved(_scene(), kind, exif=exif.tobytes())


def _sixteen_bits(color: bool) -> bytes:
    """Grey or colour of 16 bits a channel."""
    width, height, channels = 120, 90, 3 if color else 1
    row = b"".join(struct.pack(">H", 65535 * x // width) * channels for x in range(width))
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, 2 if color else 0, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress((b"\0" + row) * height))
    return b"\x89PNG\r\n\x1a\n" + header + data + chunk(b"IEND", b"")


def rasters() -> Iterator[tuple[str, bytes]]:
    """Each with what it is."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    whole = {kind: _saved(_scene(), kind) for kind in ("PNG", "JPEG", "WEBP")}
    for kind, data in whole.items():
        yield f"{kind}", data
        for share in (2, 30, 60, 90, 99):
            yield f"{kind} cut off at {share} %", data[: len(data) * share // 100]
        yield f"{kind} with notes behind it", data + _NOTES
        yield f"{kind} with all that a camera tells", telling_photo(kind)
        yield f"{kind} with a colour profile", _saved(_scene(), kind, icc_profile=profile)
        yield (
            f"{kind} with red and blue exchanged by its profile",
            _saved(_scene(), kind, icc_profile=swapped_profile()),
        )
        yield f"{kind} with a damaged profile", _saved(_scene(), kind, icc_profile=b"\0" * 128)
        yield f"{kind} with bytes turned over", data[:400] + bytes(255 - byte for byte in data[400:440]) + data[440:]
        for orientation in (3, 6, 8):
            yield f"{kind} held as {orientation}", _turned(kind, orientation)
    for mode in ("1", "L", "LA", "RGBA"):
        yield f"PNG of {mode}", _saved(_scene(mode=mode), "PNG")
    yield "PNG of P", _saved(_scene().quantize(64, dither=Image.Dither.NONE), "PNG")
    yield "PNG of 16 bits in grey", _sixteen_bits(False)
    yield "PNG of 16 bits in colour", _sixteen_bits(True)
    yield "PNG that is interlaced by its header alone", _interlaced(whole["PNG"])
    yield "PNG that is half transparent", _saved(_half(), "PNG")
    yield "PNG of one palette with transparency", _saved(_half().quantize(16), "PNG")
    yield "JPEG of grey", _saved(_scene(mode="L"), "JPEG")
    yield "JPEG of CMYK", _saved(_scene(mode="CMYK"), "JPEG")
    yield "JPEG that comes in passes", _saved(_scene(), "JPEG", progressive=True)
    yield "WEBP without loss", _saved(_scene(), "WEBP", lossless=True)
    yield "WEBP that is half transparent", _saved(_half(), "WEBP", lossless=True)
    others = [_scene().rotate(180)]
    yield "PNG that moves", _saved(_scene(), "PNG", save_all=True, append_images=others, duration=60_000)
    yield "WEBP that moves", _saved(_scene(), "WEBP", save_all=True, append_images=others, duration=60_000)
    yield "PNG of 900 million pixels", png_of(30_000, 30_000, chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000)))
    yield "PNG of no pixels", png_of(0, 10)
    yield "PNG of 2^31 pixels wide", png_of(2**31 - 1, 1)
    yield "PNG that claims more than it has", png_of(3_000, 3_000, chunk(b"IDAT", zlib.compress(b"\0")))
    yield "PNG whose notes are a bomb", png_of(9, 9, chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 300_000_000, 9)))
    bomb = chunk(b"iCCP", b"a\0\0" + zlib.compress(b"\0" * 300_000_000, 9))
    yield "PNG whose profile is a bomb", whole["PNG"][:33] + bomb + whole["PNG"][33:]
    rows = zlib.compress(b"\0" * (3_000 * (3 * 4_000 + 1)), 9)
    yield "PNG of 12 million black pixels", png_of(4_000, 3_000, chunk(b"IDAT", rows))
    yield "JPEG of 25 million pixels", _saved(Image.linear_gradient("L").resize((5_000, 5_000)).convert("RGB"), "JPEG")
    large = Image.linear_gradient("L").resize((4_000, 3_000)).convert("RGB")
    yield "WEBP of 12 million pixels", _saved(large, "WEBP")
    at = whole["JPEG"].index(b"\xff\xc0")
    yield "JPEG of 65,535 by 65,535", whole["JPEG"][: at + 5] + b"\xff" * 4 + whole["JPEG"][at + 9 :]
    yield "GIF", _saved(_scene(), "GIF")
    yield "TIFF", _saved(_scene(), "TIFF")
    yield "BMP", _saved(_scene(), "BMP")
    yield "PDF", _saved(_scene(), "PDF")
    yield "PostScript", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file\nshowpage\n"
    yield "PNG that is a page too", b"\x89PNG\r\n\x1a\n" + b"<html><script>alert(1)</script></html>"
    yield "JPEG that is a zip too", whole["JPEG"] + b"PK\x03\x04" + bytes(100) + b"PK\x05\x06" + bytes(18)
    yield "GIF that is a script too", b"GIF89a=1;alert(1)//"
    yield "PNG in a WEBP's clothes", b"RIFF" + struct.pack("<I", len(whole["PNG"]) + 4) + b"WEBP" + whole["PNG"]
    yield "a page by a picture's name", b"<!doctype html><script>alert(1)</script>"
    yield "MVG of ImageMagick", b"push graphic-context\nimage over 0,0 0,0 'ephemeral:/etc/passwd'\npop graphic-context"


def _half() -> Image.Image:
    half = _scene().convert("RGBA")
    half.putalpha(Image.linear_gradient("L").resize(half.size))
    return half


def _interlaced(data: bytes) -> bytes:
    header = bytearray(data[16:29])
    header[12] = 1
    return data[:8] + chunk(b"IHDR", bytes(header)) + data[33:]


def vectors() -> Iterator[tuple[str, bytes]]:
    """The drawings that are compared anyway, and those that must be refused."""
    yield from drawings()
    for path in sorted((TESTS / "pictures/refused").glob("*/*.svg")):
        yield f"{path.parent.name}: {path.stem}", path.read_bytes()


def draw(kind: str, files: Sequence[Path]) -> tuple[dict[str, dict[str, Any]], int]:
    """In a process of its own: what became of each, and the megabytes it took."""
    program = Path(__file__).with_name("draw_alone.py")
    done = subprocess.run([sys.executable, str(program), kind, *map(str, files)], capture_output=True, text=True)
    if done.returncode:
        return {str(path): {"refused": "", "seen": [f"failed: {done.stderr[-300:]}"]} for path in files}, 0
    answer = json.loads(done.stdout)
    return answer["told"], answer["megabytes"]


def judge(
    folder: Path, kinds: Sequence[str], pictures: Sequence[tuple[str, bytes]], at_once: int, page: Page
) -> tuple[str, list[str]]:
    folder.mkdir(parents=True)
    paths = {}
    for number, (name, data) in enumerate(pictures):
        paths[folder / str(number)] = name
        (folder / str(number)).write_bytes(data)
    batches = [list(paths)[start : start + at_once] for start in range(0, len(paths), at_once)]
    with ThreadPoolExecutor(LANES) as pool:
        tasks = [(kind, batch, pool.submit(draw, kind, batch)) for kind in kinds for batch in batches]
        faults, drawn, most = [], 0, 0
        for kind, batch, task in tasks:
            told, megabytes = task.result()
            most = max(most, megabytes)
            if megabytes > MOST_MEGABYTES:
                faults.append(f"{megabytes} MB for {paths[batch[0]]} as a {kind}, or one of {len(batch)} with it")
            for path in batch:
                name, one = f"{paths[path]}, as a {kind}", told[str(path)]
                faults += [f"{name}: {seen}" for seen in one["seen"]]
                result = path.with_name(f"{path.name}.drawn")
                if one["refused"] or not result.is_file():
                    continue
                drawn += 1
                ours = Image.open(BytesIO(result.read_bytes())).convert("RGBA")
                off = _off(page, path.read_bytes(), ours, kind)
                if off > MOST:
                    faults.append(f"{name}: drawn otherwise, {100 * off:.1f} %")
                result.unlink()
    refused = len(paths) * len(kinds) - drawn
    return f"{len(paths)}: {drawn} drawn and {refused} refused, {most} MB at most", faults


def _off(page: Page, data: bytes, ours: Image.Image, kind: str) -> float:
    """How far ours is from what Chromium makes of the same bytes; 1 where that shows nothing."""
    page.route("**/it", lambda route: route.fulfill(body=data, content_type=_type(data)))
    page.set_content("<body style='margin:0'><img src='http://127.0.0.1/it' style='display:block'>")
    try:
        whole = page.evaluate(
            """most => { const it = document.images[0]
                return it.decode().then(() => { const scale = Math.min(1, most / Math.max(it.naturalWidth, it.naturalHeight))
                    it.style.width = `${Math.max(1, Math.round(it.naturalWidth * scale))}px` }).then(() => true, () => false) }""",
            _SHOWN,
        )
        if not whole:
            return 1.0
        theirs = Image.open(BytesIO(page.locator("img").screenshot(omit_background=True))).convert("RGBA")
    finally:
        page.unroute("**/it")
    if _type(data) == "image/webp" and (turn := _TURNS.get(Image.open(BytesIO(data)).getexif().get(0x0112, 1))):
        theirs = theirs.transpose(turn)  # Chromium does not turn a WebP by what it says of how it was held
    box = None
    if kind == "photo":
        theirs = Image.alpha_composite(Image.new("RGBA", theirs.size, "white"), theirs)
        box = cut_square(*theirs.size)
    return difference(ours, theirs.resize(ours.size, Image.Resampling.LANCZOS, box=box))


def _type(data: bytes) -> str:
    return (
        "image/png"
        if data.startswith(b"\x89PNG")
        else "image/jpeg"
        if data.startswith(b"\xff\xd8")
        else "image/webp"
        if data[8:12] == b"WEBP"
        else "image/svg+xml"
    )


def attack_with_vectors(
    ground: Ground, vectors: Sequence[tuple[str, bytes]], browser: Browser, say: Callable[[str], None]
) -> Found:
    """At their own size a drawing is what the box makes of it: that comparison is of the test of drawings."""
    from browser.test_drawings import in_browser

    folder = ground.folder / "vectors"
    folder.mkdir()
    paths = [folder / str(number) for number in range(len(vectors))]
    for path, (_, data) in zip(paths, vectors, strict=True):
        path.write_bytes(data)
    page, faults, drawn, most = browser.new_page(), [], 0, 0
    with ThreadPoolExecutor(LANES) as pool:
        tasks = [pool.submit(draw, "logo", paths[start : start + 40]) for start in range(0, len(paths), 40)]
        for number, task in enumerate(tasks):
            told, megabytes = task.result()
            most = max(most, megabytes)
            for index in range(number * 40, min(len(paths), number * 40 + 40)):
                (name, data), one = vectors[index], told[str(paths[index])]
                faults += [f"{name}: {seen}" for seen in one["seen"]]
                result = paths[index].with_name(f"{paths[index].name}.drawn")
                if not result.is_file():
                    continue
                drawn += 1
                if ": " in name and name.partition(": ")[0] in _REASONS:
                    faults.append(f"{name}: drawn, and not refused")
                ours = Image.open(BytesIO(result.read_bytes())).convert("RGBA")
                if (off := difference(ours, in_browser(page, data, ours.size))) > MOST:
                    faults.append(f"{name}: drawn otherwise, {100 * off:.1f} %")
            say(f"{min(len(paths), number * 40 + 40)} of {len(paths)} drawings, {len(faults)} faults")
    page.close()
    if most > MOST_MEGABYTES:
        faults.append(f"{most} MB for drawings")
    return Found(
        f"{len(paths)}: {drawn} drawn and {len(paths) - drawn} refused, {most} MB at most; faults {len(faults)}", faults
    )


_REASONS = {path.name for path in (TESTS / "pictures/refused").iterdir()}


def attack_with_rasters(
    ground: Ground, pictures: Sequence[tuple[str, bytes]], browser: Browser, say: Callable[[str], None]
) -> Found:
    """Each as a logo and as a photo, in a process of its own."""
    page = browser.new_page()
    figure, faults = judge(ground.folder / "rasters", ("logo", "photo"), pictures, 1, page)
    page.close()
    say(f"{len(pictures)} pictures, as a logo and as a photo")
    return Found(f"{figure}; faults {len(faults)}", faults)
