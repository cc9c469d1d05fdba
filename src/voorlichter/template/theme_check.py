"""What would stop the engine or stand wrong in a page, in the theme's own files: told with its place, before any engine runs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import nodes

from voorlichter.model_problems.samples import closest_word
from voorlichter.problems import Mark, Problem, Say
from voorlichter.slots.scan import line_and_column
from voorlichter.template.theme import names_in, nodes_of, parse_template
from voorlichter.workspace import Workspace, is_site_name
from voorlichter.yaml_source import YamlSource, decode, read_kept_yaml

_OF_THE_ENGINE = ("url", "script_tag")
"""Filters that MkDocs adds to Jinja's own."""
_TEXTS = "config.extra.t"
_INSIDE = re.compile(r"__\w+__")
_OPEN = re.compile(r"block that needs to be closed is '(\w+)'")
_UNKNOWN = re.compile(r"unknown tag '(\w+)'")


def check_readable(overrides: Mapping[str, Path]) -> tuple[dict[str, Path], list[Problem]]:
    """The files of the theme without those that are no UTF-8 or cannot be called so in a site, and what is wrong with these."""
    readable, problems = {}, []
    for name, path in overrides.items():
        source = YamlSource(path)
        if name.startswith("assets/") and not is_site_name(name):
            problems.append(Problem(Mark(path), "", *_NO_NAME))
        elif path.suffix in (".html", ".css", ".js", ".typ") and decode(path.read_bytes(), source) is None:
            problems += source.problems
        else:
            readable[name] = path
    return readable, problems


_NO_NAME = (
    Say(
        "in een site kan een bestand niet zo heten: niet elke server en elk systeem geeft het dan",
        "no file of a site can have this name: not every server and system would give it",
    ),
    Say(
        "gebruik letters zonder accent, cijfers, streepjes en punten, ook in de naam van de map",
        "use letters without accents, digits, hyphens and dots, in the folder's name too",
    ),
)


def check_templates(overrides: Mapping[str, Path], texts: Collection[str]) -> list[Problem]:
    """The engine's tags in every template; `texts` are the keys of the interface's texts."""
    problems: list[Problem] = []
    for name, path in overrides.items():
        if not name.endswith(".html"):
            continue
        text = path.read_text(encoding="utf-8")
        try:
            tree = parse_template(text)
        except jinja2.TemplateSyntaxError as error:
            problems.append(Problem(Mark(path, error.lineno), _line(text, error.lineno), *_unreadable(error)))
            continue
        problems += _check_names(path, tree, overrides)
        problems += _check_filters(path, tree)
        problems += _check_insides(path, tree)
        problems += _check_texts(path, text, tree, texts)
    return problems


def _unreadable(error: jinja2.TemplateSyntaxError) -> tuple[Say, Say]:
    told = error.message or ""
    if match := _OPEN.search(told):
        tag = match[1]
        return (
            Say(f"{{% {tag} %}} wordt niet gesloten", f"{{% {tag} %}} is never closed"),
            Say(f"zet {{% end{tag} %}} waar het ophoudt", f"put {{% end{tag} %}} where it ends"),
        )
    if match := _UNKNOWN.search(told):
        tag = match[1]
        return (
            Say(f"{{% {tag} %}} bestaat niet, of sluit niets", f"there is no {{% {tag} %}}, or it closes nothing"),
            Say("haal het weg, of open ervoor wat het sluit", "remove it, or open before it what it closes"),
        )
    return (
        Say(
            "wat hier tussen {{ }} of {% %} staat, is niet te lezen",
            "what stands between {{ }} or {% %} here cannot be read",
        ),
        Say(
            "schrijf bijvoorbeeld {{ t.skip | e }}, en sluit elke {{ met }} en elke {% met %}",
            "write for example {{ t.skip | e }}, and close each {{ with }} and each {% with %}",
        ),
    )


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1].strip()[:60] if 0 < number <= len(lines) else ""


def _check_names(path: Path, tree: nodes.Template, overrides: Mapping[str, Path]) -> Iterator[Problem]:
    written: list[tuple[nodes.Expr, int]] = [
        (node.template, node.lineno) for node in nodes_of(tree, nodes.Include) if not node.ignore_missing
    ]
    written += [(node.template, node.lineno) for node in nodes_of(tree, nodes.Import)]
    written += [(node.template, node.lineno) for node in nodes_of(tree, nodes.FromImport)]
    written += [(node.template, node.lineno) for node in nodes_of(tree, nodes.Extends)]
    for name, line in ((name, line) for expression, line in written for name in names_in(expression)):
        if name in overrides or (_of_material() / name).is_file():
            continue
        close = get_close_matches(name, [other for other in overrides if other.endswith(".html")], 1)
        yield Problem(
            Mark(path, line),
            name,
            Say(f"er is geen sjabloon {name} in overrides/", f"there is no template {name} in overrides/"),
            Say(f"bedoelt u {close[0]}?", f"did you mean {close[0]}?")
            if close
            else Say(
                "schrijf het pad vanaf overrides/, zoals partials/desk.html",
                "write the path from overrides/, such as partials/desk.html",
            ),
        )


