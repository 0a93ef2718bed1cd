"""`bolgeplan plan` on the programme as the fixtures have it."""

from datetime import date

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store.tables import PlanRow, WaveRow
from tests.app.cli.conftest import Change, Run


def test_the_document_has_every_wave_and_municipality(run: Run) -> None:
    answer = run("plan", "--format", "json")

    assert (answer.status, answer.err) == (0, "")
    document = answer.document
    assert (document["plan"], document["status_date"]) == ("current", "2023-11-30")
    assert [wave["code"] for wave in document["waves"]] == [
        *("PD1", "PD2", "PD3", "PD4", "PD5"),
        *("K11", "K12", "K13", "K14", "K15"),
    ]
    assert len(document["municipalities"]) == 66
    assert "activities" not in document


def test_a_wave_with_a_window_tells_the_day_that_is_reckoned_with(run: Run) -> None:
    (wave,) = run("plan", "--wave", "K13", "--format", "json").document["waves"]

    assert wave["aliases"] == ["KI3"]
    assert wave["window"] == ["2025-04-01", "2025-05-31"]
    assert (wave["go_live"], wave["actual"]) == ("2025-04-01", None)
    assert (wave["cost_day"], wave["set_day"]) == ("2025-05-31", None)
    assert wave["reckoned_because"] == "first-day-of-window"
    assert len(wave["municipalities"]) == 9
    assert "1516" in wave["municipalities"]


@pytest.mark.parametrize(
    ("code", "actual", "precision"),
    [("PD1", "2022-05-07", "day"), ("PD2", "2022-11", "month")],
)
def test_an_actual_is_no_more_exact_than_it_is_known(
    run: Run, code: str, actual: str, precision: str
) -> None:
    document = run("plan", "--wave", code, "--format", "json").document

    (wave,) = document["waves"]
    assert (wave["actual"], wave["actual_precision"]) == (actual, precision)
    assert {it["actual"] for it in document["municipalities"]} == {actual}
    assert {it["actual_precision"] for it in document["municipalities"]} == {precision}


@pytest.mark.parametrize("code", ["K13", "KI3", "ki3", " k13 "])
def test_codes_are_read_with_aliases_and_in_any_letters(run: Run, code: str) -> None:
    document = run("plan", "--wave", code, "--format", "json").document

    assert [wave["code"] for wave in document["waves"]] == ["K13"]
    assert {it["wave"] for it in document["municipalities"]} == {"K13"}


@pytest.mark.parametrize("name", ["1516", "Ulstein", "ULSTEIN", " ulstein "])
def test_a_municipality_is_found_by_number_or_name(run: Run, name: str) -> None:
    document = run("plan", "--municipality", name, "--format", "json").document

    (municipality,) = document["municipalities"]
    assert municipality == {
        "number": "1516",
        "name": "Ulstein",
        "wave": "K13",
        "go_live": "2025-04-01",
        "actual": None,
        "actual_precision": None,
        "dates": {
            "project-start": "2023-09-01",
            "preproject-limit": "2023-10-01",
            "withdrawal-limit": "2024-03-01",
            "option-limit": "2024-04-01",
        },
        "margin": 0,
    }
    assert [wave["code"] for wave in document["waves"]] == ["K13"]


def test_names_are_found_without_their_accents(run: Run) -> None:
    document = run("plan", "--municipality", "alesund", "--format", "json").document

    assert document["municipalities"][0]["name"] == "Ålesund"


def test_a_municipality_comes_with_its_activities(run: Run) -> None:
    document = run("plan", "--municipality", "1516", "--format", "json").document
    activities = document["activities"]

    assert len(activities) == 27
    assert activities["1516.option-exercised"]["start"] == "2024-04-01"
    assert activities["1516.project-start"]["presumed"]
    assert set(activities["1516.go-live"]) == {
        *("early_start", "early_finish", "late_start", "late_finish"),
        *("total_float", "free_float", "interfering_float", "critical", "driven_by"),
        *("start", "finish", "presumed"),
    }


def test_the_seller_of_the_shares_has_no_option_and_no_limits_of_one(run: Run) -> None:
    document = run("plan", "--municipality", "Trondheim", "--format", "json").document

    assert set(document["municipalities"][0]["dates"]) == {"project-start"}
    assert document["municipalities"][0]["margin"] is None


