"""Fixture files: what is wrong with them, where, and how it is told."""

import shutil

import pytest

from app.store.errors import FixtureError, Problem
from app.store.seed import FIXTURES
from app.store.seed.reading import read_fixtures
from app.store.seed.texts import SENTENCES, fixture_text, problem_text


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FIXTURES, tmp_path / "fixtures")


def problems(folder) -> tuple[Problem, ...]:
    with pytest.raises(FixtureError) as refused:
        read_fixtures(folder)
    return refused.value.problems


def problem(folder) -> Problem:
    (found,) = problems(folder)
    return found


def swap(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old} is not in {name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_fixtures_are_in_order():
    files = read_fixtures(FIXTURES)
    assert len(files["municipalities"]) == 66
    assert len(files["waves"]) == 10


def test_a_missing_file_is_named(folder):
    (folder / "waves.csv").unlink()
    found = problem(folder)
    assert (found.file, found.line, found.kind) == ("waves.csv", 0, "missing-file")


def test_an_empty_file_is_named(folder):
    (folder / "regions.csv").write_text("", encoding="utf-8")
    assert problem(folder).kind == "empty-file"


def test_another_encoding_is_named_with_its_line(folder):
    path = folder / "regions.csv"
    path.write_bytes(path.read_bytes().replace("ø".encode(), b"\xf8", 1))
    found = problem(folder)
    assert found.kind == "not-utf8"
    line = FIXTURES.joinpath("regions.csv").read_text(encoding="utf-8")
    assert found.line == line[: line.index("ø")].count("\n") + 1


def test_a_mark_at_the_start_of_the_file_does_not_matter(folder):
    path = folder / "regions.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_fixtures(folder)


def test_a_quotation_mark_that_does_not_end_is_named(folder):
    path = folder / "regions.csv"
    path.write_text(path.read_text(encoding="utf-8") + '"open,', encoding="utf-8")
    assert problem(folder).kind == "broken-csv"


def test_columns_are_checked_by_name(folder):
    swap(folder, "waves.csv", "window_start", "window_strat")
    missing, unknown = problems(folder)
    assert (missing.kind, missing.column) == ("missing-column", "window_start")
    assert (unknown.kind, unknown.column) == ("unknown-column", "window_strat")
    assert unknown.values["near"] == "window_start"


def test_a_column_there_twice_is_named(folder):
    swap(folder, "regions.csv", "county", "name")
    assert {found.kind for found in problems(folder)} == {
        "missing-column",
        "repeated-column",
    }


def test_a_row_with_too_few_cells_is_named(folder):
    swap(folder, "regions.csv", "ror,ROR,Møre og Romsdal,", "ror,ROR,")
    found = problem(folder)
    assert found.kind == "cell-count"
    assert found.values == {"expected": 9, "found": 8}


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "column"),
    [
        ("waves.csv", "2025-04-01", "1.4.2025", "bad-date", "window_start"),
        ("waves.csv", "2025-04-01", "2025-02-30", "bad-date", "window_start"),
        ("waves.csv", "2025-04-01", "", "half-span", "window_start"),
        ("waves.csv", "2025-05-31", "2025-03-31", "end-before-start", "window_end"),
        ("waves.csv", "K13,KI3,8", "K13,KI3,åtte", "bad-whole", "sequence"),
        ("waves.csv", "K13,KI3", "K12,KI3", "duplicate-key", "code"),
        ("waves.csv", ",window,", ",about,", "unknown-value", "precision"),
        ("waves.csv", "K13,KI3", ",KI3", "empty-cell", "code"),
        ("waves.csv", ",documented,", ",certain,", "unknown-value", "confidence"),
        ("municipalities.csv", "1516,", "15a6,", "bad-municipality-number", "number"),
        ("municipalities.csv", "63.1105", "63,1105", "cell-count", ""),
        ("municipalities.csv", "63.1105", "nord", "bad-number", "latitude"),
        ("template_activities.csv", ",7mo,", ",7 months,", "bad-duration", "duration"),
        ("template_activities.csv", ",7mo,", ",-5d,", "negative-duration", "duration"),
        ("template_activities.csv", ",yes,", ",ja,", "unknown-value", "holders_only"),
        ("template_links.csv", ",FS,", ",after,", "unknown-value", "kind"),
        ("municipalities.csv", ",24159,", ",-1,", "negative", "population"),
        ("municipalities.csv", ",2023,", ",1989,", "out-of-range", "population_year"),
        ("municipalities.csv", ",2023,", ",2101,", "out-of-range", "population_year"),
        ("municipalities.csv", ",63.1105,", ",90.1,", "out-of-range", "latitude"),
        ("municipalities.csv", ",63.1105,", ",-91,", "out-of-range", "latitude"),
        ("municipalities.csv", ",7.7279,", ",180.1,", "out-of-range", "longitude"),
        ("municipalities.csv", ",7.7279,", ",-181,", "out-of-range", "longitude"),
        ("budget_2018.csv", ",250000,", ",-250000,", "negative", "budget_nok"),
        ("budget_2018.csv", "250000,inv", "-250000,inv", "negative", "revised_nok"),
        ("waves.csv", "2025-04-01", "1949-12-31", "far-date", "window_start"),
        ("waves.csv", "2025-05-31", "2101-01-01", "far-date", "window_end"),
        ("programme.csv", "2023-11-30", "0001-01-01", "far-date", "value"),
        ("waves.csv", "K13,KI3", "K13,K12", "taken-name", "alias"),
        ("waves.csv", "K13,KI3", "K13,ki2", "taken-name", "alias"),
        ("waves.csv", "K13,KI3", "K13,pd1", "taken-name", "alias"),
        ("waves.csv", "PD1,,1", "PD1,KI3,1", "taken-name", "alias"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(folder, file, old, new, kind, column):
    swap(folder, file, old, new)
    found = problem(folder)
    assert (found.file, found.kind, found.column) == (file, kind, column)
    assert found.line > 1


@pytest.mark.parametrize(
    ("file", "old", "new", "column"),
    [
        ("placements.csv", ",K13,", ",K31,", "wave"),
        ("placements.csv", "1516,", "9999,", "municipality"),
        ("trusts.csv", ",K11,", ",K99,", "wave"),
        ("municipalities.csv", ",HMR,", ",XYZ,", "trust"),
        ("municipalities.csv", "ssb-07459 csdata", "ssb nobody", "population_source"),
        ("template_links.csv", "training,cutover", "training,party", "successor"),
        ("template_links.csv", "training,cutover", "party,cutover", "predecessor"),
        ("deadlines.csv", ",namdal,", ",nowhere,", "scope"),
        ("programme.csv", "share_seller,5001", "share_seller,4999", "value"),
        ("money_parts.csv", "E09,2023", "E99,2023", "figure"),
        ("bindings.csv", ",namdal,,", ",nowhere,5007 5052,", "region"),
        ("bindings.csv", ",namdal,,", ",namdal,5007 5099,", "members"),
        ("components.csv", "configure-and-test", "configure", "needed_by"),
    ],
)
def test_a_reference_to_nothing_is_named(folder, file, old, new, column):
    swap(folder, file, old, new)
    found = problems(folder)[0]
    assert (found.file, found.kind) == (file, "unknown-reference")
    assert found.column == column


def test_bounds_are_inside_and_a_lag_may_be_negative(folder):
    swap(folder, "waves.csv", "2025-05-31", "2100-12-31")
    swap(folder, "municipalities.csv", ",63.1105,7.7279,", ",-90,180,")
    swap(folder, "municipalities.csv", ",24159,2023,", ",0,1990,")
    swap(
        folder,
        "template_links.csv",
        "training,cutover,FS,0d",
        "training,cutover,FS,-2w",
    )
    assert read_fixtures(folder)


def test_a_wave_may_be_called_by_its_own_code(folder):
    swap(folder, "waves.csv", "K13,KI3", "K13,k13")
    assert read_fixtures(folder)


def test_a_code_in_other_letters_is_taken(folder):
    with (folder / "waves.csv").open("a", encoding="utf-8") as file:
        file.write("k13,,11,K,2026-10-01,2026-11-30,window,,,,,,,,,,,,,\n")
    found = problem(folder)
    assert (found.kind, found.column) == ("taken-name", "code")


def test_a_scope_of_an_unknown_kind_is_named(folder):
    swap(folder, "vintage_statements.csv", "trust:HNT", "hospital:HNT")
    assert problem(folder).kind == "unknown-scope"


def test_a_service_belongs_to_an_area_that_there_is(folder):
    path = folder / "lists.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write("service,ferry,99,harbour,Ferje,Ferje,Ferry,,,,,,assumed\n")
    found = problem(folder)
    assert (found.column, found.values["value"]) == ("parent", "harbour")


def test_a_fact_of_the_programme_that_is_missing_is_named(folder):
    swap(folder, "programme.csv", "status_date", "status_day")
    missing, unknown = problems(folder)
    assert (missing.kind, missing.values) == ("missing-key", {"value": "status_date"})
    assert unknown.values == {"value": "status_day", "near": "status_date"}


def test_a_fact_of_the_programme_that_cannot_be_read_is_named(folder):
    swap(folder, "programme.csv", "2023-11-30", "november")
    found = problem(folder)
    assert (found.kind, found.column) == ("bad-date", "value")


def test_a_template_without_a_go_live_is_refused(folder):
    path = folder / "template_activities.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("\ngo-live,", "\nlive,"),
        encoding="utf-8",
    )
    assert problems(folder)[0].kind == "missing-key"


def test_what_has_happened_has_happened_by_the_status_date(folder):
    swap(folder, "waves.csv", "2023-11-03,2023-11-03,day,slides",
         "2023-11-03,2023-12-03,window,slides")  # fmt: skip
    found = problem(folder)
    assert (found.kind, found.column) == ("after-status-date", "actual_end")
    assert found.values["value"] == "2023-12-03"


def test_a_cycle_in_the_template_names_its_steps(folder):
    with (folder / "template_links.csv").open("a", encoding="utf-8") as file:
        file.write("cutover,prepare-solution,FS,0d,working-days,,,assumed,,,\n")
    found = problem(folder)
    assert found.kind == "cycle"
    assert {"cutover", "prepare-solution"} <= set(found.values["activities"])


def test_everything_wrong_is_told_at_once(folder):
    swap(folder, "waves.csv", "2025-04-01", "soon")
    swap(folder, "regions.csv", "county", "fylke")
    swap(folder, "placements.csv", ",documented,", ",sure,")
    assert {found.file for found in problems(folder)} == {
        "placements.csv",
        "regions.csv",
        "waves.csv",
    }


VALUES = {
    "reason": "unexpected end",
    "near": "",
    "expected": 7,
    "found": 6,
    "value": "x",
    "earlier": 3,
    "first": "a",
    "last": "b",
    "allowed": ("day", "month"),
    "file": "waves.csv",
    "kinds": ("wave",),
    "status_date": "2023-11-30",
    "activities": ("a", "b"),
    "length": 20,
    "figure": "E09",
    "total": 3,
    "sum": 90,
    "amount": 4,
    "least": -90,
    "most": 90,
}


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_kind_has_a_sentence_with_its_place(kind, app):
    found = Problem(file="x.csv", line=3, column="day", kind=kind, values=VALUES)
    with app.app_context():
        text = problem_text(found)
    assert text.startswith("x.csv")
    assert "%(" not in text


def test_all_problems_are_told_one_a_line(folder, app):
    (folder / "waves.csv").unlink()
    (folder / "trusts.csv").unlink()
    with app.app_context(), pytest.raises(FixtureError) as refused:
        read_fixtures(folder)
    with app.app_context():
        lines = fixture_text(refused.value).splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("trusts.csv: ")
