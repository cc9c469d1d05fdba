"""What a site or the program is made of, as CycloneDX 1.6 has it: https://cyclonedx.org/docs/1.6/json/.

Without a day and a number of its own: the same site gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from voorlichter import __version__
from voorlichter.shipped import FONTS, ICONS, IN_PAGES, SCRIPTS, Shipped, is_of
from voorlichter.verify.listed import Listed

Bom = dict[str, Any]
"""As JSON has it."""
_LONGEST_NAME = 60
_PROGRAM = "voorlichter"


def bom_of_site(name: str, listed: Listed) -> Bom:
    """Of what its list names: each file with its hash, and what others made of it."""
    named = {"type": "application", "bom-ref": "site", "name": name}
    whole = named | ({"version": listed.code} if listed.code else {})
    fonts = [font for font in FONTS if any(is_of(font, file) for file in listed.files)]
    files = [
        {"type": "file", "bom-ref": f"file:{file}", "name": file, "hashes": [{"alg": "SHA-256", "content": hash_}]}
        for file, hash_ in sorted(listed.files.items())
    ]
    others = [_ours(listed.version), *map(_describe, (*fonts, *IN_PAGES))]
    return _bom(whole, [*others, *files])


def bom_of_program() -> Bom:
    """Of this installation: the packages it needs and that are here, with those that they need, and what it carries."""
    named = _ours(__version__)
    packages = [_describe_package(package) for package in packages_needed()]
    return _bom(named, [*packages, *map(_describe, (*FONTS, ICONS, *SCRIPTS))])


def render_bom(bom: Bom) -> str:
    return json.dumps(bom, ensure_ascii=False, indent=2) + "\n"


def packages_needed() -> list[Distribution]:
    """What is installed of all that the program names, extras too, by name; without the program itself."""
    from packaging.requirements import Requirement

    found: dict[str, Distribution] = {}
    waiting = [(_PROGRAM, frozenset({"", "kit", "verify", "webdav"}))]
    while waiting:
        name, extras = waiting.pop()
        for requirement in map(Requirement, distribution(name).requires or ()):
            marker, plain = requirement.marker, _plain(requirement.name)
            if marker and not any(marker.evaluate({"extra": extra}) for extra in extras):
                continue
            if plain in found or plain == _PROGRAM:
                continue
            try:
                found[plain] = distribution(plain)
            except PackageNotFoundError:
                continue  # an extra that is not installed
            waiting.append((plain, frozenset({"", *requirement.extras})))
    return [found[name] for name in sorted(found)]


def licence_texts(package: Distribution) -> Iterator[str]:
    """What stands in the files that it names as its licence."""
    for file in package.metadata.get_all("License-File") or ():
        path = f"licenses/{file}"
        text = package.read_text(path) or package.read_text(file)
        if text:
            yield text.strip()


def licence_of(package: Distribution) -> str:
    """In the terms of SPDX where it says so, otherwise as it says it; empty where it says nothing."""
    if expression := _told(package, "License-Expression"):
        return expression
    written = _told(package, "License")
    if written and "\n" not in written and len(written) <= _LONGEST_NAME:
        return written
    kinds = package.metadata.get_all("Classifier") or ()
    return ", ".join(kind.rpartition(":: ")[2] for kind in kinds if kind.startswith("License ::"))


def _told(package: Distribution, key: str) -> str:
    return next(iter(package.metadata.get_all(key) or ()), "").strip()


def _bom(named: Bom, components: list[Bom]) -> Bom:
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": named},
        "components": components,
    }


def _ours(version: str) -> Bom:
    return {
        "type": "application",
        "bom-ref": _PROGRAM,
        "name": _PROGRAM,
        "version": version,
        "licenses": [{"license": {"id": "MIT"}}],
        "purl": f"pkg:pypi/{_PROGRAM}@{version}",
    }


def _describe(shipped: Shipped) -> Bom:
    described: Bom = {"type": "library", "bom-ref": shipped.name, "name": shipped.name}
    if shipped.version:
        described["version"] = shipped.version
    return described | {
        "licenses": [{"license": {"id": shipped.licence}}],
        "externalReferences": [{"type": "website", "url": shipped.website}],
    }


def _describe_package(package: Distribution) -> Bom:
    plain = _plain(package.name)
    purl = f"pkg:pypi/{plain}@{package.version}"
    described: Bom = {
        "type": "library",
        "bom-ref": purl,
        "name": package.name,
        "version": package.version,
        "purl": purl,
    }
    licence = licence_of(package)
    if _told(package, "License-Expression"):
        described["licenses"] = [{"expression": licence}]
    elif licence:
        described["licenses"] = [{"license": {"name": licence}}]
    elif texts := [*licence_texts(package)]:
        described["licenses"] = [{"license": {"name": "As its text says", "text": {"content": "\n\n".join(texts)}}}]
    return described


def _plain(name: str) -> str:
    """As PyPI compares names."""
    return re.sub(r"[-_.]+", "-", name).lower()
