"""What there is to read aloud as a page: every sentence with a box to tick and its keys. The ticks are kept in memory alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path

from voorlichter.artefacts.changes.words import ChangeWords
from voorlichter.languages import Code, Languages
from voorlichter.model_problems.described import words_for
from voorlichter.one_page import escaped, render_one_page
from voorlichter.organisation import Organisation
from voorlichter.problems import Language, Say
from voorlichter.profile.called import name_in, shown_name
from voorlichter.profile.model import OrganisationSection, Profile
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.reading.keys import keys_of
from voorlichter.reading.plan import EVERYWHERE, Part
from voorlichter.reading.sentences import ReadSentence
from voorlichter.yaml_source import KeyPath

_TITLE = Say("Voorlezen: %s", "Read aloud: %s")
_LEAD = Say(
    "Lees elke zin hardop, liefst met iemand van de organisatie erbij. Klopt hij? Zet een vinkje. Klopt hij niet, verander dan wat ernaast staat in het profiel.",
    "Read every sentence aloud, with somebody of the organisation if you can. Is it right? Tick it. If it is not, change what stands beside it in the profile.",
)
_STAYS = Say(
    "De vinkjes worden nergens bewaard en zijn weg als u deze bladzijde sluit. Afdrukken kan wel.",
    "The ticks are kept nowhere and are gone when you close this page. You can print it.",
)
_ANYWHERE = Say("Op bijna elke pagina", "On nearly every page")
_SOMETIMES = Say("op sommige dagen", "on some days")
_NEXT = Say("Naar de eerste zonder vinkje", "To the first without a tick")
_HIDE = Say("Verberg wat een vinkje heeft", "Hide what is ticked")
_PROGRESS = Say("Gelezen", "Read")
_SIGN = Say("Gelezen en akkoord, naam en datum:", "Read and agreed, name and date:")
_WORDS = {
    "count": Say("%n van %m zinnen", "%n of %m sentences"),
    "ready": Say("Alles heeft een vinkje.", "Everything is ticked."),
}


def written_keys(sentence: ReadSentence, organisation: Organisation) -> list[KeyPath]:
    """The keys behind a sentence that stand in the profile; where none does, those that could."""
    source = organisation.source
    paths = list(
        dict.fromkeys(
            path for slot in (*sentence.values, *sentence.flags) for path in keys_of(slot, organisation.profile)
        )
    )
    return [path for path in paths if path in source.values or path in source.keys] or paths


def labels_in_words(organisation: Organisation, vocabulary: Vocabulary, language: Language) -> Callable[[KeyPath], str]:
    """What a key is called by whoever has never seen a profile: *Telefoon van Noor*."""
    profile = organisation.profile
    doors = {key: called.to(language) for key, called in (vocabulary.doors or {}).items()}
    words = ChangeWords(language, {}, {}, doors, {}, profile, profile, vocabulary.languages)

    def label(path: KeyPath) -> str:
        if len(path) == 1:
            return words_for(Profile.model_fields[str(path[0])], language)[0]
        if path == ("organisation", "locations"):
            return words_for(OrganisationSection.model_fields["locations"], language)[0]
        if path[0] == "advisors" and isinstance(path[1], int):
            if len(path) == 2:
                return shown_name(profile.advisors[path[1]])
            path = ("advisors", profile.advisors[path[1]].id, *path[2:])
        return words.label(tuple(map(str, path)))

    return label


def title_of(part: Part) -> str:
    """Of a page or an item of the kit, without the name of the site behind it."""
    return " ".join(sentence.text for sentence in part.title).split(" · ")[0]


def render_reading_page(
    plan: Iterable[Part],
    organisation: Organisation,
    language: Language,
    vocabulary: Vocabulary,
) -> str:
    """One file of HTML that asks for no other."""
    parts = list(plan)
    label = labels_in_words(organisation, vocabulary, language)
    codes = {part.language: vocabulary.languages[part.language] for part in parts}
    title = _TITLE.to(language) % name_in(organisation.profile.organisation.name, language)
    total = sum(len(part.sentences) for part in parts)
    body = f"""<main>
<h1>{escape(title)}</h1>
<p>{escaped(_LEAD, language)}</p>
<p>{escaped(_STAYS, language)}</p>
{"".join(_language(code, parts, organisation, language, label, codes) for code in codes)}
<p class="sign">{escaped(_SIGN, language)}</p>
</main>
<div class="bar" role="region" aria-label="{escaped(_PROGRESS, language)}"><div>
<div class="done"><span id="count"></span><progress max="{total}" value="0" aria-label="{escaped(_PROGRESS, language)}"></progress></div>
<label><input type="checkbox" id="hide"> {escaped(_HIDE, language)}</label>
<button type="button" id="next">{escaped(_NEXT, language)}</button>
</div></div>"""
    return render_one_page(
        language,
        title,
        Path(__file__).parent,
        _WORDS,
        body,
    )


def _language(
    code: Code,
    parts: Sequence[Part],
    organisation: Organisation,
    language: Language,
    label: Callable[[KeyPath], str],
    languages: Languages,
) -> str:
    heading = f'<h2 class="language">{escaped(languages[code].said, language)}</h2>\n' if len(languages) > 1 else ""
    return heading + "".join(
        _part(part, organisation, language, label, "h3" if heading else "h2")
        for part in parts
        if part.language == code and part.sentences
    )


def _part(
    part: Part, organisation: Organisation, language: Language, label: Callable[[KeyPath], str], heading: str
) -> str:
    title = escaped(_ANYWHERE, language) if part.name == EVERYWHERE else escape(title_of(part) or part.name)
    code = language if part.name == EVERYWHERE else part.language
    items = "".join(_sentence(sentence, part.language, organisation, language, label) for sentence in part.sentences)
    return f'<{heading} class="part" lang="{escape(code)}">{title}</{heading}>\n<ul>\n{items}</ul>\n'


def _sentence(
    sentence: ReadSentence,
    code: Code,
    organisation: Organisation,
    language: Language,
    label: Callable[[KeyPath], str],
) -> str:
    keys = [label(path) for path in written_keys(sentence, organisation)]
    told = ", ".join([*([_SOMETIMES.to(language)] if sentence.sometimes else []), *dict.fromkeys(keys)])
    beside = f'<span class="keys">{escape(told)}</span>' if told else ""
    return f'<li><label><input type="checkbox"> <span lang="{escape(code)}">{escape(sentence.text)}</span></label>{beside}</li>\n'
