"""Tables as files: what a file holds, and that every table of data has one."""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from html import unescape

import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale

from app.spreadsheets import spreadsheet
from app.table_files import file_url, table_file
from app.tables_in_pages import find_tables
from tests.addresses import list_addresses

# Why a table has no file of its own.
REASONS = {
    "own": "a file with whole sums and ISO dates stands beside it",
    "keys": "what the keys of the keyboard do is no data of the plan",
    "message": "a part of a message on what somebody else has just changed",
    "preview": "tells what a form would do; the change has files once it is made",
}


def lines_of(file: bytes) -> list[list[str]]:
    text = file.decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def read(client: FlaskClient, url: str) -> list[list[str]]:
    answer = client.get(url)
    assert answer.status_code == 200, url
    assert answer.mimetype == "text/csv", url
    return lines_of(answer.data)


def from_table(rows: str, head: str = "<th>A</th>", **more: str) -> list[list[str]]:
    html = "".join(
        f'<table class="table" data-file="t"><caption>{caption}</caption><thead><tr>'
        f"{head}</tr></thead><tbody>{rows}</tbody></table>"
        for caption in more or {"": ""}
    )
    return lines_of(table_file(find_tables(html, "t")))


@pytest.fixture
def speaks(app):
    """Return what reads tables in a language."""

    def in_language(locale: str, rows: str, head: str = "<th>A</th>"):
        with app.test_request_context(), force_locale(locale):
            return from_table(rows, head)[1:]

    return in_language


@pytest.mark.parametrize(
    ("locale", "cell", "said"),
    [
        ("nb_NO", '<td class="number">1\u00a0854\u00a0000</td>', "1854000"),
        ("nb_NO", '<td class="number">−2,5</td>', "-2,5"),
        ("nb_NO", '<td class="number">+0,5</td>', "0,5"),
        ("nb_NO", '<td class="number">1\u202f780\u00a0kr</td>', "1780"),
        ("en_GB", '<td class="number">1,854,000</td>', "1854000"),
        ("en_GB", '<td class="number">NOK 2.5</td>', "2,5"),
        ("nb_NO", '<td class="number">393,4–674,1</td>', "393,4–674,1"),
        ("nb_NO", '<td class="number">12 dager</td>', "12 dager"),
        ("nb_NO", "<td>1516</td>", "1516"),
        ("nb_NO", "<td>1.\u00a0april 2025</td>", "2025-04-01"),
        ("nn_NO", "<td>tysdag 26. mars 2024</td>", "2024-03-26"),
        ("nb_NO", "<td>26. sep. 2023</td>", "2023-09-26"),
        ("en_GB", "<td>26 Sept 2023</td>", "2023-09-26"),
        ("en_GB", "<td>1 April 2025</td>", "2025-04-01"),
        ("nb_NO", "<td>april–mai 2025</td>", "april–mai 2025"),
        ("nb_NO", "<td>april 2025</td>", "april 2025"),
        ("nb_NO", "<td>–</td>", ""),
        ("nb_NO", '<td data-value="93">+93 dager</td>', "93"),
        ("nb_NO", "<td>+93 dager</td>", "93 dager"),
        ("nb_NO", "<td>=1+1</td>", "'=1+1"),
        ("nb_NO", "<td>@SUM(A1)</td>", "'@SUM(A1)"),
        ("nb_NO", "<td>-cmd</td>", "'-cmd"),
        ("nb_NO", "<td>a <b>b</b><svg><title>x</title></svg></td>", "a b"),
        ("nb_NO", "<td><ul><li>a</li><li>b; c</li></ul></td>", "a; b; c"),
    ],
)
def test_a_cell_says_a_number_a_day_or_a_text(speaks, locale, cell, said):
    assert speaks(locale, f"<tr>{cell}</tr>") == [[said]]


def test_what_is_noted_and_the_wave_have_columns_of_their_own(app):
    rows = (
        '<tr><td><span class="wave">K13</span> 1. mai 2025<br>'
        '<span class="note">satt</span></td></tr>'
        "<tr><td>–</td></tr>"
    )
    with app.test_request_context():
        assert from_table(rows) == [
            ["Bølge", "A", "A: merknad"],
            ["K13", "2025-05-01", "satt"],
            ["", "", ""],
        ]


def test_an_estimate_in_a_cell_is_a_number_and_noted_as_one(app):
    cell = '<td class="number"><span data-value="18.5">ca. 18,5</span></td>'
    with app.test_request_context():
        assert from_table(f"<tr>{cell}</tr>")[1] == ["18,5", "ca. 18,5"]
        more = cell.replace("ca. 18,5", "+18,5 mill. kr")
        assert from_table(f"<tr>{more}</tr>")[1] == ["18,5", "18,5 mill. kr"]


