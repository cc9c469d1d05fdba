"""Gather what the studio in a tab runs on, into build/studio/ or the folder named: files that any host serves.

    python scripts/studio.py [FOLDER]

Python for a browser comes from npm, pinned in scripts/studio/package-lock.json; its packages from PyPI, each with its hash in
requirements/tab.txt; the templates are finished here. Needs Node and, the first time, the network. What is there already is
not gathered again.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from checkers import install_modules
from environment import ROOT, enter, run, say, stop

FOLDER = ROOT / "build" / "studio"
_NODE = ROOT / "scripts" / "studio"
_PYODIDE = _NODE / "node_modules" / "pyodide"
_LOCK = ROOT / "requirements" / "tab.txt"
_ENGINE = ("pyodide.js", "pyodide.asm.mjs", "pyodide.asm.wasm")
_PLATFORMS = (
    "pyemscripten_2026_0_wasm32",
    "manylinux_2_28_x86_64",
    "manylinux_2_17_x86_64",
    "manylinux2014_x86_64",
    "any",
)
"""The second best has its C part left out, and works without."""
_PAGES = tuple(f"publish/{name}.md" for name in ("voor-ict", "for-it", "voor-intranet", "for-intranet"))
_SHIPPED = ("data", "quizzes", "mkdocs.yml", *_PAGES)
"""What stage 2 reads of the defaults besides finished templates and print."""
_PRINTED = ("overrides/print",)
_PRINTS = ("icalendar", "python_dateutil", "six", "typst", "tzdata")
"""What print and calendars need besides, and nothing else does: a pack of its own, fetched when somebody asks for it."""
_REPORT = ("make", "model", "place", "plan", "read", "rules", "scaffold", "sentences", "slide")
_NOT_OURS = (
    *(
        "cli",
        "verify",
        "translate",
        "sbom.py",
        "mkdocs_plugin.py",
        "__main__.py",
        "preview.py",
        "paint.py",
        "studio/server.py",
        "studio/write.py",
    ),
    *(f"artefacts/report/{name}.py" for name in _REPORT),
)
"""Of the package, what only a terminal or MkDocs asks for."""
_PREVIEWED = "shown."
"""Of the studio's page, what is in its preview; the rest lies beside the package."""
_UNUSED, _UNUSED_OF_OTHERS = (
    tuple(part.partition("\n")[2].split())
    for part in (_NODE / "unused.txt").read_text(encoding="utf-8").split("# ")[1:]
)
_NEEDED = ("encodings/cp1252", "encodings/cp437", "encodings/iso8859_1.")
_LEAST_PIECE = 160
"""Bytes: to say where a shorter one lies takes as much as it does."""
_OF_PYMDOWNX = ("__init__", "__meta__", "details", "saneheaders", "util")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    options.add_argument("--here", action="store_true", help="in the environment that runs this")
    gather(options.parse_args().folder.resolve())


def gather(target: Path, cache: Path = ROOT / "build" / "tab") -> None:
    """Whole or not at all; nothing where it was gathered from the same."""
    wheels, engine = fetch_wheels(cache), fetch_engine()
    known = "\n".join(
        [
            _fingerprint(engine),
            _LOCK.read_text(encoding="utf-8"),
            _fingerprint(ROOT / "src"),
            *(
                _fingerprint(ROOT / name)
                for name in (
                    "docs",
                    "quizzes",
                    "data",
                    "overrides",
                    "mkdocs.yml",
                    *_PAGES,
                    "scripts/studio.py",
                    "scripts/studio/compile.mjs",
                    "scripts/studio/unused.txt",
                )
            ),
        ]
    )
    mark = hashlib.sha256(known.encode()).hexdigest()
    if (target / "made-from.txt").is_file() and (target / "made-from.txt").read_text(encoding="utf-8") == mark:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".studio-", dir=target.parent) as temporary:
        made = Path(temporary, "made")
        made.mkdir()
        write_library(cache, engine, made)
        write_packages(cache, wheels, made)
        write_print(cache, wheels, made)
        write_templates(Path(temporary, "templates"), made)
        for name in _ENGINE:
            shutil.copyfile(engine / name, made / name)
        lock = json.loads((engine / "pyodide-lock.json").read_text(encoding="utf-8"))
        (made / "pyodide-lock.json").write_text(json.dumps({**lock, "packages": {}}), encoding="utf-8")
        for name in ("start.js", "worker.js"):
            shutil.copyfile(ROOT / "src/voorlichter/studio/tab" / name, made / name)
        (made / "made-from.txt").write_text(mark, encoding="utf-8")
        shutil.rmtree(target, ignore_errors=True)
        made.rename(target)
    size = sum(path.stat().st_size for path in target.iterdir())
    say(f"{target}: {size / 1e6:.1f} MB")


