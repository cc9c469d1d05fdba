"""Addresses as people copy them: which are taken, how they are shown, and what is said of the others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from voorlichter.model_problems import Refused
from voorlichter.profile.values.addresses import check_mail, check_origins, check_site_url, check_url
from voorlichter.slots.types import Mail, Url

Check = Callable[[object], object]


def refused(check: Check, written: object) -> Refused:
    with pytest.raises(Refused) as told:
        check(written)
    return told.value


@pytest.mark.parametrize(
    ("written", "shown", "href"),
    [
        ("https://zeester.example./a", "zeester.example/a", "https://zeester.example/a"),
        ("https://zeester.example/?q=één", "zeester.example", "https://zeester.example/?q=%C3%A9%C3%A9n"),
        ("https://zeester.example/a?b=c&d=e#f", "zeester.example/a", "https://zeester.example/a?b=c&d=e#f"),
        ("https://zeester.example/a/", "zeester.example/a/", "https://zeester.example/a/"),
        ("https://zeester.example/a+b,(c);d!e*$@", "zeester.example/a+b,(c);d!e*$@", None),
        ("https://zeester.example:65535", "zeester.example:65535", "https://zeester.example:65535"),
        ("https://zeester.example:1/a", "zeester.example:1/a", "https://zeester.example:1/a"),
        ("https://www.www.example", "www.example", "https://www.www.example"),
        ("https://mijn.www.example", "mijn.www.example", "https://mijn.www.example"),
        ("https://a.example", "a.example", "https://a.example"),
        (f"https://{'a' * 63}.example", f"{'a' * 63}.example", f"https://{'a' * 63}.example"),
        ("https://пример.example", "пример.example", "https://xn--e1afmkfd.example"),
        ("https://пример-7.example", "пример-7.example", None),
        ("https://漢字kana.example", "漢字kana.example", None),
        ("https://ster.пример", "ster.пример", None),
        ("https://\U00017000a.example", "\U00017000a.example", None),
    ],
)
def test_an_address_that_browsers_open_is_taken(written: str, shown: str, href: str | None) -> None:
    address = check_url(written)
    assert str(address) == shown
    assert href is None or address.href == href


@pytest.mark.parametrize(
    "written",
    [
        f"https://{'a' * 64}.example",
        "https://zee-.example",
        "https://zee.-ster.example",
        "https:///klachten",
        "https://:geheim@zeester.example",
        "https://sam@zeester.example",
        "https://xn--a.example",
        "https://zeester.example/<b>",
        "https://zeester.example/>",
        "https://zeester.example/'",
        "mailto:sam@zeester.example",
        "zeester",
        "-zee.example",
        "regeling.pdf/los",
        "REGELING.PDF",
        "regeling.docx",
        "foto.jpeg",
        "pagina.html",
        "lijst.md",
        "",
    ],
)
def test_what_is_no_address_is_said_to_be_none_and_nothing_is_guessed(written: str) -> None:
    told = refused(check_url, written)
    assert told.message.en == f"“{written}” is not a web address"
    assert (told.value, told.fix) == (None, None)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("zeester.example/regeling.pdf", "https://zeester.example/regeling.pdf"),
        ("zeester.example/één?a=b", "https://zeester.example/%C3%A9%C3%A9n?a=b"),
        ("ZEESTER.example", "https://zeester.example"),
        ("mijn-zee.example", "https://mijn-zee.example"),
        ("zee_ster.example", None),
    ],
)
def test_an_address_without_its_beginning_is_shown_with_it_where_that_can_be_opened(
    written: str, meant: str | None
) -> None:
    assert refused(check_url, written).value == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("http://zeester.example/a", "https://zeester.example/a"),
        ("http://zeester.example:8080", "https://zeester.example:8080"),
        ("http://sam@zeester.example/", None),
        ("http://zee_ster.example/", None),
    ],
)
def test_an_address_that_others_can_read_along_with_is_shown_as_one_that_they_cannot(
    written: str, meant: str | None
) -> None:
    told = refused(check_url, written)
    assert (told.message.en, told.value) == ("a web address begins with https:// here", meant)


@pytest.mark.parametrize("written", ["http://intranet/klachten", "https://intranet/klachten", "https://localhost"])
def test_an_address_inside_the_organisation_alone_is_told_with_whom_to_ask(written: str) -> None:
    told = refused(check_url, written)
    assert told.message.en.startswith("an address whose name has no dot")
    assert told.message.nl.startswith("een adres zonder punt")
    assert told.fix and told.fix.en.startswith("ask IT for the full address")


@pytest.mark.parametrize("port", ["0", "65536", "99999", "x"])
def test_a_port_that_cannot_be_is_told_to_be_one(port: str) -> None:
    told = refused(check_url, f"https://zeester.example:{port}")
    assert told.message.en.endswith("does not exist; a port is a number up to 65535")
    assert told.fix and told.fix.en.endswith("usually no port belongs in it")


@pytest.mark.parametrize(
    ("written", "ascii_host"),
    [
        ("https://paypаl.example", "xn--paypl-7ve.example"),
        ("https://www.аpple.example/a", "www.xn--pple-43d.example"),
    ],
)
def test_a_name_of_two_alphabets_is_told_with_what_it_really_says(written: str, ascii_host: str) -> None:
    told = refused(check_url, written)
    assert told.message.en.endswith(f"letters of two alphabets stand that look alike; it really says {ascii_host}")
    assert told.fix and told.fix.en == "type the address yourself, or ask whether it is right"


@pytest.mark.parametrize("written", ["https://zeester.example/a b", "zee ster.example", "https://zeester.example/a\nb"])
def test_a_space_is_told_before_anything_else(written: str) -> None:
    told = refused(check_url, written)
    assert told.message.en == f"there is a space in “{written}”"
    assert told.fix and f"(for example {''.join(written.split())}, or with %20" in told.fix.en


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("https://zeester.example/vp/a.htm", "https://zeester.example/vp"),
        ("https://zeester.example/vp/a.ASP", "https://zeester.example/vp"),
        ("https://zeester.example/vp.html/", "https://zeester.example/vp.html"),
        ("https://zeester.example/vp.htmlx", "https://zeester.example/vp.htmlx"),
        ("https://zeester.example/a.html/vp", "https://zeester.example/a.html/vp"),
        ("https://zeester.example//", "https://zeester.example"),
        ("https://zeester.example:8443/vp/index.php#x", "https://zeester.example:8443/vp"),
        ("https://zeester.example/vp/nl/?a=b", "https://zeester.example/vp/nl"),
    ],
)
def test_the_address_of_a_page_is_read_as_that_of_the_site(written: str, href: str) -> None:
    assert check_site_url(written).href == href


@pytest.mark.parametrize(
    ("written", "origins"),
    [
        ("https://zeester.example", ["https://zeester.example"]),
        ("https://Zeester.example/", ["https://zeester.example"]),
        ("https://zeester.example:443", ["https://zeester.example"]),
        ("https://zeester.example:8443", ["https://zeester.example:8443"]),
        ("https://a.example https://b.example", ["https://a.example", "https://b.example"]),
        ("https://a.example, https://b.example;https://c.example", [f"https://{one}.example" for one in "abc"]),
        ("  https://a.example\n  https://b.example\n", ["https://a.example", "https://b.example"]),
        (["https://b.example", "https://a.example"], ["https://b.example", "https://a.example"]),
        (["https://a.example", "https://a.example/", ""], ["https://a.example"]),
        ("https://éen.example", ["https://xn--en-9ia.example"]),
        ("", []),
        ([], []),
    ],
)
def test_who_may_show_the_card_is_named_once_by_how_the_address_begins(written: object, origins: list[str]) -> None:
    assert list(check_origins(written)) == origins


@pytest.mark.parametrize("more", ["/pad", "/pad/", "?a=b", "#noor", "/?a"])
def test_more_than_the_beginning_of_an_address_is_shown_without_the_rest(more: str) -> None:
    told = refused(check_origins, f"https://a.example https://zeester.example{more}")
    assert told.message.en == f"“https://zeester.example{more}” is more than how an address begins"
    assert told.value == "https://zeester.example"


@pytest.mark.parametrize(
    ("check", "read"),
    [
        (check_mail, Mail("noor@zeester.example", "mailto:noor@zeester.example")),
        (check_url, Url("zeester.example", "https://zeester.example")),
        (check_site_url, Url("zeester.example", "https://zeester.example")),
        (check_origins, ("https://zeester.example",)),
    ],
    ids=["mail", "url", "site", "origins"],
)
def test_what_was_read_already_stays_as_it_is(check: Check, read: object) -> None:
    assert check(read) is read


@pytest.mark.parametrize(
    ("check", "nl", "en"),
    [
        (check_mail, "dit e-mailadres", "this e-mail address"),
        (check_url, "dit webadres", "this web address"),
        (check_site_url, "dit webadres", "this web address"),
        (check_origins, "dit webadres", "this web address"),
    ],
    ids=["mail", "url", "site", "origins"],
)
def test_a_sign_in_an_address_that_nobody_sees_is_told_in_both_languages(check: Check, nl: str, en: str) -> None:
    told = refused(check, "https://zee\u200bster.example")
    assert told.message.nl == f"in {nl} staat een onzichtbaar teken (U+200B)"
    assert told.message.en == f"there is an invisible sign in {en} (U+200B)"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mailto:noor@zeester.example", "noor@zeester.example"),
        ("<noor@zeester.example>", "noor@zeester.example"),
        ("Noor: noor@zeester.example", "noor@zeester.example"),
        ('"noor@zeester.example"', "noor@zeester.example"),
        ("mail noor@zeester.example", "noor@zeester.example"),
        ("noor @zeester.example", "noor@zeester.example"),
        ("noor@ zeester.example", "noor@zeester.example"),
        ("voor- naam@zeester.example", "voor-naam@zeester.example"),
        ("noor@zees\nter.example", "noor@zeester.example"),
        ("Noor <NOOR@Zeester.EXAMPLE>", "NOOR@zeester.example"),
        ("noor@zeester", None),
        ("<noor@zeester>", None),
        ("noor", None),
        ("@zeester.example", None),
        ("noor@zee@ster.example", None),
        ("noor@zeester.example sam@zeester.example", None),
        ("noor@zeester.example sam@zeester", None),
        ("noor@zeester.example noor@zeester.example", None),
        ("noor of sam @zeester.example", "noorofsam@zeester.example"),
    ],
)
def test_an_address_for_mail_among_other_signs_is_shown_alone(written: str, meant: str | None) -> None:
    told = refused(check_mail, written)
    assert (told.message.en, told.value) == (f"“{written}” is not an e-mail address", meant)
    assert meant is None or str(check_mail(meant)) == meant


def test_an_address_for_mail_keeps_its_name_and_lowers_its_domain() -> None:
    address = check_mail("  Noor@Zeester.EXAMPLE ")
    assert (str(address), address.href) == ("Noor@zeester.example", "mailto:Noor@zeester.example")


def test_an_address_for_mail_may_be_one_of_an_example() -> None:
    assert [str(check_mail(f"noor@zeester.{end}")) for end in ("example", "test")] == [
        "noor@zeester.example",
        "noor@zeester.test",
    ]
