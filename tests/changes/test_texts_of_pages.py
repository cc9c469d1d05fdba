"""Two versions of what everybody sees: on which pages a reader finds a difference, and which sentences, links, pictures and looks it is."""

from __future__ import annotations

from voorlichter.artefacts.changes.shown import Shown, Spot, find_differing, find_pages, told_once
from voorlichter.artefacts.changes.texts import TextChange, compare_texts

Files = dict[tuple[str, str], bytes]


def page(body: str, title: str = "Kop", head: str = "") -> bytes:
    return f"<html><head><title>{title} · Zee</title>{head}</head><body>{body}</body></html>".encode()


def shown(files: Files | None = None, titles: dict[str, str] | None = None, **pages: str | bytes) -> Shown:
    """Pages by language and name: `nl_wie`."""
    told = {
        (name.split("_")[0], f"{name.split('_')[1]}.html"): text if isinstance(text, bytes) else page(f"<p>{text}</p>")
        for name, text in pages.items()
    }
    return Shown(told, files or {}, titles or {}, {})


def spot(name: str, *languages: str, title: str = "Kop") -> Spot:
    return Spot(f"{name}.html", title, languages or ("nl",))


def test_a_page_that_is_the_same_differs_nowhere() -> None:
    same = shown(nl_index="Een.", en_index="One.")
    assert (compare_texts(same, same), find_pages(same, same)) == ([], [])


def test_a_sentence_that_is_another_is_told_with_its_page_in_each_language() -> None:
    was = shown(nl_index="Een. Twee.", nl_wie="Drie.", en_index="One.")
    now = shown(nl_index="Een. Anders.", nl_wie="Drie.", en_index="Other.")
    assert compare_texts(was, now) == [
        TextChange("text", ("Twee.",), ("Anders.",), (spot("index"),)),
        TextChange("text", ("One.",), ("Other.",), (spot("index", "en"),)),
    ]
    assert find_pages(was, now) == [spot("index", "nl", "en")]


def test_the_same_change_on_many_pages_is_one_and_names_each_page_once() -> None:
    was = shown(nl_index="Aap. Weg. Bok. Weg. Cel.", nl_wie="Weg.", en_wie="Weg.")
    now = shown(nl_index="Aap. Nu. Bok. Nu. Cel.", nl_wie="Nu.", en_wie="Nu.")
    assert compare_texts(was, now) == [
        TextChange("text", ("Weg.",), ("Nu.",), (spot("index"), spot("wie", "nl", "en")))
    ]


def test_a_page_that_came_or_went_is_told_by_its_title() -> None:
    was, now = shown(nl_index="Een.", nl_oud=page("x", "Oud")), shown(nl_index="Een.", nl_nieuw=page("x", "Nieuw"))
    assert compare_texts(was, now) == [
        TextChange("page", (), ("Nieuw",), (spot("nieuw", title="Nieuw"),)),
        TextChange("page", ("Oud",), (), (spot("oud", title="Oud"),)),
    ]
    assert find_pages(was, now) == [spot("nieuw", title="Nieuw"), spot("oud", title="Oud")]


def test_a_title_is_that_of_the_menu_and_else_of_the_page_and_else_its_name() -> None:
    now = shown(titles={"wie.html": "Wie er is"}, nl_wie="x", nl_hulp="x")
    assert [now.title(f"{name}.html") for name in ("wie", "hulp", "gone")] == ["Wie er is", "Kop", "gone.html"]
    assert now.page_names == ["wie.html", "hulp.html"]
    read = now.page(("nl", "wie.html"))
    assert read is not None and read.sentences == ("x",) and now.page(("en", "wie.html")) is None


def test_a_link_that_leads_away_is_told_where_no_sentence_changed() -> None:
    def linked(address: str, said: str = "Bel.") -> Shown:
        return shown(nl_index=f'<a href="{address}">{said}</a>')

    for was, now in (
        ("https://a.example", "https://b.example"),
        ("tel:+31200000001", "tel:+31200000002"),
        ("mailto:a@z.example", "mailto:b@z.example"),
        ("sms:1", "sms:2"),
    ):
        assert compare_texts(linked(was), linked(now)) == [TextChange("link", (was,), (now,), (spot("index"),))]
    assert compare_texts(linked("wie.html"), linked("hulp.html")) == [], "where it leads inside is the site's own"
    [both] = compare_texts(linked("tel:1"), linked("tel:2", "Bel nu."))
    assert both.kind == "text"


