"""Imports run one way, and one part alone knows the engine."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import voorlichter

PACKAGE = Path(voorlichter.__file__).parent
LAYERS = (
    {
        "problems",
        "signs",
        "lists",
        "calendar_words",
        "html_tags",
        "plain_letters",
        "regular_file",
        "well_formed",
        "content_policy",
        "one_page",
        "conflict_copies",
        "hunks",
        "shipped",
        "__init__",
    },
    {
        "turns",
        "yaml_source",
        "yaml_pure",
        "yaml_explain",
        "yaml_typed",
        "yaml_places",
        "yaml_written",
        "yaml_edit",
        "cache",
        "trusted",
        "user_folders",
        "json_read",
        "swap",
        "lock",
        "git",
        "scratch",
        "shards",
        "incident",
        "svg_raster",
        "svg_process",
        "svg_styles",
        "person_names",
    },
    {"workspace", "brand", "qr", "pictures", "picture_file", "logo_look", "paint", "zip_file", "slots", "clean_html"},
    {"prose", "vcard", "typesetting", "presentation", "ics", "workspace_zip"},
    {"model_problems", "languages", "text", "worded", "translated", "polarity", "case_words", "claim_words"},
    {"profile", "quiz"},
    {"markdown", "template", "site"},
    {"stage_one", "record", "output", "intake"},
    {"own"},
    {"organisation"},
    {"artefacts", "artefacts.site"},
    {"publish", "artefacts.training", "artefacts.kit", "artefacts.report"},
    {"site_maker", "hosting"},
    {"build", "verify"},
    {"artefacts.changes", "reading", "review", "clients", "sbom", "translate"},
    {"studio"},
    {"mkdocs_plugin", "cli", "preview", "__main__"},
)
"""A part may import from its own layer and from those above it in this list."""


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports by a relative name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(module: str) -> str:
    """A folder or file of the package; of what is made of an organisation, each kind by itself."""
    names = module.split(".")[1:]
    if not names or names[0] == "__version__":
        return "__init__"
    return ".".join(names[:2]) if names[0] == "artefacts" else names[0]


FILES = sorted(path for path in PACKAGE.rglob("*.py") if "defaults" not in path.parts)


def part_of_file(path: Path) -> str:
    return part_of(
        ".".join(["voorlichter", *path.relative_to(PACKAGE).with_suffix("").parts]).removesuffix(".__init__")
    )


def layer_of(part: str) -> int:
    return next(number for number, parts in enumerate(LAYERS) if part in parts)


def test_every_part_has_its_layer() -> None:
    assert {part_of_file(path) for path in FILES} - {part for parts in LAYERS for part in parts} == set()


def wrong_imports(files: list[Path], is_wrong: Callable[[str, str], bool]) -> list[str]:
    """Each import, of the files' part and of a module, that may not be."""
    return [
        f"{path.relative_to(PACKAGE)} imports {module}"
        for path in files
        for module in imports(path)
        if is_wrong(part_of_file(path), module)
    ]


def files_of(*parts: str) -> list[Path]:
    return [path for path in FILES if part_of_file(path) in parts]


def is_ours(module: str) -> bool:
    return module.split(".")[0] == "voorlichter"


def test_imports_run_one_way() -> None:
    def is_wrong(part: str, module: str) -> bool:
        return is_ours(module) and layer_of(part_of(module)) > layer_of(part)

    assert wrong_imports(FILES, is_wrong) == []


def test_stage_two_knows_no_page_and_no_engine() -> None:
    engines = ("template", "markdown", "quiz")
    assert wrong_imports(files_of("site"), lambda _, module: is_ours(module) and part_of(module) in engines) == []
    assert wrong_imports(files_of("site"), lambda _, module: module.split(".")[0] == "jinja2") == []


def test_stage_one_knows_no_organisation() -> None:
    parts = ("site", "profile.model", "profile.read", "profile.view", "profile.rules")
    organisation = tuple(f"voorlichter.{name}" for name in parts)
    files = files_of("template", "markdown", "quiz")
    assert wrong_imports(files, lambda _, module: module.startswith(organisation)) == []


def test_only_stage_one_and_the_plugin_know_the_engine() -> None:
    engines = ("mkdocs", "material", "properdocs", "zensical")
    others = [path for path in FILES if part_of_file(path) not in ("template", "mkdocs_plugin")]
    assert wrong_imports(others, lambda _, module: module.split(".")[0] in engines) == []


def test_no_file_is_named_after_nothing() -> None:
    assert not {path.stem for path in FILES} & {"utils", "helpers", "common", "misc", "manager"}


def type_names(path: Path) -> Iterator[str]:
    """Each class and each name for a type at the top of a file."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = (target.id for target in targets if isinstance(target, ast.Name))
            yield from (name for name in names if name.lstrip("_")[:1].isupper() and not name.isupper())


def test_a_type_has_a_name_of_its_own() -> None:
    where: dict[str, list[str]] = {}
    for path in FILES:
        for name in type_names(path):
            where.setdefault(name, []).append(path.relative_to(PACKAGE).as_posix())
    assert {name: files for name, files in where.items() if len(files) > 1} == {}


def compared_with_a_language(path: Path) -> Iterator[int]:
    """The lines on which a value is compared with the code of a language, or the codes stand in a row."""
    codes = {"nl", "en"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            found = any(isinstance(side, ast.Constant) and side.value in codes for side in sides)
        elif isinstance(node, ast.Tuple | ast.List | ast.Set):
            found = {one.value for one in node.elts if isinstance(one, ast.Constant)} == codes
        else:
            found = False
        if found:
            yield node.lineno


OF_THE_TOOL = (
    "problems.py",
    "cli/language.py",
    "cli/main.py",
    "cli/options.py",
    "cli/schema.py",
    "model_problems/schema.py",
)
"""Where the two languages of the program itself are told apart."""


def test_no_code_asks_which_language_a_site_is_in() -> None:
    found = {
        name: lines
        for path in FILES
        if (name := path.relative_to(PACKAGE).as_posix()) not in OF_THE_TOOL
        and (lines := list(compared_with_a_language(path)))
    }
    assert found == {}


def test_who_looks_into_the_cache_of_the_program_has_one_of_its_own() -> None:
    """All processes of the tests share one: what stands there may be gone when it is looked at, and damage done there is met by others."""
    tests = Path(__file__).parent
    looks = {
        path.relative_to(tests).as_posix()
        for path in tests.rglob("test_*.py")
        if "cache_folder()" in (text := path.read_text(encoding="utf-8")) or "environ[CACHE]" in text
    }
    assert looks - {Path(__file__).name} == set()


def test_json_is_read_in_one_place() -> None:
    """What nests without end is a ValueError there, and ends a command anywhere else."""
    calls = {
        path.relative_to(PACKAGE).as_posix()
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("json.loads", "json.load")
    }
    assert calls == {"json_read.py"}
