"""Workspaces that would run something, or read what lies beside them, when somebody opens them; and every command that opens one."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from support import REPOSITORY, TODAY, files_of, lay

from attack.found import PROFILE, Found, Ground, lanes

SETTINGS = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
SECRET = "vuurbaak-4711"
PAGE = "---\ntitle: Zee\ndescription: Zee.\n---\n\n# Zee\n\n"


def extension(name: str, options: str = "") -> str:
    return SETTINGS.replace("  def_list: {}\n", f"  def_list: {{}}\n  {name}: {{{options}}}\n")


def leaves(trace: Path) -> str:
    """A Python module that leaves a trace when it is read, and works as an extension, a hook and a theme."""
    return f"""
open({str(trace)!r}, "w").close()
from markdown import Extension
class makeExtension(Extension):
    def extendMarkdown(self, md):
        pass
"""


def calls(trace: Path) -> str:
    """What a template would write to leave the same."""
    return f"{{{{ cycler.__init__.__globals__.os.close(cycler.__init__.__globals__.os.open({str(trace)!r}, 64)) }}}}\n"


def reads(secret: Path) -> str:
    return f"{{{{ page.file.generated(config, 'x.md', abs_src_path={str(secret)!r}).content_string }}}}\n"


FILES: dict[str, Callable[[Path, Path], dict[str, str]]] = {
    "a hook by its path": lambda trace, _: {"mkdocs.yml": f"{SETTINGS}hooks: [{trace.parent}/zee.py]\n"},
    "a hook in the workspace": lambda *_: {"mkdocs.yml": f"{SETTINGS}hooks: [zee.py, ../../../../zee.py]\n"},
    "a plugin": lambda *_: {"mkdocs.yml": SETTINGS.replace("plugins:\n", "plugins:\n  zee: {}\n")},
    "an extension": lambda *_: {"mkdocs.yml": extension("zee")},
    "an extension under the name of another": lambda *_: {"mkdocs.yml": extension("zee:makeExtension")},
    "settings of elsewhere": lambda trace, _: {
        "mkdocs.yml": f"INHERIT: other.yml\n{SETTINGS}",
        "other.yml": f"hooks: [{trace.parent}/zee.py]\n",
    },
    "settings merged in": lambda trace, _: {"mkdocs.yml": f"{SETTINGS}<<: {{hooks: [{trace.parent}/zee.py]}}\n"},
    "a tag of YAML": lambda trace, _: {
        "mkdocs.yml": f"{SETTINGS}extra:\n  a: !!python/object/apply:os.open [{trace}, 64]\n"
    },
    "a variable of the user": lambda *_: {"mkdocs.yml": SETTINGS.replace("site_name: V", "site_name: !ENV SECRET #")},
    "a theme elsewhere": lambda trace, _: {
        "mkdocs.yml": SETTINGS.replace("custom_dir: overrides", f"custom_dir: {trace.parent}/theme")
    },
    "a component": lambda trace, _: {"overrides/components/zee/zee.html": calls(trace)},
    "a part of each page": lambda trace, _: {"overrides/partials/date.html": calls(trace)},
    "the page": lambda trace, _: {"overrides/main.html": f"{{% extends 'base.html' %}}{calls(trace)}"},
    "a method of the engine": lambda _, secret: {"overrides/main.html": reads(secret)},
    "a piece of the kit": lambda trace, _: {"overrides/kit/announcement.html": calls(trace)},
    "a template elsewhere": lambda _, secret: {
        "overrides/main.html": f"{{% include '{secret}' %}}{{% include '../{secret}' %}}"
    },
    "a snippet of a file": lambda _, secret: {
        "mkdocs.yml": extension("pymdownx.snippets", "base_path: [/]"),
        "docs/nl/zee.md": f'{PAGE}--8<-- "{secret}"\n',
        "docs/en/zee.md": f'{PAGE}--8<-- "{secret}"\n',
    },
    "a picture taken in": lambda _, secret: {
        "mkdocs.yml": extension("pymdownx.b64", "base_path: /"),
        "docs/nl/zee.md": f"{PAGE}![Zee]({secret})\n",
        "docs/en/zee.md": f"{PAGE}![Zee]({secret})\n",
    },
    "modules in the place of ours": lambda *_: {
        f"{name}.py": "import zee\n" for name in ("click", "yaml", "material", "sitecustomize")
    },
}

# What is no text in a file


def _git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=Noor", "-c", "user.email=noor@luister.example")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


def _program(path: Path, trace: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\ntouch '{trace}'\ncat\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def filters_of_git(root: Path, trace: Path, _: Path) -> None:
    lay(root, {".gitattributes": "* filter=zee diff=zee merge=zee\n"})
    for setting in ("filter.zee.smudge", "filter.zee.clean", "filter.zee.process", "diff.zee.textconv"):
        _git(root, "config", setting, f"touch '{trace}'; cat")


def programs_that_git_starts(root: Path, trace: Path, _: Path) -> None:
    for setting in ("core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "diff.external", "gpg.program"):
        _git(root, "config", setting, f"touch '{trace}'; cat")
    _git(root, "config", "alias.show", f"!touch '{trace}'")
    _git(root, "config", "core.hooksPath", "hooks")


def hooks_of_git(root: Path, trace: Path, _: Path) -> None:
    for hook in ("post-checkout", "post-index-change", "pre-commit", "reference-transaction", "post-commit"):
        _program(root / ".git/hooks" / hook, trace)


def links_to_a_secret(root: Path, _: Path, secret: Path) -> None:
    _take(root, {PROFILE: f"{_profile(root)}brand: {{logo: logo.png}}\n"})
    for name in ("profiles/zeester/logo.png", "docs/nl/zee.md", "overrides/partials/date.html", "data/help.yml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(secret)


def a_linked_folder(root: Path, _: Path, secret: Path) -> None:
    for code in ("nl", "en"):
        lay(secret.parent, {f"{code}/zee.md": f"{PAGE}{SECRET}\n", "help.yml": SECRET, "main.html": SECRET})
    for name in ("profiles/zeester/texts", "profiles/zeester/docs", "docs", "overrides", "data"):
        (root / name).symlink_to(secret.parent)


def names_that_lead_out(root: Path, _: Path, secret: Path) -> None:
    outside = os.path.relpath(secret, root / "profiles/zeester")
    _take(root, {PROFILE: f"{_profile(root)}brand: {{logo: {outside}}}\npractice: {{name: Zee, logo: {secret}}}\n"})


def a_manifest_that_lists_a_secret(root: Path, _: Path, secret: Path) -> None:
    """With a finished site around it, as if we had built it."""
    outside = os.path.relpath(secret, root / "site/zeester")
    listed = {outside: sha256(secret.read_bytes()).hexdigest(), str(secret): "0", "index.html": "0"}
    manifest = json.dumps({"voorlichter": "0", "files": listed, "code": "x"})
    lay(root, {"site/zeester/manifest.json": manifest, "site/zeester/index.html": "Zee"})
    known = {"template": "x", "inputs": {}, "manifest": sha256(manifest.encode()).hexdigest(), "start": "2000-01-01"}
    known |= {"end": "2100-01-01", "known": None, "files": {"index.html": 3}}
    lay(root, {".voorlichter/built/000000000000/zeester.json": json.dumps(known)})


def a_list_of_a_kit_that_names_a_secret(root: Path, _: Path, secret: Path) -> None:
    outside = os.path.relpath(secret, root / "kit/zeester")
    lay(root, {"kit/zeester/kit.json": json.dumps({"files": [{"name": outside}, {"name": str(secret)}]})})


def a_cache_that_came_along(root: Path, trace: Path, _: Path) -> None:
    page = f"<script>alert(1)</script>{calls(trace)}"
    for name in ("cache/templates/x-nl-je/pages/index.html", "templates/x-nl-je/pages/index.html", "trusted.json"):
        lay(root / ".voorlichter", {name: page})


def a_place_that_starts_a_program(root: Path, trace: Path, _: Path) -> None:
    for number, target in enumerate((f"sftp://-oProxyCommand=touch {trace}/www", f"git:{root}#--upload-pack=touch")):
        lay(root, {f".voorlichter/published/zeester-{number:012}/target.json": json.dumps({"target": target})})


def moves_that_are_not_done(root: Path, trace: Path, secret: Path) -> None:
    moves = [[str(trace), str(secret)], [str(root / "site/zeester/x.txt"), str(secret)]]
    lay(root, {".voorlichter/moving.json": json.dumps({"process": 1, "moves": moves})})


def entry_points(root: Path, *_: object) -> None:
    """As pip would install them, in the folder the command is given in."""
    told = "[mkdocs.plugins]\nsearch = zee:makeExtension\n[mkdocs.themes]\nmaterial = zee\n[markdown.extensions]\ntables = zee:makeExtension\n"
    lay(root, {"zee-1.0.dist-info/entry_points.txt": told, "zee-1.0.dist-info/METADATA": "Name: zee\nVersion: 1.0\n"})
    lay(root, {"zee.pth": "import zee\n", "setup.cfg": "[options]\n", ".env": "PYTHONSTARTUP=zee.py\n"})


def programs_by_the_names_of_ours(root: Path, trace: Path, _: Path) -> None:
    for name in ("git", "typst", "ssh", "ssh-keygen", "sftp", "python", "python3", "node", "chromium"):
        _program(root / name, trace)
        _program(root / "profiles/zeester" / name, trace)


def pipes_and_devices(root: Path, *_: object) -> None:
    for name in ("profiles/pijp/profile.yml", "data/help.yml", "docs/nl/zee.md", "overrides/main.html", ".gitignore"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(root / name)
    (root / "profiles/nul").mkdir()
    (root / "profiles/nul/profile.yml").symlink_to("/dev/zero")


def a_sheet_that_reads(root: Path, _: Path, secret: Path) -> None:
    for name in ("poster", "flyer", "card"):
        lay(root, {f"overrides/print/{name}.typ": f'#read("{secret}")\n#import "@preview/zee:1.0.0": *\n'})


def _tags_of_yaml(root: Path, trace: Path, _: Path) -> None:
    lay(
        root,
        {
            "profiles/tag/profile.yml": f"name: !!python/object/apply:os.open [{trace}, 64]\n",
            "data/zee.yml": f"!!python/object/new:os.system [touch {trace}]\n",
            "profiles/zeester/quizzes/huis.yml": f"id: !!python/name:os.system\nx: !!python/object/apply:os.open [{trace}, 64]\n",
            "advisors/zee.yml": f"a: &a [x, x]\nb: &b [*a, *a]\nc: !!python/object/apply:os.open [{trace}, 64]\n",
        },
    )


def _profile(root: Path) -> str:
    return (root / PROFILE).read_text(encoding="utf-8")


def _take(root: Path, files: dict[str, str]) -> None:
    lay(root, files)


SETUPS: dict[str, Callable[[Path, Path, Path], None]] = {
    "filters of Git": filters_of_git,
    "programs that Git starts": programs_that_git_starts,
    "hooks of Git": hooks_of_git,
    "links to a secret": links_to_a_secret,
    "a linked folder": a_linked_folder,
    "names that lead out": names_that_lead_out,
    "a manifest that lists a secret": a_manifest_that_lists_a_secret,
    "a list of a kit that names a secret": a_list_of_a_kit_that_names_a_secret,
    "a cache that came along": a_cache_that_came_along,
    "a place that starts a program": a_place_that_starts_a_program,
    "moves that are not done": moves_that_are_not_done,
    "entry points": entry_points,
    "programs by the names of ours": programs_by_the_names_of_ours,
    "pipes and devices": pipes_and_devices,
    "a sheet that reads": a_sheet_that_reads,
    "tags of YAML in every file": _tags_of_yaml,
}
SHAPES = [*FILES, *SETUPS]
COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check",),
    "build": ("build",),
    "kit": ("kit",),
    "export": ("export",),
    "export scorm12": ("export", "--format", "scorm12"),
    "publish": ("publish", "zeester", "{www}"),
    "publish --status": ("publish", "--status"),
    "publish again": ("publish",),
    "publish --rollback": ("publish", "zeester", "--rollback", "--yes"),
    "diff": ("diff", "--since", "HEAD"),
    "clients": ("clients",),
    "read": ("read",),
    "hosting": ("hosting",),
    "own": ("own", "zeester"),
    "review": ("review",),
    "intake": ("intake",),
    "duplicate": ("duplicate", "zeester", "anker"),
    "serve": ("serve", "zeester", "--port", "0"),
    "studio": ("studio", "--no-open"),
}
STAYING = ("serve", "studio")
WITHOUT_A_DAY = ("own",)
_PATIENCE = 120


@dataclass
class Opened:
    """What became of a command."""

    code: int | None
    said: str
    hung: bool = False
    up: bool = False
    """It stayed, and showed its page."""


def open_with(
    root: Path,
    name: str,
    words: Sequence[str],
    env: Mapping[str, str],
    www: Path,
    *,
    day: str = TODAY,
    before: Callable[[], None] | None = None,
    deaf: bool = False,
) -> Opened:
    """In the workspace itself, as somebody does who got it by mail; one that stays is asked for its page and stopped.

    `before` is done in its process first; where `deaf`, nobody reads what it says, and errors are all that is told.
    """
    whole = [
        sys.executable,
        "-m",
        "voorlichter",
        *(word.format(www=www) for word in words),
        "-C",
        str(root),
        "--lang",
        "en",
    ]
    whole += [] if name in WITHOUT_A_DAY else ["--date", day]
    with subprocess.Popen(
        whole,
        cwd=root,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        stdout=_closed_pipe() if deaf else subprocess.PIPE,
        stderr=subprocess.PIPE if deaf else subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=before,
    ) as process:
        listened = process.stderr if deaf else process.stdout
        assert listened
        said: list[bytes] = []
        reader = threading.Thread(target=lambda: said.extend(iter(listened.readline, b"")), daemon=True)
        reader.start()
        up = False
        until = time.monotonic() + _PATIENCE
        while process.poll() is None and not up and time.monotonic() < until:
            time.sleep(0.02)
            if deaf and name in STAYING:
                up = _listens(int(words[-1]))
            elif name in STAYING and (address := _address(said)):
                said.append(_ask(*address) if before is None else b"")  # perhaps in a network of its own
                up = True
        hung = process.poll() is None and not up
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        reader.join(5)
        return Opened(process.returncode, b"".join(said).decode("utf-8", "replace"), hung, up)


def _closed_pipe() -> int:
    """One end of a pipe of which the other is closed."""
    reads, writes = os.pipe()
    os.close(reads)
    return writes


def _address(said: list[bytes]) -> tuple[int, bytes] | None:
    for line in said:
        head, found, rest = line.partition(b"http://127.0.0.1:")
        if found:
            port, _, path = rest.split()[0].partition(b"/")
            return int(port), b"/" + path
    return None


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
        return True
    return False


def _ask(port: int, path: bytes) -> bytes:
    """The page that a browser would get first."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as link:
        link.sendall(b"GET %s HTTP/1.0\r\nHost: 127.0.0.1:%d\r\n\r\n" % (path, port))
        parts = []
        while part := link.recv(1 << 16):
            parts.append(part)
    return b"".join(parts)


