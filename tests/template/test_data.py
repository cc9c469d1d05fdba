"""What the data files say: read and held to their rules, each mistake at its place, and told in one language."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from support import REPOSITORY

from voorlichter.languages import shipped
from voorlichter.problems import Problem
from voorlichter.slots.types import Mail, Tel, Url
from voorlichter.template.data import (
    Data,
    DoorData,
    HelpData,
    LawData,
    TopicData,
    check_age,
    check_data,
    check_texts,
    count_unchecked,
    in_one_language,
    wrapped,
)
from voorlichter.text import Text
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource, read_yaml

Checked = tuple[Path, Data, list[Problem]]

SAID = {"nl": "tekst", "en": "text"}
TOPICS = """
- {id: noise, inside: yes, title: {nl: Lawaai, en: Noise}, text: {nl: Lawaai., en: Noise.}, also: [nobody]}
- {id: wages, inside: no, title: {nl: Loon, en: Pay}, text: {nl: Loon., en: Pay.}}
- {id: money, inside: yes, scope: integrity, title: {nl: Geld, en: Money}, text: {nl: Geld., en: Money.}}
- {id: bullying, inside: grey, title: {nl: Uren, en: Hours}, text: {nl: Uren., en: Hours.}, doors: [hr, rung, nowhere]}
"""
DOORS = "hr: {name: {nl: HR, en: HR}}\n"
LINE = "name: {nl: Lijn, en: Line}, text: {nl: Bel., en: Call.}, source: lijn.example"
HELPS = f"""
- {{id: rung, phone: 0800 01, dial: "080001", {LINE}}}
- {{id: written, {LINE}}}
- {{id: undialled, phone: 0800 01, {LINE}}}
- {{id: unphoned, dial: "080001", {LINE}}}
"""


def a_text(nl: str = SAID["nl"], en: str = SAID["en"]) -> Text:
    return Text.model_validate({"nl": nl, "en": en})


def read(text: str, name: str = "data.yml") -> YamlSource:
    return read_yaml(Path(name), text.encode())


def told(checked: Checked, *names: str) -> list[str]:
    """The errors in some files, in the order they are found."""
    folder, _, problems = checked
    files = {folder / f"data/{name}.yml" for name in names}
    return [one.render("en", folder) for one in problems if one.severity == "error" and one.mark.path in files]


def lay(folder: Path, **files: str) -> Checked:
    """A workspace with these data files of its own, checked."""
    (folder / "data/below").mkdir(parents=True)
    for name, text in files.items():
        (folder / "data" / f"{name.replace('__', '/')}.yml").write_text(text, encoding="utf-8")
    return (folder, *check_data(Workspace.at(folder)))


@pytest.fixture(scope="module")
def shipped_data() -> Data:
    found, problems = check_data(Workspace.at(REPOSITORY))
    assert problems == []
    return found


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return lay(tmp_path_factory.mktemp("own"), topics=TOPICS, doors=DOORS, help=HELPS)


@pytest.fixture(scope="module")
def mistaken(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return lay(
        tmp_path_factory.mktemp("mistaken"),
        topics=TOPICS,
        help="- {id: rung, dial: abc, url: http://lijn.example, urgent: maybe}\n",
        law="- {id: rule, url: http://wet.example}\n",
        strings_a="hello: {nl: Hoi, en: Hi}\n",
        strings_b="hello: {nl: Dag, en: Bye}\n",
        strings_c="hello: 1\n",
        other="hello: 1\n",
        below__strings="hello: 1\n",
    )


def test_topics_lead_to_doors_that_are_there_and_none_to_nobody(own: Checked) -> None:
    known = "hr, rung, written, undialled, unphoned"
    both = 'phone and dial belong together  write both: phone: "0800-0188" and dial: "08000188"'
    nobody = "nobody is shown the way for this  write for example: doors: [hr]"
    assert told(own, "topics", "help") == [
        f"data/topics.yml:2:100  noise.also  there is no door nobody  choose from: {known}",
        f"data/topics.yml:3:3  wages  {nobody}",
        f"data/topics.yml:4:3  money  {nobody}",
        f"data/topics.yml:5:111  bullying.doors  there is no door nowhere  choose from: {known}",
        f"data/help.yml:4:3  undialled  {both}",
        f"data/help.yml:5:3  unphoned  {both}",
    ]


def test_topics_that_a_list_of_its_own_leaves_out_are_remembered(own: Checked, shipped_data: Data) -> None:
    assert own[1].dropped == [topic.id for topic in shipped_data.topics if topic.id != "bullying"]
    assert shipped_data.dropped == []


def test_what_points_to_a_file_with_mistakes_is_not_judged(mistaken: Checked) -> None:
    assert told(mistaken, "topics") == []
    assert mistaken[1].unread == {"help", "law"} and not mistaken[1].help and not mistaken[1].law
    assert [topic.id for topic in mistaken[1].topics] == ["noise", "wages", "money", "bullying"]


def test_a_list_that_cannot_be_read_leaves_out_nothing(tmp_path: Path) -> None:
    _, data, _ = lay(tmp_path, topics="- {id: UPPER}\n")
    assert (data.dropped, data.unread) == ([], {"topics"})


def test_a_mistake_is_told_by_its_place_in_the_file(mistaken: Checked) -> None:
    def places(name: str) -> set[str]:
        return {line.split("  ")[1] for line in told(mistaken, name)}

    assert places("help") == {f"[0].{key}" for key in ("dial", "url", "urgent", "name", "text", "source")}
    assert places("law") == {f"[0].{key}" for key in ("url", "title", "text", "source")}


def test_a_text_stands_in_one_file_and_other_files_are_passed_over(mistaken: Checked) -> None:
    (twice,) = told(mistaken, "strings_a", "strings_b", "other", "below/strings")
    assert twice == (
        "data/strings_b.yml:1:1  hello  this text stands in another file of texts too  give one of the two another name"
    )
    assert mistaken[1].strings["hello"].to("en") == "Bye"
    assert {"strings_a", "strings_b"} < mistaken[1].sources.keys() and "other" not in mistaken[1].sources


def test_a_file_of_strings_with_a_mistake_leaves_the_others_their_meaning(mistaken: Checked) -> None:
    assert [line.split("  ")[1] for line in told(mistaken, "strings_c")] == ["hello"]
    assert not any(name.startswith("strings") for name in mistaken[1].unread)


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("- name: {nl: '{je|u} belt', en: you call}", []),
        ("- name: {nl: je belt, en: you call je}", [("[0].name.nl", 1, 14)]),
        ("- name: {nl: fijn, en: a <b>word</b>}", [("[0].name.en", 1, 24)]),
        ("- name: {nl: <b>je</b>, en: fine}", [("[0].name.nl", 1, 14), ("[0].name.nl", 1, 14)]),
        ("- {source: <b>je</b>, name: 3}", []),
    ],
)
def test_a_text_marks_its_form_of_address_and_holds_no_html(line: str, places: list[tuple[str, int, int]]) -> None:
    found = check_texts(wrapped(read(line)), shipped())
    assert [(problem.where, problem.mark.line, problem.mark.column) for problem in found] == places
    assert all(problem.message.en and problem.fix.en for problem in found)


def test_texts_of_a_file_that_is_no_yaml_are_not_judged() -> None:
    broken = read("name: {nl: je belt\n")
    assert broken.problems and check_texts(wrapped(broken), shipped()) == []


def test_a_topic_may_be_outside_unless_every_advisor_does_it() -> None:
    def outside(inside: str, scope: str | None = None) -> bool:
        topic = {"id": "noise", "inside": inside, "scope": scope, "title": a_text(), "text": a_text()}
        return TopicData.model_validate(topic).may_be_outside

    assert [outside("yes"), outside("grey"), outside("no"), outside("yes", "conduct")] == [False, True, True, True]


def test_a_door_is_called_by_its_title_where_it_has_one() -> None:
    name, title = a_text("{Je|Uw} chef", "Your manager"), a_text("Chef", "Manager")
    data = Data(doors={"chef": DoorData(name=name), "boss": DoorData(name=name, title=title)})
    said = {key: (door.nl, door.en) for key, door in data.called_doors.items()}
    assert said == {"chef": ("Je chef", "Your manager"), "boss": ("Chef", "Manager")}


def a_line(**more: Any) -> HelpData:
    return HelpData.model_validate({"id": "line", "name": a_text(), "text": a_text(), "source": "lijn.example", **more})


def a_law(**more: Any) -> LawData:
    return LawData.model_validate({"id": "law", "title": a_text(), "text": a_text(), "source": "wet", **more})


def test_a_help_line_has_the_ways_that_it_has() -> None:
    whole = a_line(phone="0800 01", dial="080001", url="https://www.lijn.example/bel/", email="bel@lijn.example")
    lines = [whole, a_line(id="bare"), a_line(id="undialled", phone="0800 01"), a_line(id="unphoned", dial="080001")]
    slots = Data(help=lines).help_lines("en")
    assert (whole.urgent, a_line(urgent="yes").urgent) == ("no", "yes")
    assert (slots["line"].name, slots["line"].phone) == ("text", Tel("0800 01", "tel:080001"))
    assert slots["line"].email == Mail("bel@lijn.example", "mailto:bel@lijn.example")
    assert slots["line"].url == Url("lijn.example/bel", "https://www.lijn.example/bel/")
    for bare in ("bare", "undialled", "unphoned"):
        assert (slots[bare].phone, slots[bare].email, slots[bare].url) == (None, None, None)


def test_models_are_told_as_plain_texts_in_one_language_and_form() -> None:
    law = a_law(text=a_text("{Je|U} mag", "You may"), checked=date(2026, 3, 1), told=["wet.md#kop"])
    plain = in_one_language({"laws": [law]}, "nl", "u")["laws"][0]
    assert (plain["text"], plain["title"], plain["state"]) == ("U mag", "tekst", None)
    assert (plain["checked"], plain["told"]) == ("2026-03-01", ["wet.md#kop"])
    assert in_one_language(law, "nl", "je")["text"] == "Je mag"
    assert in_one_language(law, "en", "je")["text"] == "You may"


def test_what_templates_get_is_in_one_language(shipped_data: Data) -> None:
    told = shipped_data.localised("nl", "u")
    assert set(told) == {"topics", "doors", "help", "law", "messages"}
    assert [topic["id"] for topic in told["topics"]] == [topic.id for topic in shipped_data.topics]
    assert told["doors"]["hr"]["name"] == "HR of personeelszaken"
    assert told["doors"]["manager"]["name"] == "Uw leidinggevende"
    assert {line["id"] for line in told["help"]} == {line.id for line in shipped_data.help}
    assert told["law"][0]["title"] == shipped_data.law[0].title.to("nl")
    assert told["messages"][0]["hello"] == ["Hallo ", ","]


def test_words_of_a_language_are_kept_in_both_forms() -> None:
    data = Data(strings={"hello": a_text("{Hoi|Hallo}", "Hi")})
    assert (data.words_in("nl"), data.words_in("en")) == ({"hello": "{Hoi|Hallo}"}, {"hello": "Hi"})
    assert data.words_in("nl") is data.words_in("nl")


def test_a_complete_language_has_our_strings_before_those_of_its_calendar() -> None:
    data = Data(strings={"hello": a_text("{Hoi|Hallo}", "Hi")})
    said, english = data.strings_in("nl", "u"), data.strings_in("en", "je")
    assert (said["hello"], english["hello"]) == ("Hallo", "Hi")
    assert (said["lang_en"], english["lang_nl"], said["lang_de"]) == ("Engels", "Dutch", "Duits")
    calendar = next(key for key, text in said.items() if "%(day)s" in text)
    assert "%(day)s\u00a0" in said[calendar] and "%(day)s " not in said[calendar]
    own = Data(strings={calendar: a_text("op de dag", "on the day")})
    assert own.strings_in("en", "je")[calendar] == "on the day"


def test_a_language_of_few_pages_has_its_calendar_and_names_of_languages_from_cldr() -> None:
    data = Data()
    code = "de"
    calendar = next(key for key, text in data.strings_in(code, "je").items() if "%(day)s" in text)
    hello = Text.model_validate({"nl": "Hoi", "en": "Hi", code: "Hallo"})
    data.strings = {calendar: hello, "hello": hello, "stale": hello}
    data.fallen = {code: ["stale"]}
    said = data.strings_in(code, "je")
    assert (said["hello"], said["stale"]) == ("Hallo", "Hi")
    assert "%(day)s" in said[calendar]
    assert (said["lang_nl"], said["lang_en"]) == ("Niederländisch", "Englisch")
    assert data.strings_in(code, "je")["lang_ar"] == "Arabisch"


def test_names_of_another_language_are_marked_in_a_text(shipped_data: Data) -> None:
    row = next(row for row in shipped_data.spoken_as if row.language == "nl")
    marked = shipped_data.mark_spoken("en", f"<p>Ask {row.words[0]} now.</p>")
    assert f'<span lang="nl">{row.words[0]}</span>' in marked
    assert shipped_data.mark_spoken("nl", f"<p>{row.words[0]}</p>") == f"<p>{row.words[0]}</p>"


def test_what_nobody_looked_at_for_a_year_is_told_with_its_source() -> None:
    laws = wrapped(
        read('- {id: aa, checked: "2025-11-01"}\n- {id: bb, checked: "2025-11-02"}\n- {id: cc}\n', "law.yml")
    )
    helps = wrapped(read('- id: dd\n- id: ee\n  checked: "2020-01-01"\n', "help.yml"))
    data = Data(
        law=[a_law(id="aa", checked="2025-11-01"), a_law(id="bb", checked="2025-11-02"), a_law(id="cc")],
        help=[a_line(id="dd"), a_line(id="ee", checked="2020-01-01")],
        sources={"law": laws, "help": helps},
    )
    assert [problem.render("en") for problem in check_age(data, date(2026, 11, 2))] == [
        "law.yml:1:21  aa.checked  note: last checked on 2025-11-01, more than a year ago  "
        'check the source (wet) and write: checked: "2026-11-02"',
        "help.yml:3:12  ee.checked  note: last checked on 2020-01-01, more than a year ago  "
        'check the source (lijn.example) and write: checked: "2026-11-02"',
    ]


def test_what_nobody_looked_at_is_counted_for_who_can_write_the_day() -> None:
    data = Data(
        law=[a_law(), a_law(id="bb"), a_law(id="cc", checked="2026-01-01")],
        help=[a_line()],
        sources={"law": read("- id: a", "ours/law.yml"), "help": read("- id: a", "theirs/help.yml")},
    )
    assert [count_unchecked(data, Path(folder)) for folder in ("ours", "theirs", "nobody's")] == [2, 1, 0]
    data.sources.pop("law")
    assert count_unchecked(data, Path("ours")) == 0


def test_words_that_connect_are_those_of_a_language_or_none(shipped_data: Data) -> None:
    (kind,) = [row for row in shipped_data.connecting if "omdat" in row.words("nl")]
    assert "because" in kind.words("en") and kind.words("xx") == []


def test_without_files_there_is_nothing_and_nothing_is_shared() -> None:
    bare, other = Data(), Data()
    for name in (
        "topics",
        "dropped",
        "doors",
        "help",
        "law",
        "messages",
        "strings",
        "connecting",
        "spoken_as",
        "fallen",
    ):
        assert not getattr(bare, name) and getattr(bare, name) is not getattr(other, name)
    assert bare == other and not bare.sources and not bare.unread
    assert {"nl", "en"} == {*bare.languages} < {*bare.offered}


BY_HAND = "voorlichter translate export --language {}, look at the text, and take it back with import"
WITH_HAND = "voorlichter translate export --language {}, kijk de tekst na, en neem hem terug met import"


def changed(found: Checked) -> list[str]:
    """What is told, with the usual advice, of texts whose Dutch has changed, in both languages."""
    folder, _, problems = found
    advice = {code: (WITH_HAND.format(code), BY_HAND.format(code)) for code in ("de", "pl")}
    return [
        f"{told.mark.path.relative_to(folder).as_posix()}  {told.where}: {told.message.nl} / {told.message.en}"
        for told in problems
        if "changed since" in told.message.en
        and told.severity == "warning"
        and (told.fix.nl, told.fix.en) == advice[told.mark.path.stem]
    ]


def lay_words(folder: Path, code: str, words: dict[str, Any], sources: dict[str, str], **files: str) -> Checked:
    (folder / "data/words/sources").mkdir(parents=True)
    for name, said in ((code, words), (f"sources/{code}", sources)):
        (folder / f"data/words/{name}.yml").write_text(json.dumps(said), encoding="utf-8")
    return lay(folder, **files)


THEN = "0" * 12


def test_a_text_whose_dutch_changed_is_told_and_falls_back_where_safety_hangs_on_it(
    shipped_data: Data, tmp_path: Path
) -> None:
    strings = {"hero_question": "A", "urgent_police": "B", "urgent_sexual": "C", "exit": "D"}
    exit_now = hashlib.sha256(shipped_data.strings["exit"].nl.encode()).hexdigest()[:12]
    found = lay_words(
        tmp_path,
        "de",
        {"strings": strings, "kit/poster": {"title": "E", "parts": {"danger": {"text": "F"}}}},
        {
            "strings.hero_question": THEN,
            "strings.urgent_police": THEN,
            "strings.exit": exit_now,
            "strings.skip": THEN,
            "kit:poster.title": THEN,
            "kit:poster.parts.danger.text": THEN,
        },
    )
    assert changed(found) == [
        f"data/words/de.yml  {text}: het Nederlands is veranderd na deze vertaling{nl} / "
        f"the Dutch has changed since this translation{en}"
        for text, nl, en in (
            ("strings.hero_question", "", ""),
            (
                "strings.urgent_police",
                "; tot iemand keek, staat hier Engels",
                "; English stands here until somebody looked",
            ),
            ("kit:poster.title", "", ""),
            (
                "kit:poster.parts.danger.text",
                "; tot iemand keek, wordt dit drukwerk in deze taal niet gemaakt",
                "; until somebody looked, this sheet is not made in this language",
            ),
        )
    ]
    assert found[1].fallen["de"] == ["urgent_police", "kit/poster"]
    assert [code for code, fallen in found[1].fallen.items() if fallen] == ["de"] and "nl" not in found[1].fallen


def test_a_page_with_a_text_that_changed_or_lacks_is_not_there(tmp_path: Path) -> None:
    words = {"signpost": {"ends": {"danger": {"title": "A", "text": "B"}}}}
    found = lay_words(tmp_path, "pl", words, {"signpost.ends.danger.title": THEN})
    assert changed(found) == [
        "data/words/pl.yml  signpost.ends.danger.title: het Nederlands is veranderd na deze vertaling; tot iemand "
        "keek, is deze pagina er niet in deze taal / the Dutch has changed since this translation; until somebody "
        "looked, this page is not there in this language"
    ]
    assert found[1].fallen["pl"][0] == "signpost" and {*found[1].fallen["pl"]} >= {"signpost", "quizzes/role"}


def test_our_words_for_a_text_of_somebodys_own_stand_in_english_and_nobody_is_told(tmp_path: Path) -> None:
    ours = read_yaml(REPOSITORY / "data/strings.yml", (REPOSITORY / "data/strings.yml").read_bytes()).data
    found = lay(tmp_path, strings=json.dumps(ours | {"hero_question": {"nl": "Nieuw?", "en": "New?"}}))
    assert changed(found) == []
    assert {code: fallen for code, fallen in found[1].fallen.items() if fallen} == dict.fromkeys(
        (code for code, row in found[1].offered.items() if row.level != "complete"), ["hero_question"]
    )
    assert found[1].strings_in("de", "je")["hero_question"] == "New?"


def test_first_messages_are_in_the_form_of_the_site(shipped_data: Data) -> None:
    said = {form: shipped_data.localised("nl", form)["messages"][0] for form in ("je", "u")}
    assert [said[form]["call"] for form in ("je", "u")] == ["kun je me bellen?", "kunt u me bellen?"]
    assert said["je"]["hello"] == ["Hoi ", ","]


def test_first_messages_of_its_own_are_held_to_the_languages_of_the_site(tmp_path: Path) -> None:
    message = dict.fromkeys(("name", "call", "meet", "morning", "afternoon", "evening"), "x")
    own = {"nl": message | {"hello": "Hoi %(name)s", "regards": "Groet %(name)s"}}
    assert told(lay(tmp_path, messages=json.dumps(own)), "messages") == [
        "data/messages.yml:1:1  en  is missing  write the message in this language too, under en:"
    ]


@pytest.mark.parametrize(
    ("key", "may_be"),
    [
        ("hr", True),
        ("h", False),
        ("a_2", True),
        ("2a", False),
        ("_a", False),
        ("hR", False),
        ("a-b", False),
        ("a" * 40, True),
        ("a" * 41, False),
    ],
)
def test_an_id_is_of_small_letters_digits_and_lines(key: str, may_be: bool) -> None:
    topic = {"id": key, "inside": "yes", "title": a_text(), "text": a_text()}
    if may_be:
        assert TopicData.model_validate(topic).id == key
    else:
        with pytest.raises(ValidationError):
            TopicData.model_validate(topic)
