"""The workspace as a whole: in one zip, or file by file for a page that keeps them itself."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from voorlichter.problems import Say
from voorlichter.studio.protocol import Reply, Request, Verbs, decoded, encoded, file_reply
from voorlichter.studio.verbs.begin import start
from voorlichter.workspace_zip import pack_workspace, read_workspace_zip, written_files
from voorlichter.zip_file import render_zip

if TYPE_CHECKING:
    from voorlichter.studio.session import Session


def pack(session: Session, request: Request) -> Reply:
    """The whole workspace as one zip: the copy that is hers."""
    return file_reply(f"werkmap-{session.today.isoformat()}.zip", pack_workspace(session.workspace))


def lay(session: Session, request: Request) -> Reply:
    """The files of such a zip, or files by their path, into this workspace. What would be replaced is told first, and done with `sure`."""
    loose = request.get("files")
    packed = (
        render_zip({str(name): decoded(data) for name, data in loose.items()})
        if isinstance(loose, dict)
        else decoded(request.get("data"))
    )
    files = read_workspace_zip(packed)
    other = [
        name
        for name, data in files.items()
        if (path := session.workspace.root / name).is_file() and path.read_bytes() != data
    ]
    if other and not request.get("sure"):
        return {"replaces": other}
    session.change_files(files, Say("werkmap geopend", "workspace opened"))
    return start(session, request)


def files(session: Session, request: Request) -> Reply:
    """Every file that was written, with its bytes where it is not as the page knows it: `known` by path and hash."""
    known = request.get("known") or {}
    told: dict[str, dict[str, str]] = {}
    for name in written_files(session.workspace):
        data = (session.workspace.root / name).read_bytes()
        hash_ = hashlib.sha256(data).hexdigest()
        told[name] = {"hash": hash_}
        if known.get(name) != hash_:
            told[name]["data"] = encoded(data)
    return {"files": told}


VERBS: Verbs = {"pack": pack, "lay": lay, "files": files}
