"""The session, for the tests of the tab; besides it fills and packs, and answers with the hash of every file."""

from __future__ import annotations

import hashlib
import io
import shutil
import traceback
import zipfile
from datetime import date
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import voorlichter
from voorlichter.artefacts.site.plan import Additions, plan_site
from voorlichter.artefacts.training.formats import FORMATS
from voorlichter.artefacts.training.package import Wishes, plan_courses
from voorlichter.organisation import Organisations
from voorlichter.pictures import kind_of, size_in_header
from voorlichter.problems import InputError
from voorlichter.profile.topics import modules_for
from voorlichter.stage_one import StageOne
from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace


class StandIn:
    def __init__(self, workspace: Workspace, today: date) -> None:
        self.workspace = workspace
        self.session = Session(workspace, today, "en")

    def handle(self, message: dict[str, Any]) -> dict[str, Any]:
        """Written whole, for a traceback says more than a test that waits."""
        try:
            own = {"fill": self.fill, "clear": self.clear, "read": self.read, "modules": self.modules}.get(
                message["verb"]
            )
            return own(message) if own else self.session.handle(message)
        except InputError as error:
            root = self.workspace.root
            return {"problems": [problem.as_json("en", root) for problem in error.problems]}
        except Exception:
            return {"failed": traceback.format_exc()}

    answer = handle

    def read(self, message: dict[str, Any]) -> dict[str, Any]:
        """A file of the workspace."""
        return {"text": (self.workspace.root / message["path"]).read_text(encoding="utf-8")}

    def clear(self, _: dict[str, Any]) -> dict[str, Any]:
        """Nothing of the test before."""
        shutil.rmtree(self.workspace.root)
        self.workspace.profiles.mkdir(parents=True)
        self.session = Session(self.workspace, self.session.today, "en")
        return {}

    def modules(self, _: dict[str, Any]) -> dict[str, Any]:
        """Every module of the program that is here, imported."""
        found = [one.name for one in walk_packages(voorlichter.__path__, "voorlichter.")]
        return {"modules": [import_module(name).__name__ for name in found]}

    def fill(self, message: dict[str, Any]) -> dict[str, Any]:
        stage_one = StageOne(self.workspace)
        organisation = Organisations(self.workspace, stage_one, date.fromisoformat(message["today"])).read(
            message["slug"]
        )
        plan = plan_site(organisation, Additions())
        files = {name: _without(plan.code, data) for name, data in plan.files.items()}
        modules = (
            modules_for(organisation.profile, stage_one.vocabulary().module_scopes) if message.get("packs") else []
        )
        wishes = Wishes(list(modules), organisation.languages)
        for course in plan_courses(organisation, wishes):
            for form in message["packs"]:
                for name, data in FORMATS[form](course).items():
                    files |= _unpacked(f"{form}/{name}", data)
        return {
            "hash": stage_one.hash_for(organisation.profile),
            "pictures": {name: _looks(data) for name, data in files.items() if name.endswith((".png", ".jpg"))},
            "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
            "notes": [problem.as_json("en", self.workspace.root) for problem in organisation.notes],
        }


def _without(code: str, data: bytes) -> bytes:
    """But for the code of the site, which follows from its pictures too."""
    return data.replace(code.encode(), b"")


def _unpacked(name: str, data: bytes) -> dict[str, bytes]:
    """What a package holds: how small it is packed depends on the machine."""
    if not name.endswith(".zip"):
        return {name: data}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {f"{name}/{entry}": package.read(entry) for entry in package.namelist()}


def _looks(picture: bytes) -> list[Any]:
    """Its size, and whether it tells anything but pixels."""
    kind = kind_of(picture)
    told = [b"EXIF", b"Exif", b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME", b"photoshop", b"http://ns.adobe"]
    return [kind, *size_in_header(picture, kind), [name.decode() for name in told if name in picture]]
