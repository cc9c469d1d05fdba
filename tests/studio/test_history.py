"""Undo and redo: what they would write, after any changes."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from voorlichter.problems import Say
from voorlichter.studio.history import FileChanges, History, HistoryStep

A, B = Path("profiles/a/profile.yml"), Path("advisors/b.yml")
NAME, PHONE = Say("Naam", "Name"), Say("Telefoon", "Telephone")


class Disk:
    """Files as they would stand, changed with a history of it."""

    def __init__(self) -> None:
        self.files: dict[Path, bytes | None] = {A: b"0", B: None}
        self.history = History()

    def change(self, label: Say = NAME, key: str | None = None, **after: bytes | None) -> None:
        paths = {"a": A, "b": B}
        changes = {paths[name]: (self.files[paths[name]], value) for name, value in after.items()}
        self.files |= {path: value for path, (_, value) in changes.items()}
        self.history.record(changes, label, key=key)

    def do(self, step: HistoryStep | None) -> FileChanges | None:
        if step is None:
            return None
        assert {path: self.files[path] for path in step.files} == {path: now for path, (now, _) in step.files.items()}
        self.files |= {path: after for path, (_, after) in step.files.items()}
        return step.files

    def undo(self) -> FileChanges | None:
        return self.do(self.history.undo())

    def redo(self) -> FileChanges | None:
        return self.do(self.history.redo())


def test_nothing_done_is_nothing_to_undo() -> None:
    assert (History().undo(), History().redo(), History().to_undo, History().to_redo) == (None, None, None, None)


def test_undo_gives_what_stood_and_redo_what_came() -> None:
    disk = Disk()
    disk.change(a=b"1", b=b"new")
    assert disk.undo() == {A: (b"1", b"0"), B: (b"new", None)}
    assert disk.redo() == {A: (b"0", b"1"), B: (None, b"new")}


def test_it_says_what_would_be_taken_back_and_done_again() -> None:
    disk = Disk()
    disk.change(NAME, a=b"1")
    disk.change(PHONE, a=b"2")
    assert (disk.history.to_undo, disk.history.to_redo) == (PHONE, None)
    disk.undo()
    assert (disk.history.to_undo, disk.history.to_redo) == (NAME, PHONE)


def test_a_burst_of_typing_in_one_field_is_one_step() -> None:
    disk = Disk()
    disk.change(key="name", a=b"N")
    disk.change(key="name", a=b"No")
    disk.change(key="name", a=b"Noor", b=b"too")
    assert disk.undo() == {A: (b"Noor", b"0"), B: (b"too", None)}
    assert disk.undo() is None


def test_another_field_a_pause_or_no_key_begins_a_step() -> None:
    disk = Disk()
    disk.change(key="name", a=b"1")
    disk.change(key="phone", a=b"2")
    disk.history.pause()
    disk.change(key="phone", a=b"3")
    disk.change(a=b"4")
    disk.change(a=b"5")
    assert [disk.undo() is not None for _ in range(6)] == [True] * 5 + [False]
    assert disk.files[A] == b"0"


def test_typing_after_undo_is_a_step_of_its_own_and_ends_redo() -> None:
    disk = Disk()
    disk.change(key="name", a=b"1")
    disk.history.pause()
    disk.change(key="name", a=b"2")
    disk.undo()
    disk.change(key="name", a=b"3")
    assert disk.history.redo() is None
    assert disk.undo() == {A: (b"3", b"1")}


def test_what_changes_nothing_is_no_step_and_keeps_redo() -> None:
    disk = Disk()
    disk.change(a=b"1")
    disk.undo()
    disk.change(a=b"0")
    assert disk.history.to_undo is None
    assert disk.redo() == {A: (b"0", b"1")}


def test_typing_that_ends_where_it_began_is_no_step() -> None:
    disk = Disk()
    disk.change(key="name", a=b"1")
    disk.change(key="name", a=b"0")
    assert disk.history.undo() is None


def test_what_somebody_else_changed_in_between_does_not_join_a_burst() -> None:
    disk = Disk()
    disk.change(key="name", a=b"1")
    disk.files[A] = b"theirs"
    disk.change(key="name", a=b"theirs and mine")
    assert disk.undo() == {A: (b"theirs and mine", b"theirs")}


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(["name", "phone", None]), st.sampled_from("ab"), st.binary(max_size=1))))
def test_undoing_all_gives_the_beginning_and_redoing_all_the_end(changes: list[tuple[str | None, str, bytes]]) -> None:
    disk = Disk()
    beginning = dict(disk.files)
    for key, name, value in changes:
        disk.change(key=key, **{name: value})
    end = dict(disk.files)
    while disk.undo():
        pass
    assert disk.files == beginning
    while disk.redo():
        pass
    assert disk.files == end
