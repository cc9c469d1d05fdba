"""What the law asks to be written down."""

from __future__ import annotations

from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.profile.called import names_of
from voorlichter.profile.view import ProfileView


def speak_up_officer_is_no_advisor(view: ProfileView) -> Iterator[Problem]:
    procedure = view.profile.speak_up_procedure
    if procedure is None:
        return
    officer = procedure.officer
    officers = names_of(officer)
    for advisor in view.profile.advisors:
        for key, same in (
            ("officer", _fold(advisor.name) in map(_fold, officers)),
            (
                "email",
                procedure.email is not None
                and advisor.email is not None
                and _fold(procedure.email) == _fold(advisor.email),
            ),
            (
                "phone",
                procedure.phone is not None
                and advisor.phone is not None
                and procedure.phone.href == advisor.phone.href,
            ),
        ):
            if same:
                yield view.problem(
                    ("speak_up_procedure", key),
                    Say(
                        f"dit is {advisor.name}, de vertrouwenspersoon; wie meldingen ontvangt, is iemand anders",
                        f"this is {advisor.name}, the advisor; whoever receives reports is somebody else",
                    ),
                    Say(
                        f"noem een onafhankelijke meldfunctionaris, of haal {key} weg",
                        f"name an independent officer, or remove {key}",
                    ),
                )


def a_speak_up_procedure_is_there(view: ProfileView) -> Iterator[Problem]:
    workforce = view.profile.organisation.workforce
    if workforce >= 50 and view.profile.speak_up_procedure is None:
        yield view.warning(
            ("organisation", "workforce"),
            Say(
                f"met {workforce} werkenden is een interne meldprocedure verplicht; de site noemt er geen",
                f"with {workforce} working persons a speak-up procedure is required; the site names none",
            ),
            Say(
                "schrijf bijvoorbeeld: speak_up_procedure: {officer: naam, email: adres}",
                "write for example: speak_up_procedure: {officer: name, email: address}",
            ),
        )


def a_public_body_has_a_statement(view: ProfileView) -> Iterator[Problem]:
    if view.profile.organisation.public_body and (
        view.profile.accessibility is None or view.profile.accessibility.statement_url is None
    ):
        yield view.warning(
            ("organisation", "public_body"),
            Say(
                "een overheid heeft een toegankelijkheidsverklaring; de site zegt nu dat zij er nog niet is",
                "a public body has an accessibility statement; the site now says that it is not there yet",
            ),
            Say(
                "schrijf bijvoorbeeld: accessibility: {status: C, statement_url: https://…}",
                "write for example: accessibility: {status: C, statement_url: https://…}",
            ),
        )


def a_high_status_has_an_audit(view: ProfileView) -> Iterator[Problem]:
    data = view.profile.accessibility
    if data and data.status in ("A", "B") and data.statement_url is None:
        yield view.warning(
            ("accessibility", "status"),
            Say(
                f"status {data.status} zonder verklaring met onderzoek; de status staat niet op de site",
                f"status {data.status} without a statement and audit; the status is not on the site",
            ),
            Say(
                "schrijf ook, bijvoorbeeld: statement_url: https://…",
                "write as well, for example: statement_url: https://…",
            ),
        )


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
