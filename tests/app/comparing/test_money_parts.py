"""Whose money several changes moved: each has its part, and they add up."""

import csv
import io
import re
from datetime import date

import pytest

from app.baselines.commands import make
from app.store import results
from app.store.baselines import Details
from app.waves import commands
from app.waves.queries import get_wave
from planning.durations import parse_duration
from tests.app.reading import text_of

ENDS = "from=baseline:1&to=plan"
K14, RATE = "change-2", "change-3"


@pytest.fixture
def moved(app, office, english):
    """A frozen plan, then K14 four weeks later, then a dearer loan."""
    with app.test_request_context(base_url="http://localhost"):
        details = Details(
            name="Before",
            why="To compare",
            decided_by="Office",
            case_number="1/23",
            decided_on=date(2023, 11, 30),
        )
        make(results.current_plan(), details, by=office, seen=results.revision())
        plan = results.current_plan()
        commands.shift(plan, get_wave(plan, "K14"), parse_duration("28d"), by=office)
    english.post("/economy/assumptions/loan_rate", data={"value": "6", "note": ""})
    return english


def money_of(client, ends):
    found = client.get(f"/compare/moved.json?{ends}").json["money"]
    return {it["municipality"]: it for it in found}


def test_the_parts_are_what_each_change_cost_and_add_up(moved):
    by_move = {
        it["municipality"]: it["lines"]["net"]["kroner"]
        for it in moved.get("/history/2/moved.json").json["money"]["municipalities"]
    }
    found = money_of(moved, ENDS)
    assert len(found) == 66
    for number, it in found.items():
        parts = {part["change"]: part["better_off"] for part in it["parts"]}
        assert sum(parts.values()) == it["better_off"]
        assert it["unexplained"] == 0
        assert parts.get(K14) == by_move.get(number)
        # A total that is documented with its loan is the same with a dearer one.
        assert parts[RATE] < 0 or it["better_off"] == 0
    assert len(by_move) == 12


def test_the_other_way_round_every_part_is_turned(moved):
    there, back = money_of(moved, ENDS), money_of(moved, "from=plan&to=baseline:1")
    for number, it in there.items():
        turned = [(p["change"], -p["better_off"]) for p in back[number]["parts"]]
        assert turned == [(p["change"], p["better_off"]) for p in it["parts"]]


def test_the_page_tells_every_part_and_agrees_with_the_comparison(moved):
    page = moved.get(f"/compare/moved?{ENDS}").text
    assert len(page.encode()) < 300_000
    told = text_of(page)
    assert "66 municipalities have other sums" in told
    assert "12 municipalities have other dates" in told
    assert "Loan interest: 6%" in told
    sums, _caption, rows = told.partition("Money before and after")
    assert re.search(r"K14 moved .*? 12 .*? Loan interest: 6% .*? 66 .*? In all", sums)
    # The largest first, and a part of each change in what both moved.
    assert rows.index("Trondheim") < rows.index("Namsos") < rows.index("Lierne")
    lierne = rows[rows.index("Lierne") :]
    assert "Loan interest" in lierne[: lierne.index("K14 moved")]
    beside = text_of(moved.get("/compare?state=baseline:1&state=plan&show=money").text)
    assert "66 municipalities have other sums" in beside


def test_the_file_has_a_line_for_each_part(moved):
    file = moved.get(f"/compare/moved-money.csv?{ENDS}").data.decode("utf-8-sig")
    headings, *lines = csv.reader(io.StringIO(file), delimiter=";")
    whole = headings.index("Better off over these years, NOK")
    part = headings.index("Part of it, NOK")
    found = money_of(moved, ENDS).values()
    assert sum(int(line[part]) for line in lines) == sum(
        int(line[whole] or 0) for line in lines
    )
    assert len(lines) == sum(len(it["parts"]) for it in found)
