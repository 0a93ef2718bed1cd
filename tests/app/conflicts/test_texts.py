"""Every kind of conflict has its sentence."""

import pytest

from app.conflicts.texts import (
    SENTENCES,
    SEVERITIES,
    conflict_text,
    mend_text,
    severity_text,
)
from planning.conflicts import Conflict, Kind, Mend, Severity


class Names:
    """Names that tell which question was asked."""

    def municipality(self, number: str) -> str:
        return {"1516": "Ulstein"}[number]

    def wave(self, code: str) -> str:
        return {"K13": "K13 (KI3)"}[code]

    def node(self, id: str) -> str:
        return {"1516.option-exercised": "Ulstein: option taken up"}[id]


def conflict(kind: Kind, concerns: str, days: int = 0) -> Conflict:
    return Conflict(kind=kind, severity=Severity.ERROR, concerns=(concerns,), days=days)


def test_every_kind_has_its_sentence():
    assert set(SENTENCES) == set(Kind)


def test_every_severity_has_its_word():
    assert set(SEVERITIES) == set(Severity)
    assert len({severity_text(it) for it in Severity}) == len(Severity)


@pytest.mark.parametrize(
    ("kind", "concerns", "days", "text"),
    [
        (
            Kind.DEADLINE_MISSED,
            "1516.option-exercised",
            12,
            "Ulstein: option taken up misses its deadline by 12 days.",
        ),
        (
            Kind.DATE_AGAINST_LOGIC,
            "wave.K13",
            1,
            "K13 (KI3) is set 1 day earlier than it can be.",
        ),
        (
            Kind.MARGIN_NEGATIVE,
            "1516.go-live",
            30,
            "Ulstein can go live 30 days after its wave at the earliest.",
        ),
        (
            Kind.MUNICIPALITY_WITHOUT_WAVE,
            "municipality.1516",
            0,
            "Ulstein is in no wave.",
        ),
        (
            Kind.WAVE_WITHOUT_DATE,
            "wave.K13",
            0,
            "Wave K13 (KI3) has neither a day nor a window.",
        ),
    ],
)
def test_conflict_is_told_with_names(kind, concerns, days, text):
    assert conflict_text(conflict(kind, concerns, days), Names()) == text


def test_conflict_kept_as_document_is_told_alike():
    document = {
        "kind": "deadline-missed",
        "severity": "error",
        "concerns": ["1516.option-exercised"],
        "days": 1,
    }
    told = conflict_text(document, Names())
    assert told == "Ulstein: option taken up misses its deadline by 1 day."


def test_ids_stand_for_themselves_in_a_file():
    missed = conflict(Kind.DEADLINE_MISSED, "B", 2)
    assert conflict_text(missed) == "B misses its deadline by 2 days."
    assert conflict_text(missed, {"B": "Build"}).startswith("Build misses")
    assert conflict_text(missed, {"A": "Analyse"}).startswith("B misses")


def test_mend_names_the_wave():
    mend = Mend("move-to-wave", "K13")
    assert "K13 (KI3)" in mend_text(mend, Names())
    assert "K13" in mend_text(mend)
    assert mend_text(None) == ""
