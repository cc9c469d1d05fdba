"""What a PDF holds, the pixels of its pictures left out."""

from __future__ import annotations

import io
import re

import pikepdf

_OF_ALL_BYTES = re.compile(rb"<xmpMM:InstanceID>[^<]*</xmpMM:InstanceID>")


def without_pictures(data: bytes) -> bytes:
    """Everything but how pictures are encoded, and what is reckoned from all bytes; the sizes of pictures stay."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for held in pdf.objects:
            if not isinstance(held, pikepdf.Stream):
                continue
            if held.get("/Subtype") == "/Image":
                held.write(b"")
            elif held.get("/Type") == "/Metadata":
                held.write(_OF_ALL_BYTES.sub(b"", held.read_bytes()))
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()