@cache
def _of_material() -> Path:
    import material

    return Path(material.__file__).parent / "templates"


def _check_filters(path: Path, tree: nodes.Template) -> Iterator[Problem]:
    known = {*jinja2.Environment().filters, *_OF_THE_ENGINE}
    for node in nodes_of(tree, nodes.Filter):
        if node.name not in known:
            yield Problem(
                Mark(path, node.lineno),
                f"| {node.name}",
                Say(f"er is geen filter {node.name}", f"there is no filter {node.name}"),
                Say(
                    "haal het weg, of kies er een van Jinja, zoals | e",
                    "remove it, or choose one of Jinja's, such as | e",
                ),
            )


NO_PROGRAM = (
    Say(
        "hier wordt naar de binnenkant van Python of van MkDocs gevraagd; een sjabloon vult in en voert niets uit",
        "this asks for the insides of Python or of MkDocs; a template fills in and runs nothing",
    ),
    Say("haal het weg als u het niet zelf schreef", "remove it if you did not write it yourself"),
)


def _check_insides(path: Path, tree: nodes.Template) -> Iterator[Problem]:
    """Names that begin with a line: a way from a value to everything that Python can do."""
    asked = [(node.attr, node.lineno) for node in nodes_of(tree, nodes.Getattr)]
    asked += [(node.value, node.lineno) for node in nodes_of(tree, nodes.Const) if isinstance(node.value, str)]
    for line, name in {line: name for name, line in reversed(asked) if _INSIDE.match(name)}.items():
        yield Problem(Mark(path, line), name, *NO_PROGRAM)


def _check_texts(path: Path, text: str, tree: nodes.Template, texts: Collection[str]) -> Iterator[Problem]:
    """`t.name` and `config.extra.t.name`: the engine would leave nothing where there is no such text."""
    called = {"config.extra.t"}
    for node in nodes_of(tree, nodes.Assign):
        if isinstance(node.target, nodes.Name) and _dotted(node.node) == _TEXTS:
            called.add(node.target.name)
    for attribute in nodes_of(tree, nodes.Getattr):
        if _dotted(attribute.node) in called and attribute.attr not in texts:
            offset = text.find(attribute.attr, len("".join(text.splitlines(keepends=True)[: attribute.lineno - 1])))
            yield Problem(
                Mark(path, *line_and_column(text, offset)),
                f"t.{attribute.attr}",
                Say(f"er is geen tekst {attribute.attr}", f"there is no text {attribute.attr}"),
                Say(
                    f"schrijf in data/strings_own.yml: {attribute.attr}: {{nl: …, en: …}}",
                    f"write in data/strings_own.yml: {attribute.attr}: {{nl: …, en: …}}",
                ),
            )


def _dotted(node: nodes.Node) -> str:
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=of, attr=attr):
            return f"{_dotted(of)}.{attr}"
    return ""


def check_nav(workspace: Workspace, pages: Collection[str], made: Collection[str]) -> Iterator[Problem]:
    """The order of the menu, told to whoever keeps it: an own page beside our nav comes last, and may. `made` pages need no place."""
    path = workspace.file("mkdocs.yml")
    source = read_kept_yaml(path)
    nav = source.data.get("nav") if isinstance(source.data, dict) else None
    if not isinstance(nav, list) or path.parent != workspace.root:
        return
    for index, name in enumerate(nav):
        if name not in pages:
            meant = closest_word(str(name), pages)
            yield Problem(
                source.value_mark(("nav", index)),
                f"nav.{index}",
                Say(f"er is geen pagina {name}", f"there is no page {name}")
                if isinstance(name, str)
                else Say("hier staat alleen de naam van een pagina", "only the name of a page stands here"),
                Say(f"schrijf: - {meant}", f"write: - {meant}")
                if meant
                else Say("haal de regel weg", "remove the line"),
                "warning",
            )
    if missing := [name for name in pages if name not in nav and name not in made]:
        listed = ", ".join(missing)
        yield Problem(
            source.value_mark(("nav",)),
            "nav",
            Say(
                f"zonder plaats in nav, en daarom achteraan: {listed}",
                f"without a place in nav, so they come last: {listed}",
            ),
            Say(
                f"schrijf onder nav, waar het hoort: - {missing[0]}",
                f"write under nav, where it belongs: - {missing[0]}",
            ),
            "warning",
        )
