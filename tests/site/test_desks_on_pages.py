"""What somebody reads and can tap on the pages of many made-up teams, read from the filled HTML."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import lxml.html
import pytest
from support import TODAY, template_of
from test_desks import desks_of, some_teams, subjects_of, team

from voorlichter.brand import plan_palette
from voorlichter.profile.model import Advisor, Profile
from voorlichter.site.context import plan_slots
from voorlichter.site.desks import Desk
from voorlichter.site.fill import Template
from voorlichter.site.media import Media
from voorlichter.site.pieces import join

Page = lxml.html.HtmlElement
MEDIA = Media(plan_palette("#0f5e5a"))


@pytest.fixture(scope="module")
def template(examples: Path) -> Template:
    return Template(template_of(examples))


@pytest.fixture(scope="module")
def teams() -> list[Profile]:
    """A fifth of those made up: some have a lead, some places, some equals."""
    found = list(some_teams())[::5]
    kinds = {(desk.lead is not None, bool(desk.places)) for desk in (desks_of(it).all for it in found)}
    assert kinds == {(True, False), (False, True), (False, False)}
    return found


def pages(template: Template, it: Profile, *names: str) -> list[Page]:
    slots = plan_slots(it, template.facts, MEDIA, date.fromisoformat(TODAY))
    answers = template.answers(slots)
    return [lxml.html.fromstring(join(template.pages[name][1], answers).decode()) for name in names]


def taps(page: Page, advisor: Advisor) -> int:
    """How many it takes to reach somebody: one for the button, one for each fold around it."""
    assert advisor.phone
    ways = page.xpath(f".//a[@href='{advisor.phone.href}']")
    return min(
        (1 + len(way.xpath("ancestor::details")) for way in ways if not way.xpath("ancestor-or-self::*[@hidden]")),
        default=99,
    )


def named_in(pieces: Iterable[Page], it: Profile) -> set[str]:
    text = " ".join(piece.text_content() for piece in pieces)
    return {advisor.id for advisor in it.advisors if advisor.id.title() in text}


def called_in(pieces: Iterable[Page], it: Profile) -> set[str]:
    addresses = {address for piece in pieces for address in piece.xpath(".//@href | @href")}
    return {advisor.id for advisor in it.advisors if advisor.phone and advisor.phone.href in addresses}


def ids(desk: Desk) -> set[str]:
    return {advisor.id for advisor in desk.advisors}


def test_everybody_is_two_taps_away_on_the_first_screen_and_whoever_leads_one(
    template: Template, teams: list[Profile]
) -> None:
    for it in teams:
        hero = pages(template, it, "index.html")[0].xpath("//*[starts-with(@class, 'hero ')]")[0]
        lead = desks_of(it).all.lead
        assert all(taps(hero, advisor) <= 2 for advisor in it.advisors)
        assert lead is None or taps(hero, lead) == 1


def test_a_fold_holds_the_people_of_its_place_and_no_others(template: Template, teams: list[Profile]) -> None:
    folds = 0
    for it in teams:
        desks = {desk.id: desk for desk in desks_of(it).each()}
        for page in pages(template, it, "index.html", "gesprek.html", "andere-kant.html"):
            for fold in page.xpath(
                "//details[@class='choice__place'] | //*[@class='contact-bar__choice']//div[@data-desk]"
            ):
                folds += 1
                desk = desks[fold.get("data-desk")]
                assert desk.place and fold.xpath("string(summary | p[@class='choice__ask'])") == desk.place.name
                called = called_in([fold], it)
                assert called == ids(desk) or (
                    desk.other
                    and called == {desk.other.id}
                    and fold.xpath("ancestor::*[@id='kies'] | preceding::h2[@class='contact__title'][1]")
                )
    assert folds > 500


def test_where_nobody_leads_no_sentence_bar_or_header_names_anybody(template: Template, teams: list[Profile]) -> None:
    for it in teams:
        lead = desks_of(it).all.lead
        home, page = pages(template, it, "index.html", "gesprek.html")
        short = [*home.xpath("//h1"), *page.xpath("//*[@data-contact-bar] | //header | //footer")]
        if lead:
            assert named_in(short, it) == {lead.id}
        else:
            (bar,) = page.xpath("//*[@data-contact-bar]")
            assert all(taps(bar, advisor) == 2 for advisor in it.advisors)
            for fold in bar.xpath("details/div"):
                fold.drop_tree()
            for skip in page.xpath("//header//a[contains(@class, 'md-skip')]"):
                skip.drop_tree()
            assert named_in(short, it) == called_in(short, it) == set()
            assert home.xpath("//*[@id='kies']")


def test_by_keyboard_whoever_leads_at_a_place_is_one_step_away_and_others_are_chosen_from(
    template: Template, teams: list[Profile]
) -> None:
    reached = 0
    for it in teams:
        desks = desks_of(it)
        (page,) = pages(template, it, "gesprek.html")
        links = page.xpath("//header//a[contains(@class, 'md-skip')]")
        for desk in [desks.all, *desks.all.places]:
            own = [
                link
                for link in links
                if link.get("href") != "index.html#kies" and link.get("data-desk", "all") == desk.id
            ]
            assert called_in(own, it) == ({desk.lead.id} if desk.lead else set())
            assert all(link.text_content().startswith(f"{desk.place.name}: ") for link in own if desk.place)
            reached += len(own) if desk.place else 0
        assert [link.get("href") == "index.html#kies" for link in links] == [False] * (len(links) - 1) + [
            not desks.all.lead
        ]
    assert reached > 20


def test_an_end_of_the_signpost_leads_to_somebody_whose_work_it_is(template: Template, teams: list[Profile]) -> None:
    for it in teams:
        desks = desks_of(it)
        (page,) = pages(template, it, "wegwijzer.html")
        for call in page.xpath("//*[contains(@class, 'signpost__call')]"):
            subject = call.get("data-subject")
            desk = desks.conduct if subject == "accused" else getattr(desks, subject)
            called = called_in([call], it)
            if desk.lead is None:
                assert not called
                target = call.xpath("string(a/@href)")
                assert target.startswith("andere-kant.html") or page.xpath(f"//*[@id='{target[1:]}']"), target
            else:
                assert called == {(desk.other or desk.lead).id if subject == "accused" else desk.lead.id}
        for block in page.xpath("//*[@class='contact']"):
            desk = getattr(desks, block.get("id").removeprefix("contact-"))
            assert called_in([block], it) == (
                {desk.lead.id} | ({desk.other.id} if desk.other else set()) if desk.lead else ids(desk)
            )


def test_whoever_is_accused_is_led_past_whoever_the_other_side_went_to(
    template: Template, teams: list[Profile]
) -> None:
    for it in teams:
        desk = desks_of(it).conduct
        (page,) = pages(template, it, "andere-kant.html")
        for support in page.xpath("//*[@class='contact']"):
            assert called_in([support], it) <= ids(desk)
        bar = page.xpath("//*[@data-contact-bar]")
        assert called_in(bar, it) == (
            {(desk.other or desk.lead).id} if desk.lead else called_in(page.xpath("//*[@class='contact']"), it)
        )
        if desk.lead is None and desk.advisors:
            assert called_in(page.xpath("//*[@id='kies']"), it) >= (
                {one.other.id if one.other else one.advisors[0].id for one in desk.places if one.advisors} or ids(desk)
            )


def test_whoever_does_a_part_of_the_work_is_introduced_with_it(template: Template, teams: list[Profile]) -> None:
    words = {"conduct": "voor ongewenst gedrag", "integrity": "voor integriteit"}
    for it in teams:
        (page,) = pages(template, it, "wie.html")
        whole = subjects_of(it, desks_of(it).all)
        for card in page.xpath("//*[@class='advisor-cards__one']"):
            advisor = next(one for one in it.advisors if one.id == card.get("data-advisor"))
            said = {
                part
                for part in words
                if words[part] in card.xpath("string(.//*[contains(@class, 'advisor-card__role')])")
            }
            assert said == (set() if whole <= set(advisor.scope) else set(advisor.scope))


def test_a_message_and_an_answer_of_the_search_choose_nobody_beforehand(template: Template) -> None:
    for it, leads in (
        (team({"id": "ans"}, {"id": "bo"}), False),
        (team({"id": "ans", "backup": "bo"}, {"id": "bo"}), True),
    ):
        (message,) = pages(template, it, "bericht.html")
        assert ("data-lead" in message.xpath("//*[@data-first-message]")[0].attrib) is leads
        assert (named_in(message.xpath("//*[@data-to]"), it) == {"ans"}) is leads
        found = template.fill(plan_slots(it, template.facts, MEDIA, date.fromisoformat(TODAY)))[
            "assets/search-data.js"
        ].decode()
        assert f'"lead": {str(leads).lower()}' in found
