"""The training in a SCORM runtime, as a learner goes through it, and as a learning system lets it down."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from browser.watch import watched
from playwright.sync_api import Error as PlaywrightError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Frame, Page

pytestmark = pytest.mark.browser

EDITIONS = ("scorm12", "scorm2004")


def EVERY_EDITION(test: Callable[..., None]) -> Callable[..., None]:  # noqa: N802
    """In CI each test takes one of them, and both have their turn."""
    every: Callable[..., None] = pytest.mark.sampled(2)(pytest.mark.parametrize("edition", EDITIONS)(test))
    return every


RIGHT = ("self", "true", "much")
WRONG = ("boss", "false", "none")
QUESTIONS = ("one", "two", "three")

STATUS = {"scorm12": "lesson_status", "scorm2004": "completion_status"}
TIME = {"scorm12": r"\d\d:\d\d:\d\d", "scorm2004": r"PT(\d+H)?(\d+M)?(\d+S)?"}
PASSED = {
    "scorm12": {"lesson_status": "passed"},
    "scorm2004": {"completion_status": "completed", "success_status": "passed"},
}
BELOW = {
    ("scorm12", ""): {"lesson_status": "incomplete"},
    ("scorm12", "-failed"): {"lesson_status": "failed"},
    ("scorm2004", ""): {"completion_status": "incomplete", "success_status": "failed"},
    ("scorm2004", "-failed"): {"completion_status": "completed", "success_status": "failed"},
}
TROUBLE = "Bewaren lukt nu niet"


@dataclass
class Launch:
    """The learning system in one tab, and the training in its frame."""

    page: Page
    training: Frame | Page
    console: list[str] = field(default_factory=list)

    def start(self, keep: bool = True) -> Launch:
        """`keep`: with the tick that lets the system keep the place; nobody has set it before the learner does."""
        if keep:
            self.training.get_by_label("Bewaar mijn plaats").check()
        self.training.get_by_role("button", name="Start", exact=True).click()
        self.training.locator(".quiz__question:visible, .quiz__end:visible").first.wait_for()
        return self

    def answer(self, question: str, part: str) -> None:
        self.training.locator(f"#quiz-harbour-{question}_{part}").check()
        self.training.get_by_role("button", name="Controleer").click()

    def onwards(self) -> None:
        self.training.get_by_role("button", name=re.compile("Volgende|Afronden")).click()

    def go_through(self, parts: tuple[str, ...], questions: tuple[str, ...] = QUESTIONS) -> None:
        for question, part in zip(questions, parts, strict=True):
            self.answer(question, part)
            self.onwards()

    @property
    def calls(self) -> list[list[str]]:
        """Each call with its answer and the error code after it, those of a tab that is closed too."""
        found: list[list[str]] = self.page.evaluate("JSON.parse(localStorage.getItem('calls')) || []")
        return found

    @property
    def written(self) -> dict[str, str]:
        """The last value of each element."""
        return {call[1]: call[2] for call in self.calls if call[0] == "SetValue"}

    @property
    def known(self) -> dict[str, Any]:
        """What the system keeps of this learner."""
        known: dict[str, Any] = self.page.evaluate("known()")
        return known

    def keeps(self, expected: dict[str, str]) -> bool:
        return expected.items() <= self.known.items()


@contextmanager
def learner(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody with a browser of their own, whom the system knows by it."""
    context = browser.new_context(viewport={"width": 1100, "height": 1000})
    try:
        yield context
    finally:
        context.close()


def launch(context: BrowserContext, lms: str, package: str, **wishes: str) -> Launch:
    edition = "1.2" if "scorm12" in package else "2004"
    words = {"edition": edition, "page": f"{package}/index.html", **wishes}
    page = context.new_page()
    console: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    page.goto(f"{lms}index.html?" + "&".join(f"{key}={value}" for key, value in words.items()))
    if wishes.get("window"):
        with page.expect_popup() as opened:
            page.evaluate("window.opened = open(new URLSearchParams(location.search).get('page'))")
        return Launch(page, opened.value, console)
    training = page.frame("training")
    assert training is not None
    return Launch(page, training, console)


def codes(calls: list[list[str]]) -> set[tuple[str, str]]:
    """Calls that the system did not take; one that asks for the code itself is none."""
    return {(" ".join(call[:-2]), call[-1]) for call in calls if call[-1] != "0"}


