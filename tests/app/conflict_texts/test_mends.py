"""Every mend has its sentence, and leads to the page where it can be done."""

from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from app.access import Role, User
from app.conflict_texts import mend_text, mend_url
from app.conflict_texts.mends import ADDRESSES, RIGHTS, SENTENCES
from planning.conflicts import Conflict, Kind, Mend, MendKind, Severity
from tests.app.conflict_texts.names import Names

OFFICE = User("office", Role.PROGRAMME_OFFICE, "The office")
COUNCIL = User("council", Role.COUNCIL, "The council")


def conflict(mend: Mend | None, kind: Kind = Kind.MARGIN_NEGATIVE) -> Conflict:
    return Conflict(
        kind=kind, severity=Severity.ERROR, concerns=("1516.go-live",), mend=mend
    )


def test_every_mend_has_its_sentence_its_address_and_its_right():
    assert set(SENTENCES) == set(ADDRESSES) == set(RIGHTS) == set(MendKind)


@pytest.mark.parametrize(
    ("mend", "text"),
    [
        (
            Mend("move-to-wave", "K14", "1517"),
            "Move Hareid to K14, the first wave that is late enough.",
        ),
        (
            Mend("move-to-wave", "K14"),
            "Move Ulstein to K14, the first wave that is late enough.",
        ),
        (Mend("give-wave", "1517"), "Place Hareid in a wave."),
        (
            Mend("set-wave-day", "K13", "2025-08-01"),
            "Set K13 to 1 August 2025, the nearest day that will do.",
        ),
        (Mend("set-wave-day", "K13"), "Give K13 a day or a window that holds."),
        (
            Mend("move-trust", "K13", "HMR"),
            "Let Møre and Romsdal trust go live in K13.",
        ),
        (
            Mend("move-together", "K13", "1516,1517"),
            "Move Ulstein and Hareid to K13, where the others are.",
        ),
        (
            Mend("move-together", "K13", "1516,1517,1516,1517,1516"),
            "Move the 5 who are not in K13 to K13, where the others are.",
        ),
        (
            Mend("no-wave-in-time", ""),
            "None of the waves that they are in can still be reached in time by all.",
        ),
        (
            Mend("report-wave", "K11"),
            "Report who has gone live with K11, or give the wave a new date.",
        ),
        (
            Mend("move-to-wave", "K14", "1517", parts=("islands",)),
            (
                "Move Hareid to K14, the first wave that is late enough. But that"
                " parts Hareid from the others in “The islands together”."
            ),
        ),
        (
            Mend("move-together", "K14", "1516,1517", parts=("islands",)),
            (
                "Move Ulstein and Hareid to K14, where the others are. But that parts"
                " them from others in “The islands together”."
            ),
        ),
        (
            Mend("report-step", "1516.training"),
            "If it has come further than is reported, report it: Ulstein: training.",
        ),
    ],
)
@pytest.mark.usefixtures("english")
def test_a_mend_is_told_with_names(mend, text):
    assert mend_text(conflict(mend), Names()) == text


@pytest.mark.usefixtures("english")
def test_who_is_apart_is_moved_to_the_others():
    mend = Mend("move-to-wave", "K14", "1517")
    for kind in (Kind.REGION_SPLIT, Kind.BINDING_BROKEN):
        told = mend_text(conflict(mend, kind), Names())
        assert told == "Move Hareid to K14, where the others are."


@pytest.mark.usefixtures("english")
def test_who_has_not_decided_is_told_of_the_option():
    kind = Kind.COUNCIL_DECLINED
    later = conflict(Mend("move-to-wave", "K14", "1517"), kind)
    assert mend_text(later, Names()) == (
        "Move Hareid to K14, the first wave whose option can still be taken up in time."
    )
    report = conflict(Mend("report-step", "1517.option-exercised"), kind)
    assert mend_text(report, Names()) == (
        "Report it once the council has taken up the option."
    )


@pytest.mark.parametrize(
    ("kind", "values", "mend", "text"),
    [
        (
            Kind.COMPONENT_LATE,
            {"expected": "2024-06-30"},
            Mend("report-component", "sfm"),
            (
                "If The prescription module comes earlier than that, correct the date;"
                " if it has come, say that it is delivered."
            ),
        ),
        (
            Kind.COMPONENT_LATE,
            {"step-gone": "configure"},
            Mend("report-component", "sfm"),
            (
                "Choose the step that needs The prescription module, or say that it is"
                " delivered."
            ),
        ),
        (
            Kind.COMPONENT_LATE,
            {},
            Mend("report-component", "sfm"),
            "Say when The prescription module is expected, or that it is delivered.",
        ),
        (
            Kind.GO_LIVE_IN_CLOSED_PERIOD,
            {"window-first": "2025-07-01", "window-last": "2025-08-15"},
            Mend("set-wave-day", "K13", "2025-08-01"),
            "Set K13 to 1 August 2025, the nearest free day in its window.",
        ),
        (
            Kind.GO_LIVE_IN_CLOSED_PERIOD,
            {"window-first": "2025-07-01", "window-last": "2025-07-15"},
            Mend("set-wave-day", "K13", "2025-06-30"),
            "Set K13 to 30 June 2025, the nearest day that will do.",
        ),
    ],
)
@pytest.mark.usefixtures("english")
def test_a_mend_fits_what_is_wrong(kind, values, mend, text):
    wrong = replace(conflict(mend, kind), values=tuple(values.items()))
    assert mend_text(wrong, Names()) == text


def test_without_a_mend_nothing_is_said(app):
    assert mend_text(conflict(None)) == ""
    with app.test_request_context():
        assert mend_url(conflict(None), OFFICE) == ""


@pytest.mark.parametrize(
    "mend",
    [
        Mend("move-to-wave", "K14", "1517"),
        Mend("give-wave", "1517"),
        Mend("set-wave-day", "K13", "2025-04-26"),
        Mend("set-wave-day", "K13"),
        Mend("move-trust", "K13", "HMR"),
        Mend("report-step", "1516.training"),
        Mend("report-component", "medication-list"),
        Mend("move-together", "K14", "1516,1517"),
        Mend("no-wave-in-time", ""),
        Mend("report-wave", "K13"),
    ],
)
def test_a_mend_leads_to_a_page_that_is_there(app, client, mend):
    with app.test_request_context():
        url = mend_url(conflict(mend), OFFICE)
        assert mend_url(conflict(mend), COUNCIL) == ""
    if url:
        assert client.get(url).status_code == 200
        assert urlsplit(url).path.startswith(("/waves", "/municipal", "/precond"))
