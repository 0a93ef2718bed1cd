"""Every kind of conflict has its sentence, with its own numbers."""

import pytest

from app.conflict_texts import conflict_text, severity_text
from app.conflict_texts.sentences import SENTENCES, SEVERITIES
from planning.conflicts import Conflict, Kind, Severity
from tests.app.conflict_texts.names import Names

pytestmark = pytest.mark.usefixtures("english")

DECIDED = {"decided-first": "2023-10-01", "decided-last": "2023-10-31"}
LIMIT = {"limit": "2023-11-09"}


def conflict(
    kind: Kind,
    *concerns: str,
    days: int = 0,
    severity: Severity = Severity.ERROR,
    **values: str,
) -> Conflict:
    named = {name.replace("_", "-"): value for name, value in values.items()}
    return Conflict(
        kind=kind,
        severity=severity,
        concerns=concerns,
        days=days,
        values=tuple(named.items()),
    )


def test_every_kind_has_its_sentence():
    assert set(SENTENCES) == set(Kind)


def test_every_severity_has_its_word():
    assert set(SEVERITIES) == set(Severity)
    assert len({severity_text(it) for it in Severity}) == len(Severity)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            conflict(Kind.DEADLINE_MISSED, "1516.training", days=12),
            "Ulstein: training misses its deadline by 12 days.",
        ),
        (
            conflict(Kind.DATE_AGAINST_LOGIC, "wave.K13", days=1),
            "K13 is set 1 day earlier than it can be.",
        ),
        (
            conflict(Kind.MARGIN_NEGATIVE, "1516.go-live", days=30),
            "Ulstein can go live 30 days after its wave at the earliest.",
        ),
        (
            conflict(
                Kind.WORK_CANNOT_HOLD,
                "1516.training",
                days=2,
                earliest="2025-03-14",
                latest="2025-03-12",
            ),
            (
                "Ulstein: training: from what is reported it can be done by 14 March"
                " 2025 at the earliest, 2 days after the last day that go-live leaves"
                " (12 March 2025)."
            ),
        ),
        (
            conflict(
                Kind.START_IN_THE_PAST,
                "municipality.1516",
                "1516.preproject",
                days=21,
                steps="1",
                first="1516.preproject",
                would_start="2023-09-01",
                earliest="2025-04-22",
            ),
            (
                "Ulstein now goes live so early that 1 step would have had to be"
                " further on by the status date than the decided plan meant it to be."
                " With what was left to do then, go-live can come on 22 April 2025 at"
                " the earliest, 21 days too late."
            ),
        ),
        (
            conflict(
                Kind.OPTION_DECIDED_LATE,
                "1516.option-exercised",
                days=10,
                limit="2024-04-01",
                decided="2024-04-11",
            ),
            (
                "Ulstein took up its option on 11 April 2024, 10 days after the limit"
                " (1 April 2024)."
            ),
        ),
        (
            conflict(Kind.MUNICIPALITY_WITHOUT_WAVE, "municipality.1516"),
            "Ulstein is in no wave.",
        ),
        (
            conflict(Kind.WAVE_WITHOUT_DATE, "wave.K13"),
            "Wave K13 has neither a day nor a window.",
        ),
        (
            conflict(
                Kind.REGION_SPLIT,
                "region.sore-sunnmore",
                "municipality.1516",
                waves="K11,K13,K14",
            ),
            (
                "The region Søre Sunnmøre is split: its municipalities are in K11, K13"
                " and K14."
            ),
        ),
        (
            conflict(
                Kind.GO_LIVE_IN_CLOSED_PERIOD,
                "wave.K13",
                day="2025-07-05",
                period="july",
            ),
            "K13 is to go live on 5 July 2025, in a closed period: July.",
        ),
        (
            conflict(
                Kind.TRUST_AFTER_MUNICIPALITY,
                "municipality.1516",
                "trust.HMR",
                day="2024-04-27",
                trust_day="2024-11-09",
            ),
            (
                "Ulstein goes live on 27 April 2024, before its hospital trust: Møre"
                " and Romsdal trust comes on 9 November 2024."
            ),
        ),
        (
            conflict(
                Kind.COMPONENT_LATE,
                "component.sfm",
                days=40,
                expected="2024-06-30",
                municipalities="47",
            ),
            (
                "The prescription module is expected on 30 June 2024, 40 days after the"
                " first municipality needs it."
            ),
        ),
        (
            conflict(Kind.COMPONENT_LATE, "component.sfm", municipalities="47"),
            (
                "The prescription module is late, and no date is known. 47"
                " municipalities that are not live need it."
            ),
        ),
    ],
)
def test_conflict_is_told_with_its_names_and_numbers(told, text):
    assert conflict_text(told, Names()) == text