@EVERY_EDITION
def test_the_system_hears_nothing_before_start_and_then_that_it_is_not_finished(
    chromium: Browser, lms: str, edition: str
) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, f"zeester-{edition}")
        one.training.get_by_role("button", name="Start", exact=True).wait_for()
        assert one.calls == []
        one.start()
        assert one.calls[0][0] == "Initialize"
        assert one.keeps({STATUS[edition]: "incomplete"})
        assert codes(one.calls) == set()
        assert one.console == []


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("edition", "where"), [("scorm12", "frame"), ("scorm12", "window"), ("scorm2004", "frame")])
def test_a_learner_answers_closes_the_tab_goes_on_passes_and_looks_back(
    chromium: Browser, lms: str, edition: str, where: str
) -> None:
    wishes = {"window": "yes"} if where == "window" else {}
    with learner(chromium) as context:
        one = launch(context, lms, f"zeester-{edition}", **wishes).start()
        one.answer("one", "self")
        assert [call[0] for call in one.calls[-2:]] == ["SetValue", "Commit"]
        calls = one.calls
        one.page.close()

        two = launch(context, lms, f"zeester-{edition}", **wishes).start()
        assert two.training.locator("#quiz-harbour-one_self").is_checked()
        two.onwards()
        two.go_through(RIGHT[1:], QUESTIONS[1:])
        assert two.training.get_by_text("Score: 100 procent").is_visible()
        assert two.keeps(PASSED[edition])
        assert {key: two.known["score"][key] for key in ("raw", "min", "max")} == {
            "raw": "100",
            "min": "0",
            "max": "100",
        }
        calls += two.calls
        kept = two.page.evaluate("text()")
        two.page.close()

        three = launch(context, lms, f"zeester-{edition}", mode="review").start()
        assert three.training.get_by_text("Score: 100 procent").is_visible()
        three.training.goto("about:blank")
        assert three.written == {}
        assert three.keeps(PASSED[edition]) and three.page.evaluate("text()") == kept
        assert codes([*calls, *three.calls]) == set()


@pytest.mark.sampled(16)
@EVERY_EDITION
@pytest.mark.parametrize("mode", ["browse", "review"])
def test_who_only_looks_has_finished_nothing(chromium: Browser, lms: str, edition: str, mode: str) -> None:
    """In SCORM 1.2 somebody who browses is said to: a system takes a session without a status for a finished one."""
    looked = {"cmi.core.lesson_status": "browsed"} if (edition, mode) == ("scorm12", "browse") else {}
    with learner(chromium) as context:
        one = launch(context, lms, f"zeester-{edition}", mode=mode).start()
        one.go_through(RIGHT)
        one.training.goto("about:blank")
        assert one.written == looked
        one.page.close()
        two = launch(context, lms, f"zeester-{edition}").start()
        assert two.keeps({STATUS[edition]: "incomplete"})
        two.go_through(RIGHT)
        two.page.close()
        three = launch(context, lms, f"zeester-{edition}", mode=mode).start()
        three.training.goto("about:blank")
        assert three.written == {} and three.keeps(PASSED[edition])
        assert codes(three.calls) == set()


@EVERY_EDITION
def test_what_is_passed_is_not_taken_back(chromium: Browser, lms: str, edition: str) -> None:
    """Where a system opens it again as if nothing had been, and in another round of the same sitting."""
    with learner(chromium) as context:
        one = launch(context, lms, f"zeester-{edition}").start()
        one.go_through(RIGHT)
        one.training.get_by_role("button", name="Opnieuw beginnen").click()
        one.go_through(WRONG)
        assert one.keeps(PASSED[edition])
        one.page.close()
        two = launch(context, lms, f"zeester-{edition}").start()
        assert two.training.get_by_text("Score: 100 procent").is_visible()
        assert two.written == {}


@pytest.mark.sampled(8)
@EVERY_EDITION
@pytest.mark.parametrize("wish", ["", "-failed"])
def test_below_the_pass_mark_the_system_hears_what_was_wished_and_another_try_may_pass(
    chromium: Browser, lms: str, edition: str, wish: str
) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, f"zeester-{edition}{wish}").start()
        one.go_through((*RIGHT[:1], *WRONG[1:]))
        assert one.keeps(BELOW[edition, wish])
        assert one.known["score"]["raw"] == "33"
        one.page.close()
        two = launch(context, lms, f"zeester-{edition}{wish}").start()
        two.training.get_by_role("button", name="Opnieuw beginnen").click()
        two.go_through(RIGHT)
        assert two.keeps(PASSED[edition])
        assert codes(two.calls) == set()


@EVERY_EDITION
def test_without_a_pass_mark_there_is_no_score_and_no_success(chromium: Browser, lms: str, edition: str) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, f"zeehond-{edition}").start()
        one.go_through(WRONG)
        assert one.keeps({STATUS[edition]: "completed"})
        assert not any("score" in element or "success" in element for element in one.written)


