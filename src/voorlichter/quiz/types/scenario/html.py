from __future__ import annotations

from collections.abc import Iterable

from voorlichter.quiz.markup import Words, open_tag
from voorlichter.quiz.parts import DIGITS
from voorlichter.quiz.types.scenario.model import Scenario, ScenarioChoice, ScenarioStep


def render(question: Scenario, words: Words) -> Iterable[str]:
    """Each choice folds out what comes of it, down to every end of the story. On paper, where all is unfolded, what follows on a step stands there once."""
    steps = {step.id: step for step in question.steps}
    told: set[str] = set()

    def render_step(step: ScenarioStep, path: str) -> Iterable[str]:
        yield f'<p class="quiz__scene">{words.said(step.text)}</p>'
        again = bool(step.choices) and step.id in told
        told.add(step.id)
        if again:
            yield f'<p class="print-only">{words("above")}</p><div class="screen-only">'
        for index, choice in enumerate(step.choices):
            yield from render_choice(choice, path + DIGITS[index], f"quiz-{question.id}_{path}")
        if again:
            yield "</div>"

    def render_choice(choice: ScenarioChoice, path: str, siblings: str) -> Iterable[str]:
        yield open_tag("details", {"class": "quiz__choice", "name": siblings, "data-path": path})
        yield f'<summary data-kit="choice"><span>{words.of(choice.text)}</span></summary>'
        yield '<div class="quiz__then">'
        if choice.feedback:
            yield f'<p class="quiz__said">{words.said(choice.feedback)}</p>'
        yield from render_step(steps[choice.to], path)
        yield "</div>"
        yield "</details>"

    if question.counts:
        hint = f'<p class="quiz__hint">{words("counts")}</p>'
        yield hint if words.scored else f"[% if training.pass_mark %]{hint}[% endif %]"
    yield from render_step(question.steps[0], "")