def fetch_engine() -> Path:
    """Python for a browser, as npm's lock file names it."""
    if not install_modules(_NODE):
        stop(f"npm could not install what {_NODE.relative_to(ROOT) / 'package-lock.json'} names")
    return _PYODIDE


def fetch_wheels(cache: Path) -> Path:
    """Every package of the lock, for this Python in a browser."""
    folder = cache / f"wheels-{hashlib.sha256(_LOCK.read_bytes()).hexdigest()[:16]}"
    if folder.is_dir():
        return folder
    shutil.rmtree(cache, ignore_errors=True)
    cache.mkdir(parents=True)
    say(f"Fetching the packages of {_LOCK.relative_to(ROOT)} …")
    with tempfile.TemporaryDirectory(dir=cache) as temporary:
        wheels = Path(temporary, "wheels")
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq", "download"]
        platforms = [word for name in _PLATFORMS for word in ("--platform", name)]
        python = ["--python-version", "3.14", "--implementation", "cp", "--abi", "cp314", "--abi", "none", *platforms]
        run(
            [*pip, "--require-hashes", "--no-deps", "--only-binary=:all:", *python, "-r", str(_LOCK), "-d", str(wheels)]
        )
        wheels.rename(folder)
    return folder


def write_library(cache: Path, engine: Path, target: Path) -> None:
    """Python's own library, compiled; it is read from its zip as it lies."""
    compiled = cache / f"library-{_fingerprint(engine)[:8]}-{_compiled_by()}.zip"
    if not compiled.is_file():
        with tempfile.TemporaryDirectory(dir=cache) as temporary:
            folder = Path(temporary, "library")
            with zipfile.ZipFile(engine / "python_stdlib.zip") as library:
                library.extractall(
                    folder,
                    [name for name in library.namelist() if name.startswith(_NEEDED) or not name.startswith(_UNUSED)],
                )
            compile_for_tab(folder, bare=True)
            with zipfile.ZipFile(compiled, "w", zipfile.ZIP_STORED) as library:
                for path in _files(folder):
                    library.write(path, path.relative_to(folder).as_posix())
    # Not named .gz, which some servers take off.
    (target / "library.pack").write_bytes(gzip.compress(compiled.read_bytes(), mtime=0))


def write_packages(cache: Path, wheels: Path, target: Path) -> None:
    """The packages of others and our own, compiled, without what belongs to another machine."""
    compiled = unpack_wheels(cache, wheels.name, [one for one in _wheels(wheels) if not _prints(one)])
    with tempfile.TemporaryDirectory(dir=cache) as temporary:
        own = Path(temporary, "own")
        ignored = shutil.ignore_patterns("__pycache__", "worker.js", "start.js", "*.d.ts", "vendor", "parts")
        shutil.copytree(ROOT / "src" / "voorlichter", own / "voorlichter", ignore=ignored)
        for name in _NOT_OURS:
            left_out = own / "voorlichter" / name
            shutil.rmtree(left_out) if left_out.is_dir() else left_out.unlink()
        for path in own.glob("voorlichter/studio/page/*.*"):
            if not path.name.startswith(_PREVIEWED):
                path.unlink()
        compile_for_tab(own, bare=True)
        write_pack(target / "packages.pack", {**_named(compiled), **_named(own), **_defaults(_SHIPPED)})


def write_print(cache: Path, wheels: Path, target: Path) -> None:
    """Typst, with the sheets and fonts that it sets. It does not change with our own code, and compressing it takes long."""
    compiled = unpack_wheels(cache, f"{wheels.name}-print", list(filter(_prints, _wheels(wheels))))
    files = {**_named(compiled), **_defaults(_PRINTED)}
    known = hashlib.sha256("".join(_fingerprint(ROOT / name) for name in _PRINTED).encode()).hexdigest()
    packed = cache / f"{compiled.name}-{known[:16]}.pack"
    if not packed.is_file():
        write_pack(packed.with_suffix(".new"), files)
        packed.with_suffix(".new").rename(packed)
    shutil.copyfile(packed, target / "print.pack")


