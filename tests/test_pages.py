"""What is wrong with a page is found, whatever else stands in it."""

import pytest

from tests.pages import find_faults

PAGE = (
    "<!doctype html>\n<html lang='nb'><head><title>Waves</title></head>"
    "<body><h1>Waves</h1>{}</body></html>"
)


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("<form><p>text</p></form>", "a form without an action"),
        ("<img src='/x.png'>", "a picture without a text in its place"),
        ("<script>alert(1)</script>", "a script in the page"),
        ("<p style='color: red'>text</p>", "style on <p>"),
        ("<b onclick='x()'>text</b>", "onclick on <b>"),
        ("<b hx-on:click='x()'>text</b>", "hx-on:click on <b>"),
        ("<b id='a'></b><i id='a'></i>", "id a 2 times"),
        ("<label for='b'>text</label>", "no id b"),
        ("<p aria-labelledby='b c' id='c'>text</p>", "no id b"),
        ("<h1>More</h1>", "2 h1"),
    ],
)
def test_a_fault_is_found(part: str, fault: str) -> None:
    assert find_faults(PAGE.format(part)) == [fault]


def test_what_a_template_holds_is_not_in_the_page() -> None:
    held = "<template><b id='a'></b><div><h1>x</h1></div></template><b id='a'></b>"
    assert find_faults(PAGE.format(held)) == []


def test_a_page_says_its_language_and_its_title() -> None:
    page = PAGE.format("<svg><title>A picture</title></svg>")
    assert find_faults(page) == []
    for missing in ("lang='nb'", "<title>Waves</title>"):
        assert find_faults(page.replace(missing, "")) == ["no language or no title"]


def test_of_a_fragment_the_ids_are_looked_at() -> None:
    assert find_faults("<tr id='a'><td id='b'></td></tr><tr id='b'></tr>") == [
        "id b 2 times"
    ]
    for sound in ("<label for='elsewhere'>text</label>", "only text", ""):
        assert find_faults(sound) == []