def prepare(ground: Ground, shape: str) -> tuple[Path, Path]:
    """The workspace, and where its trace would be."""
    outside = ground.folder / "outside"
    trace, secret = outside / "ran", outside / "secret.png"
    lay(outside, {"secret.png": SECRET, "zee.py": leaves(trace), "theme/main.html": calls(trace)})
    root = ground.workspace()
    lay(root, {"zee.py": leaves(trace)})
    _git(root, "init", "-q")
    _git(root, "add", "profiles")
    _git(root, "commit", "-q", "-m", "As agreed")
    if shape in FILES:
        lay(root, FILES[shape](trace, secret))
    else:
        SETUPS[shape](root, trace, secret)
    return root, trace


def open_all(ground: Ground, shape: str, commands: tuple[str, ...]) -> list[str]:
    """What ran or was read unasked, hung or broke, by each of the commands."""
    root, trace = prepare(ground, shape)
    www = ground.folder / "www"
    env = {**ground.env(), "SECRET": SECRET}
    faults = []
    for name in commands:
        opened = open_with(root, name, COMMANDS[name], env, www)
        if trace.exists():
            faults.append(f"{shape}: {name} ran it")
            trace.unlink()
        if SECRET in opened.said:
            faults.append(f"{shape}: {name} tells the secret")
        if opened.hung:
            faults.append(f"{shape}: {name} hangs")
        if "Traceback" in opened.said:
            faults.append(f"{shape}: {name} ends with a traceback: {opened.said[-400:]}")
    for made in ("site", "kit", "export"):
        if (root / made).is_dir():
            faults += [f"{shape}: {made}/{name} has the secret" for name in _telling(root / made)]
    if www.is_dir():
        faults += [f"{shape}: www/{name} has the secret" for name in _telling(www)]
    return faults


def _telling(folder: Path) -> Iterator[str]:
    for name, data in files_of(folder).items():
        if SECRET.encode() in data:
            yield name


def attack(ground: Ground, shapes: list[str], say: Callable[[str], None]) -> Found:
    """Every workspace, with every command that opens one."""
    with lanes() as pool:
        tasks = {
            shape: pool.submit(open_all, ground.part(f"opened-{number}"), shape, tuple(COMMANDS))
            for number, shape in enumerate(shapes)
        }
        faults, ran = [], set()
        for shape, task in tasks.items():
            wrong = task.result()
            faults += wrong
            ran |= {shape for line in wrong if " ran it" in line or "secret" in line}
            say(f"{shape}: {len(wrong)} faults" if wrong else f"{shape}: nothing ran")
    return Found(f"{len(ran)} of {len(shapes)}, each by {len(COMMANDS)} commands", faults)
