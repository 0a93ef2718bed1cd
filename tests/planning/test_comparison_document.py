"""What is kept of a comparison with a change."""

import json
from dataclasses import replace

from planning.compare import compare
from planning.comparison_document import comparison_document
from planning.conflicts import Conflict, Kind, Severity
from planning.evaluate import evaluate
from planning.finance.projection import RestOf
from planning.finance.readings import ChangedReading
from planning.rollout import Owner
from planning.snapshot import ReportState
from tests.planning.finance.test_delay import planned
from tests.planning.programmes import NUMBER, day, iso, programme, report, wave
from tests.planning.test_compare import K13, between, delayed


def test_the_document_is_json_with_iso_dates() -> None:
    placed = [("1516", "K13"), ("1517", None)]
    late = report("project-start", ReportState.NOT_DONE)
    before = programme(K13, placed=placed)
    after = programme(delayed(K13, "-1mo"), placed=placed, reports=[late])

    document = comparison_document(between(before, after))

    assert document == json.loads(json.dumps(document))
    assert document["waves"] == [
        {"code": "K13", "before": "2025-04-26", "after": "2025-03-26", "days": -31}
    ]
    assert document["municipalities"] == ["1516"]
    assert document["deadlines"] == 3
    assert document["margins"] == [{"municipality": "1516", "before": 0, "after": -96}]
    assert {
        "kind": "margin-negative",
        "severity": "error",
        "concerns": ["1516.go-live"],
        "days": 96,
        "values": document["conflicts_new"][0]["values"],
    } in document["conflicts_new"]
    assert document["conflicts_gone"] == []
    assert "municipality-without-wave" in {
        it["kind"] for it in document["conflicts_stay"]
    }


def test_the_document_tells_every_date_that_moved() -> None:
    comparison = between(programme(K13, placed=[(NUMBER, None)]), programme(K13))

    (first, *_) = comparison_document(comparison)["moved"]

    assert first == {
        "id": "1516.project-start",
        "owner": Owner.MUNICIPALITY.value,
        "owner_id": "1516",
        "key": "project-start",
        "kind": "milestone",
        "before": None,
        "after": [iso(day("2023-09-26"))] * 2,
        "days": 0,
        "because": "1516.go-live",
        "cause": "1516.go-live",
    }


def test_a_wave_that_gets_its_date_had_none() -> None:
    comparison = between(programme(wave("K13"), placed=[]), programme(K13, placed=[]))

    (told,) = comparison_document(comparison)["waves"]

    assert told == {"code": "K13", "before": None, "after": "2025-04-26", "days": 0}


def test_the_document_has_a_conflict_with_its_numbers_before_and_after() -> None:
    late = Conflict(
        kind=Kind.DEADLINE_MISSED,
        severity=Severity.ERROR,
        concerns=("1516.option-exercised",),
        days=12,
        values=(("limit", "2024-04-26"),),
    )
    later = replace(late, days=40)
    plan = evaluate(programme())

    document = comparison_document(
        compare(replace(plan, conflicts=(late,)), replace(plan, conflicts=(later,)))
    )

    (changed,) = document["conflicts_changed"]
    assert changed["before"] == {
        "kind": "deadline-missed",
        "severity": "error",
        "concerns": ["1516.option-exercised"],
        "days": 12,
        "values": [["limit", "2024-04-26"]],
    }
    assert changed["after"]["days"] == 40
    assert document["conflicts_accepted"] == document["conflicts_stay"] == []


def test_the_document_has_the_money_in_whole_kroner() -> None:
    plan = evaluate(programme())
    document = comparison_document(
        compare(
            replace(plan, projections={"5054": planned(2022)}),
            replace(plan, projections={"5054": planned(2023)}),
        )
    )

    money = document["money"]
    assert money == json.loads(json.dumps(money))
    (told,) = money["municipalities"]
    assert (told["municipality"], told["first"], told["last"]) == ("5054", 2022, 2037)
    assert told["lines"]["legacy"] == {"kroner": 2_000_000, "bases": ["documented"]}
    assert told["lines"]["net"] == {
        "kroner": -2_163_911,
        "bases": ["derived", "documented"],
    }
    assert "project" not in told["lines"]
    assert told["investment"] == {
        "before": {"parts": [[2022, 18_500_000]], "bases": ["documented"]},
        "after": {"parts": [[2023, 18_500_000]], "bases": ["documented"]},
    }
    assert told["npv"] is None
    assert money["in_all"]["lines"] == told["lines"]
    assert money["in_all"]["municipalities"] == 1


def test_the_document_tells_of_a_reading_that_is_not_possible_any_more() -> None:
    plan = evaluate(programme())
    comparison = compare(
        replace(plan, projections={"5054": planned(2022)}),
        replace(plan, projections={"5054": planned(2023)}),
    )
    lost = ChangedReading(is_lost=True, rest_of=RestOf(100_00, 150_00))
    (money,) = comparison.money

    told = comparison_document(
        replace(comparison, money=(replace(money, reading=lost),))
    )["money"]["municipalities"][0]["reading"]

    assert told == {"is_lost": True, "is_case": True, "total": 100, "payment": 150}


def test_the_document_names_whose_money_can_no_longer_be_reckoned() -> None:
    plan = evaluate(programme())
    reckoned = replace(plan, projections={"5054": planned(2022)})
    nobody = replace(plan, projections={})

    gone = comparison_document(compare(reckoned, nobody))["money"]
    come = comparison_document(compare(nobody, reckoned))["money"]

    assert gone["no_longer_reckoned"] == come["reckoned"] == ["5054"]
    assert gone["reckoned"] == gone["municipalities"] == []
    assert gone["in_all"] is None


def test_what_is_invested_in_the_same_years_is_not_told() -> None:
    plan = evaluate(programme())
    document = comparison_document(
        compare(
            replace(plan, projections={"5054": planned(2022)}),
            replace(plan, projections={"5054": planned(2022, npv=0)}),
        )
    )

    (told,) = document["money"]["municipalities"]
    assert told["npv"]["before"] == {
        "year": 2022,
        "kroner": 5_559_000,
        "bases": ["derived", "documented"],
    }
    assert told["npv"]["after"]["kroner"] == 0
    assert told["investment"] is None
    assert told["lines"] == {}
