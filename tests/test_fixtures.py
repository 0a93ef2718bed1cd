"""The sourced data in fixtures/: complete, well joined, and of its own time.

Read as plain CSV, as anybody may read it. The programme's status date bounds it:
what happened later stands in one file and one vintage only.
"""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.nynorsk import find_bokmal

FOLDER = Path(__file__).parents[1] / "fixtures"
FILES = sorted(path.name for path in FOLDER.glob("*.csv"))
# The parts of a sum are told where the sum is; a resource says no more than its name.
WITHOUT_SOURCES = {"sources.csv", "vintages.csv", "money_parts.csv", "resources.csv"}
STATUS_DATE = date(2023, 11, 30)
LATER = "known-afterwards"

Row = dict[str, str]


def read(name: str) -> list[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def keys(name: str, column: str = "key") -> set[str]:
    found = [row[column] for row in read(name)]
    assert len(found) == len(set(found)), f"{name}: {column} is not unique"
    return set(found)


def cited(row: Row) -> set[str]:
    """The sources of a row, in every column that cites one."""
    columns = [c for c in row if c in {"source", "confirmed_by"}]
    columns += [c for c in row if c.endswith("_source")]
    return {key for column in columns for key in row[column].split()}


def happened(name: str, row: Row) -> list[str]:
    """The last days of what a row tells as having happened."""
    days = [row.get("actual_end", ""), row.get("decided_end", "")]
    if name == "milestones.csv" and row["done"] == "yes":
        days.append(row["window_end"])
    if name in {"vintages.csv", "key_figures.csv"}:
        days.append(row["dated_end"])
    if row.get("vintage") == "actual":
        days.append(row["window_end"])
    return [day for day in days if day]


def is_later(row: Row) -> bool:
    return LATER in {row.get("vintage"), row.get("key")}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_plain_utf8_with_whole_rows(name):
    text = (FOLDER / name).read_bytes().decode("utf-8")
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert text.endswith("\n")
    for row in read(name):
        assert None not in row, f"a row of {name} is too long"
        assert None not in row.values(), f"a row of {name} is too short"
        assert all(value == value.strip() for value in row.values())


def test_sixty_six_municipalities_are_counted_with_their_people():
    rows = read("municipalities.csv")
    assert len(keys("municipalities.csv", "number")) == len(rows) == 66
    assert all(re.fullmatch(r"\d{4}", row["number"]) for row in rows)
    assert sum(int(row["population"]) for row in rows) == 750_070
    forms = Counter(row["language_form"] for row in rows)
    assert forms == {"nøytral": 43, "nynorsk": 15, "bokmål": 8}


def test_every_municipality_stands_in_one_wave():
    rows = read("placements.csv")
    assert keys("placements.csv", "municipality") == keys(
        "municipalities.csv", "number"
    )
    sizes = Counter(row["wave"] for row in rows)
    waves = [row["code"] for row in read("waves.csv")]
    assert [sizes[code] for code in waves] == [1, 6, 2, 1, 9, 8, 10, 9, 12, 8]
    assert sum(bool(row["actual_start"]) for row in rows) == 19
    assert sum(not row["actual_start"] for row in rows) == 47


def test_the_waves_have_their_codes_and_windows():
    rows = read("waves.csv")
    assert [row["code"] for row in rows] == [
        *(f"PD{n}" for n in range(1, 6)),
        *(f"K{n}" for n in range(11, 16)),
    ]
    assert [row["alias"] for row in rows[5:]] == [f"KI{n}" for n in range(1, 6)]
    starts = [row["window_start"] for row in rows]
    assert starts == sorted(starts)
    assert [bool(row["actual_start"]) for row in rows] == [True] * 5 + [False] * 5


def test_a_placement_that_is_live_went_live_with_its_wave():
    waves = {row["code"]: row for row in read("waves.csv")}
    actual = ("actual_start", "actual_end", "actual_precision")
    for row in read("placements.csv"):
        wave = waves[row["wave"]]
        assert [row[c] for c in actual] == [wave[c] for c in actual]


def test_there_are_thirteen_regions_and_five_trusts():
    assert len(keys("regions.csv")) == 13
    trusts = read("trusts.csv")
    assert Counter(row["named"] for row in trusts) == {"yes": 3, "no": 2}
    assert all(bool(row["name"]) == (row["named"] == "yes") for row in trusts)
    used = {row["region"] for row in read("municipalities.csv")}
    assert used == keys("regions.csv")


@pytest.mark.parametrize("name", sorted(set(FILES) - WITHOUT_SOURCES))
def test_every_row_says_where_it_comes_from(name):
    known = keys("sources.csv")
    for row in read(name):
        assert cited(row) <= known, row
        for column in (c for c in row if c == "source" or c.endswith("_source")):
            # An actual date has a source of its own, empty until it happened.
            if row[column] or column == "actual_source":
                continue
            assert row[column.replace("source", "confidence")] == "assumed", row
        levels = [row[c] for c in row if c.endswith("confidence")]
        assert levels
        assert set(levels) <= {"documented", "derived", "assumed"}


def test_every_source_is_used():
    used = {key for name in FILES for row in read(name) for key in cited(row)}
    assert used == keys("sources.csv")


@pytest.mark.parametrize(
    ("name", "column", "target", "key"),
    [
        ("municipalities.csv", "trust", "trusts.csv", "code"),
        ("municipalities.csv", "region", "regions.csv", "key"),
        ("placements.csv", "wave", "waves.csv", "code"),
        ("trusts.csv", "wave", "waves.csv", "code"),
        ("decisions.csv", "municipality", "municipalities.csv", "number"),
        ("money.csv", "municipality", "municipalities.csv", "number"),
        ("money.csv", "same_as", "money.csv", "key"),
        ("known_afterwards.csv", "municipality", "municipalities.csv", "number"),
        ("known_afterwards.csv", "trust", "trusts.csv", "code"),
        ("deadlines.csv", "vintage", "vintages.csv", "key"),
        ("deadlines.csv", "scope", "regions.csv", "key"),
        ("vintage_statements.csv", "vintage", "vintages.csv", "key"),
    ],
)
def test_references_resolve(name, column, target, key):
    used = {row[column] for row in read(name)} - {""}
    assert used <= keys(target, key)


@pytest.mark.parametrize("name", FILES)
def test_a_window_runs_from_its_first_to_its_last_day(name):
    for row in read(name):
        for column in (c for c in row if c.endswith("_start")):
            first, last = row[column], row[column.removesuffix("start") + "end"]
            assert bool(first) == bool(last), row
            if first:
                assert date.fromisoformat(first) <= date.fromisoformat(last), row
        precision = row.get("precision") or row.get("actual_precision", "")
        assert precision in {
            *("", "day", "month", "quarter", "half_year", "season", "year", "window")
        }


@pytest.mark.parametrize("name", sorted(set(FILES) - {"known_afterwards.csv"}))
def test_nothing_is_told_that_happened_after_the_status_date(name):
    for row in read(name):
        if is_later(row):
            continue
        for day in happened(name, row):
            assert date.fromisoformat(day) <= STATUS_DATE, row
        if "decided" in row:
            assert row["decided"] <= STATUS_DATE.isoformat()
            assert row["period"][:4] <= "2023" or row["period"] == "annual"


def test_what_became_known_later_is_cited_nowhere_else():
    pages = {key for row in read("known_afterwards.csv") for key in cited(row)}
    for name in sorted(set(FILES) - {"known_afterwards.csv"}):
        for row in read(name):
            assert is_later(row) or not cited(row) & pages, (name, row)


def test_the_status_date_is_the_programmes():
    facts = {row["key"]: row["value"] for row in read("programme.csv")}
    assert facts["status_date"] == STATUS_DATE.isoformat()
    assert facts["name"] == "Helseplattformen"


def test_the_preparation_budget_adds_up():
    rows = read("budget_2018.csv")
    assert sum(int(row["budget_nok"]) for row in rows) == 2_400_000
    assert sum(int(row["revised_nok"]) for row in rows) == 4_000_000


def test_the_saving_of_indre_fosen_follows_from_its_figures():
    amounts = {
        r["kind"]: r["amount_nok"] for r in read("money.csv") if r["key"] < "E06"
    }
    assert amounts["investment-one-off"] == "18500000"
    legacy, gain = int(amounts["annual-legacy-cost"]), int(amounts["annual-gain"])
    saving = legacy + gain - int(amounts["annual-cost-total"])
    assert saving == int(amounts["annual-net-saving"]) == 500_000


def test_money_is_whole_kroner_and_the_doubled_sum_points_to_the_newer():
    rows = {row["key"]: row for row in read("money.csv")}
    assert all(re.fullmatch(r"\d*", row["amount_nok"]) for row in rows.values())
    doubled = {key: row["same_as"] for key, row in rows.items() if row["same_as"]}
    assert doubled == {"E08": "E09"}
    assert rows["E08"]["amount_nok"] == rows["E09"]["amount_nok"] == "30000000"


@pytest.mark.parametrize("name", FILES)
def test_a_text_is_written_in_every_language(name):
    may_be_empty = {"includes_nb", "note_nb", "trust_note_nb", "region_note_nb"}
    if name == "lists.csv":
        may_be_empty.add("text_nb")
    for row in read(name):
        for column in (c for c in row if c.endswith("_nb")):
            others = [in_tongue(row, column, tongue) for tongue in ("nn", "en")]
            assert {bool(row[column])} == {*map(bool, others)}, row
            assert row[column] or column in may_be_empty, row
            assert not find_bokmal(in_tongue(row, column, "nn")), row


@pytest.mark.parametrize("name", FILES)
def test_a_note_has_its_columns_and_its_translation(name):
    for row in read(name):
        columns = {column for column in row if "note" in column}
        assert columns <= {
            f"{fact}note_{language}"
            for fact in ("", "trust_", "region_")
            for language in ("nb", "nn", "en")
        }
        for column in (c for c in columns if c.endswith("_nb") and row[c]):
            assert row[column] != in_tongue(row, column, "en")


def in_tongue(row: Row, column: str, tongue: str) -> str:
    """The same text in another language."""
    return row[column.removesuffix("nb") + tongue]


@pytest.mark.parametrize("name", FILES)
def test_documents_are_cited_by_what_they_are(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert not re.search(r"\.txt|00[0-4]_|\b00[0-4]:", text)


def test_the_lists_are_complete_and_services_have_an_area():
    rows = read("lists.csv")
    assert Counter(row["kind"] for row in rows) == {
        "risk": 5,
        "risk-reducer": 5,
        "other-risk": 11,
        "benefit-target": 8,
        "effect-goal": 11,
        "service-area": 10,
        "service": 40,
        "migration-step": 3,
        "archive-step": 4,
        "ki1-activity": 7,
    }
    assert len({(row["kind"], row["key"]) for row in rows}) == len(rows)
    areas = {row["key"] for row in rows if row["kind"] == "service-area"}
    parents = {row["parent"] for row in rows if row["kind"] == "service"}
    assert parents == areas


def test_a_statement_names_scopes_that_exist():
    known = {
        "municipality": keys("municipalities.csv", "number"),
        "region": keys("regions.csv"),
        "rest-of": keys("trusts.csv", "code"),
        "trust": keys("trusts.csv", "code"),
        "wave": keys("waves.csv", "code"),
    }
    rows = read("vintage_statements.csv")
    assert len(keys("vintage_statements.csv")) == len(rows) == 62
    for row in rows:
        for scope in row["scopes"].split():
            kind, _, key = scope.removesuffix("#later").partition(":")
            assert key in known[kind], row
    later = [row["key"] for row in rows if row["vintage"] == LATER]
    assert later == ["V060", "V061"]
