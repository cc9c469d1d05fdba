"""The pages of a language in which a site has few: what they are, and where their links lead."""

from __future__ import annotations

import pytest

from voorlichter.quiz.model import Module
from voorlichter.template.short_page import SHORT_PAGES, lead_elsewhere, make_short_pages
from voorlichter.text import Text

WORDS = {
    "short_title": "Doradca",
    "short_message_title": "Wiadomość",
    "short_signpost_title": "Drogowskaz",
    "preview_text": "Kto słucha.",
    "training_tab": "Szkolenie",
    "training_pass": "Próg",
    "training_description": "Pytania.",
    "training_no_score": "Bez wyniku.",
}


def a_module() -> Module:
    return Module.model_construct(id="role", title=Text(nl="De rol", en="The role"), minutes=5, pass_mark=None)


def test_a_language_of_few_pages_has_one_and_a_message() -> None:
    pages = make_short_pages("pl", False, [], WORDS)
    assert {name: (page.language, page.meta) for name, page in pages.items()} == {
        "index.md": ("pl", {"title": "Doradca", "description": "Kto słucha.", "template": "short.html"}),
        "bericht.md": (
            "pl",
            {
                "title": "Wiadomość",
                "description": "Kto słucha.",
                "template": "short-message.html",
                "when": "reach.write",
            },
        ),
    }
    assert pages["index.md"].path.name == "short.html" and pages["index.md"].anchors == frozenset()
    assert pages["index.md"].text == (
        '---\ntitle: "Doradca"\ndescription: "Kto słucha."\ntemplate: "short.html"\n---\n\n'
    )


def test_a_signpost_and_modules_have_pages_beside_it() -> None:
    pages = make_short_pages("pl", True, [a_module()], WORDS)
    assert [*pages] == ["index.md", "bericht.md", "wegwijzer.md", "training-role.md"]
    assert [page.meta["template"] for page in pages.values()] == [
        "short.html",
        "short-message.html",
        "short-signpost.html",
        "short-module.html",
    ]
    assert {page.meta["template"] for page in pages.values()} == {*SHORT_PAGES}
    assert pages["wegwijzer.md"].meta["title"] == "Drogowskaz"
    module = pages["training-role.md"]
    assert module.body == "::: quiz role\n" and module.text.endswith("---\n\n::: quiz role\n")
    assert (module.meta["module"], module.meta["when"]) == ("role", "module.role")


def test_texts_with_a_mistake_leave_a_page_without_words() -> None:
    assert make_short_pages("pl", False, [], {})["index.md"].meta == {
        "title": "",
        "description": "",
        "template": "short.html",
    }


THERE = (
    '<a class="a" href="[[ site.fuller.root ]]{0}" hreflang="[[ site.fuller.code ]]" data-b>'
    'Czytaj (<span lang="[[ site.fuller.code ]]">[[ site.fuller.name ]]</span>)</a>'
)


@pytest.mark.parametrize(
    ("level", "page", "leads"),
    [
        ("card", "wegwijzer.html#q", '<a class="a" href="wegwijzer.html#q" data-b>Czytaj</a>'),
        ("card", "wie.html", '<a class="a" href="index.html#hero-title" data-b>Czytaj</a>'),
        ("card", "hulp.html#nu", '<a class="a" href="index.html#hulp" data-b>Czytaj</a>'),
        ("card", "vertrouwelijk.html", '<a class="a" href="index.html#geheim" data-b>Czytaj</a>'),
        ("card", "gesprek.html", THERE.format("gesprek.html")),
        ("essential", "gesprek.html", '<a class="a" href="index.html#gesprek" data-b>Czytaj</a>'),
        ("essential", "privacy.html", '<a class="a" href="index.html#privacy" data-b>Czytaj</a>'),
        ("essential", "wie.html", '<a class="a" href="index.html#hero-title" data-b>Czytaj</a>'),
        ("essential", "hulp.html", '<a class="a" href="index.html#hulp" data-b>Czytaj</a>'),
        ("essential", "vertrouwelijk.html", '<a class="a" href="index.html#geheim" data-b>Czytaj</a>'),
        ("essential", "andere-kant.html#nu", THERE.format("andere-kant.html#nu")),
        ("card", "https://een.example/a.html", '<a class="a" href="https://een.example/a.html" data-b>Czytaj</a>'),
    ],
)
def test_a_link_leads_to_what_is_here_or_says_its_language(level: str, page: str, leads: str) -> None:
    html = f'<p><a class="a" href="{page}" data-b>Czytaj</a></p>'
    assert lead_elsewhere(html, ["index.md", "wegwijzer.md"], level) == f"<p>{leads}</p>"  # type: ignore[arg-type]