@EVERY_EDITION
def test_nothing_but_status_score_time_and_place_is_written_and_no_name_is_read(
    chromium: Browser, lms: str, edition: str
) -> None:
    core = "cmi.core." if edition == "scorm12" else "cmi."
    with learner(chromium) as context:
        one = launch(context, lms, f"zeester-{edition}").start()
        one.go_through(RIGHT)
        one.training.goto("about:blank")
        written = one.written
        one.page.close()
        two = launch(context, lms, f"zeester-{edition}").start()
        asked = {call[1] for call in two.calls if call[0] == "GetValue"}
        status = {"scorm12": ["lesson_status"], "scorm2004": ["completion_status", "success_status"]}[edition]
        mode = "lesson_mode" if edition == "scorm12" else "mode"
        assert asked == {"cmi.suspend_data", *(core + name for name in ("credit", "entry", mode, *status))}
        assert two.written == {}
        scores = ["score.raw", "score.min", "score.max", *(["score.scaled"] if edition == "scorm2004" else [])]
        assert set(written) == {
            "cmi.suspend_data",
            *(core + name for name in ("exit", "session_time", *status, *scores)),
        }


@EVERY_EDITION
def test_a_session_ends_once_with_its_time(chromium: Browser, lms: str, edition: str) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, f"zeester-{edition}").start()
        one.answer("one", "boss")
        one.training.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
        one.training.goto("about:blank")
        assert [call[0] for call in one.calls].count("Finish") == 1
        assert re.fullmatch(
            TIME[edition], one.written["cmi.core.session_time" if edition == "scorm12" else "cmi.session_time"]
        )
        assert codes(one.calls) == set()


@pytest.mark.proof
def test_a_page_that_comes_back_whole_begins_anew(chromium: Browser, lms: str) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, "zeester-scorm12").start()
        with one.page.expect_event("framenavigated"):
            one.training.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        one.training.get_by_role("button", name="Start", exact=True).wait_for()


@pytest.mark.proof
def test_a_place_is_kept_only_by_who_ticks_that_each_time(chromium: Browser, lms: str) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, "zeester-scorm12").start()
        one.answer("one", "boss")
        assert one.page.evaluate("text()")
        one.page.close()
        two = launch(context, lms, "zeester-scorm12").start(keep=False)
        two.training.get_by_role("button", name="Volgende").click()
        two.go_through(RIGHT[1:], QUESTIONS[1:])
        assert two.page.evaluate("text()") == ""
        assert two.keeps(PASSED["scorm12"])
        assert codes(two.calls) == set()


@pytest.mark.proof
@EVERY_EDITION
def test_the_longest_state_is_kept_whole_and_a_longer_one_is_never_sent(
    chromium: Browser, lms: str, edition: str
) -> None:
    save = "text => voorlichter.port.save(text).then(() => true, () => false)"
    with learner(chromium) as context:
        one = launch(context, lms, f"zeester-{edition}").start()
        assert one.training.evaluate(save, "1." + "z" * 3998) is True
        assert one.page.evaluate("text().length") == 4000
        assert one.training.evaluate(save, "1." + "z" * 3999) is False
        assert one.training.evaluate(save, "1.é") is False
        assert one.page.evaluate("text().length") == 4000
        assert codes(one.calls) == set()


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("edition", "trouble"),
    [("scorm12", "throws"), ("scorm12", "refuses"), ("scorm12", "gone"), ("scorm2004", "refuses")],
)
def test_a_system_that_fails_midway_is_told_once_and_the_training_goes_on(
    chromium: Browser, lms: str, edition: str, trouble: str
) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, f"zeester-{edition}").start()
        one.page.evaluate("trouble => trouble === 'gone' ? take() : window.trouble = trouble", trouble)
        one.go_through(RIGHT)
        assert one.training.get_by_text("Score: 100 procent").is_visible()
        assert one.training.get_by_text(re.compile(TROUBLE)).locator("visible=true").count() == 1
        one.training.goto("about:blank")
        assert one.console == []


def test_a_result_that_did_not_arrive_is_sent_again_at_the_next_launch(chromium: Browser, lms: str) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, "zeester-scorm12").start()
        one.go_through(RIGHT[:2], QUESTIONS[:2])
        one.answer("three", "much")
        one.page.evaluate("window.trouble = 'refuses'")
        one.onwards()
        one.training.get_by_text("Score: 100 procent").wait_for()
        one.page.close()
        two = launch(context, lms, "zeester-scorm12").start()
        two.training.locator(".quiz__end:visible, .quiz__question:visible").first.wait_for()
        if two.training.locator(".quiz__question:visible").count():
            two.onwards()
        assert two.keeps(PASSED["scorm12"])


