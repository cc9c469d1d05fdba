"""What a template of the theme may do, and what it may not."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from jinja2.exceptions import SecurityError
from mkdocs.structure.files import File

from voorlichter.template.sandbox import sandboxed


def read_anything(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def shown(template: str) -> str:
    """The template as the engine would fill it, with objects of the engine and of Python at hand."""
    engine = jinja2.Environment(loader=jinja2.DictLoader({"part.html": "{% macro say(x) %}<{{ x }}>{% endmacro %}"}))
    context: dict[str, Any] = {
        "config": SimpleNamespace(extra={"t": {"call": "Bel"}}, load_file=read_anything),
        "page": SimpleNamespace(file=File("zee.md", None, "site", False, inclusion=None)),
        "system": sys,
        "read": read_anything,
    }
    return sandboxed(engine).from_string(template).render(context)


@pytest.mark.parametrize(
    "template",
    [
        "{{ cycler.__init__.__globals__.os.system('true') }}",
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ '' | attr('__class__') }}",
        "{{ [''] | map(attribute='__class__') | list }}",
        "{{ '{0.__class__}'.format('') }}",
        "{{ config.load_file('/etc/passwd') }}",
        "{{ page.file.generated(config, 'x', abs_src_path='/etc/passwd') }}",
        "{{ page.file.copy_file() }}",
        "{{ read('/etc/passwd') }}",
        "{{ system.exit(1) }}",
        "{{ ['/etc/passwd'] | map(read) | list }}",
        "{{ config.extra.update({'t': 1}) }}",
        "{{ self._TemplateReference__context }}",
        "{% for x in [1] %}{{ loop.__init__ }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m._func }}",
    ],
)
def test_a_way_out_of_a_template_is_refused(template: str) -> None:
    with pytest.raises((SecurityError, jinja2.TemplateRuntimeError)):
        shown(template)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ config.extra.t.call | upper }}", "BEL"),
        ("{% from 'part.html' import say %}{{ say('zee') }}", "<zee>"),
        ("{% import 'part.html' as part %}{{ part.say('zee') }}", "<zee>"),
        ("{% block a %}zee{% endblock %}{{ self.a() }}", "zeezee"),
        ("{% for x in range(2) %}{{ loop.cycle('a', 'b') }}{% endfor %}", "ab"),
        ("{% set n = namespace(x=1) %}{% set n.x = 2 %}{{ n.x }}", "2"),
        ("{% for key, value in config.extra.t.items() %}{{ key }}{{ value.lower() }}{% endfor %}", "callbel"),
        ("{{ 'a-b'.split('-') | join('+') }}", "a+b"),
    ],
)
def test_what_the_language_itself_offers_works(template: str, text: str) -> None:
    assert shown(template) == text
