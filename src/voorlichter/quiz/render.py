"""A module as HTML that works without JavaScript; the script shows it one question a screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from voorlichter.languages import Code
from voorlichter.pictures import Figure
from voorlichter.quiz.markup import Words, escape_text, open_tag, render_list
from voorlichter.quiz.model import Module
from voorlichter.quiz.parts import Question
from voorlichter.quiz.pictures import Figures, name_of
from voorlichter.quiz.script_data import plan_script_data
from voorlichter.quiz.types import modules_of_types
from voorlichter.slots.names import name_for

_TYPES = modules_of_types("html")
_OF_TYPES = [word for module in _TYPES.values() for word in getattr(module, "SCRIPT_SAYS", ())]
_SAID = (
    "count",
    "next",
    "done",
    *_OF_TYPES,
    "right",
    "wrong",
    "partly",
    "share",
    "over",
    "sum",
    "score",
    "lost",
    "unsent",
)
"""What the script says, as `data-…` of the form; the rest it finds in the kit."""
_MARK = '[% if training.pass_mark %]data-pass-mark="[[ training.pass_mark ]]"[% endif %]'


def render_module(
    module: Module,
    language: Code,
    strings: Mapping[str, str],
    titles: Mapping[str, str] | None = None,
    figures: Figures = MappingProxyType({}),
) -> str:
    """One form. `strings` are the interface's words in this language; `titles` those of pages and passages by address."""
    words = Words(language, strings, titles or {}, module.pass_mark is not None)
    title = f"quiz-title-{module.id}"
    flag = f"module.{name_for(module.id)}"
    # Where an organisation chose it, it may have a title of its own.
    called = f"[% if {flag} %][[ {flag}.title ]][% else %]{words.of(module.title)}[% endif %]"
    # A dialog's form sends nothing anywhere and leaves the address alone, also when Enter is pressed.
    attributes = {"class": "quiz", "aria-labelledby": title, "method": "dialog", "autocomplete": "off"}
    said = {f"data-{key}": words(key) for key in _SAID}
    if any(question.most_points for question in module.questions):
        said["data-sum"] += " " + words("well")
    return "\n".join([
        '<div class="quiz-frame">',
        f'<voorlichter-quiz data-module="{module.id}" {_MARK}>',
        f'<script type="application/json" class="quiz__data">{plan_script_data(module)}</script>',
        open_tag("form", attributes | said),
        f'<p class="quiz__title" id="{title}">{called}</p>',
        '<div role="status"><p class="quiz__progress" data-kit="progress"></p><p class="heard" data-kit="heard"></p></div>',
        '<progress value="0" data-kit="bar" aria-hidden="true" hidden></progress>',
        *(_render_question(question, words, figures.get(question.id)) for question in module.questions),
        _render_learned(module, words),
        _render_kit(words),
        f'<label class="quiz__paper"><input type="checkbox" class="quiz__print"> <span>{words("print")}</span></label>',
        "</form>",
        "</voorlichter-quiz>",
        "</div>",
    ])  # fmt: skip


def _render_learned(module: Module, words: Words) -> str:
    """Below the questions; the script brings it to the end, for who did something."""
    learned = render_list("ul", map(words.said, module.learned))
    said = f"<p>{words('learned')}</p>{learned}" if module.learned else ""
    return f'<div class="quiz__learned" data-kit="learned">{said}</div>'


def _render_kit(words: Words) -> str:
    """What only a script can make work; a browser without one leaves a template alone."""

    def button(name: str, look: str) -> str:
        kind = "submit" if name == "check" else "button"
        return f'<button type="{kind}" class="{look}" data-kit="{name}">{words(name)}</button>'

    return "\n".join([
        '<template class="quiz__kit">',
        '<p class="quiz__empty" id="quiz-empty" tabindex="-1" data-kit="empty"><a href="#quiz-empty" data-kit="gap"></a></p>',
        '<div class="quiz__result" id="quiz-result" role="group" aria-labelledby="quiz-result" tabindex="-1" data-kit="result"></div>',
        f'<div class="quiz__end" tabindex="-1" data-kit="end"><p class="quiz__title">{words("end")}</p><p data-kit="score"></p>'
        f'<p data-kit="passed">{words("passed")}</p><p data-kit="failed">{words("not_passed")}</p>'
        f'<div data-kit="reread"><p>{words("end_reread")}</p><ul data-kit="list"></ul></div><div class="quiz__after"></div></div>',
        f'<div data-kit="pad">{button("doubt", "quiz__doubt")}<div class="quiz__buttons">',
        *(button(name, f"md-button{' md-button--primary' if name in ('check', 'next') else ''}") for name in ("check", "next", "again", "back")),
        *(button(name, "link-button") for name in ("read", "skip")),
        '</div><div class="quiz__lost" data-kit="trouble"></div></div>',
        "</template>",
    ])  # fmt: skip


def _render_question(question: Question, words: Words, figure: Figure | None) -> str:
    kind = question.type.replace("-", "_")
    empty = f"empty_{kind}" if f"quiz_empty_{kind}" in words.strings else "empty"
    attributes = {
        "class": "quiz__question",
        "id": f"quiz-{question.id}",
        "data-type": question.type,
        "data-empty": words(empty),
        "tabindex": "-1",
    }
    html = "\n".join([
        open_tag("fieldset", attributes),
        # The style sheet counts: which questions a site has is known when it is filled.
        f'<legend><span class="quiz__count">{words("question")}</span> '
        f'<span class="quiz__ask">{words.of(question.ask)}</span> '
        f'<span class="quiz__hint">{words("hint_" + kind)}</span></legend>',
        *_render_picture(question, words, figure),
        *_TYPES[question.type].render(question, words),
        *_render_why(question, words),
        "</fieldset>",
    ])  # fmt: skip
    return f"[% if {question.when} %]{html}[% endif %]" if question.when else html


def _render_picture(question: Question, words: Words, figure: Figure | None) -> Iterable[str]:
    """Asked for with the page: one that came with its question would tell the server where somebody is."""
    if question.picture and figure:
        attributes = {
            "src": f"[[ site.shared ]]{name_of(question.id, figure)}",
            "alt": words.of(question.picture.alt),
            "width": str(figure.width),
            "height": str(figure.height),
        }
        yield open_tag("img", attributes)


def _render_why(question: Question, words: Words) -> Iterable[str]:
    why = getattr(question, "why", None)
    render_right = getattr(_TYPES[question.type], "render_right", None)
    right = render_right(question, words) if render_right else ""
    source = _render_source(question, words)
    if not (why or right):
        # After an answer the passage comes in place of an explanation; to what asks for none it belongs from the start.
        if source:
            yield f'<p class="quiz__why">{source}</p>' if question.longest_answer else f"<p>{source}</p>"
        return
    yield '<details class="quiz__why">'
    yield f"<summary>{words('why' if right else 'why_only')}</summary>"
    if right:
        yield f'<div class="quiz__answer"><strong>{words(question.answers_word)}</strong> {right}</div>'
    if why:
        yield f'<p class="quiz__explanation">{words.said(why)}</p>'
    if source:
        yield f"<p>{source}</p>"
    yield "</details>"


def _render_source(question: Question, words: Words) -> str:
    if not question.source:
        return ""
    page, _, passage = question.source.partition("#")
    address = page.removesuffix(".md") + ".html" + (f"#{passage}" if passage else "")
    title = words.titles.get(question.source) or words.titles.get(page)
    text = f"[# claims general topic #]{words('source')}: {escape_text(title)}" if title else words("source")
    return f'<a class="quiz__source" href="{address}">{text}</a>'
