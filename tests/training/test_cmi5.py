"""The cmi5 package: its course structure by a schema, and the unit launched by a strict learning system over TLS."""

from __future__ import annotations

import contextlib
import io
import json
import re
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from browser.chromium import FLAGS, find_shell
from browser.training import finish_right
from lxml import etree
from playwright.sync_api import Error as PlaywrightError
from support import TODAY, lay, run

from voorlichter.artefacts.training.formats.cmi5 import STRUCTURE, render, render_structure

from .cmi5_lms import Launch, System, learning_system
from .every_type import courses

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

RIGHT = ("self", "true", "much")
WRONG = ("boss", "false", "none")
QUESTIONS = ("one", "two", "three")
MARKED, UNMARKED = "zeester/index.html", "zeehond/index.html"
UNTOLD = "Het leersysteem is nu niet te bereiken."
TROUBLE = re.compile("Bewaren lukt nu niet|niet aangekomen")
NAMESPACE = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"


@pytest.fixture(scope="module")
def packages(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both organisations' packages, unpacked in a folder each."""
    folder = tmp_path_factory.mktemp("cmi5")
    answer = run("export", "-C", harbour, "--lang", "en", "--date", TODAY, "--format", "cmi5", "-o", folder / "packed")
    assert answer.code == 0, answer.err
    for slug in ("zeester", "zeehond"):
        with zipfile.ZipFile(folder / "packed" / f"{slug}-harbour-cmi5.zip") as package:
            lay(folder / slug, {name: package.read(name) for name in package.namelist()})
    return folder


@pytest.fixture
def system(packages: Path, tmp_path: Path) -> Iterator[System]:
    with learning_system(packages, tmp_path) as running:
        yield running
        assert [why for one in running.launches for why in one.wrong] == []


class Learner:
    """Somebody in a browser, whom the learning system sends to the unit."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page | None = None

    def open(self, launch: Launch, start: bool = True, keep: bool = True) -> Page:
        """`keep`: with the tick that lets the system keep the place; nobody has set it before the learner does."""
        page = self.page = self.context.new_page()
        page.goto(launch.address)
        if start and keep:
            page.get_by_label("Bewaar mijn plaats").check()
        if start:
            page.get_by_role("button", name="Start", exact=True).click()
            page.locator(".quiz__question:visible, .quiz__end:visible").first.wait_for()
        return page

    def start_anyway(self) -> Page:
        """Told before anything is shown that the system will not hear of it."""
        assert self.page
        self.page.get_by_text(UNTOLD).wait_for()
        assert not self.page.locator(".quiz__question").first.is_visible()
        self.page.get_by_role("button", name="Toch beginnen").click()
        self.page.locator(".quiz__question:visible").first.wait_for()
        return self.page

    def answer(self, question: str, part: str) -> None:
        assert self.page
        self.page.locator(f"#quiz-harbour-{question}_{part}").check()
        self.page.get_by_role("button", name="Controleer").click()

    def onwards(self) -> None:
        assert self.page
        self.page.get_by_role("button", name=re.compile("Volgende|Afronden")).click()

    def go_through(self, parts: tuple[str, ...]) -> None:
        for question, part in zip(QUESTIONS[-len(parts) :], parts, strict=True):
            self.answer(question, part)
            self.onwards()

    def leave(self) -> None:
        """To another page, as a closing tab ends this one."""
        assert self.page
        self.page.goto("about:blank")


@pytest.fixture(scope="module")
def trusting(chromium: Browser) -> Iterator[Browser]:
    """A Chromium that trusts any certificate, for what a page sends while it closes too."""
    browser = chromium.browser_type.launch(executable_path=find_shell(), args=[*FLAGS, "--ignore-certificate-errors"])
    yield browser
    browser.close()


@pytest.fixture
def learner(trusting: Browser) -> Iterator[Learner]:
    context = trusting.new_context()
    yield Learner(context)
    context.close()


def structure_of(package: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert "index.html" in archive.namelist()
        root = etree.fromstring(archive.read(STRUCTURE))
        assert root.findtext(f"{NAMESPACE}au/{NAMESPACE}url") in archive.namelist()
    etree.XMLSchema(file=Path(__file__).with_name("cmi5.xsd")).assertValid(root)
    return root


@pytest.mark.parametrize(
    ("slug", "move_on", "mastery"), [("vuurtoren", "Completed", None), ("ooverlaar", "CompletedAndPassed", "0.8")]
)
def test_every_structure_is_valid_and_has_a_mastery_score_only_with_a_pass_mark(
    examples: Path, slug: str, move_on: str, mastery: str | None
) -> None:
    seen = set()
    for course in courses(examples, slug):
        (package,) = render(course).values()
        unit = structure_of(package).find(f"{NAMESPACE}au")
        assert unit is not None
        assert (unit.get("moveOn"), unit.get("masteryScore"), unit.get("launchMethod")) == (
            move_on,
            mastery,
            "AnyWindow",
        )
        assert [one.get("lang") for one in unit.findall(f"{NAMESPACE}title/{NAMESPACE}langstring")] == ["nl", "en"]
        seen.add(unit.get("id"))
    assert len(seen) > 1


def test_a_structure_and_its_ids_are_the_same_each_time(examples: Path) -> None:
    first, again = (next(courses(examples)) for _ in range(2))
    assert render_structure(first) == render_structure(again)


@pytest.mark.parametrize("fault", [' moveOn="Done"', ' masteryScore="80"', ' launchMethod="Frame"'])
def test_the_schema_refuses_what_the_specification_does(examples: Path, fault: str) -> None:
    text = re.sub(
        r' (moveOn|masteryScore|launchMethod)="[^"]*"', "", render_structure(next(courses(examples))).decode()
    )
    wrong = etree.fromstring(text.replace("<au ", f"<au{fault} ").encode())
    assert not etree.XMLSchema(file=Path(__file__).with_name("cmi5.xsd")).validate(wrong)


@pytest.mark.browser
def test_nothing_is_told_before_start_and_then_that_it_began(learner: Learner, system: System) -> None:
    one = system.launch(MARKED, masteryScore=0.6)
    page = learner.open(one, start=False)
    page.get_by_role("button", name="Start", exact=True).wait_for()
    assert one.requests == []
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator(".quiz__question:visible").first.wait_for()
    assert one.verbs == ["initialized"]
    assert one.requests[0] == "POST fetch" and one.tokens_given == 1
    assert set(one.requests[1:4]) == {"GET LMS.LaunchData", "GET voorlichter", "GET agents/profile"}
    assert one.requests[4] == "POST statements"


@pytest.mark.browser
def test_a_learner_answers_leaves_goes_on_passes_and_looks_back(learner: Learner, system: System) -> None:
    one = system.launch(MARKED, masteryScore=0.6)
    learner.open(one)
    learner.answer("one", "self")
    learner.leave()
    assert one.waits_for("terminated") == ["initialized", "terminated"]

    two = system.launch(MARKED, one.registration, masteryScore=0.6)
    page = learner.open(two)
    assert page.locator("#quiz-harbour-one_self").is_checked()
    learner.onwards()
    learner.go_through(RIGHT[1:])
    assert two.waits_for("passed") == ["initialized", "completed", "passed"]
    kept_of(system, two)
    learner.leave()
    two.waits_for("terminated")
    passed = next(statement for statement in two.statements if statement["verb"]["id"].endswith("passed"))
    assert passed["result"]["score"] == {"scaled": 1, "raw": 100, "min": 0, "max": 100}

    three = system.launch(MARKED, one.registration, masteryScore=0.6)
    page = learner.open(three)
    page.get_by_text("Score: 100 procent").wait_for()
    learner.leave()
    assert three.waits_for("terminated") == ["initialized", "terminated"]
    assert not any(request.startswith("PUT") for request in three.requests)


@pytest.mark.proof
@pytest.mark.browser
def test_another_try_in_the_same_sitting_may_pass_and_then_nothing_failed(learner: Learner, system: System) -> None:
    one = system.launch(MARKED, masteryScore=0.6)
    page = learner.open(one)
    learner.go_through(WRONG)
    assert one.waits_for("completed") == ["initialized", "completed"]
    page.get_by_role("button", name="Opnieuw beginnen").click()
    learner.go_through(RIGHT)
    kept_of(system, one)
    learner.leave()
    assert one.waits_for("terminated") == ["initialized", "completed", "passed", "terminated"]


@pytest.mark.browser
def test_who_fails_is_told_of_once_when_the_page_closes_and_may_pass_the_next_time(
    learner: Learner, system: System
) -> None:
    one = system.launch(MARKED, masteryScore=0.6)
    learner.open(one)
    learner.go_through(WRONG)
    kept_of(system, one, "completed")
    learner.leave()
    assert one.waits_for("failed", "terminated") == ["initialized", "completed", "failed", "terminated"]
    # Who only looks at how it went has not failed again.
    two = system.launch(MARKED, one.registration, masteryScore=0.6)
    page = learner.open(two)
    learner.leave()
    assert two.waits_for("terminated") == ["initialized", "terminated"]
    three = system.launch(MARKED, one.registration, masteryScore=0.6)
    page = learner.open(three)
    page.get_by_role("button", name="Opnieuw beginnen").click()
    learner.go_through(RIGHT)
    kept_of(system, three)
    learner.leave()
    assert three.waits_for("terminated", "passed") == ["initialized", "passed", "terminated"]


@pytest.mark.browser
def test_the_verdict_follows_the_mark_of_the_system(learner: Learner, system: System) -> None:
    one = system.launch(MARKED, masteryScore=0.3)
    learner.open(one)
    learner.go_through((*RIGHT[:1], *WRONG[1:]))
    assert one.waits_for("passed") == ["initialized", "completed", "passed"]


@pytest.mark.browser
def test_without_a_pass_mark_it_is_completed_and_has_no_score(learner: Learner, system: System) -> None:
    one = system.launch(UNMARKED)
    learner.open(one)
    learner.go_through(WRONG)
    kept_of(system, one)
    learner.leave()
    assert one.waits_for("terminated") == ["initialized", "completed", "terminated"]
    assert not any("score" in statement.get("result", {}) for statement in one.statements)


@pytest.mark.sampled(2)
@pytest.mark.browser
@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_in_another_mode_it_is_only_begun_and_left(learner: Learner, system: System, mode: str) -> None:
    one = system.launch(MARKED, masteryScore=0.6, launchMode=mode)
    learner.open(one)
    learner.go_through(RIGHT)
    learner.leave()
    assert one.waits_for("terminated") == ["initialized", "terminated"]
    assert not any(request.startswith("PUT") for request in one.requests)


def kept_of(system: System, launch: Launch, word: str = "done") -> dict[str, Any]:
    """Our own document, once it says that the system acknowledged it."""
    until(lambda: f'"{word}":true'.encode() in system.states.get((launch.registration, "voorlichter"), b""))
    kept: dict[str, Any] = json.loads(system.states[launch.registration, "voorlichter"])
    return kept


def until(holds: Callable[[], bool]) -> None:
    """What a closing page sends arrives after it."""
    for _ in range(200):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")


@pytest.mark.browser
def test_no_answer_and_nothing_about_the_learner_is_told(learner: Learner, system: System) -> None:
    one = system.launch(MARKED, masteryScore=0.6)
    learner.open(one)
    learner.go_through(RIGHT)
    kept = kept_of(system, one)
    learner.leave()
    one.waits_for("terminated")
    told = str(one.statements)
    assert "harbour" not in told and "response" not in told and "interaction" not in told
    assert kept == {"text": kept["text"], "completed": True, "done": True, "owed": [], "judged": kept["text"]}
    assert re.fullmatch(r"1\.[0-9a-z.-]+", kept["text"])


@pytest.mark.browser
def test_a_place_is_kept_only_by_who_ticks_that(learner: Learner, system: System) -> None:
    one = system.launch(UNMARKED)
    learner.open(one, keep=False)
    learner.go_through(WRONG)
    assert kept_of(system, one) == {"text": "", "completed": True, "done": True, "owed": []}


@pytest.mark.browser
def test_the_way_back_that_the_system_names_is_offered(learner: Learner, system: System) -> None:
    one = system.launch(UNMARKED, returnURL=system.pages)
    page = learner.open(one)
    page.get_by_role("link", name="Terug naar het leersysteem").click()
    assert one.waits_for("terminated") == ["initialized", "terminated"]
    assert page.url == system.pages


@pytest.mark.sampled(3)
@pytest.mark.browser
@pytest.mark.parametrize("broken", ["fetch", "LMS.LaunchData", "statements"])
def test_a_system_that_refuses_the_start_is_told_of_and_the_training_goes_on(
    learner: Learner, system: System, broken: str
) -> None:
    system.down.add(broken)
    one = system.launch(MARKED, masteryScore=0.6)
    learner.open(one, start=False).get_by_role("button", name="Start", exact=True).click()
    page = learner.start_anyway()
    page.get_by_text(TROUBLE).first.wait_for()
    learner.go_through(RIGHT)
    page.get_by_text("Score: 100 procent").wait_for()
    learner.leave()
    assert one.verbs == []


@pytest.mark.proof
@pytest.mark.browser
def test_what_the_system_could_not_take_is_told_again_when_the_page_closes(learner: Learner, system: System) -> None:
    one = system.launch(MARKED, masteryScore=0.6)
    page = learner.open(one)
    system.down.update(("statements", "voorlichter"))
    learner.go_through(RIGHT)
    page.get_by_text(TROUBLE).first.wait_for()
    # The trouble may be the place that was not kept: begun, and refused the verdict.
    until(lambda: one.requests.count("POST statements") == 2)
    with system.lock:
        system.down.clear()
    learner.leave()
    assert one.waits_for("completed", "passed", "terminated") == ["initialized", "completed", "passed", "terminated"]


@pytest.mark.proof
@pytest.mark.browser
def test_what_the_system_never_took_is_told_at_the_next_launch(learner: Learner, system: System) -> None:
    one = system.launch(MARKED, masteryScore=0.6)
    page = learner.open(one)
    system.down.add("statements")
    learner.go_through(RIGHT)
    page.get_by_text(TROUBLE).first.wait_for()
    learner.leave()
    # Begun, finished in vain, and once more with the end.
    until(lambda: one.requests.count("POST statements") == 3)
    kept = json.loads(system.states[one.registration, "voorlichter"])
    assert not kept["completed"] and not kept["done"]
    system.down.clear()
    two = system.launch(MARKED, one.registration, masteryScore=0.6)
    learner.open(two)
    assert two.waits_for("completed", "passed") == ["initialized", "completed", "passed"]
    assert [one["id"] for one in two.statements[1:]] == [one["id"] for one in kept["owed"]]
    assert kept_of(system, two)["done"]


@pytest.mark.browser
def test_what_is_still_under_way_when_the_page_closes_is_told_once(learner: Learner, system: System) -> None:
    one = system.launch(MARKED, masteryScore=0.6)
    learner.open(one)
    system.late = True
    learner.go_through(RIGHT)
    learner.leave()
    # Two requests hold the verdict, and the system takes one: the end may be lost with the other.
    assert one.waits_for("completed", "passed")[:3] == ["initialized", "completed", "passed"]
    system.late = False
    two = system.launch(MARKED, one.registration, masteryScore=0.6)
    learner.open(two)
    assert kept_of(system, one)["done"]
    learner.leave()
    assert two.waits_for("terminated") == ["initialized", "terminated"]


@pytest.mark.browser
def test_an_acknowledgement_that_got_lost_leaves_nothing_told_twice(learner: Learner, system: System) -> None:
    one = system.launch(MARKED, masteryScore=0.6)
    page = learner.open(one)
    system.mute = True
    learner.go_through(RIGHT)
    page.get_by_text(TROUBLE).first.wait_for()
    assert one.verbs == ["initialized", "completed", "passed"]
    assert not json.loads(system.states[one.registration, "voorlichter"])["done"]
    system.mute = False
    two = system.launch(MARKED, one.registration, masteryScore=0.6)
    learner.open(two)
    assert kept_of(system, one)["done"]
    learner.leave()
    assert two.waits_for("terminated") == ["initialized", "terminated"]


@pytest.mark.browser
@pytest.mark.sampled(18)
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("end", ["at once", "half a second", "killed"])
def test_however_somebody_leaves_in_a_storm_the_pass_is_told_once(
    learner: Learner, system: System, seed: int, end: str
) -> None:
    system.storm = Random(seed)
    one = system.launch(MARKED, masteryScore=0.6)
    page = learner.open(one, start=False)
    page.get_by_label("Bewaar mijn plaats").check()
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator(".quiz__question:visible").first.or_(page.get_by_text(UNTOLD).filter(visible=True)).wait_for()
    if page.get_by_text(UNTOLD).is_visible():
        learner.start_anyway()
    finish_right(page)
    if end == "half a second":
        page.wait_for_timeout(500)
    if end == "killed":
        with contextlib.suppress(PlaywrightError):
            page.goto("chrome://crash")
        page.close()
    else:
        learner.leave()
    time.sleep(0.3)  # what a page sends as it goes is not under way yet
    until(lambda: not system.under_way)
    system.storm = None

    two = system.launch(MARKED, one.registration, masteryScore=0.6)
    finish_right(learner.open(two))
    assert kept_of(system, one)["owed"] == []
    told = Counter(one.verbs + two.verbs)
    assert (told["completed"], told["passed"], told["failed"]) == (1, 1, 0)


@pytest.mark.browser
def test_a_verdict_that_was_lost_with_the_end_is_given_at_the_next_launch(learner: Learner, system: System) -> None:
    one = system.launch(MARKED, masteryScore=0.6)
    page = learner.open(one)
    system.mute = True
    learner.go_through(WRONG)
    page.get_by_text(TROUBLE).first.wait_for()
    learner.leave()
    until(lambda: one.requests.count("POST statements") == 3)
    assert one.verbs == ["initialized", "completed"]
    system.mute = False
    two = system.launch(MARKED, one.registration, masteryScore=0.6)
    learner.open(two)
    kept_of(system, two, "completed")
    learner.leave()
    assert two.waits_for("failed", "terminated") == ["initialized", "failed", "terminated"]


@pytest.mark.browser
def test_a_token_is_asked_for_once_also_when_the_page_is_loaded_again(learner: Learner, system: System) -> None:
    one = system.launch(UNMARKED)
    page = learner.open(one)
    page.reload()
    page.get_by_role("button", name="Start", exact=True).click()
    learner.start_anyway()
    assert one.waits_for("terminated") == ["initialized", "terminated"]


@pytest.mark.browser
def test_a_package_that_no_system_launched_says_so_and_can_be_done(learner: Learner, system: System) -> None:
    page = learner.context.new_page()
    seen: list[Any] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(f"{system.pages}{UNMARKED}")
    learner.page = page
    learner.start_anyway()
    page.get_by_text(TROUBLE).first.wait_for()
    learner.go_through(WRONG)
    assert all(address.startswith(system.pages) for address in seen)


@pytest.mark.browser
def test_where_the_address_of_the_system_may_not_be_asked_one_hears_so_at_once(
    learner: Learner, system: System
) -> None:
    one = system.launch(UNMARKED)
    one.address = one.address.replace("endpoint=https", "endpoint=http")
    learner.open(one, start=False)
    learner.start_anyway()
    assert one.requests == []