def test_a_picture_that_shows_something_else_is_told_whatever_its_name() -> None:
    def pictured(name: str, data: bytes, code: str = "nl") -> Shown:
        return shown({(code, name): data, (code, "media/other.jpg"): data * 2}, nl_index=f'<img src="{name}">Een.')

    [change] = compare_texts(pictured("media/a.jpg", b"1"), pictured("media/a.jpg", b"2"))
    assert change == TextChange("picture", (), (), (spot("index"),))
    assert compare_texts(pictured("media/a.jpg", b"1"), pictured("media/b.jpg", b"1")) == []
    assert find_pages(pictured("media/a.jpg", b"1"), pictured("media/a.jpg", b"2")) == [spot("index")]
    assert compare_texts(pictured("media/a.jpg", b"1", "en"), pictured("media/a.jpg", b"2", "en")) == [], "of no page"


def test_a_style_that_a_page_loads_is_told_as_its_look_and_no_other() -> None:
    def styled(data: bytes, name: str = "site.css", code: str = "nl") -> Shown:
        return shown({(code, name): data}, nl_index=page("Een.", head=f'<link href="{name}">'), nl_wie="Twee.")

    assert compare_texts(styled(b"1"), styled(b"2")) == [TextChange("look", (), (), (spot("index"),))]
    assert compare_texts(styled(b"1", "site.js"), styled(b"2", "site.js")) == []
    assert compare_texts(styled(b"1", code="en"), styled(b"2", code="en")) == []
    assert compare_texts(styled(b"1"), styled(b"1")) == []


def test_whole_pages_come_first_then_looks_pictures_texts_and_links() -> None:
    files: list[Files] = [{("nl", "a.css"): data, ("nl", "a.jpg"): data} for data in (b"1", b"2")]

    def version(number: int, **more: str) -> Shown:
        head = '<link href="a.css">'
        return shown(
            files[number],
            nl_index=page(f'<a href="tel:{number}">Bel.</a>'),
            nl_text=page(f"<p>Nummer {'ab'[number]}.</p>"),
            nl_picture=page('<img src="a.jpg">'),
            nl_look=page("<p>x</p>", head=head),
            **more,
        )

    assert [change.kind for change in compare_texts(version(0), version(1, nl_new="Nieuw."))] == [
        *("page", "look", "picture", "text", "link"),
    ]


def test_in_each_language_the_first_page_comes_first_and_that_for_a_wrong_address_last() -> None:
    names = ("nl_404", "nl_wie", "nl_index", "en_404", "en_wie", "en_index")
    was, now = (shown(**dict.fromkeys(names, said)) for said in ("Was.", "Is."))
    assert list(find_differing(was, now)) == [
        (code, f"{name}.html") for code in ("nl", "en") for name in ("index", "wie", "404")
    ]
    english_first = (shown(**dict.fromkeys(reversed(names), said)) for said in ("Was.", "Is."))
    assert [code for code, _ in find_differing(*english_first)] == ["en"] * 3 + ["nl"] * 3


def test_what_a_page_tells_its_scripts_alone_is_seen_by_nobody() -> None:
    def told(data: str, empty: str = "a") -> Shown:
        body = f'<p>Een.</p><script type="application/json" id="x">{data}</script><span data-x="{empty}" hidden></span>'
        return shown(nl_index=page(body))

    assert find_pages(told("1"), told("2")) == [] == find_pages(told("1"), told("1", "b"))
    assert find_pages(told("1"), shown(nl_index=page("<p>Twee.</p>"))) == [spot("index")]


def test_each_thing_is_told_once_with_its_languages_in_the_order_they_come() -> None:
    keys = [("nl", "a"), ("en", "b"), ("en", "a"), ("nl", "a")]
    assert list(told_once(keys, str.upper)) == [Spot("a", "A", ("nl", "en")), Spot("b", "B", ("en",))]
