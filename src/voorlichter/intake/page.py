"""The question list as a page for the client: filled in on any device, saved as a file, sent by nobody but its reader."""

from __future__ import annotations

from html import escape
from pathlib import Path

from voorlichter.intake.questions import IntakeQuestion, QuestionGroup, plan_questions
from voorlichter.one_page import escaped, render_one_page
from voorlichter.problems import Language, Say
from voorlichter.profile.vocabulary import Vocabulary

_TITLE = Say("Vragen voor de site van de vertrouwenspersoon", "Questions for the confidential advisor's site")
_LEAD = Say(
    "Met uw antwoorden maakt de vertrouwenspersoon de website voor uw organisatie. Vul in wat u weet; wat u niet weet, laat u open. U kunt tussendoor bewaren en later verdergaan.",
    "With your answers the confidential advisor makes the website for your organisation. Fill in what you know; leave open what you do not. You can save in between and go on later.",
)
_STAYS = Say(
    "Deze bladzijde verstuurt niets. Bewaar uw antwoorden als bestand, en stuur dat zelf naar de vertrouwenspersoon.",
    "This page sends nothing. Save your answers as a file, and send that to the confidential advisor yourself.",
)
_NEVER = Say(
    "Schrijf hier nooit iets over wie bij een vertrouwenspersoon kwam, of waarover. Daar vraagt deze lijst niet naar, en het hoort in geen enkel bestand van de site.",
    "Never write anything here about somebody who came to an advisor, or what about. This list does not ask for it, and it belongs in no file of the site.",
)
_NO_SCRIPT = Say(
    "Bewaren kan alleen met JavaScript aan. U kunt de vragen wel lezen en afdrukken.",
    "Saving needs JavaScript. You can read and print the questions.",
)
_NOT_YET = Say("Nog niet ingevuld", "Not filled in yet")
_YES_NO = {"true": Say("Ja", "Yes"), "false": Say("Nee", "No")}
_SAVE = Say("Bewaar mijn antwoorden", "Save my answers")
_OPEN = Say("Open eerder bewaarde antwoorden", "Open answers saved before")
_EXAMPLE = Say("Bijvoorbeeld:", "For example:")
_WORDS = {
    "count": Say("Antwoorden: %n", "Answers: %n"),
    "file": Say("antwoorden-", "answers-"),
    "nobody": Say("organisatie", "organisation"),
    "saved": Say(
        "Bewaard als %f, bij uw downloads. Stuur dat bestand naar de vertrouwenspersoon.",
        "Saved as %f, with your downloads. Send that file to the confidential advisor.",
    ),
    "opened": Say("%n antwoorden geopend. Ga verder waar u was.", "%n answers opened. Go on where you were."),
    "strange": Say(
        "In dit bestand staan geen antwoorden van deze vragenlijst. Kies het bestand dat u eerder bewaarde.",
        "This file holds no answers to this list. Choose the file that you saved before.",
    ),
}
_INPUTS = {"tel": "tel", "email": "email", "url": "url", "date": "date"}


def render_intake(language: Language, vocabulary: Vocabulary) -> str:
    """One file of HTML that asks for no other."""
    groups = "\n".join(
        _group(group, number, language) for number, group in enumerate(plan_questions(language, vocabulary), 1)
    )
    body = f"""<header>
<h1>{escaped(_TITLE, language)}</h1>
<p>{escaped(_LEAD, language)}</p>
<p>{escaped(_STAYS, language)}</p>
<p class="never">{escaped(_NEVER, language)}</p>
<noscript><p>{escaped(_NO_SCRIPT, language)}</p></noscript>
<p class="open"><button type="button" id="open">{escaped(_OPEN, language)}</button>
<input type="file" id="earlier" accept=".json,application/json" aria-label="{escaped(_OPEN, language)}" hidden></p>
</header>
<form autocomplete="off" novalidate>
<main>
{groups}
</main>
<div class="bar" role="region" aria-label="{escaped(_SAVE, language)}"><div>
<p><span id="count"></span> <span role="status"></span></p>
<button class="first" type="submit">{escaped(_SAVE, language)}</button>
</div></div>
</form>"""
    return render_one_page(
        language,
        _TITLE.to(language),
        Path(__file__).parent,
        _WORDS,
        body,
    )


def _group(group: QuestionGroup, number: int, language: Language) -> str:
    parts = []
    for title, questions in group.parts:
        inner = "\n".join(_question(question, language) for question in questions)
        parts.append(f"<details><summary>{escaped(title, language)}</summary>\n{inner}\n</details>" if title else inner)
    text = f"<p>{escaped(group.text, language)}</p>\n" if group.text.to(language) else ""
    inner = "\n".join(parts)
    heading = f'<h2 id="g{number}">{escaped(group.title, language)}</h2>'
    return f'<section aria-labelledby="g{number}">\n{heading}\n{text}{inner}\n</section>'


def _question(question: IntakeQuestion, language: Language) -> str:
    asks, why = escaped(question.asks, language), escaped(question.why, language)
    if question.example:
        why = f"{why} {escaped(_EXAMPLE, language)} {escape(question.example)}".strip()
    name = escape(question.key)
    told = f'<p class="why" id="w-{name}">{why}</p>\n' if why else ""
    described = f' aria-describedby="w-{name}"' if why else ""
    if question.kind == "choices":
        return f'<fieldset class="question"{described}>\n<legend>{asks}</legend>\n{told}{_ticks(question, name, language)}</fieldset>'
    label = f'<label for="{name}">{asks}</label>\n{told}'
    return f'<div class="question">\n{label}{_field(question, name, described, language)}\n</div>'


def _ticks(question: IntakeQuestion, name: str, language: Language) -> str:
    ticks = "\n".join(
        f'<label><input type="checkbox" name="{name}" value="{escape(value)}"> {escaped(said, language)}</label>'
        for value, said in question.options.items()
    )
    return f'<div class="options">\n{ticks}\n</div>\n'


def _field(question: IntakeQuestion, name: str, described: str, language: Language) -> str:
    given = f'id="{name}" name="{name}"{described}'
    if question.kind in ("choice", "yes_no"):
        options = "".join(
            f'<option value="{escape(value)}">{escaped(said, language)}</option>'
            for value, said in (question.options or _YES_NO).items()
        )
        return f'<select {given}><option value="">{escaped(_NOT_YET, language)}</option>{options}</select>'
    if question.kind == "lines":
        return f'<textarea {given} rows="4"></textarea>'
    if question.kind == "number":
        return f'<input {given} type="text" inputmode="numeric">'
    return f'<input {given} type="{_INPUTS.get(question.kind, "text")}">'
