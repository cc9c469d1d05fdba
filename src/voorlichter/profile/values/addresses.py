"""Web and e-mail addresses, and the address of the site itself: a folder, which ends on posters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from email_validator import EmailNotValidError, validate_email

from voorlichter.model_problems import Refused
from voorlichter.problems import Say
from voorlichter.profile.values.plain import plain_text
from voorlichter.slots.types import Mail, Url

_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_FILE = re.compile(r".*\.(?:pdf|docx?|odt|html?|md|txt|png|jpe?g|svg|webp|zip|ya?ml)", re.I)
_ALPHABETS = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}
_LOCAL_NAME = (
    Say(
        "een adres zonder punt in de naam opent alleen op sommige computers binnen de organisatie",
        "an address whose name has no dot opens only on some computers inside the organisation",
    ),
    Say(
        "vraag ICT om het volledige adres met https:// (bijvoorbeeld https://intranet.organisatie.example/klachten), of haal de regel weg",
        "ask IT for the full address with https:// (for example https://intranet.organisation.example/complaints), or remove the line",
    ),
)


def check_mail(value: object) -> Mail:
    """An address that can be mailed by its form; nothing is looked up."""
    if isinstance(value, Mail):
        return value
    return _mail(plain_text(value, "dit e-mailadres", "this e-mail address"))


@lru_cache(maxsize=4096)
def _mail(text: str) -> Mail:
    try:
        # test_environment lets .test and .example names through: examples use them on purpose.
        checked = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise Refused(
            Say(f"“{text}” is geen e-mailadres", f"“{text}” is not an e-mail address"), value=_meant_mail(text)
        ) from None
    # A ? or & before the @ would begin a subject or a body.
    return Mail(checked.normalized, f"mailto:{quote(checked.normalized, safe='@+')}")


def _meant_mail(text: str) -> str | None:
    """The one address in `Noor <noor@…>` or `mailto:noor@…`, or one that was wrapped."""
    inside = re.findall(r"[^\s<>,;:\"]+@[^\s<>,;:\"@]+\.[^\s<>,;:\"@]+", text)
    whole = "".join(text.split())
    for candidate in (*(inside if len(inside) == 1 and not re.search(r"\s@|@\s|-\s", text) else ()), whole):
        if candidate != text and text.count("@") == 1:
            try:
                return str(validate_email(candidate, check_deliverability=False, test_environment=True).normalized)
            except EmailNotValidError:
                continue
    return None


def check_url(value: object) -> Url:
    """A page elsewhere: an https address, without a name and password in it."""
    if isinstance(value, Url):
        return value
    text = plain_text(value, "dit webadres", "this web address")
    parts = _parts(text)
    host = parts.netloc.removeprefix("www.")
    return Url(host.encode().decode("idna") + (parts.path if len(parts.path) > 1 else ""), _spelled(parts))


def check_site_url(value: object) -> Url:
    """Where the site is published: the folder, also where somebody copied the address of a page in it."""
    if isinstance(value, Url):
        return value
    parts = _parts(plain_text(value, "dit webadres", "this web address"))
    path = re.sub(r"/[^/]*\.(?:html?|aspx?|php)$", "", parts.path, flags=re.I).rstrip("/")
    return check_url(urlunsplit((parts.scheme, parts.netloc, path, "", "")))


def check_origins(value: object) -> tuple[str, ...]:
    """How the addresses of other sites begin, one or several: each as a policy has it, scheme and host alone."""
    if isinstance(value, tuple):
        return value
    texts = value if isinstance(value, list) else re.split(r"[\s,;]+", str(value).strip())
    return tuple(dict.fromkeys(_origin(text) for text in texts if text))


def _origin(text: object) -> str:
    parts = _parts(plain_text(text, "dit webadres", "this web address"))
    origin = f"{parts.scheme}://{parts.netloc}"
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise Refused(
            Say(
                f"“{text}” is meer dan het begin van een adres",
                f"“{text}” is more than how an address begins",
            ),
            value=origin,
        )
    return origin


def _parts(text: str) -> SplitResult:
    """The parts of an address that can be opened, with its host in ASCII. Raises Refused with the address that was meant."""
    wrong = Say(f"“{text}” is geen webadres", f"“{text}” is not a web address")
    if re.search(r"\s", text):
        joined = re.sub(r"\s+", "", text)
        raise Refused(
            Say(f"in “{text}” staat een spatie", f"there is a space in “{text}”"),
            Say(
                f"schrijf het adres aan één stuk, zoals het in de browser staat (bijvoorbeeld {joined}, of met %20 waar de spatie hoort)",
                f"write the address in one piece, as the browser shows it (for example {joined}, or with %20 in the place of the space)",
            ),
        )
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
        if port == 0:
            raise ValueError("port")
    except ValueError as error:
        if "port" in str(error).lower():
            raise Refused(
                Say(
                    f"de poort in “{text}” bestaat niet; een poort is een getal tot 65535",
                    f"the port in “{text}” does not exist; a port is a number up to 65535",
                ),
                Say(
                    "schrijf het adres zoals het in de browser staat; meestal hoort er geen poort in",
                    "write the address as the browser shows it; usually no port belongs in it",
                ),
            ) from None
        raise Refused(wrong) from None
    if parts.scheme == "http":
        if "." not in host:
            raise Refused(*_LOCAL_NAME)
        raise Refused(
            Say("een webadres begint hier met https://", "a web address begins with https:// here"),
            value=_acceptable(f"https{text[4:]}"),
        )
    if parts.scheme != "https":
        bare = text.partition("/")[0]
        named = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/[^\s]*)?", text) and not _FILE.fullmatch(bare)
        raise Refused(wrong, value=_acceptable(f"https://{text}") if named else None)
    if not host or parts.username is not None or re.search(r"[<>\"'\\]", text):
        raise Refused(wrong)
    try:
        ascii_host = host.encode("idna").decode().lower()
    except UnicodeError:
        raise Refused(wrong) from None
    if "." not in ascii_host:
        raise Refused(*_LOCAL_NAME)
    if not all(_LABEL.fullmatch(label) for label in ascii_host.split(".")):
        raise Refused(wrong)
    try:
        shown = ascii_host.encode().decode("idna")
    except UnicodeError:
        raise Refused(wrong) from None
    if any(len(_ALPHABETS & _scripts_in(label)) > 1 for label in shown.split(".")):
        raise Refused(
            Say(
                f"in “{shown}” staan letters uit twee alfabetten die op elkaar lijken; eigenlijk staat er {ascii_host}",
                f"in “{shown}” letters of two alphabets stand that look alike; it really says {ascii_host}",
            ),
            Say(
                "typ het adres zelf, of vraag na of het klopt", "type the address yourself, or ask whether it is right"
            ),
        )
    return parts._replace(netloc=ascii_host + (f":{port}" if port not in (None, 443) else ""))


def _scripts_in(label: str) -> set[str]:
    return {unicodedata.name(sign, "").partition(" ")[0] for sign in label if sign.isalpha()}


def _acceptable(text: str) -> str | None:
    try:
        return check_url(text).href
    except Refused:
        return None


def _spelled(parts: SplitResult) -> str:
    """As every browser, code reader and checker takes it: other signs than ASCII by their code."""
    return quote(urlunsplit(parts), safe="%/:=&?~#+!$,;'@()*[]")
