import pickle
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from voorlichter import pictures, svg_process, svg_raster
from voorlichter.pictures import (
    DrawnLogo,
    Figure,
    Picture,
    PictureError,
    render_favicon,
    render_figure,
    render_logo,
    render_photo,
)

CASES = Path(__file__).parent / "pictures"
NAMESPACE = "http://www.w3.org/2000/svg"
RED, BLUE = (227, 6, 19), (11, 95, 165)
SECRETS = (
    b"GEHEIM",
    b"Exif",
    b"http://ns.adobe.com",
    b"ICC_PROFILE",
    b"iCCP",
    b"eXIf",
    b"tEXt",
    b"zTXt",
    b"iTXt",
)

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the limits differ elsewhere")


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def halves(size: tuple[int, int] = (400, 400), mode: str = "RGB") -> Image.Image:
    """Left red, right blue."""
    image = Image.new(mode, size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of(width: int, height: int, *chunks: bytes) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + chunk(b"IEND", b"")


def telling_photo(kind: str, *, profile: bool = True) -> bytes:
    """A photo with a position, a camera, a comment, XMP, a colour profile and bytes after its end."""
    exif = Image.Exif()
    exif[0x010F] = "GEHEIM camera"
    exif[0x9286] = "GEHEIM opmerking"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (5.0, 7.0, 0.0), 29: "GEHEIM"})
    options: dict[str, object] = {"exif": exif.tobytes()}
    if profile:
        options["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" note="http://ns.adobe.com GEHEIM"/>'
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", "GEHEIM")
        notes.add_itxt("XML:com.adobe.xmp", xmp.decode())
        options["pnginfo"] = notes
    else:
        options["xmp"] = xmp
    if kind == "JPEG":
        options["comment"] = b"GEHEIM"
    data = saved(halves((600, 400)), kind, **options) + b"GEHEIM na het einde"
    assert data.count(b"GEHEIM") >= 4
    return data


def assert_tells_nothing(data: bytes) -> None:
    assert not any(secret in data for secret in SECRETS)
    image = opened(data)
    assert not image.getexif()
    assert not set(image.info) - {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }


def refusal(render, data: bytes) -> PictureError:
    with pytest.raises(PictureError) as caught:
        render(data)
    return caught.value


def is_near(pixel: tuple[int, ...], color: tuple[int, ...], off: int = 12) -> bool:
    return all(abs(one - other) <= off for one, other in zip(pixel, color, strict=False))


class TestPhotos:
    @pytest.mark.parametrize("profile", [True, False])
    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
    def test_position_camera_comment_and_profile_do_not_come_along(self, kind, profile):
        photo = render_photo(telling_photo(kind, profile=profile))
        assert_tells_nothing(photo.data)
        assert_tells_nothing(photo.data_2x)

    def test_is_a_square_for_normal_and_for_dense_screens(self):
        photo = render_photo(saved(halves((900, 1200)), "JPEG"))
        assert (photo.width, photo.height, photo.suffix) == (160, 160, ".jpg")
        assert opened(photo.data).size == (160, 160)
        assert opened(photo.data_2x).size == (320, 320)

    def test_a_small_one_is_not_enlarged(self):
        photo = render_photo(saved(halves((200, 300)), "JPEG"))
        assert (photo.width, opened(photo.data).width, opened(photo.data_2x).width) == (160, 160, 200)

    def test_a_portrait_loses_more_below_than_above(self):
        image = Image.new("RGB", (400, 800), "white")
        image.paste(RED, (0, 0, 400, 100))
        image.paste(BLUE, (0, 560, 400, 800))
        photo = opened(render_photo(saved(image, "PNG")).data_2x)
        assert is_near(photo.getpixel((160, 0)), (255, 255, 255))
        assert is_near(photo.getpixel((160, 319)), (255, 255, 255))

    def test_a_landscape_loses_as_much_on_both_sides(self):
        photo = opened(render_photo(saved(halves((800, 400)), "PNG")).data_2x)
        assert is_near(photo.getpixel((150, 160)), RED)
        assert is_near(photo.getpixel((170, 160)), BLUE)

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
    @pytest.mark.parametrize(
        ("orientation", "red_side"),
        [
            (1, "left"),
            (2, "right"),
            (3, "right"),
            (4, "left"),
            (5, "top"),
            (6, "top"),
            (7, "bottom"),
            (8, "bottom"),
        ],
    )
    def test_is_turned_the_way_it_was_held(self, kind, orientation, red_side):
        exif = Image.Exif()
        exif[0x0112] = orientation
        photo = opened(render_photo(saved(halves((900, 400)), kind, exif=exif.tobytes())).data)
        places = {"left": (5, 80), "right": (155, 80), "top": (80, 5), "bottom": (80, 155)}
        assert is_near(photo.getpixel(places[red_side]), RED)
        assert_tells_nothing(saved(photo, "JPEG"))

    def test_a_damaged_note_on_orientation_does_no_harm(self):
        data = saved(halves(), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\xff\xff\xff\xff\0\x06")
        assert is_near(opened(render_photo(data).data).getpixel((5, 80)), RED)

    def test_colours_of_another_profile_are_translated(self):
        # The same numbers mean another colour in a profile whose red and blue are swapped.
        profile = swapped_profile()
        photo = opened(render_photo(saved(halves(), "PNG", icc_profile=profile)).data)
        assert photo.getpixel((5, 80))[2] > 150
        assert photo.getpixel((155, 80))[0] > 100

    @pytest.mark.parametrize("profile", [b"geen profiel", b"\0" * 128])
    def test_a_damaged_profile_is_taken_as_srgb(self, profile):
        photo = opened(render_photo(saved(halves(), "PNG", icc_profile=profile)).data)
        assert is_near(photo.getpixel((5, 80)), RED)

    @pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
    def test_every_way_to_store_pixels_is_read(self, mode):
        size, grey = (200, 200), 255 if mode == "1" else 200
        if mode == "I;16":
            image = Image.frombytes("I;16", size, struct.pack("<H", grey * 257) * 40_000)
        elif mode == "P":
            image = Image.new("RGB", size, (grey,) * 3).quantize(4)
        else:
            image = Image.new("RGB", size, (grey,) * 3).convert(mode)
        photo = opened(render_photo(saved(image, "JPEG" if mode == "CMYK" else "PNG")).data)
        assert photo.mode == "RGB"
        assert is_near(photo.getpixel((80, 80)), (grey,) * 3)

    def test_what_is_transparent_becomes_white(self):
        photo = opened(render_photo(saved(Image.new("RGBA", (200, 200), (0, 0, 0, 0)), "PNG")).data)
        assert photo.getpixel((80, 80)) == (255, 255, 255)

    def test_the_same_input_gives_the_same_bytes(self):
        data = telling_photo("JPEG")
        assert render_photo(data) == render_photo(data)


def swapped_profile() -> bytes:
    """sRGB with the tags of red and blue exchanged, as no editor writes it."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {
        bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * struct.unpack_from(">I", profile, 128)[0], 12)
    }
    red, blue = tags[b"rXYZ"], tags[b"bXYZ"]
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(profile)


class TestLogos:
    @pytest.mark.parametrize("profile", [True, False])
    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
    def test_nothing_but_pixels_comes_along(self, kind, profile):
        logo = render_logo(telling_photo(kind, profile=profile))
        assert_tells_nothing(logo.data)
        assert_tells_nothing(logo.data_2x)

    @pytest.mark.parametrize(
        ("size", "css", "dense"),
        [
            ((2400, 640), (240, 64), (480, 128)),
            ((1000, 100), (240, 24), (480, 48)),
            ((500, 1000), (32, 64), (64, 128)),
            ((300, 80), (240, 64), (300, 80)),
            ((100, 30), (100, 30), (100, 30)),
            ((5000, 1), (240, 1), (480, 1)),
        ],
    )
    def test_fits_its_box_and_is_never_enlarged(self, size, css, dense):
        logo = render_logo(saved(halves(size), "PNG"))
        assert (logo.width, logo.height, logo.suffix) == (*css, ".png")
        assert opened(logo.data).size == css
        assert opened(logo.data_2x).size == dense

    def test_stays_transparent_without_a_fringe(self):
        image = Image.new("RGBA", (960, 256), (255, 255, 255, 0))
        image.paste((*RED, 255), (0, 0, 479, 256))
        logo = opened(render_logo(saved(image, "PNG")).data)
        assert logo.mode == "RGBA"
        assert logo.getpixel((200, 30))[3] == 0
        assert all(is_near(pixel, RED) for _, pixel in logo.getcolors() if pixel[3] > 20)

    def test_one_without_anything_to_see_is_refused(self):
        assert refusal(render_logo, saved(Image.new("RGBA", (90, 30)), "PNG")).reason == "blank"

    def test_the_same_input_gives_the_same_bytes(self):
        data = (CASES / "drawn" / "illustrator_with_classes.svg").read_bytes()
        assert render_logo(data) == render_logo(data)


def drawn_unchecked(body: str) -> subprocess.CompletedProcess[bytes]:
    """What the process makes of an SVG that nobody looked at first."""
    markup = f'<svg xmlns="{NAMESPACE}" width="480" height="128">{body}</svg>'
    command = [sys.executable, svg_process.__file__]
    return subprocess.run(command, input=markup.encode(), capture_output=True, timeout=300, check=False)


class TestSvg:
    @pytest.mark.parametrize("case", sorted((CASES / "drawn").glob("*.svg")), ids=lambda case: case.stem)
    def test_a_drawing_keeps_its_colours_and_fills_the_box(self, case):
        logo = render_logo(case.read_bytes())
        assert (logo.width, logo.height) == (240, 60)
        for data, size in ((logo.data, (240, 60)), (logo.data_2x, (480, 120))):
            image = opened(data)
            assert image.size == size
            assert image.getpixel((size[0] // 4, size[1] // 2)) == (*RED, 255)
            assert image.getpixel((size[0] * 3 // 4, size[1] // 2)) == (*BLUE, 255)
            assert_tells_nothing(data)

    @pytest.mark.parametrize(
        "case",
        sorted((CASES / "refused").glob("*/*.svg")),
        ids=lambda case: f"{case.parent.name}-{case.stem}",
    )
    def test_more_than_a_drawing_is_refused_with_its_reason(self, case):
        assert refusal(render_logo, case.read_bytes()).reason == case.parent.name

    @pytest.mark.parametrize(
        "body",
        [
            "<g>" * 64 + "</g>" * 64,
            "<g>" * 20_000 + "</g>" * 20_000,
            "<desc>" * 20_000 + "</desc>" * 20_000,
            "<path/>" * 5_001,
            "<x:a xmlns:x='urn:x'/>" * 5_001,
            "".join(f'<linearGradient id="g{n}" href="#g{n + 1}"/>' for n in range(4_000)),
        ],
        ids=["deep", "far_too_deep", "deep_and_left_behind", "wide", "wide_and_left_behind", "chain"],
    )
    def test_too_much_is_refused_quickly(self, body):
        start = time.process_time()
        error = refusal(render_logo, f'<svg xmlns="{NAMESPACE}" viewBox="0 0 9 9">{body}</svg>'.encode())
        assert error.reason == "svg_too_complex"
        assert time.process_time() - start < 1

    def test_a_large_file_is_refused(self):
        data = f'<svg xmlns="{NAMESPACE}" viewBox="0 0 9 9"><desc>{"x" * 600_000}</desc></svg>'.encode()
        assert refusal(render_logo, data).reason == "svg_too_heavy"

    def test_what_takes_too_long_to_draw_is_stopped(self, monkeypatch):
        monkeypatch.setattr(svg_raster, "_WALL_SECONDS", 0.001)
        data = (CASES / "drawn" / "illustrator_with_classes.svg").read_bytes()
        assert refusal(render_logo, data).reason == "svg_too_complex"

    @pytest.mark.proof
    @on_linux
    def test_the_process_that_draws_is_stopped_by_its_own_limits(self):
        clouds = '<filter id="f"><feTurbulence numOctaves="100000000"/></filter>'
        drawn = drawn_unchecked(f'{clouds}<rect width="480" height="128" filter="url(#f)"/>')
        assert drawn.returncode < 0

    @on_linux
    def test_the_process_that_draws_opens_no_file(self, tmp_path):
        secret = tmp_path / "secret.png"
        Image.new("RGB", (9, 9), RED).save(secret)
        drawn = drawn_unchecked(f'<image href="{secret}" width="9" height="9"/>')
        assert opened(drawn.stdout).getbbox() is None

    def test_a_module_in_the_users_folder_does_not_run(self, tmp_path, monkeypatch):
        (tmp_path / "resvg_py.py").write_text("raise SystemExit(1)")
        monkeypatch.chdir(tmp_path)
        assert render_logo((CASES / "drawn" / "without_a_namespace.svg").read_bytes()).width == 240

    def test_a_fault_of_the_machine_is_not_blamed_on_the_logo(self, monkeypatch, tmp_path):
        broken = tmp_path / "broken.py"
        broken.write_text("import a_module_that_is_not_there")
        monkeypatch.setattr(svg_process, "__file__", str(broken))
        with pytest.raises(RuntimeError, match="a_module_that_is_not_there"):
            render_logo((CASES / "drawn" / "without_a_namespace.svg").read_bytes())


class TestHeaders:
    @pytest.mark.parametrize("render", [render_photo, render_logo])
    def test_a_png_of_900_million_pixels_is_refused_before_it_is_decoded(self, render, monkeypatch):
        monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("decoded"))
        start = time.process_time()
        error = refusal(render, png_of(30_000, 30_000, chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000))))
        assert time.process_time() - start < 0.1
        assert error.reason == "too_many_pixels"
        assert "30000 × 30000" in error.nl

    def test_the_header_alone_is_enough_to_refuse_it(self):
        assert refusal(render_photo, png_of(30_000, 30_000)[:33]).reason == "too_many_pixels"

    def test_a_large_jpeg_and_webp_are_refused_before_they_are_decoded(self, monkeypatch):
        jpeg = bytearray(saved(Image.new("RGB", (64, 64)), "JPEG"))
        at = jpeg.index(b"\xff\xc0")
        jpeg[at + 5 : at + 9] = struct.pack(">HH", 9_000, 9_000)
        extended = b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0" + b"\0" * 4 + (16_000).to_bytes(3, "little") * 2
        lossless = b"RIFF\x11\0\0\0WEBPVP8L\x05\0\0\0\x2f" + struct.pack("<I", 9_000 | 9_000 << 14)
        lossy = b"RIFF\x16\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 9_000, 9_000)
        monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("decoded"))
        for data in (bytes(jpeg), extended, lossless, lossy):
            assert refusal(render_photo, data).reason == "too_many_pixels"

    @pytest.mark.parametrize("options", [{}, {"lossless": True}, {"exif": b"Exif\0\0"}])
    def test_all_layouts_of_webp_are_read(self, options):
        data = saved(halves((333, 222)), "WEBP", **options)
        assert opened(render_photo(data).data_2x).size == (222, 222)

    def test_a_header_that_disagrees_with_the_picture_is_refused(self, monkeypatch):
        monkeypatch.setitem(pictures._SIZE, "PNG", lambda _: (10, 10))
        assert refusal(render_photo, saved(halves(), "PNG")).reason == "damaged"

    def test_a_heavy_file_is_refused(self):
        error = refusal(render_photo, saved(halves(), "PNG") + b"\0" * 15_200_000)
        assert (error.reason, error.nl) == ("too_heavy", "het bestand is 16 MB; hoogstens 15 MB mag")

    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
    @pytest.mark.parametrize("render", [render_photo, render_logo])
    @pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
    def test_a_truncated_file_is_refused(self, kind, render, share):
        noise = Image.effect_noise((400, 400), 80).convert("RGB")
        data = saved(noise, kind)
        assert refusal(render, data[: int(len(data) * share)]).reason == "damaged"

    @pytest.mark.parametrize("data", [b"", b"geen plaatje", b"\x89PNG", b"<p>svg</p", b"\0" * 100, b"%svg <svg"])
    def test_a_text_renamed_to_a_picture_is_refused(self, data):
        assert refusal(render_photo, data).reason in {"not_a_picture", "wrong_kind"}
        assert refusal(render_logo, data).reason in {"not_a_picture", "damaged"}

    @pytest.mark.parametrize(
        ("data", "found"),
        [
            (b"GIF89a", "GIF"),
            (b"%PDF-1.7", "PDF"),
            (b"II*\0", "TIFF"),
            (b"\0\0\0\x18ftypheic", "HEIC"),
            (b"\0\0\0\x18ftypavif", "AVIF"),
            (b'\xef\xbb\xbf <svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        ],
    )
    def test_a_picture_of_another_kind_is_named(self, data, found):
        assert found in refusal(render_photo, data).nl

    def test_notes_without_end_are_refused_quickly(self):
        notes = chunk(b"teXt", b"") * 1_000_000
        segments = b"\xff\xfe\x00\x02" * 3_000_000
        padding = b"\xff" * 14_000_000
        start = time.process_time()
        for data in (png_of(9, 9, notes), b"\xff\xd8" + segments, b"\xff\xd8" + padding):
            assert refusal(render_photo, data).reason == "damaged"
        assert time.process_time() - start < 1

    def test_a_jpeg_with_scans_without_end_is_refused_before_it_is_decoded(self, monkeypatch):
        data = saved(halves(), "JPEG", progressive=True)
        at = data.rindex(b"\xff\xda")
        monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("decoded"))
        assert refusal(render_photo, data[:at] + data[at:-2] * 200 + data[-2:]).reason == "damaged"


class TestMemory:
    """A workspace from somebody else must not fill the computer."""

    @on_linux
    @pytest.mark.slow
    @pytest.mark.sampled(3)
    @pytest.mark.parametrize("render", ["render_photo", "render_logo"])
    @pytest.mark.parametrize(
        ("kind", "mode", "size"),
        [
            ("JPEG", "RGB", (5000, 5000)),
            ("JPEG", "CMYK", (5000, 5000)),
            ("PNG", "RGBA", (4000, 3000)),
            ("PNG", "I;16", (4000, 3000)),
            ("WEBP", "RGBA", (4000, 3000)),
        ],
    )
    def test_the_largest_picture_takes_less_than_300_mb(self, kind, mode, size, render, tmp_path):
        picture = tmp_path / "picture"
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() if mode[:3] == "RGB" else None
        Image.linear_gradient("L").resize(size).convert(mode).save(picture, kind, icc_profile=profile)
        program = (
            "import re, sys; from pathlib import Path; from voorlichter import pictures;"
            f"pictures.{render}(Path(sys.argv[1]).read_bytes());"
            # Not what the system tells of the process: that begins with the memory of whoever started it.
            "print(int(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1]) // 1024)"
        )
        peak = subprocess.run([sys.executable, "-c", program, picture], capture_output=True, text=True, check=True)
        assert int(peak.stdout) < 300


class TestErrors:
    def test_every_refusal_has_its_own_words_in_both_languages(self):
        for reason, texts in pictures._TEXTS.items():
            assert len(texts) == 4, reason
            assert all(texts), reason
            assert texts[0] != texts[1], reason
            assert texts[2] != texts[3], reason

    def test_a_script_is_named_and_a_way_out_is_given(self):
        error = refusal(render_logo, (CASES / "refused" / "script" / "onload_on_the_root.svg").read_bytes())
        assert error.nl.startswith("het logo bevat een script (onload)")
        assert error.fix_nl.startswith("vraag om een schone versie, of bewaar het logo als PNG")
        assert error.en.startswith("the logo contains a script (onload)")
        assert error.fix_en.startswith("ask for a clean version, or save the logo as a PNG")

    def test_a_hostile_value_stays_on_one_short_line(self):
        data = f'<svg xmlns="{NAMESPACE}" viewBox="0 0 9 9"><use href="a&#10;{{b}}&#10;{"c" * 500}"/></svg>'
        error = refusal(render_logo, data.encode())
        assert 'href="a {b} ccc' in error.nl
        assert "\n" not in error.nl
        assert len(error.nl) < 200

    def test_an_error_passes_from_one_process_to_another(self):
        error = refusal(render_photo, b"")
        again = pickle.loads(pickle.dumps(error))
        assert (again.reason, again.nl, again.fix_en) == (error.reason, error.nl, error.fix_en)


class TestFavicon:
    def test_is_a_rounded_shape_in_the_accent_with_a_mark(self):
        icon = render_favicon("#0f5e5a")
        image = opened(icon.data)
        assert (icon.width, icon.height, icon.suffix, image.size) == (64, 64, ".png", (64, 64))
        assert image.getpixel((0, 0))[3] == 0
        assert image.getpixel((32, 4)) == (0x0F, 0x5E, 0x5A, 255)
        assert image.getpixel((22, 32)) == (255, 255, 255, 255)
        assert_tells_nothing(icon.data)

    def test_the_mark_takes_the_colour_that_reads_on_the_accent(self):
        assert opened(render_favicon("#ffb612", mark="#14201f").data).getpixel((22, 32)) == (
            0x14,
            0x20,
            0x1F,
            255,
        )

    def test_the_same_colour_gives_the_same_bytes(self):
        assert render_favicon("#0f5e5a") == render_favicon("#0f5e5a")


# A picture with a question


@pytest.mark.parametrize(
    ("kind", "suffix", "found"), [("JPEG", ".jpg", "JPEG"), ("WEBP", ".jpg", "JPEG"), ("PNG", ".png", "PNG")]
)
def test_a_picture_with_a_question_fits_its_box_twice_as_dense(kind: str, suffix: str, found: str) -> None:
    figure = render_figure(saved(halves((2000, 1000)), kind))
    image = opened(figure.data)
    assert (figure.width, figure.height, figure.suffix) == (560, 280, suffix)
    assert (image.size, image.format) == ((1120, 560), found)


def test_a_picture_with_a_question_is_never_enlarged_and_a_drawing_is() -> None:
    figure = render_figure(saved(halves((300, 200)), "PNG"))
    assert (figure.width, figure.height, opened(figure.data).size) == (300, 200, (300, 200))
    drawing = f'<svg xmlns="{NAMESPACE}" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>'.encode()
    figure = render_figure(drawing)
    assert (figure.width, figure.height, opened(figure.data).size) == (560, 420, (1120, 840))


def test_what_is_drawn_on_nothing_stands_on_white() -> None:
    """On a dark page black lines would be unseen."""
    drawing = f'<svg xmlns="{NAMESPACE}" viewBox="0 0 4 3"><path d="M0 0h1v3H0z"/></svg>'.encode()
    for data in (drawing, saved(Image.new("RGBA", (40, 30)), "PNG"), saved(Image.new("LA", (40, 30)), "PNG")):
        image = opened(render_figure(data).data)
        assert image.mode == "RGB"
        assert image.getpixel((image.width - 1, 0)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_with_a_question_tells_nothing_of_its_maker(kind: str) -> None:
    made = render_figure(telling_photo(kind)).data
    assert [secret for secret in SECRETS if secret in made] == []


def test_a_picture_with_a_question_that_stays_too_heavy_is_refused() -> None:
    noise = Image.effect_noise((1200, 900), 200)
    assert refusal(render_figure, saved(noise, "PNG")).reason == "heavy"


LOOKS = ("blank", "faint", "tiny")
"""How a logo must look; a picture may be light, or large with little on it."""


@pytest.mark.parametrize(
    "case",
    sorted(case for case in (CASES / "refused").glob("*/*.svg") if case.parent.name not in LOOKS),
    ids=lambda case: f"{case.parent.name}-{case.stem}",
)
def test_what_is_refused_in_a_logo_is_refused_in_a_picture_with_a_question(case: Path) -> None:
    told = refusal(render_figure, case.read_bytes())
    assert told.reason == case.parent.name
    assert told.reason == "not_a_picture" or "logo" not in f"{told} {told.nl} {told.fix_nl}"


# Whoever paints: judged first, told all, and what it makes is looked at


class Told:
    """A painter that makes nothing, and keeps what it was told."""

    def __init__(self, weight: int = 0) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.weight = weight

    def photo(self, data: bytes, kind: str, dense: int) -> Picture:
        self.told.append(("photo", data, kind, dense))
        return Picture(b"1", b"2", 160, 160, ".jpg")

    def logo(self, source: object, kind: str, dense: int) -> DrawnLogo:
        self.told.append(("logo", source, kind, dense))
        return DrawnLogo(Picture(b"1", b"2", 240, 64, ".png"), b"\x1f\x2a\x2e\xff" * 240 * 64)

    def figure(self, source: object, kind: str) -> Figure:
        self.told.append(("figure", source, kind))
        return Figure(bytes(self.weight), 10, 10, ".jpg")

    def icon(self, color: str, mark: str) -> bytes:
        self.told.append(("icon", color, mark))
        return b"icon"


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Told], Told]:
    """From here on it paints, until the test ends."""

    def paint(painter: Told) -> Told:
        monkeypatch.setattr(pictures, "_painter", None)
        pictures.paint_with(painter)
        return painter

    return paint


@pytest.mark.parametrize(
    ("options", "dense"), [({}, 2), ({"dense": 6}, 6)], ids=["as a screen asks it", "as print asks it"]
)
def test_whoever_paints_is_told_what_it_is_and_how_dense(
    painted: Callable[[Told], Told], options: dict[str, int], dense: int
) -> None:
    told = painted(Told()).told
    png, jpeg, webp = (saved(halves((4, 4)), kind) for kind in ("PNG", "JPEG", "WEBP"))
    for data in (png, jpeg, webp):
        assert render_photo(data, **options) == Picture(b"1", b"2", 160, 160, ".jpg")
        assert render_logo(data, **options) == Picture(b"1", b"2", 240, 64, ".png")
        assert render_figure(data) == Figure(b"", 10, 10, ".jpg")
    assert told == [
        order
        for data, kind in ((png, "PNG"), (jpeg, "JPEG"), (webp, "WEBP"))
        for order in (("photo", data, kind, dense), ("logo", data, kind, dense), ("figure", data, kind))
    ]
    told.clear()
    drawing = f'<svg xmlns="{NAMESPACE}" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>'.encode()
    render_logo(drawing, **options)
    render_figure(drawing)
    assert [(one[0], *one[2:]) for one in told] == [("logo", "SVG", dense), ("figure", "SVG")]
    assert [one[1].width for one in told] == [4, 4]
    told.clear()
    assert render_favicon("#0f5e5a") == render_favicon("#0f5e5a", "#ffffff") == Figure(b"icon", 64, 64, ".png")
    assert told == [("icon", "#0f5e5a", "#ffffff")] * 2


@pytest.mark.parametrize(
    ("weight", "said"), [(200_000, ""), (200_001, "201 kB"), (201_000, "201 kB"), (201_001, "202 kB")]
)
def test_a_picture_with_a_question_weighs_no_more_than_somebody_waits_for(
    painted: Callable[[Told], Told], weight: int, said: str
) -> None:
    painted(Told(weight=weight))
    data = saved(halves((4, 4)), "PNG")
    if not said:
        assert len(render_figure(data).data) == weight
        return
    error = refusal(render_figure, data)
    assert (error.reason, error.en) == (
        "heavy",
        f"the picture stays {said}, reduced as well; at most 200 kB is allowed",
    )


@pytest.mark.parametrize("render", [render_photo, render_logo, render_figure])
@pytest.mark.parametrize(
    ("raised", "comes"),
    [
        (ValueError("odd"), "damaged"),
        (SyntaxError("odd"), "damaged"),
        (PictureError("faint", "", "", "", ""), "faint"),
        (MemoryError(), None),
    ],
    ids=["a value", "a syntax", "what is known", "no memory"],
)
def test_whatever_goes_wrong_while_it_is_painted_is_damage_but_a_computer_without_room(
    monkeypatch: pytest.MonkeyPatch, render: Callable[[bytes], object], raised: Exception, comes: str | None
) -> None:
    class Failing(Told):
        def photo(self, *_: object) -> Picture:
            raise raised

        logo = figure = photo  # type: ignore[assignment]

    monkeypatch.setattr(pictures, "_painter", Failing())
    data = saved(halves((4, 4)), "PNG")
    if comes is None:
        with pytest.raises(MemoryError):
            render(data)
        return
    error = refusal(render, data)
    assert error.reason == comes and (comes != "damaged" or error.__cause__ is raised)
    assert comes != "damaged" or error.nl == "het bestand is beschadigd of niet volledig"
