"""The money that moved as a table, and as a file for a spreadsheet."""

import csv
import io

import pytest
from flask_babel import force_locale

from app.history.exports import money_csv
from app.history.money_table import moved_money
from app.store.names import names_for
from app.store.tables import ChangeRow
from tests.app.moved_documents import investment, money


@pytest.fixture
def names(plan):
    with force_locale("en_GB"):
        yield names_for(plan, "en")


def moving_money():
    """Two municipalities that keep today's systems longer."""
    return money(
        "1516",
        "1517",
        legacy=1_234_567,
        legacy_saved=-1_234_567,
        net=-2_000_000,
        bases=["one-case"],
    )


def test_who_has_none_is_not_in_the_table(names):
    assert moved_money({}, names).rows == ()
    assert moved_money({"money": {"municipalities": []}}, names).headings == ()


def test_every_municipality_has_a_row_and_all_have_one(names):
    whole = moving_money()

    table = moved_money({"money": whole}, names)

    assert table.headings == ("Today’s systems", "Net")
    first, _second, total = table.rows
    assert (first.name, first.years, first.basis) == (
        "Ulstein",
        "2025–2040",
        "estimate from one case",
    )
    assert first.sums == ("approx. +1,235,000", "approx. −2,000,000")
    assert first.present_value == "approx. 5,559,000 (2025) → approx. 5,000,000 (2026)"
    assert (total.name, total.is_total, total.present_value) == ("In all", True, "")
    assert total.sums[0] == "approx. +2,469,000"


def test_who_it_is_most_for_stands_first(names):
    sums = {"1515": -1_000_000, "1516": -3_000_000, "1517": 2_000_000}
    whole = money()
    whole["municipalities"] = [
        money(number, net=net)["municipalities"][0] for number, net in sums.items()
    ]

    *places, total = moved_money({"money": whole}, names).rows

    assert [row.sums[0] for row in places] == ["−3,000,000", "+2,000,000", "−1,000,000"]
    assert total.is_total


def test_one_alone_is_not_added_up(names):
    (row,) = moved_money({"money": money(net=1_000_000)}, names).rows
    assert row.sums == ("+1,000,000",)
    assert row.basis == "documented"


def test_savings_are_shown_where_they_are_no_mirror_of_todays_systems(names):
    mirror = money(legacy=1_000_000, legacy_saved=-1_000_000)
    dearer = money(legacy=1_000_000, legacy_saved=5_000_000)
    assert moved_money({"money": mirror}, names).headings == ("Today’s systems",)
    assert moved_money({"money": dearer}, names).headings == (
        "Today’s systems",
        "Saved on today’s systems",
    )


def test_what_has_not_moved_is_an_empty_cell(names):
    whole = money("1516", "1517", net=1_000_000)
    one, other = whole["municipalities"]
    other["lines"] = {"platform": {"kroner": 100_000, "bases": ["derived"]}}
    one["npv"] = None
    other["npv"]["after"] = other["npv"]["before"]

    table = moved_money({"money": whole}, names)

    assert table.headings == ("Platform", "Net")
    assert table.rows[0].sums == ("", "+1,000,000")
    assert table.rows[1].sums == ("+100,000", "")
    assert [row.present_value for row in table.rows[:2]] == ["", ""]
    assert (table.has_investments, table.has_present_values) == (False, False)


def test_an_investment_tells_its_years(names):
    def text(before, after, *bases):
        whole = money(net=1_000_000)
        whole["municipalities"][0]["investment"] = investment(before, after, *bases)
        return moved_money({"money": whole}, names).rows[0].investment

    same = text([[2022, 18_500_000]], [[2023, 18_500_000]])
    assert same == "18,500,000: 2022 → 2023"
    other = text([[2022, 18_500_000]], [[2022, 20_000_000]], "estimated", "decided")
    assert other == "approx. 18,500,000 in 2022 → 20,000,000 in 2022"


def test_a_total_that_can_be_read_in_two_ways_says_so(names):
    whole = money(net=1_000_000)
    line = {"kroner": -2_672_000, "bases": ["one-case"]}
    whole["municipalities"][0]["net_otherwise"] = line
    (note,) = moved_money({"money": whole}, names).notes
    assert note.startswith("Ulstein: the source doesn’t say whether the loan ")
    assert note.endswith("if it is not, the net is approx. −2,672,000 kroner.")


def test_the_file_has_whole_kroner(names):
    whole = moving_money()
    whole["municipalities"][0]["investment"] = investment(
        [[2022, 2_000_000], [2023, 28_000_000]], [[2024, 30_000_000]]
    )

    file = money_csv(ChangeRow(moved={"money": whole}), names)

    text = file.decode().removeprefix("\ufeff")
    first, second, total = csv.DictReader(io.StringIO(text), delimiter=";")
    assert (first["Municipality"], first["Number"]) == ("Ulstein", "1516")
    assert (first["First year"], first["Last year"]) == ("2025", "2040")
    assert (first["Today’s systems"], first["Net"]) == ("1234567", "-2000000")
    assert first["Today’s systems: how it is known"] == "estimate from one case"
    assert (first["Platform"], first["Platform: how it is known"]) == ("0", "")
    assert first["Investment before"] == "30000000"
    assert first["Years of the investment before"] == "2022, 2023"
    assert first["Years of the investment after"] == "2024"
    assert first["Investment after: how it is known"] == "documented"
    assert first["Present value after"] == "5000000"
    assert first["Present value after: how it is known"] == "estimate from one case"
    assert second["Investment before"] == ""
    assert (total["Municipality"], total["Net"]) == ("In all", "-4000000")
    assert total["Present value after"] == ""
