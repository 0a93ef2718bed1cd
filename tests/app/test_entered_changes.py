"""What the office enters, and says of conflicts, has its sentence in the history."""

import pytest
from flask_babel import force_locale

from app.changes import change_text
from app.conflict_changes import OF_CONFLICTS
from app.entered_changes import ENTERED
from app.past_changes import PastChange
from app.store.names import names_for
from tests.app.conftest import NOON

NAMDAL = {"names": {"nb": "Namdal", "en": "Namdal together"}}
WITHOUT_WAVE = {
    "conflict": {
        "kind": "municipality-without-wave",
        "severity": "warning",
        "concerns": ["municipality.1516"],
        "days": 0,
        "values": {},
    }
}
FIGURE = {"municipality": "1516", "kind": "investment-one-off"}

TRAINERS = {"names": {"nb": "Instruktører", "en": "Trainers"}, "quantity": "40"}
OF_TRAINERS = (
    ("capacity.resource-added", "The resource “Trainers” was added"),
    ("capacity.resource-changed", "The resource “Trainers” was changed"),
    (
        "capacity.resource-removed",
        (
            "The resource “Trainers” was removed, with what was asked of it and what"
            " there was of it"
        ),
    ),
    ("capacity.demand-added", "It was entered what is asked for: “Trainers”"),
    ("capacity.demand-changed", "What is asked for was changed: “Trainers”"),
    ("capacity.demand-removed", "What was asked for was removed: “Trainers”"),
    ("capacity.supply-added", "It was entered what there is: “Trainers”"),
    ("capacity.supply-changed", "What there is was changed: “Trainers”"),
    ("capacity.supply-removed", "An entry of what there is was removed: “Trainers”"),
)
EMPLOYEES = {"municipality": "1516", "employees": 420}
USERS = "Ulstein has 420 employees who will use the solution"
MAY_OR_JUNE = "May\N{THIN SPACE}–\N{THIN SPACE}June 2025"
PROPOSED = {
    "body": "municipality.1516",
    "becomes": "2025-05-01",
    "becomes-last": "2025-06-30",
}

TOLD = [
    (
        "preconditions.binding-added",
        NAMDAL,
        "The binding “Namdal together” was added",
    ),
    (
        "preconditions.binding-changed",
        NAMDAL,
        "The binding “Namdal together” was changed",
    ),
    (
        "preconditions.binding-removed",
        NAMDAL,
        "The binding “Namdal together” was removed",
    ),
    (
        "preconditions.period-added",
        {"names": {"nb": "Juli"}},
        "The closed period “Juli” was added",
    ),
    (
        "preconditions.period-changed",
        {"names": {"nb": "Juli", "en": "July"}},
        "The closed period “July” was changed",
    ),
    (
        "preconditions.period-removed",
        {"names": {"nb": "Juli", "en": "July"}},
        "The closed period “July” was removed",
    ),
    (
        "preconditions.component-added",
        {"names": {"nb": "Resept", "en": "Prescriptions"}},
        "The national component “Prescriptions” was added",
    ),
    (
        "preconditions.component-changed",
        {"names": {"nb": "Resept", "en": "Prescriptions"}},
        "The national component “Prescriptions” was changed",
    ),
    (
        "preconditions.component-removed",
        {"names": {"nb": "Resept", "en": "Prescriptions"}},
        "The national component “Prescriptions” was removed",
    ),
    *((kind, TRAINERS, told) for kind, told in OF_TRAINERS),
    ("capacity.employees-added", EMPLOYEES, USERS),
    ("capacity.employees-changed", EMPLOYEES, USERS),
    (
        "capacity.employees-removed",
        {"municipality": "1516"},
        "Ulstein: the number of employees was removed",
    ),
    (
        "proposals.answered",
        {**PROPOSED, "verdict": "accepted"},
        f"Ulstein accepted the proposed go-live: {MAY_OR_JUNE}",
    ),
    (
        "proposals.answered",
        {**PROPOSED, "becomes-last": "", "verdict": "rejected"},
        "Ulstein rejected the proposed go-live: 1 May 2025",
    ),
    (
        "proposals.answered",
        {**PROPOSED, "becomes-last": "", "verdict": "countered", "day": "2025-10-06"},
        (
            "Ulstein was asked about go-live 1 May 2025 and asks for 6 October 2025"
            " instead"
        ),
    ),
    (
        "economy.assumptions-changed",
        {
            "after": {
                "discount_rate": "0.045",
                "loan_term_years": "20",
                "loan_kind": "serial",
                "benefit_ramp_months": "1",
            }
        },
        (
            "Money is now reckoned with – Discount rate: 4.5%; Loan term: 20 years; "
            "Kind of loan: Serial loan; Time until the whole benefit: 1 month"
        ),
    ),
    (
        "economy.figure-set",
        {**FIGURE, "amount": "8000000.00"},
        "Ulstein: “Investment, one-off” is NOK 8,000,000, by its own word",
    ),
    (
        "economy.figure-removed",
        FIGURE,
        "Ulstein: the own figure for “Investment, one-off” was removed",
    ),
    (
        "conflicts.accepted",
        {**WITHOUT_WAVE, "reason": "Later"},
        "Conflict accepted: “Ulstein is in no wave”",
    ),
    (
        "conflicts.reopened",
        WITHOUT_WAVE,
        "Conflict open again: “Ulstein is in no wave”",
    ),
]


def change(what, values):
    return PastChange(
        id=1,
        at=NOON,
        by="office",
        by_name="Programkontoret",
        what=what,
        values=values,
        moved={},
        undoes_id=None,
    )


@pytest.mark.parametrize(("what", "values", "told"), TOLD)
def test_what_is_entered_is_told_in_a_sentence(plan, what, values, told):
    with force_locale("en_GB"):
        names = names_for(plan, "en")
        assert change_text(change(what, values), names) == told


def test_every_sentence_is_tried():
    assert {it[0] for it in TOLD} == {*ENTERED, *OF_CONFLICTS}