def test_those_who_go_together_may_be_without_a_wave():
    apart = conflict(Kind.BINDING_BROKEN, "binding.islands", waves="K11,K13")
    assert conflict_text(apart, Names()) == (
        "“The islands together” does not hold: those who want to go together are in K11"
        " and K13."
    )
    lost = conflict(
        Kind.BINDING_BROKEN, "binding.islands", waves="K11", without_wave="1"
    )
    assert conflict_text(lost, Names()).endswith("in K11. 1 of them is in no wave.")


@pytest.mark.parametrize(
    ("severity", "outlook"),
    [
        (
            Severity.ERROR,
            "The limit for taking up the option passed on 9 November 2023.",
        ),
        (Severity.WARNING, "The option has to be taken up by 9 November 2023."),
    ],
)
def test_a_no_is_worse_once_the_limit_has_passed(severity, outlook):
    no = conflict(
        Kind.COUNCIL_DECLINED,
        "municipality.1516",
        severity=severity,
        **DECIDED,
        **LIMIT,
    )
    assert conflict_text(no, Names()) == (
        f"The council of Ulstein said no for now: October 2023. {outlook}"
    )


@pytest.mark.parametrize(
    ("outcome", "severity", "said"),
    [
        (
            "waits",
            Severity.INFORMATION,
            (
                "Ulstein has signalled that it waits: 2022. The option has to be taken"
                " up by 9 November 2023."
            ),
        ),
        (
            "postponed",
            Severity.WARNING,
            (
                "Ulstein has postponed the introduction: 2022. The limit for taking up"
                " the option passed on 9 November 2023."
            ),
        ),
    ],
)
def test_who_waits_is_told_as_exactly_as_it_is_known(outcome, severity, said):
    year = {"decided-first": "2022-01-01", "decided-last": "2022-12-31"}
    waits = conflict(
        Kind.COUNCIL_WAITS,
        "municipality.1516",
        severity=severity,
        outcome=outcome,
        **year,
        **LIMIT,
    )
    assert conflict_text(waits, Names()) == said


@pytest.mark.parametrize("kind", Kind)
def test_a_conflict_kept_as_document_is_told_without_its_values(kind):
    """What was kept before values were is told with what there is."""
    document = {
        "kind": kind.value,
        "severity": "error",
        "concerns": ["1516.training"],
        "days": 1,
    }
    told = conflict_text(document)
    assert told.endswith(".")
    assert "%(" not in told
    assert "1516" in told


def test_a_document_is_told_as_the_conflict_itself():
    late = conflict(
        Kind.OPTION_DECIDED_LATE,
        "municipality.1516",
        days=10,
        limit="2024-04-01",
        decided="2024-04-11",
    )
    document = {
        "kind": late.kind.value,
        "severity": late.severity.value,
        "concerns": list(late.concerns),
        "days": late.days,
    }
    for values in (dict(late.values), [list(it) for it in late.values]):
        told = conflict_text({**document, "values": values}, Names())
        assert told == conflict_text(late, Names())


def test_ids_stand_for_themselves_in_a_file():
    missed = conflict(Kind.DEADLINE_MISSED, "B", days=2)
    assert conflict_text(missed) == "B misses its deadline by 2 days."
    assert conflict_text(missed, {"B": "Build"}).startswith("Build misses")
    assert conflict_text(missed, {"A": "Analyse"}).startswith("B misses")