def test_who_is_not_in_the_wave_that_is_asked_for_is_not_shown(run: Run) -> None:
    words = ("--municipality", "1516", "--wave", "K14", "--format", "json")

    document = run("plan", *words).document

    assert document["municipalities"] == []
    assert [wave["code"] for wave in document["waves"]] == ["K14"]
    assert document["activities"] == {}


def test_the_table_shows_waves_municipalities_and_activities(run: Run) -> None:
    answer = run("plan", "--municipality", "1516")

    assert answer.status == 0
    assert answer.out.startswith("The rollout plan of November 2023, on 2023-11-30\n")
    lines = answer.out.splitlines()
    assert any(line.split()[:2] == ["K13", "KI3"] for line in lines)
    assert any(line.startswith("1516    Ulstein") for line in lines)
    (preproject,) = (line for line in lines if line.startswith("Pre-project  "))
    assert preproject.split()[1:4] == ["2023-10-01", "2024-03-31", "2023-10-01"]
    assert preproject.endswith("presumed as planned")


def test_there_is_nothing_to_report_of_a_limit(run: Run) -> None:
    lines = run("plan", "--municipality", "1516").out.splitlines()

    (limit,) = (line for line in lines if line.startswith("Limit for agreeing"))
    assert not limit.endswith("presumed as planned")


def test_the_whole_table_has_a_line_for_everybody(run: Run) -> None:
    lines = run("plan").out.splitlines()

    assert sum(line[:4].isdecimal() for line in lines) == 66


def test_a_wave_without_a_date_has_none(run: Run, change: Change) -> None:
    def undate() -> None:
        wave = db.session.scalars(select(WaveRow).where(WaveRow.code == "K15")).one()
        wave.window_first = wave.window_last = None

    change(undate)

    document = run("plan", "--wave", "K15", "--format", "json").document
    (wave,) = document["waves"]
    assert (wave["window"], wave["go_live"], wave["cost_day"]) == (None, None, None)
    assert {it["go_live"] for it in document["municipalities"]} == {None}
    assert run("plan", "--wave", "K15").status == 0


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "2026"),
        (date(2023, 9, 1), date(2023, 11, 30), "2023-09-01/2023-11-30"),
        (date(2023, 9, 10), date(2023, 9, 20), "2023-09-10/2023-09-20"),
    ],
)
def test_an_actual_of_a_year_or_a_season_is_told_as_such(
    run: Run, change: Change, first: date, last: date, told: str
) -> None:
    def know_less() -> None:
        wave = db.session.scalars(select(WaveRow).where(WaveRow.code == "PD2")).one()
        year = 2022 if told == "2026" else first.year
        wave.actual_first = first.replace(year=year)
        wave.actual_last = last.replace(year=year)
        wave.actual_precision = "window"

    change(know_less)

    (wave,) = run("plan", "--wave", "PD2", "--format", "json").document["waves"]
    assert wave["actual"] == told.replace("2026", "2022")


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        (("plan", "--wave", "K31"), "KI3"),
        (("plan", "--municipality", "Ulsten"), "1516 Ulstein"),
        (("plan", "--municipality", "Indre"), "5054 Indre Fosen"),
        (("plan", "--municipality", "1561"), "1566 Surnadal"),
    ],
)
def test_what_there_is_not_is_refused_with_what_comes_nearest(
    run: Run, words: tuple[str, ...], nearest: str
) -> None:
    answer = run(*words)

    assert (answer.status, answer.out) == (2, "")
    assert words[-1] in answer.err
    assert "Did you mean: " in answer.err
    assert nearest in answer.err


def test_without_anything_near_nothing_is_guessed(run: Run) -> None:
    answer = run("plan", "--municipality", "$")

    assert (answer.status, answer.err) == (
        2,
        "bolgeplan: There is no municipality “$”.\n",
    )


def test_another_plan_can_be_asked_for(run: Run, change: Change) -> None:
    change(lambda: db.session.add(PlanRow(name="idea", kind="scenario", titles={})))

    document = run("plan", "--plan", "idea", "--format", "json").document

    assert (document["plan"], document["waves"]) == ("idea", [])
    assert {it["wave"] for it in document["municipalities"]} == {None}


def test_a_limit_has_no_float_as_on_the_web(run: Run) -> None:
    told = run("plan", "--municipality", "1516").out.splitlines()
    limit = next(line for line in told if line.startswith("Limit for taking up"))
    assert limit.split()[-1] == "–"
