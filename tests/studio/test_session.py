"""A session changes what a button means to change, in the file, and says what it understood."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from voorlichter.artefacts.training.formats import FORMATS
from voorlichter.studio import files
from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace

TODAY = date(2026, 11, 2)


@pytest.fixture
def session(workspace: Path) -> Session:
    return Session(Workspace.at(workspace), TODAY)


@pytest.fixture
def ask(session: Session) -> Callable[..., dict[str, Any]]:
    """A message to the session; what comes back without an answer is told as a failure."""

    def send(verb: str, **message: Any) -> dict[str, Any]:
        answer = session.handle({"verb": verb, **message})
        assert "refused" not in answer, answer
        return answer

    return send


def only(session: Session) -> str:
    return session.workspace.slugs()[0]


def written(session: Session, slug: str) -> str:
    return session.workspace.profile_path(slug).read_text(encoding="utf-8")


def test_a_name_alone_makes_a_profile_and_a_page_that_shows_it(ask: Any) -> None:
    made = ask("new", name="Stichting 't Anker & Zonen")
    assert made["slug"] == "stichting-t-anker-zonen"
    page = ask("page", slug=made["slug"])
    assert "Anker &amp; Zonen" in page["html"]
    assert 'class="studio-lacks"' in page["html"]


def test_a_name_that_is_taken_gets_a_slug_of_its_own(ask: Any) -> None:
    assert ask("new", name="De Toren")["slug"] == "de-toren"
    assert ask("new", name="De Toren")["slug"] == "de-toren-2"


@pytest.mark.parametrize(
    ("path", "typed", "kept"),
    [
        (["organisation", "workforce"], "ongeveer 200", "200"),
        (["organisation", "sector"], "zorg", "care"),
        (["brand", "color"], "rgb(1, 2, 3)", "#010203"),
        (["brand", "color"], "blauw", "#0000ff"),
        (["advisors", 0, "hours"], "ma-di 9-17", {"mon": "09:00-17:00", "tue": "09:00-17:00"}),
        (["review_by"], "1 juni 2027", "2027-06-01"),
    ],
)
def test_what_was_certainly_meant_takes_the_place_of_what_was_typed(
    session: Session, ask: Any, path: list[str | int], typed: str, kept: Any
) -> None:
    answer = ask("set", slug=only(session), path=path, value=typed, done=True)
    assert answer["understood"]["as"] == kept
    here = answer["data"]
    for part in path:
        here = here[part]
    assert here == kept


def test_what_is_typed_stays_as_it_is_while_somebody_types(session: Session, ask: Any) -> None:
    answer = ask("set", slug=only(session), path=["organisation", "workforce"], value="ongeveer 2")
    assert answer["data"]["organisation"]["workforce"] == "ongeveer 2"


def test_nothing_else_in_the_file_changes_and_undo_gives_the_same_bytes(session: Session, ask: Any) -> None:
    slug = only(session)
    path = session.workspace.profile_path(slug)
    text = f"# Van ons.\n{path.read_text(encoding='utf-8')}\n# Einde.\n"
    path.write_text(text, encoding="utf-8")
    ask("set", slug=slug, path=["organisation", "name"], value="Een andere naam")
    ask("set", slug=slug, path=["brand", "color"], value="#112233")
    assert written(session, slug).startswith("# Van ons.\n") and written(session, slug).endswith("# Einde.\n")
    ask("undo", slug=slug)
    ask("undo", slug=slug)
    assert written(session, slug) == text
    ask("redo", slug=slug)
    assert "Een andere naam" in written(session, slug)


def test_an_emptied_value_that_must_be_there_says_so_in_the_file(session: Session, ask: Any) -> None:
    answer = ask("set", slug=only(session), path=["organisation", "name"], value="", done=True)
    assert answer["data"]["organisation"]["name"] == "VUL IN"
    assert [problem["where"] for problem in answer["problems"] if problem["lacks"]] == ["organisation.name"]


def test_a_value_of_a_shared_advisor_changes_in_every_organisation(session: Session, ask: Any, workspace: Path) -> None:
    (workspace / "advisors").mkdir(exist_ok=True)
    (workspace / "advisors" / "noor.yml").write_text(
        'name: Noor Voorbeeld\nkind: external\nphone: "020 000 00 01"\n', encoding="utf-8"
    )
    slug = only(session)
    ask("set", slug=slug, path=["advisors"], value=[{"use": "noor"}])
    answer = ask("set", slug=slug, path=["advisors", 0, "phone"], value="020 000 00 09", done=True)
    assert "020 000 00 09" in (workspace / "advisors" / "noor.yml").read_text(encoding="utf-8")
    assert "phone" not in answer["data"]["advisors"][0]
    ask("set", slug=slug, path=["advisors", 0, "phone"], value="020 000 00 08", done=True, here=True)
    assert "020 000 00 08" in written(session, slug)


def test_a_file_that_changed_outside_is_read_again(session: Session, ask: Any) -> None:
    slug = only(session)
    ask("state", slug=slug)
    path = session.workspace.profile_path(slug)
    path.write_text(written(session, slug) + "maintained_by: Praktijk Luister\n", encoding="utf-8")
    assert ask("state", slug=slug)["data"]["maintained_by"] == "Praktijk Luister"


def test_a_file_that_cannot_be_read_is_shown_as_text_with_its_line(session: Session, ask: Any) -> None:
    slug = only(session)
    session.workspace.profile_path(slug).write_text("organisation:\n  name: [\n", encoding="utf-8")
    state = ask("state", slug=slug)
    assert not state["readable"] and state["problems"][0]["line"] >= 2
    assert ask("text", slug=slug)["text"] == "organisation:\n  name: [\n"


def test_a_preview_marks_each_value_with_its_key_and_runs_known_scripts_only(session: Session, ask: Any) -> None:
    html = ask("page", slug=only(session))["html"]
    assert 'data-studio-key="[&#34;advisors&#34;,0,&#34;phone&#34;]"' in html
    assert "\ufdd0" not in html and "\ufdd1" not in html
    assert "script-src 'sha256-" in html and "unsafe-eval" not in html
    assert 'src="assets/site.js"' not in html and 'href="assets/' not in html


def test_a_picture_stands_beside_the_profile_and_is_named_in_it(session: Session, ask: Any) -> None:
    slug = only(session)
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    answer = ask(
        "put", slug=slug, path=["brand", "logo"], name="Ons Logo (1).SVG", data=base64.b64encode(logo).decode()
    )
    assert answer["data"]["brand"]["logo"] == "ons-logo-1.svg"
    assert (session.workspace.profiles / slug / "ons-logo-1.svg").read_bytes() == logo


@pytest.mark.parametrize(
    "message",
    [
        {"verb": "state", "slug": "../../etc"},
        {"verb": "state", "slug": "nobody"},
        {"verb": "set", "slug": "x", "path": "name", "value": 1},
        {"verb": "eval"},
        {"verb": "whole", "what": "anything", "slug": "zeester", "sure": True},
        {"verb": "whole", "what": "rename", "slug": "zeester", "name": " ", "sure": True},
        {},
        {"verb": "text", "slug": "..", "advisor": "../profiles/x/profile"},
    ],
)
def test_a_message_that_means_nothing_is_refused_in_a_sentence(session: Session, message: dict[str, Any]) -> None:
    assert session.handle(message)["refused"]


def test_a_passage_in_their_own_words_is_in_the_preview_and_undo_leaves_no_trace(session: Session, ask: Any) -> None:
    slug = only(session)
    here = session.workspace.profiles / slug
    pages = ask("words", slug=slug, language="nl")["pages"]
    page = next(page for page in pages if page["name"] == "gedrag.md")
    passage = next(passage for passage in page["passages"] if passage["anchor"] == "pesten")
    assert passage["ours"] and "[[" not in passage["ours"] and "{" not in passage["ours"] and not passage["texts"]
    before = sorted(here.rglob("*"))
    ask("say", slug=slug, language="nl", page="gedrag.md", anchor="pesten", text="Bij ons heet dit treiteren.")
    assert "Bij ons heet dit treiteren." in ask("page", slug=slug, page="gedrag.html")["html"]
    ask("undo", slug=slug)
    assert sorted(here.rglob("*")) == before


def test_words_that_the_house_rules_refuse_are_told_and_not_written(session: Session, ask: Any) -> None:
    slug = only(session)
    told = ask("say", slug=slug, language="nl", page="gedrag.md", anchor="pesten", text="<b>Bel</b> [[ org.nope ]].")
    assert [problem["severity"] for problem in told["problems"]].count("error") >= 1
    assert not (session.workspace.profiles / slug / "texts").exists()


def test_a_text_that_must_stay_can_be_added_to_only(session: Session, ask: Any) -> None:
    slug = only(session)
    said = {"slug": slug, "language": "nl", "page": "vertrouwelijk.md"}
    pages = ask("words", slug=slug, language="nl")["pages"]
    page = next(page for page in pages if page["name"] == "vertrouwelijk.md")
    anchor = next(passage["anchor"] for passage in page["passages"] if passage["protected"])
    assert ask("say", **said, anchor=anchor, text="Alles blijft geheim.")["problems"]
    assert ask("say", **said, anchor=anchor, kind="after", text="Wij praten er rustig over.")["slug"] == slug


def test_a_page_of_their_own_is_on_that_site_alone(session: Session, ask: Any) -> None:
    slug = only(session)
    ask("own_page", slug=slug, language="nl", title="Ons verhaal", text="Wij werken hier al lang samen.")
    assert (session.workspace.profiles / slug / "docs" / "nl" / "ons-verhaal.md").is_file()
    assert "Ons verhaal" in {page["title"] for page in ask("pages", slug=slug, language="nl")["pages"]}


def test_all_organisations_are_told_with_what_asks_attention(session: Session, ask: Any) -> None:
    row = ask("clients")["rows"][0]
    assert row["slug"] == only(session) and row["errors"] == 0 and row["online"] == []


def test_an_organisation_that_stops_goes_only_when_she_is_sure_and_nothing_is_lost(session: Session, ask: Any) -> None:
    slug = only(session)
    text = written(session, slug)
    plan = ask("whole", what="stop", slug=slug)
    assert plan["forIt"] and not plan["done"] and slug in session.workspace.slugs()
    ask("whole", what="stop", slug=slug, sure=True)
    assert slug not in session.workspace.slugs()
    assert [path.read_text(encoding="utf-8") for path in session.workspace.root.rglob("profile.yml")] == [text]


def test_what_is_taken_along_is_what_the_commands_make(session: Session, ask: Any) -> None:
    slug = only(session)
    made = ask("make", slug=slug, what="site")
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(made["data"]))) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    page_for_it = packed.pop("voor-ict.html").decode()
    assert packed.pop("voor-intranet.html").startswith(b"<!doctype html>")
    settings = {name for name in packed if name.startswith("voor-ict/")}
    assert "voor-ict/nginx.conf" in settings
    packed = {name: data for name, data in packed.items() if name not in settings}
    built = session.workspace.root / "site" / slug
    assert packed == {
        f"{slug}/{path.relative_to(built).as_posix()}": path.read_bytes() for path in built.rglob("*") if path.is_file()
    }
    assert made["code"] == json.loads(packed[f"{slug}/manifest.json"])["code"] and made["code"] in page_for_it
    assert "invullen voor u dit doorstuurt" not in page_for_it and "<table>" in page_for_it


def test_all_that_there_is_goes_along_at_once_each_in_a_folder_of_its_own(session: Session, ask: Any) -> None:
    slug = only(session)
    made = ask("make", slug=slug, what="everything")
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(made["data"]))) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names if "/" in name} == {slug, "kit", "training", "voor-ict"}
    assert {name for name in names if "/" not in name} == {"voor-ict.html", "voor-intranet.html"}
    assert {f"{slug}/index.html", "kit/nl/poster-a4.pdf"} <= {*names}
    assert {name.split("/")[1] for name in names if name.startswith("training/")} == {*FORMATS}
    assert made["code"]


def test_a_sheet_tells_what_changed_since_the_site_was_handed_out(session: Session, ask: Any) -> None:
    slug = only(session)
    assert ask("changes", slug=slug)["since"] is None
    ask("make", slug=slug, what="site")
    ask("set", slug=slug, path=["advisors", 0, "phone"], value="020 000 00 07", done=True)
    told = ask("changes", slug=slug)
    assert [row["becomes"] for row in told["rows"]] == ["020 000 00 07"] and "020 000 00 07" in told["mail"]
    reach = ask("reach")["reach"]
    assert [one["slug"] for one in reach] == [slug] and reach[0]["pages"] > 10
    assert ask("make_all")["made"] == [f"{slug}-site.zip"]
    assert ask("make_all")["made"] == []


def test_the_workspace_goes_along_as_one_zip_and_is_laid_back(session: Session, ask: Any) -> None:
    slug = only(session)
    text, packed = written(session, slug), ask("pack")
    ask("set", slug=slug, path=["organisation", "name"], value="Een andere naam")
    assert ask("lay", data=packed["data"])["replaces"] == [f"profiles/{slug}/profile.yml"]
    assert "Een andere naam" in written(session, slug)
    ask("lay", data=packed["data"], sure=True)
    assert written(session, slug) == text
    ask("undo", slug=slug)
    assert "Een andere naam" in written(session, slug)


def test_a_page_that_keeps_the_files_itself_hears_only_of_those_that_changed(session: Session, ask: Any) -> None:
    slug = only(session)
    first = ask("files")["files"]
    known = {name: told["hash"] for name, told in first.items()}
    assert all("data" in told for told in first.values())
    ask("set", slug=slug, path=["organisation", "name"], value="Een andere naam")
    told = ask("files", known=known)["files"]
    assert [name for name in told if "data" in told[name]] == [f"profiles/{slug}/profile.yml"]


def test_another_like_it_begins_with_all_but_what_is_of_the_first(session: Session, ask: Any) -> None:
    made = ask("duplicate", slug=only(session), name="Zorggroep De Boei")
    assert made["slug"] == "zorggroep-de-boei" and made["data"]["organisation"]["name"] == "Zorggroep De Boei"
    assert "url" not in made["data"].get("publication", {})


def test_a_question_list_goes_out_and_its_answers_become_an_organisation(session: Session, ask: Any) -> None:
    page = base64.b64decode(ask("question_list")["data"]).decode()
    assert "<form" in page and "https://" not in page.split("</head>")[0]
    given = {"organisation.name": "Stichting De Boei", "organisation.workforce": "40"}
    saved = json.dumps({"voorlichter": "intake", "version": 1, "language": "nl", "answers": given})
    told = ask("answers", data=base64.b64encode(saved.encode()).decode())
    assert told["slug"] == "stichting-de-boei" and told["data"]["organisation"]["workforce"] == "40"
    strange = base64.b64encode(b"{}").decode()
    assert session.handle({"verb": "answers", "data": strange})["problems"]


def test_what_is_read_aloud_comes_as_one_page(session: Session, ask: Any) -> None:
    made = ask("reading_page", slug=only(session))
    assert 'type="checkbox"' in base64.b64decode(made["data"]).decode()


def test_an_advisor_is_written_once_and_used_by_many(session: Session, ask: Any, workspace: Path) -> None:
    slug = only(session)
    before = written(session, slug)
    ask("set", slug=slug, path=["advisors", 0, "name"], value="Noor Voorbeeld")
    whole = ask("set", slug=slug, path=["advisors", 0, "backup"], value="")["whole"]["advisors"][0]
    shared = ask("share", slug=slug, index=0)
    assert shared["data"]["advisors"][0]["use"] == "noor" and "phone" not in shared["data"]["advisors"][0]
    now = shared["whole"]["advisors"][0]
    assert {**now, "id": ""} == {**whole, "id": ""} and not [
        one for one in shared["problems"] if one["severity"] == "error"
    ]
    other = ask("new", name="De Boei")["slug"]
    assert (
        ask("set", slug=other, path=["advisors", 0], value={"use": "noor"})["whole"]["advisors"][0]["name"]
        == "Noor Voorbeeld"
    )
    assert before != written(session, slug)


def test_a_page_goes_where_nothing_leads_to_it_and_stays_with_the_reason_where_something_does(
    session: Session, ask: Any
) -> None:
    slug = only(session)
    told = ask("leave_out", slug=slug, page="gesprek.md", out=True)
    assert told["problems"] and not (session.workspace.profiles / slug / "left-out.yml").exists()


def test_what_is_checked_before_signing_includes_own_words(session: Session, ask: Any) -> None:
    slug = only(session)
    ask("say", slug=slug, language="nl", page="gedrag.md", anchor="pesten", text="Ga naar HR, die weet er alles van.")
    assert {problem["severity"] for problem in ask("look", slug=slug)["problems"]} <= {"warning", "error"}
    assert any("gedrag.md" in str(problem["path"]) for problem in ask("look", slug=slug)["problems"])


def test_a_key_that_is_new_in_a_shared_file_stands_where_the_model_has_it(
    session: Session, ask: Any, workspace: Path
) -> None:
    (workspace / "advisors").mkdir(exist_ok=True)
    shared = workspace / "advisors" / "noor.yml"
    shared.write_text(
        'name: Noor Voorbeeld\nkind: external\nphone: "020 000 00 01"\nlanguages: [nl]\n', encoding="utf-8"
    )
    slug = only(session)
    ask("set", slug=slug, path=["advisors"], value=[{"use": "noor"}])
    ask("set", slug=slug, path=["advisors", 0, "email"], value="noor@praktijk-luister.example")
    keys = [line.partition(":")[0] for line in shared.read_text(encoding="utf-8").splitlines()]
    assert keys == ["name", "kind", "phone", "email", "languages"]


@pytest.mark.parametrize("path, value", [("name", "De Boei"), ("email", "a@b.example")])
def test_where_the_program_fails_everything_stands_as_it_stood_and_can_be_taken_back(
    session: Session, ask: Any, monkeypatch: pytest.MonkeyPatch, path: str, value: str
) -> None:
    slug = ask("new", name="De Toren")["slug"]
    before, opened = written(session, slug), ask("set", slug=slug, path=["organisation", "name"], value="De Boe")
    typed = written(session, slug)
    message = {"verb": "set", "slug": slug, "path": ["organisation", path], "value": value}
    with monkeypatch.context() as broken:
        broken.setattr(type(session), "problem", lambda *_: {}[slug])
        with pytest.raises(KeyError):
            session.handle({"verb": "state", "slug": slug})
        failed = session.answer(message)
    assert failed["failed"] == "KeyError" and failed["refused"].endswith(": set, KeyError.")
    assert slug not in failed["refused"] and value not in failed["refused"]
    assert written(session, slug) == typed and ask("state", slug=slug)["undo"] == opened["undo"]
    assert session.answer(message)["data"]["organisation"][path] == value
    while ask("state", slug=slug)["undo"] != "De Toren begonnen":
        ask("undo", slug=slug)
    assert written(session, slug) == before


def test_of_several_files_all_are_written_or_none(session: Session, ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    slug = only(session)
    before = {path: path.read_bytes() for path in session.workspace.profiles.rglob("*") if path.is_file()}
    replaced = files.replace_file

    def full(path: Path, data: bytes) -> None:
        if path.name == "profile.yml":
            raise OSError("full")
        replaced(path, data)

    monkeypatch.setattr(files, "replace_file", full)
    assert session.answer({"verb": "begin_module", "slug": slug, "title": "Ons huis"})["failed"] == "OSError"
    assert before == {path: path.read_bytes() for path in session.workspace.profiles.rglob("*") if path.is_file()}


def test_what_fails_is_said_in_the_language_of_the_page_and_in_place_of_a_page(
    session: Session, ask: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, begins in (("nl", "Er ging iets mis"), ("en", "Something went wrong")):
        ask("start", language=language)
        answer = session.answer({"verb": "page", "slug": only(session), "at": "nonsense"})
        assert answer["refused"].startswith(begins) and answer["refused"].endswith(": page, ValueError.")
        assert answer["refused"] in answer["html"] and "studio-moment" in answer["html"]
    assert "Invalid isoformat" in capsys.readouterr().err
