"""Rows with sensible defaults: a test says only what it is about.

They stand beside the rows that the fixtures load; Ulstein (1516) is in K13 there.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from app.store.tables import (
    AcceptedConflictRow,
    BindingMemberRow,
    BindingRow,
    CouncilBudgetLineRow,
    CouncilTaskRow,
    DeadlineRow,
    DecisionPointRow,
    EmployeeCountRow,
    MeetingRow,
    MeetingRuleRow,
    OwnFigureRow,
    PlacementRow,
    PlanRow,
    ProposalAnswerRow,
    ProposalRow,
    ReportRow,
    SupplyRow,
    TemplateActivityRow,
    TemplateLinkRow,
    ThresholdRow,
    WaveRow,
)

ULSTEIN = "1516"


def plan_row(name: str = "what-if", **given: Any) -> PlanRow:
    """A scenario."""
    values = {"kind": "scenario", "titles": {"nb": name, "en": name}, **given}
    return PlanRow(name=name, **values)


def meeting_row(municipality: str = ULSTEIN, **given: Any) -> MeetingRow:
    """A meeting of the council."""
    values = {"body": "council", "day": date(2024, 2, 15), **given}
    return MeetingRow(municipality=municipality, **values)


def meeting_rule_row(municipality: str = ULSTEIN, **given: Any) -> MeetingRuleRow:
    """The last Thursday of every month but July, since long."""
    values = {
        "body": "council",
        "weekday": 3,
        "nth": -1,
        "months_out": "7",
        "from_day": date(2020, 1, 1),
        **given,
    }
    return MeetingRuleRow(municipality=municipality, **values)


def wave_row(plan_id: int, code: str = "K16", **given: Any) -> WaveRow:
    """A wave after those that there are."""
    values = {
        "sequence": 11,
        "window_first": date(2026, 10, 1),
        "window_last": date(2026, 11, 30),
        "precision": "window",
        **given,
    }
    return WaveRow(plan_id=plan_id, code=code, **values)


def placement_row(
    plan_id: int, wave_id: int | None = None, municipality: str = ULSTEIN
) -> PlacementRow:
    """A municipality in a wave, or in none."""
    return PlacementRow(plan_id=plan_id, municipality=municipality, wave_id=wave_id)


def step_row(plan_id: int, key: str = "rehearsal", **given: Any) -> TemplateActivityRow:
    """A step of the template that nothing waits for."""
    values = {
        "position": 99,
        "kind": "work",
        "names": {"nb": "Generalprøve", "en": "Rehearsal"},
        "duration": "2w",
        "placing": "alap",
        **given,
    }
    return TemplateActivityRow(plan_id=plan_id, key=key, **values)


def link_row(
    plan_id: int, predecessor: str, successor: str, lag: str = "0d"
) -> TemplateLinkRow:
    """One step of the template after another."""
    return TemplateLinkRow(
        plan_id=plan_id,
        predecessor=predecessor,
        successor=successor,
        kind="FS",
        lag=lag,
    )


def report_row(
    activity: str, state: str = "done", day: date | None = None, **given: Any
) -> ReportRow:
    """What somebody said of a step of Ulstein; `day` is when it was done."""
    values = {
        "municipality": ULSTEIN,
        "start_first": day,
        "start_last": day,
        "finish_first": day,
        "finish_last": day,
        **given,
    }
    return ReportRow(activity=activity, state=state, **values)


def deadline_row(
    plan_id: int, activity: str = "option-limit", day: date = date(2024, 3, 1)
) -> DeadlineRow:
    """A last day that an agreement names for Ulstein."""
    return DeadlineRow(
        plan_id=plan_id, municipality=ULSTEIN, activity=activity, day=day
    )


def binding_row(key: str = "shared-it", **given: Any) -> BindingRow:
    """Municipalities that share an IT company; see `member_row`."""
    values = {
        "kind": "shared-it-company",
        "names": {"nb": "Felles IKT-selskap", "en": "Shared IT company"},
        **given,
    }
    return BindingRow(key=key, **values)


def member_row(binding_id: int, municipality: str = ULSTEIN) -> BindingMemberRow:
    """One who is bound."""
    return BindingMemberRow(binding_id=binding_id, municipality=municipality)


def own_figure_row(
    kind: str = "investment-one-off", kroner: int = 12_000_000, **given: Any
) -> OwnFigureRow:
    """A sum that Ulstein has decided itself."""
    values = {"municipality": ULSTEIN, "reason": "The council’s budget.", **given}
    return OwnFigureRow(kind=kind, amount=Decimal(kroner), **values)


def supply_row(resource_id: int = 1, quantity: int = 40, **given: Any) -> SupplyRow:
    """How much there is of a resource, for good."""
    values = {"from_day": date(2023, 1, 1), "confidence": "entered", **given}
    return SupplyRow(resource_id=resource_id, quantity=Decimal(quantity), **values)


def employee_count_row(employees: int = 420, **given: Any) -> EmployeeCountRow:
    """How many employees of Ulstein will use the solution."""
    values = {"municipality": ULSTEIN, "confidence": "entered", **given}
    return EmployeeCountRow(employees=employees, **values)


def threshold_row(key: str = "days.long-lag", value: str = "90") -> ThresholdRow:
    """A threshold that is not the usual one."""
    return ThresholdRow(key=key, value=value)


def proposal_row(change_id: int, **given: Any) -> ProposalRow:
    """Half a year more, proposed to Ulstein."""
    values = {"body": f"municipality.{ULSTEIN}", "was": {}, "becomes": {}, **given}
    values.setdefault("made_on", date(2023, 11, 30))
    values.setdefault("answer_by", date(2023, 12, 30))
    return ProposalRow(change_id=change_id, **values)


def proposal_answer_row(proposal_id: int, **given: Any) -> ProposalAnswerRow:
    """A yes to what was proposed."""
    values = {"verdict": "accepted", "given_in": "letter", **given}
    values.setdefault("answered_on", date(2023, 12, 15))
    return ProposalAnswerRow(proposal_id=proposal_id, **values)


def council_rows(decision_id: int = 1) -> list[Any]:
    """A point of a decision, and the task and the budget line that follow from it."""
    text = "Rådmannen legger fram en opplæringsplan."
    return [
        DecisionPointRow(
            decision_id=decision_id, position=1, text=text, creates="task"
        ),
        CouncilTaskRow(municipality=ULSTEIN, text=text, decision_id=decision_id),
        CouncilBudgetLineRow(
            municipality=ULSTEIN, text=text, year=2025, amount=Decimal(1000)
        ),
    ]


def accepted_conflict_row(plan_id: int, **given: Any) -> AcceptedConflictRow:
    """A conflict of Ulstein that the office lets stand."""
    values = {
        "kind": "margin-negative",
        "concerns": f"municipality.{ULSTEIN}",
        "numbers": "warning;12",
        "reason": "The council has been told.",
        **given,
    }
    return AcceptedConflictRow(plan_id=plan_id, **values)