def leave(one: Launch, end: str) -> None:
    """As people leave: the window closed right after the last button, or a moment later; or the browser is gone."""
    if end == "half a second":
        one.page.wait_for_timeout(500)
    if end == "killed":
        with contextlib.suppress(PlaywrightError):
            one.page.goto("chrome://crash")
    one.page.close()


@pytest.mark.sampled(18)
@EVERY_EDITION
@pytest.mark.parametrize("trouble", ["slow", "refuses"])
@pytest.mark.parametrize("end", ["at once", "half a second", "killed"])
def test_however_somebody_leaves_a_slow_or_failing_system_the_pass_is_not_lost(
    chromium: Browser, lms: str, edition: str, trouble: str, end: str
) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, f"zeester-{edition}").start()
        one.go_through(RIGHT[:2], QUESTIONS[:2])
        one.answer("three", "much")
        one.page.evaluate("trouble => { window.trouble = trouble; }", trouble)
        one.onwards()
        leave(one, end)
        two = launch(context, lms, f"zeester-{edition}").start()
        if two.training.locator(".quiz__question:visible").count():
            two.onwards()
        assert two.keeps(PASSED[edition])


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        ("", "heeft het gehoord"),
        ("slow", "heeft het gehoord"),
        ("refuses", "heeft niet gehoord"),
        ("throws", "heeft niet gehoord"),
    ],
)
def test_the_last_screen_says_whether_the_system_heard(chromium: Browser, lms: str, trouble: str, said: str) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, "zeehond-scorm12").start()
        one.go_through(RIGHT[:2], QUESTIONS[:2])
        one.answer("three", "much")
        one.page.evaluate("trouble => { window.trouble = trouble; }", trouble)
        one.onwards()
        one.training.locator(".quiz__end").get_by_text(said).wait_for()


@pytest.mark.proof
@EVERY_EDITION
def test_who_passes_over_everything_is_not_finished_and_reads_so(chromium: Browser, lms: str, edition: str) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, f"zeehond-{edition}").start()
        for _ in QUESTIONS:
            one.training.get_by_role("button", name="Overslaan").click()
        one.training.locator(".quiz__end").get_by_text("alles overgeslagen").wait_for()
        assert one.keeps({STATUS[edition]: "incomplete"})
        one.training.get_by_role("button", name="Vorige").click()
        one.training.get_by_role("button", name="Lees het antwoord").click()
        assert one.keeps({STATUS[edition]: "completed"})


def test_a_system_that_comes_late_is_waited_for(chromium: Browser, lms: str) -> None:
    with learner(chromium) as context:
        one = launch(context, lms, "zeester-scorm12", trouble="late")
        one.training.get_by_role("button", name="Start", exact=True).click()
        one.page.evaluate("window.trouble = ''; give()")
        one.training.locator(".quiz__question:visible").first.wait_for()
        one.go_through(RIGHT)
        assert one.keeps(PASSED["scorm12"])


def test_in_a_foreign_frame_with_storage_blocked_the_training_works_and_says_that_nothing_is_kept(
    chromium: Browser, lms: str, elsewhere: str
) -> None:
    """The learning system is of another origin, and its sandbox allows scripts alone."""
    with learner(chromium) as context:
        one = launch(context, lms, f"{elsewhere}zeester-scorm12", sandbox="allow-scripts").start()
        assert one.training.get_by_text(TROUBLE).first.is_visible()
        one.go_through(RIGHT)
        assert one.training.get_by_text("Score: 100 procent").is_visible()
        # Letters of one's own are foreign to such a frame too; the system's take their place.
        assert [line for line in one.console if "woff2" not in line and "ERR_FAILED" not in line] == []
        assert one.calls == []


def test_a_system_behind_a_foreign_frame_is_found(chromium: Browser, lms: str, elsewhere: str) -> None:
    """It opened a window of another origin, in which the training stands in a frame."""
    with learner(chromium) as context:
        between = quote(f"{elsewhere}index.html?edition=1.2&page={lms}zeester-scorm12/index.html")
        page = context.new_page()
        page.goto(f"{lms}index.html?edition=1.2&window=yes&page={between}")
        with page.expect_popup() as opened:
            page.evaluate("window.opened = open(new URLSearchParams(location.search).get('page'))")
        opened.value.wait_for_load_state()
        training = opened.value.frame("training")
        assert training is not None
        one = Launch(page, training).start()
        assert one.keeps({"lesson_status": "incomplete"})


def test_a_package_asks_for_its_own_files_alone_and_stores_nothing(chromium: Browser, lms: str) -> None:
    with watched(chromium, f"{lms}zeester-scorm12/") as visitor:
        visitor.open("index.html")
        Launch(visitor.page, visitor.page).start().go_through(RIGHT)
        assert visitor.seen() == []