def test_what_is_there_to_be_pressed_is_left_out_with_its_column(app):
    head = '<th>A</th><th><span class="visually-hidden">Endre</span></th>'
    rows = '<tr><td>a</td><td><a class="button" href="/x">Endre</a></td></tr>'
    with app.test_request_context():
        assert from_table(rows, head) == [["A"], ["a"]]


def test_cells_over_several_columns_and_rows_fill_them(app):
    head = "<th>A</th><th>B</th><th>C</th>"
    rows = (
        '<tr><td rowspan="2">a</td><td colspan="2">b</td></tr>'
        "<tr><td>c</td><td>d</td></tr>"
    )
    with app.test_request_context():
        assert from_table(rows, head)[1:] == [["a", "b", "b"], ["a", "c", "d"]]


def test_several_tables_of_one_name_are_one_file(app):
    with app.test_request_context():
        found = from_table("<tr><td>a</td></tr>", Før="", Etter="")
    assert found == [["Tabell", "A"], ["Før", "a"], ["Etter", "a"]]


def test_the_dialect_is_that_of_a_norwegian_spreadsheet():
    file = spreadsheet(["A", "=B"], [["a;b", Decimal("-2.50")], [None, 0]])
    assert file.decode() == '\ufeffA;\'=B\r\n"a;b";-2,50\r\n;0\r\n'


def test_the_filter_and_the_order_of_the_page_hold_for_the_file(english):
    url = "/municipalities?region=namdal&sort=population&order=desc"
    link = re.search(r'href="([^"]*file=municipalities[^"]*)"', english.get(url).text)
    heading, *rows = read(english, unescape(link[1]))
    assert heading[:3] == ["Number", "Municipality", "Inhabitants"]
    people = [int(row[2]) for row in rows]
    assert len(rows) == 12
    assert people == sorted(people, reverse=True)


def test_a_file_says_in_its_name_what_it_is_and_when(english):
    answer = english.get("/waves/K13?file=members")
    name = "filename=bolgeplan-waves-K13-members-2023-12-01.csv"
    assert name in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    answer = english.get("/timeline?scope=region:namdal&file=timeline")
    name = "filename=bolgeplan-region-namdal-timeline-2023-12-01.csv"
    assert name in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("name", ["finnes-ikke", "../x", "x" * 500, '"', "<x>"])
def test_a_table_that_is_not_there_is_not_found(english, name):
    answer = english.get("/waves/K13", query_string={"file": name})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("address", "method", "file"),
    [
        ("/waves/K13?x=1", "GET", "/waves/K13?x=1&file=members"),
        ("/feeds", "POST", "/feeds?file=members"),
        ("/waves/K13/day", "POST", ""),
    ],
)
def test_a_page_that_is_no_answer_to_a_form_leads_to_its_file(
    app, address, method, file
):
    with app.test_request_context(address, method=method):
        assert file_url("members") == file


def test_who_may_not_see_a_page_gets_no_file_of_it(app):
    app.config["DEMONSTRATION"] = False
    answer = app.test_client().get("/waves/K13?file=members")
    assert answer.status_code == 401
    assert answer.mimetype == "text/html"


def test_every_table_of_every_page_is_there_as_a_file(app, client):
    client.post("/waves/K13/day", data={"day": "2025-04-26"})
    faults = []
    for page in list_addresses(app):
        answer = client.get(page)
        if answer.mimetype == "text/html" and "<table" in answer.text:
            faults += [f"{page}: {it}" for it in list_faults(client, answer.text)]
    assert not faults, "\n".join(faults)


def list_faults(client: FlaskClient, html: str) -> Iterator[str]:
    """Yield what is wrong with the tables of a page, and with their files."""
    links = [unescape(it) for it in re.findall(r'href="([^"]+)"', html)]
    counts: dict[str, int] = {}
    for table in re.findall(r"<table\b[^>]*>.*?</table>", html, re.DOTALL):
        tag, _bracket, rest = table.partition(">")
        excuse = re.search(r'data-no-file="([^"]+)"', tag)
        name = re.search(r'data-file="([^"]+)"', tag)
        if excuse:
            is_excused = excuse[1] in REASONS
            if excuse[1] == "own":
                is_excused = any(".csv" in it for it in links)
            if not is_excused:
                yield f"no reason for having no file: {tag}"
        elif name:
            body = rest.partition("</thead>")[2]
            counts[name[1]] = counts.get(name[1], 0) + body.count("<tr")
        else:
            yield f"neither a file nor a reason: {tag}"
    for name, count in counts.items():
        link = [it for it in links if re.search(rf"[?&]file={name}(&|$)", it)]
        if len(link) != 1:
            yield f"{len(link)} links to the file of {name}"
        elif len(read(client, link[0])) != count + 1:
            yield f"the file of {name} has not {count} lines"