def unpack_wheels(cache: Path, name: str, wheels: list[Path]) -> Path:
    compiled = cache / f"{name}-{_compiled_by()}"
    if not compiled.is_dir():
        with tempfile.TemporaryDirectory(dir=cache) as temporary:
            folder = Path(temporary, "packages")
            for path in wheels:
                with zipfile.ZipFile(path) as wheel:
                    wheel.extractall(folder, [name for name in wheel.namelist() if _runs(name, path)])
            for told in folder.glob("*.dist-info/METADATA"):
                head = told.read_text(encoding="utf-8").partition("\nSummary:")[0]
                told.write_text(f"{head}\n", encoding="utf-8")
            compile_for_tab(folder, bare=True)
            folder.rename(compiled)
    return compiled


def _wheels(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.whl"))


def _prints(wheel: Path) -> bool:
    return wheel.name.partition("-")[0] in _PRINTS


def _defaults(names: Sequence[str]) -> dict[str, Path]:
    return {
        f"voorlichter/defaults/{path.relative_to(ROOT).as_posix()}": path
        for name in names
        for path in (_files(ROOT / name) if (ROOT / name).is_dir() else [ROOT / name])
    }


def write_templates(folder: Path, target: Path) -> None:
    from voorlichter.stage_one import finish
    from voorlichter.workspace import Workspace

    finish(Workspace.at(ROOT), folder)
    files = sorted(_named(folder).items(), key=lambda file: (file[0].partition("/")[2], file[0]))  # alike beside alike
    write_pack(target / "templates.pack", dict(files), "voorlichter/defaults/finished/")


def write_pack(path: Path, files: Mapping[str, Path], under: str = "") -> None:
    """Many files as one, compressed: a line of JSON that says of each where its pieces lie, then these.

    Lines that stood in a row before are not held again, however far back: gzip finds only what stands within 32 kB.
    """
    held, last = bytearray(), dict[bytes, int]()
    index = [
        [under + name, *(number for piece in _pieces(file.read_bytes(), held, last) for number in piece)]
        for name, file in files.items()
    ]
    head = json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    path.write_bytes(gzip.compress(head + held, mtime=0))


def _pieces(data: bytes, held: bytearray, last: dict[bytes, int]) -> list[tuple[int, int]]:
    """Of what is held, after adding what is new: where each begins, and how many bytes it has. `last`: where a line stood last."""
    pieces: list[tuple[int, int]] = []
    lines = data.splitlines(keepends=True)
    at = 0
    while at < len(lines):
        place, size, then = last.get(lines[at], 0), 0, at
        if lines[at] in last:
            while then < len(lines) and held.startswith(lines[then], place + size):
                size += len(lines[then])
                then += 1
        if size < _LEAST_PIECE:
            place, size, then = len(held), len(lines[at]), at + 1
            last[lines[at]] = place
            held += lines[at]
        at = then
        if pieces and sum(pieces[-1]) == place:
            place, size = pieces[-1][0], pieces.pop()[1] + size
        pieces.append((place, size))
    return pieces or [(0, 0)]


def _compiled_by() -> str:
    """What decides how something is compiled, and what of it."""
    return "".join(_fingerprint(_NODE / name)[:8] for name in ("compile.mjs", "unused.txt"))


def compile_for_tab(folder: Path, bare: bool = False) -> None:
    """By the Python that will run it; Node runs it here. `bare`: without docstrings, which only people read."""
    command = ["node", str(_NODE / "compile.mjs"), str(folder), *(["bare"] if bare else [])]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        stop(f"Compiling {folder} failed: {done.stderr}")


def _runs(name: str, wheel: Path) -> bool:
    if name.startswith("pymdownx/"):
        return name.endswith(tuple(f"/{one}.py" for one in _OF_PYMDOWNX))
    if name.startswith(_UNUSED_OF_OTHERS):
        return False
    if ".dist-info/" in name:
        return name.endswith(("/METADATA", "/entry_points.txt"))  # by these Markdown finds its extensions
    if "/tests/" in name or name.endswith((".pyi", ".pyx", ".pxd", ".c", ".h", ".typed")):
        return False
    return not name.endswith((".so", ".pyd")) or "wasm32" in wheel.name


def _named(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)


def _fingerprint(place: Path) -> str:
    found = hashlib.sha256()
    for path in [place] if place.is_file() else _files(place):
        found.update(f"{path.relative_to(ROOT)}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


if __name__ == "__main__":
    if "--here" not in sys.argv:
        enter("test")
    main()
