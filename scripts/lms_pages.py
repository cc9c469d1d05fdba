"""What a teacher and a learner do in a Moodle, by its own pages: put a package in, open and leave it, look up what became of it, import questions."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from lms_server import Moodle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page

LEARNING_OBJECTS = {"grademethod": "0"}
COMPLETED, PASSED = ({f"completionstatusrequired[{box}]": "1"} for box in (4, 2))
"""Settings, as their fields are called in the activity's form."""
_SET = """([name, value]) => {
  const field = [...document.getElementsByName(name)].find(one => one.type !== "hidden" && (one.type !== "radio" || one.value === value));
  if (!field) throw new Error("no setting " + name);
  if (field.type === "radio" || field.type === "checkbox") { if (!field.checked) field.click(); }
  else { field.value = value; field.dispatchEvent(new Event("change", { bubbles: true })); }
}"""
_FAULTS = ".alert-danger, .alert-warning, .errorbox, .notifyproblem, .errormessage"


class Person:
    """Somebody with a browser of their own, who has logged in."""

    def __init__(self, browser: Browser, moodle: Moodle, name: str) -> None:
        self.moodle, self.name = moodle, name
        self.page = browser.new_context(viewport={"width": 1200, "height": 900}, base_url=moodle.address).new_page()
        self.page.set_default_timeout(90_000)
        # A script puts another field for the password in place of the first.
        self.page.goto("/login/index.php", wait_until="networkidle")
        self.page.fill("#username", name)
        self.page.fill("#password", moodle.password)
        self.page.click("#loginbtn")
        self.page.wait_for_url(lambda address: "/login/" not in address)


class Teacher(Person):
    """Runs the course."""

    def put_in(self, package: Path, name: str, settings: dict[str, str]) -> str:
        """A SCORM package as an activity, with these settings of its form; its number."""
        self.page.goto(f"/course/modedit.php?add=scorm&course={self.moodle.course}&section=0")
        self.page.fill("#id_name", name)
        self.page.click("#fitem_id_packagefile .fp-btn-add a")
        self._upload(package)
        self.page.locator("#fitem_id_packagefile .fp-filename", has_text=package.stem[:10]).first.wait_for()
        for key, value in {"completion": "2", **settings}.items():
            self.page.evaluate(_SET, [key, value])
        self.page.click("#id_submitbutton")
        self.page.wait_for_url("**/mod/scorm/**")
        assert self._warnings() == []
        found = re.search(r"[?&](?:id|cm)=(\d+)", self.page.url)
        assert found, self.page.url
        return found[1]

    def import_questions(self, file: Path, form: str) -> tuple[int, list[str]]:
        """How many questions the import screen counts, and what it warns of."""
        self.page.goto(f"/question/bank/importquestions/import.php?courseid={self.moodle.course}")
        self.page.evaluate(_SET, ["format", form])
        self.page.click("#fitem_id_newfile .fp-btn-choose")
        self._upload(file)
        self.page.locator("#fitem_id_newfile .filepicker-filename a").wait_for()
        self.page.click("#id_submitbutton")
        self.page.wait_for_load_state()
        listed = self.page.locator("#region-main hr + p > b").count()
        return listed, self._warnings()

    def completion(self, name: str, who: str) -> str:
        """As the report on activities has it, such as *Completed*."""
        self.page.goto(f"/report/progress/index.php?course={self.moodle.course}")
        told = re.search(rf"{who.title()} Example, {re.escape(name)}: ([^<\"]+)", unescape(self.page.content()))
        assert told, f"no {name} in the report"
        return re.sub(r"\W+\w+day,.*", "", told[1]).strip()

    def _upload(self, file: Path) -> None:
        dialogue = self.page.locator(".file-picker.fp-generallayout:visible")
        dialogue.locator(".fp-repo", has_text="Upload a file").first.click()
        dialogue.locator(".fp-repo.active", has_text="Upload a file").wait_for()
        field = dialogue.locator("input[name=repo_upload_file]")
        # The form is drawn again as it opens, without what was in it.
        for _ in range(20):
            field.set_input_files(file)
            self.page.wait_for_timeout(300)
            if field.evaluate("field => field.files.length"):
                break
        dialogue.locator(".fp-upload-btn").click()
        dialogue.wait_for(state="hidden")

    def _warnings(self) -> list[str]:
        return [text.strip() for text in self.page.locator(_FAULTS).all_inner_texts() if text.strip()]


class Sitting:
    """The training as it stands open: in a window of its own, or in the page of the activity."""

    def __init__(self, page: Page, training: Frame, opener: Page) -> None:
        self.page, self.training, self.opener = page, training, opener

    def leave(self) -> None:
        """The window closed, or *Exit activity* pressed; both lead back to the course."""
        if self.page is self.opener:
            self.page.locator("a", has_text="Exit activity").click()
        else:
            with self.page.expect_event("close"):
                self.page.evaluate("setTimeout(() => window.close())")
        self.opener.wait_for_url("**/course/**")

    def heard(self) -> str:
        """What the last screen says of the system, by its name in the page: heard, unheard, seen."""
        told: str = self.training.locator("[data-ended]:visible").evaluate(
            "note => Object.keys(note.dataset).find(name => note.dataset[name] === note.textContent) || ''"
        )
        return told


class Learner(Person):
    """Takes the course."""

    def give_up(self) -> None:
        """Close what stands open, for the next window has the same name."""
        for page in self.page.context.pages[1:]:
            page.close()

    def open(self, activity: str, mode: str = "normal", again: bool = False, keep: bool = True) -> Sitting:
        """By the button of the activity's page: *Enter*, or *Preview*; `again` ticks *Start a new attempt*."""
        self.page.goto(f"/mod/scorm/view.php?id={activity}")
        if again:
            self.page.check("#a")
        button = self.page.locator(f"button[name=mode][value={mode}]")
        page = self.page
        if self.page.locator("#scormviewform [name=display][value=popup]").count():
            with self.page.expect_popup() as opened:
                button.click()
            page = opened.value
        else:
            button.click()
        page.set_default_timeout(60_000)
        held = page.wait_for_selector("#scorm_object", state="attached")
        frame = held and held.content_frame()
        assert frame
        begun = frame.locator(".quiz__question.current:visible, .quiz__end:visible").first
        start = frame.locator("[data-start-button]:visible")
        start.wait_for()
        while not begun.is_visible():
            # On a busy computer a press comes before the script of the page is there.
            if start.count():
                frame.locator("[data-keep-place]").set_checked(keep)
                start.click()
            page.wait_for_timeout(500)
        return Sitting(page, frame, self.page)

    def grade(self, name: str) -> str:
        """As the learner reads it in the gradebook."""
        self.page.goto(f"/grade/report/user/index.php?id={self.moodle.course}")
        row = self.page.locator(
            "tr", has=self.page.locator(".column-itemname", has_text=re.compile(rf"{re.escape(name)}\s*$"))
        ).last
        return row.locator(".column-grade").inner_text().split("\n")[0].strip()
