"""The values that come out of a profile's text. What is refused stands in golden/value."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from PIL import ImageColor
from pydantic import TypeAdapter, ValidationError

from voorlichter.model_problems import Refused
from voorlichter.model_problems.described import described, example_of, explained, words_for
from voorlichter.profile.fields import (
    SPOKEN,
    TO_FILL_IN,
    AppNumber,
    Day,
    Email,
    FileName,
    HexColor,
    Identifier,
    InternalNumber,
    Name,
    Origins,
    Phone,
    Prose,
    Sentence,
    SiteAddress,
    WebAddress,
    check_app_number,
    check_color,
    check_date,
    check_hours,
    check_identifier,
    check_internal_number,
    check_mail,
    check_phone,
    check_site_url,
    check_url,
    check_yes_no,
)
from voorlichter.profile.values import colours
from voorlichter.profile.values.telephone import costs_money
from voorlichter.slots.types import Tel


@pytest.mark.parametrize(
    ("written", "shown", "dialled"),
    [
        ("020 000 00 01", "020 000 00 01", "tel:+31200000001"),
        ("0200000001", "020 000 0001", "tel:+31200000001"),
        ("+31 20 000 00 01", "020 000 00 01", "tel:+31200000001"),
        ("0031 20 000 00 01", "020 000 00 01", "tel:+31200000001"),
        ("(020) 000-00.01", "020 000 00 01", "tel:+31200000001"),
        ("06 12345678", "06 12345678", "tel:+31612345678"),
        ("0800 0113", "0800 0113", "tel:08000113"),
        ("0900 8844", "0900 8844", "tel:09008844"),
        ("0906-0000", "0906 0000", "tel:09060000"),
        ("020 – 000 00 01", "020 000 00 01", "tel:+31200000001"),
        ("020/000 00 01", "020 000 00 01", "tel:+31200000001"),
        ("020\u2011000\u00a000\u202f01", "020 000 00 01", "tel:+31200000001"),
        ("+31 (0)20 000 00 01", "020 000 00 01", "tel:+31200000001"),
        ("+31 6 12 34 56 78", "06 12 34 56 78", "tel:+31612345678"),
        ("0 2 0 0 0 0 0 0 0 1", "020 000 0001", "tel:+31200000001"),
        ("0200 000 001", "020 000 0001", "tel:+31200000001"),
        ("14 030", "14 030", "tel:14030"),
        ("14030", "14 030", "tel:14030"),
        ("140299", "14 0299", "tel:140299"),
        ("020 000 00 01 tst. 12", "020 000 00 01 tst. 12", "tel:+31200000001,12"),
        ("020 000 00 01, toestel 12", "020 000 00 01 toestel 12", "tel:+31200000001,12"),
        ("+31 20 000 00 01 ext 12", "020 000 00 01 ext. 12", "tel:+31200000001,12"),
        ("4321", "4321", "tel:4321"),
        ("+32 470 12 34 56", "+32 470 12 34 56", "tel:+32470123456"),
    ],
)
def test_a_number_is_shown_as_people_read_it_and_dialled_from_anywhere(written: str, shown: str, dialled: str) -> None:
    number = check_phone(written)
    assert (str(number), number.href) == (shown, dialled)


@pytest.mark.parametrize(
    "written",
    [
        "112",
        "1 1 2",
        "020 000",
        "123456",
        "022",
        "14 03",
        "020 000 00 01 tst.",
        "020 000 00 01 tst. 1234567",
        "020 000 00 01 of 020 000 00 02",
    ],
)
def test_what_nobody_can_be_reached_on_is_refused(written: str) -> None:
    with pytest.raises(Refused):
        check_phone(written)


@pytest.mark.parametrize(
    "written", ["14 030", "0800 0113", "0900 8844", "0906 0000", "4321", "020 000 00 01 tst. 12", "112"]
)
def test_an_app_knows_no_number_without_an_international_form(written: str) -> None:
    with pytest.raises(Refused):
        check_app_number(written)
    assert check_app_number("06 12 34 56 78").href == "tel:+31612345678"


def test_an_internal_number_may_be_short() -> None:
    assert check_internal_number("2222").href == "tel:2222"
    assert check_internal_number("020 000 00 01").href == "tel:+31200000001"
    with pytest.raises(Refused):
        check_internal_number("22")


@pytest.mark.parametrize(
    "written", ["112;ext=1", "020 000 00 01<script>", "tel:112", "020 000 00 01 (alleen ochtend)", "*21*0200000001#"]
)
def test_a_number_holds_nothing_but_a_number(written: str) -> None:
    with pytest.raises(Refused):
        check_phone(written)


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("noor@zeester.example", "mailto:noor@zeester.example"),
        ("noor+site@zeester.example", "mailto:noor+site@zeester.example"),
        ("noor?subject=hoi@zeester.example", "mailto:noor%3Fsubject%3Dhoi@zeester.example"),
        ("noor&bcc=x@zeester.example", "mailto:noor%26bcc%3Dx@zeester.example"),
    ],
)
def test_an_address_opens_an_empty_message_to_it_alone(written: str, href: str) -> None:
    address = check_mail(written)
    assert (str(address), address.href) == (written, href)


@pytest.mark.parametrize(
    "written",
    [
        "noor@zeester.example?subject=hoi",
        "noor@zeester.example,sam@zeester.example",
        "noor@zeester.example\nBcc: sam@zeester.example",
    ],
)
def test_an_address_is_one_address(written: str) -> None:
    with pytest.raises(Refused):
        check_mail(written)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://www.zeester.example/", "zeester.example"),
        ("https://zeester.example/a/b?c=d", "zeester.example/a/b"),
        ("  https://zeester.example  ", "zeester.example"),
        ("https://zeester.example:8443/a", "zeester.example:8443/a"),
    ],
)
def test_a_web_address_is_shown_short_and_kept_whole(written: str, shown: str) -> None:
    address = check_url(written)
    assert (str(address), address.href) == (shown, written.strip())


@pytest.mark.parametrize(
    ("written", "shown", "href"),
    [
        (
            "HTTPS://Intranet.Zeester.example/Klachten",
            "intranet.zeester.example/Klachten",
            "https://intranet.zeester.example/Klachten",
        ),
        ("https://zeester.example:443/a", "zeester.example/a", "https://zeester.example/a"),
        ("https://www.zéester.example/één", "zéester.example/één", "https://www.xn--zester-bva.example/%C3%A9%C3%A9n"),
        ("https://zeester.example/%20a%C3%A9", "zeester.example/%20a%C3%A9", "https://zeester.example/%20a%C3%A9"),
    ],
)
def test_a_web_address_is_spelled_as_everything_takes_it(written: str, shown: str, href: str) -> None:
    address = check_url(written)
    assert (str(address), address.href) == (shown, href)


@pytest.mark.parametrize(
    "written",
    [
        "/",
        "/index.html",
        "/index.HTML?x=1",
        "/#noor",
        "?utm_source=mail",
        "/wie.html#noor",
        "/index.php",
        "/Default.aspx",
        "",
    ],
)
def test_the_address_of_the_site_is_that_of_its_folder(written: str) -> None:
    assert check_site_url(f"https://www.zeester.example/vp{written}").href == "https://www.zeester.example/vp"
    assert check_site_url(f"https://vp.zeester.example{written}").href == "https://vp.zeester.example"


@pytest.mark.parametrize(
    "written",
    [
        "https://zeester.example:99999",
        "https://zeester.example:0",
        "https://zeester.example:x",
        "https://zee_ster.example",
        "https://-zee.example",
        "https://zee..example",
        "https://zeester.example/a b",
    ],
)
def test_an_address_that_nothing_opens_is_refused(written: str) -> None:
    with pytest.raises(Refused) as refused:
        check_url(written)
    assert refused.value.value is None


@pytest.mark.parametrize(
    ("check", "written", "meant"),
    [
        (check_url, "HTTP://zeester.example/a", "https://zeester.example/a"),
        (check_url, "http://intranet/a", None),
        (check_url, "zeester.example/a", "https://zeester.example/a"),
        (check_url, "www.zeester.example", "https://www.zeester.example"),
        (check_url, "regeling.pdf", None),
        (check_url, "https://zeester.example/klach\u200bten", "https://zeester.example/klachten"),
        (check_mail, "noor@zeester. example", "noor@zeester.example"),
        (check_mail, "noor@zee-\nster.example", "noor@zee-ster.example"),
        (check_mail, "Noor <noor@zeester.example>", "noor@zeester.example"),
        (check_mail, "noor@zeester.example;", "noor@zeester.example"),
        (check_mail, "noor@zeester.example, sam@zeester.example", None),
        (check_phone, "tel. 020 000 00 01", "020 000 00 01"),
        (check_phone, "٠٢٠ ٠٠٠ ٠٠ ٠١", "020 000 00 01"),
        (check_phone, "vraag de receptie", None),
        (check_date, "1 juni 2027", "2027-06-01"),
        (check_date, "dinsdag 1 juni 2027", "2027-06-01"),
        (check_date, "June 1st, 2027", "2027-06-01"),
        (check_date, "21-12-2026", "2026-12-21"),
        (check_date, "21/12/2026", "2026-12-21"),
        (check_date, "12/21/2026", "2026-12-21"),
        (check_date, "2026-2-30", None),
        (check_date, "juni 2027", None),
        (check_color, "rgb(11, 95, 165)", "#0b5fa5"),
        (check_color, "11,95,165", "#0b5fa5"),
        (check_color, "rgba(11 95 165 / 1)", "#0b5fa5"),
        (check_color, "rgb(300, 0, 0)", None),
        (check_color, "hsl(0, 100%, 50%)", "#ff0000"),
        (check_color, "#0B5FA5FF", "#0b5fa5"),
        (check_color, "0b5fa5", "#0b5fa5"),
        (check_color, "RAL 5005", None),
        (check_color, "cmyk(93%, 42%, 0%, 35%)", None),
    ],
)
def test_what_was_meant_is_shown_as_it_is_accepted_and_nothing_is_guessed(
    check: Callable[[object], object], written: str, meant: str | None
) -> None:
    with pytest.raises(Refused) as refused:
        check(written)
    assert refused.value.value == meant
    if meant:
        check(meant)


@pytest.mark.parametrize("name", ["rood", "Blue", "donkerblauw", "light green"])
def test_a_colour_by_its_name_is_shown_as_a_number(name: str) -> None:
    with pytest.raises(Refused) as refused:
        check_color(name)
    assert refused.value.fix and (line := re.match(r'write: color: "(#[0-9a-f]{6})" ', refused.value.fix.en))
    assert check_color(line[1]) == line[1]


def test_every_name_of_a_colour_has_a_number_that_a_screen_knows_and_english_names_are_those_of_css() -> None:
    of_css = {
        name.casefold(): "#{:02x}{:02x}{:02x}".format(*ImageColor.getrgb(name)[:3]) for name in ImageColor.colormap
    }
    for name, number in colours._NAMES.items():
        assert check_color(number) == number, name
        assert of_css.get(name, number) == number, name


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "//zeester.example",
        "https:zeester.example",
        "https://",
        'https://zeester.example/"onclick=',
        "https://a@b.example",
        "https://[::1",
        "ftp://zeester.example",
        "file:///etc/passwd",
        "https://zeester.example\\@elders.example",
    ],
)
def test_an_address_that_could_do_harm_is_refused(written: str) -> None:
    with pytest.raises(Refused):
        check_url(written)


def test_dates_and_hours_keep_what_they_say() -> None:
    assert check_date("2028-02-29") == date(2028, 2, 29)
    assert check_hours("09:00-12:30,13:30-17:00") == "09:00-12:30, 13:30-17:00"


@pytest.mark.parametrize(
    ("number", "costs"),
    [
        ("0900 8844", True),
        ("0906 0000", True),
        ("0909 0000", True),
        ("0800 0113", False),
        ("020 900 00 01", False),
        ("112", False),
    ],
)
def test_a_number_that_costs_money_is_known(number: str, costs: bool) -> None:
    assert costs_money(Tel(number, f"tel:{re.sub('[^0-9]', '', number)}")) is costs


def test_a_number_that_cannot_be_rung_is_told_as_it_was_written() -> None:
    with pytest.raises(Refused) as refused:
        check_phone("020 00 tst. 12")
    assert "“020 00 tst. 12” cannot be rung" in refused.value.message.en


def test_an_address_with_a_space_is_told_in_one_piece() -> None:
    with pytest.raises(Refused) as refused:
        check_url("https://zeester.example/een twee")
    assert refused.value.fix and "(for example https://zeester.example/eentwee," in refused.value.fix.en


@pytest.mark.parametrize(
    ("length", "shown"), [(59, "x" * 59), (60, "x" * 59 + "…"), (200, "x" * 59 + "…")], ids=["59", "60", "200"]
)
def test_what_is_no_colour_at_all_is_told_in_short_with_how_one_is_written(length: int, shown: str) -> None:
    with pytest.raises(Refused) as refused:
        check_color("x" * length)
    assert refused.value.message.en == f"“{shown}” is not a colour"
    assert refused.value.fix and refused.value.fix.en.startswith("write a # with six characters")


def test_a_colour_that_was_certainly_meant_is_the_line_to_write_and_needs_no_more() -> None:
    with pytest.raises(Refused) as refused:
        check_color("0b5fa5")
    assert (refused.value.value, refused.value.fix) == ("#0b5fa5", None)
    assert refused.value.message.en == "“0b5fa5” is not a colour with a # and six characters"


def test_a_key_of_a_new_file_is_explained_beside_it_and_has_an_example() -> None:
    info = described(1, nl=("Jaren", "Hoeveel jaar."), en=("Years", "How many years."), example="years: 3", ge=1, le=5)
    assert [words_for(info, language) for language in ("nl", "en")] == [
        ("Jaren", "Hoeveel jaar."),
        ("Years", "How many years."),
    ]
    assert explained("years: 3", info, "nl") == f"{'years: 3':44}  # Jaren. Hoeveel jaar."
    assert (example_of(info, "years"), example_of(info, "other")) == ("years: 3", "other: years: 3")
    assert info.get_default() == 1
    of_many = described([], nl=("a", "b"), en=("c", "d"), example="x: 1")
    assert of_many.get_default(call_default_factory=True) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("true", True),
        ("Ja", True),
        (" yes ", True),
        (True, True),
        ("false", False),
        ("nee", False),
        ("NO", False),
        ("misschien", "misschien"),
        (3, 3),
    ],
)
def test_yes_and_no_may_be_said_in_words(written: object, read: object) -> None:
    assert check_yes_no(written) == read


@pytest.mark.parametrize(
    ("written", "better"),
    [("Noor", "noor"), ("noor de wit", "noor-de-wit"), ("2-noor", "noor"), ("Zoë", "zoe"), ("a" * 41, "a" * 40)],
)
def test_an_identifier_that_is_none_is_shown_as_one(written: str, better: str) -> None:
    with pytest.raises(Refused) as refused:
        check_identifier(written)
    assert refused.value.value == better
    assert check_identifier(better) == better


@pytest.mark.parametrize(
    ("kind", "most"),
    [(Name, 120), (Sentence, 600), (Prose, 6000), (FileName, 200)],
    ids=["name", "sentence", "prose", "file"],
)
def test_a_text_has_its_limits(kind: object, most: int) -> None:
    adapter = TypeAdapter[str](kind)
    for length in (1, most):
        assert adapter.validate_python("x" * length) == "x" * length
    for length in (0, most + 1):
        with pytest.raises(ValidationError):
            adapter.validate_python("x" * length)


HTTPS = {"type": "string", "pattern": r"^\s*[Hh][Tt][Tt][Pp][Ss]://"}


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (Phone, {"type": ["string", "integer"]}),
        (InternalNumber, {"type": ["string", "integer"]}),
        (AppNumber, {"type": ["string", "integer"]}),
        (Email, {"type": "string", "format": "email"}),
        (WebAddress, HTTPS),
        (SiteAddress, HTTPS),
        (Origins, {"anyOf": [HTTPS, {"type": "array", "items": HTTPS}]}),
        (HexColor, {"type": "string", "pattern": "^#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})$"}),
        (Day, {"type": "string", "format": "date"}),
        (Name, {"type": "string", "minLength": 1, "maxLength": 120}),
        (Sentence, {"type": "string", "minLength": 1, "maxLength": 600}),
        (Prose, {"type": "string", "minLength": 1, "maxLength": 6000}),
        (FileName, {"type": "string", "minLength": 1, "maxLength": 200}),
        (Identifier, {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$"}),
    ],
    ids=[
        *("phone", "internal", "app", "mail", "page", "site", "origins", "color", "day"),
        *("name", "sentence", "prose", "file", "id"),
    ],
)
def test_an_editor_is_told_what_each_kind_of_value_looks_like(kind: object, schema: dict[str, object]) -> None:
    assert TypeAdapter[object](kind).json_schema() == schema


@pytest.mark.parametrize(
    ("kind", "nl", "en"), [(Name, "deze naam", "this name"), (FileName, "deze bestandsnaam", "this file name")]
)
def test_a_name_holds_no_sign_that_nobody_sees(kind: object, nl: str, en: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter[str](kind).validate_python("No\u200bor")
    told = refused.value.errors()[0]["ctx"]["error"]
    assert isinstance(told, Refused) and told.value == "Noor"
    assert told.message.nl == f"in {nl} staat een onzichtbaar teken (U+200B)"
    assert told.message.en == f"there is an invisible sign in {en} (U+200B)"


def test_what_is_no_name_to_refer_to_is_told_in_both_languages_with_how_one_is_made() -> None:
    with pytest.raises(Refused) as refused:
        check_identifier("Noor")
    assert refused.value.message.nl == (
        "“Noor” is geen kenmerk: dat begint met een kleine letter en heeft verder kleine letters, cijfers en streepjes"
    )
    assert refused.value.message.en == (
        "“Noor” is no id: that begins with a lower-case letter, followed by lower-case letters, digits and hyphens"
    )


def test_every_language_that_somebody_may_speak_is_known_by_its_code() -> None:
    assert " ".join(SPOKEN) == "nl en de fr es it pt pl ro bg tr ar ber uk ru fa ti so hi id zh fy pap srn dse"
    assert TO_FILL_IN == {"nl": "VUL IN", "en": "FILL IN"}
