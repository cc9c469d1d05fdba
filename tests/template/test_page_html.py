"""HTML within a page gives a text its form; what runs, loads or leads away is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.template.page_html import check_html

FINE = (
    "<b>Bel</b> <em>nu</em>.<br>",
    '<div class="steps" id="a" markdown>\n\n<p hidden lang=en data-a="b" aria-label=c>Bel.</p></div>',
    '<details open><summary title="x">Bel</summary></details>',
    "<table><caption>a</caption><tr><th scope=row colspan=2 rowspan=2>a<td headers=a align=left></table>",
    '<ol start="2" reversed><li>a</ol>',
    '<img src="a.png" srcset="a.png 2x" alt="x" width="3" height="4">',
    '<a href="https://een.example">a</a> <a href="mailto:a@een.example">a</a> <a href="TEL:020">a</a>',
    '<a href="wie.html#nu">a</a> <a href=" ./wie.html">a</a>',
    '<a href="[[ org.url ]]">a</a> <p [[ org.name ]]>',
    "<!-- a remark --> <https://een.example> <mailto:a@een.example>",
    "[a](https://een.example) ![a](a.png)",
    "{.klas #id} { .a data-x=y aria-label=z } {je|u} onclick",
    "2 < 3 and 4 > 3",
)
TOLD = {
    "<script>x</script>": [(1, 1, "<script>")],
    "a\n <IFRAME src=x>": [(2, 2, "<IFRAME>")],
    "<custom-element>": [(1, 1, "<custom-element>")],
    "<!doctype html>": [(1, 1, "<!doctype>")],
    "<?php x ?>": [(1, 1, "<?php>")],
    "<ftp://een.example>": [(1, 1, "<ftp:>")],
    '<p onclick="x">': [(1, 4, 'onclick="x"')],
    "<p STYLE=x>": [(1, 4, "STYLE=x")],
    "<p data-a aria-b x>": [(1, 18, "x")],
    "<p><b onload=1>\n<i style=2>": [(1, 7, "onload=1"), (2, 4, "style=2")],
    '<b>fine</b> <p a="1" b="2">': [(1, 16, 'a="1"'), (1, 22, 'b="2"')],
    '<a href="javascript:x">': [(1, 4, 'href="javascript:x"')],
    "<a href='javascript:x'>": [(1, 4, "href='javascript:x'")],
    "<a href=javascript:x>": [(1, 4, "href=javascript:x")],
    '<a href="java\tscript:x">': [(1, 4, 'href="java\tscript:x"')],
    '<a href="&#106;avascript:x">': [(1, 4, 'href="&#106;avascript:x"')],
    '<a HREF="ftp:x">': [(1, 4, 'HREF="ftp:x"')],
    '<a href="http://een.example">': [(1, 4, 'href="http://een.example"')],
    '<a href="//een.example">': [(1, 4, 'href="//een.example"')],
    '<img src="https://een.example/a.png">': [(1, 6, 'src="https://een.example/a.png"')],
    '<img src="//een.example/a.png">': [(1, 6, 'src="//een.example/a.png"')],
    '<img srcset="\\\\een.example/a.png">': [(1, 6, 'srcset="\\\\een.example/a.png"')],
    '<img src="data:image/png;base64,x">': [(1, 6, 'src="data:image/png;base64,x"')],
    "![a](https://een.example/a.png)": [(1, 1, "https://een.example/a.png")],
    "Zie ![a]( <//een.example/a.png>)": [(1, 5, "//een.example/a.png")],
    '{ style="x" }': [(1, 3, 'style="x"')],
    "Tekst\n{: onclick=x }": [(2, 4, "onclick=x")],
    '{ x=1 }\n\n{ href="http://een.example" }': [(1, 3, "x=1"), (3, 3, 'href="http://een.example"')],
    "<p [[ org.name ]] onclick=x>": [(1, 19, "onclick=x")],
    "<https://een.example> <p x>": [(1, 26, "x")],
    "<!-- a --> <p x>": [(1, 15, "x")],
    f'<p {"x" * 80}="1">': [(1, 4, "x" * 60)],
}


@pytest.mark.parametrize("body", FINE)
def test_what_gives_a_text_its_form_may_stand_in_a_page(body: str) -> None:
    assert list(check_html(Path("wie.md"), body)) == []


FORMING = """div p br hr pre blockquote section aside figure figcaption details summary ul ol li dl dt dd h1 h2 h3 h4 h5
    h6 strong em b i img table caption thead tbody tfoot tr th td col colgroup"""
SAYING = """class id lang dir title role hidden tabindex open start reversed datetime href src srcset alt width height
    colspan rowspan scope align headers markdown"""


def test_all_that_forms_a_text_is_known() -> None:
    body = "\n".join(
        [*(f"<{name}></{name}>" for name in FORMING.split()), *(f'<p {name}="x">' for name in SAYING.split())]
    )
    assert [problem.where for problem in check_html(Path("wie.md"), body)] == []


@pytest.mark.parametrize("body", TOLD)
def test_what_runs_loads_or_leads_away_is_told_at_its_place(body: str) -> None:
    found = list(check_html(Path("wie.md"), body))
    assert [(problem.mark.line, problem.mark.column, problem.where) for problem in found] == TOLD[body]


def test_the_problem_names_the_file_and_what_to_write_instead() -> None:
    (problem,) = check_html(Path("wie.md"), "<script>")
    assert problem.render("en") == (
        "wie.md:1:1  <script>  this runs something, loads something from elsewhere or does not belong in a page: "
        "<script>  remove it; use **bold**, lists with -, [links](https://…) and components from overrides/components"
    )
