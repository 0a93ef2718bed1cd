"""The list of options: how each stands, its last days, and what a late vote leaves."""

import csv
import io

from tests.app.reading import part, read, text_of
from tests.app.rights.sent import fact


def line_of(html, name):
    """The words of the row of a municipality."""
    table = part(html, "options")
    found = table[table.index(f">{name}</a>") + 1 :].partition("</tr>")[0]
    return text_of(found).strip()


def test_the_list_tells_days_left_and_what_the_last_day_leaves(english):
    html = english.get("/rights/options").text

    told = text_of(html)
    assert "65 of 65 options." in told
    assert "still open: 28" in told
    assert line_of(html, "Ulstein") == (
        "Ulstein K13 still open 1 April 2024 123 days 1 March 2024 – −31 days"
    )
    assert "in production" in line_of(html, "Indre Fosen")
    assert "limit passed" in line_of(html, "Averøy")
    assert "Trondheim<" not in part(html, "options")


def test_the_list_filters_sorts_and_says_where_nothing_fits(english):
    closing = read(english, "/rights/options", wave="K13", state="open")
    assert "9 of 65 options." in closing
    assert "Bindal" not in closing

    by_day = english.get("/rights/options?sort=closes&order=desc").text
    table = part(by_day, "options")
    assert table.index(">Frosta<") < table.index(">Ulstein<") < table.index(">Aukra<")

    nothing = read(english, "/rights/options", q="finnes-ikke")
    assert "No option is like that" in nothing


def test_the_list_is_a_file_too(english):
    answer = english.get("/rights/options?wave=K13&file=options")

    rows = list(
        csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff")), delimiter=";")
    )
    (ulstein,) = [it for it in rows if it["Municipality"] == "Ulstein"]
    assert ulstein["Last day for the option"] == "2024-04-01"
    assert ulstein["Days left (days)"] == "123"


def test_a_vote_that_is_known_is_marked_by_what_it_left(english):
    record(english, "5014", "20.10.2023")
    record(english, "1557", "30.9.2023")

    html = english.get("/rights/options").text
    assert "−11 days no time" in line_of(html, "Frøya")
    assert "9 days fewer than 60 days" in line_of(html, "Gjemnes")
    option = read(english, "/rights/options/1557")
    assert "The vote that is known: 30 September 2023 fewer than 60 days" in option
    page = text_of(part(english.get("/municipalities/5014").text, "limits"))
    assert "It left no time to change its mind: withdrawal until" in page
    assert "no time The option" in page
    assert "changes its mind" not in read(english, "/conflicts")


def record(client, number, when):
    sent = fact(client, "option-exercised", when)
    answer = client.post(f"/rights/{number}/facts/new", data=sent)
    assert answer.status_code == 303
