"""The sides of a style sheet in old words."""

from __future__ import annotations

import pytest

from voorlichter.template.sides import plain_sides

ALIKE = {
    "margin-block:1rem 2rem": "margin-block:1rem 2rem",
    "inset-block:calc(1rem*(2 + 1)) 0!important": "top:calc(1rem*(2 + 1))!important;bottom:0!important",
    "margin-inline:auto": "margin-left:auto;margin-right:auto",
    "padding-block-end:max(0.5rem,env(safe-area-inset-bottom))": "padding-bottom:max(0.5rem,env(safe-area-inset-bottom))",
    "border-block:1px solid var(--line)": "border-top:1px solid var(--line);border-bottom:1px solid var(--line)",
    "border-block-start-color:red": "border-top-color:red",
    "inset-block:2rem auto": "top:2rem;bottom:auto",
    "inset-inline-start:0": "left:0;inset-inline:0 auto",
    "inset-inline-end:var(--edge)": "right:var(--edge);inset-inline:auto var(--edge)",
    "inset-inline:2rem 0": "left:2rem;right:0;inset-inline:2rem 0",
    "inset:1px 2px": "top:1px;right:2px;bottom:1px;left:2px",
    "inset:1px 2px 3px 4px!important": "top:1px!important;right:2px!important;bottom:3px!important;left:4px!important",
    "inset:0": "top:0;right:0;bottom:0;left:0",
    "inset:1px 2px 3px": "top:1px;right:2px;bottom:3px;left:2px",
    "max-inline-size:min(11rem,52vw)": "max-width:min(11rem,52vw)",
    "block-size:1px": "height:1px",
    "scroll-padding-block-start:4rem": "scroll-padding-top:4rem",
    '--inline-size:1px;content:"inset:0;"': '--inline-size:1px;content:"inset:0;"',
    "margin-inline-start:auto": "margin-inline-start:auto",
    "border-inline-end:2px solid": "border-inline-end:2px solid",
    "float:inline-end": "float:right;float:inline-end",
    "float:left": "float:left",
    "clear:inline-start": "clear:inline-start",
    "clear:inline-end": "clear:inline-end",
    "float:inline-start": "float:left;float:inline-start",
    "display:inline-block": "display:inline-block",
    "inset-inline:auto": "left:auto;right:auto",
    "inset-inline:auto auto": "left:auto;right:auto",
    "inset-inline:auto 0": "right:0;inset-inline:auto 0",
    "inset-inline:0 auto!important": "left:0!important;inset-inline:0 auto!important",
    "inset-inline:0 0": "left:0;right:0",
    "inset-block-start:1px": "top:1px",
    "inset-block-end:1px": "bottom:1px",
    "inset-block:1px": "top:1px;bottom:1px",
    "padding-block-start:1px": "padding-top:1px",
    "padding-inline:var(--a) var(--a)": "padding-left:var(--a);padding-right:var(--a)",
    "min-block-size:1px": "min-height:1px",
    "max-block-size:1px": "max-height:1px",
    "min-inline-size:1px": "min-width:1px",
    "scroll-margin-inline:1px": "scroll-margin-left:1px;scroll-margin-right:1px",
    "scroll-margin-block:1px 2px": "scroll-margin-top:1px;scroll-margin-bottom:2px",
    "border-block-width:1px": "border-top-width:1px;border-bottom-width:1px",
    "border-inline-style:solid": "border-left-style:solid;border-right-style:solid",
    "border-inline:1px solid": "border-left:1px solid;border-right:1px solid",
    "border-block-end:1px solid red": "border-bottom:1px solid red",
    "padding-block:1px": "padding-block:1px",
    "float:none": "float:none",
    "margin:1px 2px": "margin:1px 2px",
    "inline-sizes:1px": "inline-sizes:1px",
    "background:url(a;b.png)": "background:url(a;b.png)",
    "content:'a;b'": "content:'a;b'",
    "inset:calc(1px + 2px) min(1px,max(2px,calc(1px + (2px)))) 3px": (
        "top:calc(1px + 2px);right:min(1px,max(2px,calc(1px + (2px))));bottom:3px;"
        "left:min(1px,max(2px,calc(1px + (2px))))"
    ),
}
BY_DIRECTION = [
    "padding-inline:4rem 0",
    "margin-inline-end:auto",
    "border-inline-start:2px solid",
    "border-inline-start-width:1px",
    "inset-inline-start:auto",
    "inset-inline-end:auto",
]


@pytest.mark.parametrize(("said", "plain"), ALIKE.items())
def test_what_holds_in_both_directions_is_said_in_old_words_alone(said: str, plain: str) -> None:
    assert plain_sides(f"@media print{{p,a{{{said}}}}}") == f"@media print{{p,a{{{plain}}}}}"


@pytest.mark.parametrize("said", BY_DIRECTION)
def test_what_differs_by_direction_stays_as_it_is_written(said: str) -> None:
    assert plain_sides(f"p{{color:red;{said}}}a{{}}") == f"p{{color:red;{said}}}a{{}}"
