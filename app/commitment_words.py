"""Commitments and votes in words: facts, bodies, results, and what points create."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from planning.finance.voted import Purpose
from planning.rights.chain import FactKind

# In the order in which a whole row is told.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "commitment_fact": (
        "kind",
        "happened_first",
        "happened_last",
        "precision",
        "case_number",
        "note",
    ),
    "council_budget_line": ("text", "year", "amount", "purpose", "price_year"),
    "council_task": ("text", "due_day", "done_on"),
    "decision": (
        "outcome",
        "decided_first",
        "decided_last",
        "precision",
        "texts",
        "body",
        "motion",
        "amendments",
        "conditions",
        "result",
        "votes_for",
        "votes_against",
        "finality",
        "case_number",
    ),
    "decision_point": (
        *("text", "creates", "fact_kind", "activity"),
        *("year", "amount", "purpose", "price_year"),
    ),
}


PROVISIONAL, FINAL = "provisional", "final"
CARRIED = frozenset({"unanimous", "majority", "passed"})
"""The results of a motion that passed."""

MARKS: Mapping[FactKind, str] = {
    FactKind.DEFERRED: "warning",
    FactKind.DECLINED: "error",
    FactKind.WITHDRAWN: "error",
    FactKind.NOTICE_GIVEN: "warning",
    FactKind.LEFT: "error",
}
"""The colour of the badge of a side fact."""


KINDS: Mapping[str, Any] = {
    FactKind.OPTION_AGREEMENT.value: _l("Option agreement"),
    FactKind.PREPROJECT_AGREED.value: _l("Pre-project agreed"),
    FactKind.OPTION_EXERCISED.value: _l("Option taken up"),
    FactKind.COOPERATION_ACCEDED.value: _l("Joined the co-operation agreement"),
    FactKind.SHAREHOLDERS_ACCEDED.value: _l("Joined the shareholders’ agreement"),
    FactKind.SHARES_BOUGHT.value: _l("Shares bought"),
    FactKind.SERVICE_SIGNED.value: _l("Service agreement signed"),
    FactKind.IN_PRODUCTION.value: _l("In production"),
    FactKind.DEFERRED.value: _l("Put off"),
    FactKind.DECLINED.value: _l("Declined for now"),
    FactKind.WITHDRAWN.value: _l("Has withdrawn"),
    FactKind.NOTICE_GIVEN.value: _l("Notice given"),
    FactKind.LEFT.value: _l("Has left"),
}
"""What each kind is called, in the order of the chain."""


def kind_text(kind: str) -> str:
    """What happened, in a few words."""
    return str(KINDS.get(kind, kind))


def kind_texts() -> Mapping[str, str]:
    """Every kind of fact, in the order of the chain."""
    return {kind: str(text) for kind, text in KINDS.items()}


def short_text(kind: FactKind) -> str:
    """A stage as the heading of a narrow column."""
    return {
        FactKind.OPTION_AGREEMENT: _("Option"),
        FactKind.PREPROJECT_AGREED: _("Pre-project"),
        FactKind.OPTION_EXERCISED: _("Taken up"),
        FactKind.COOPERATION_ACCEDED: _("Co-operation"),
        FactKind.SHAREHOLDERS_ACCEDED: _("Shareholders"),
        FactKind.SHARES_BOUGHT: _("Shares"),
        FactKind.SERVICE_SIGNED: _("Service"),
        FactKind.IN_PRODUCTION: _("In use"),
    }[kind]


def inside_text(kind: str) -> str:
    """The same inside a sentence or a list."""
    text = kind_text(kind)
    return text[:1].lower() + text[1:]


def body_texts() -> Mapping[str, str]:
    """Who votes."""
    return {
        "council": _("Municipal council"),
        "executive-committee": _("Executive committee"),
        "other-committee": _("Another committee"),
    }


def result_texts() -> Mapping[str, str]:
    """What came of the vote."""
    return {
        "unanimous": _("Passed unanimously"),
        "majority": _("Passed by a majority"),
        "passed": _("Passed, the votes are not known"),
        "rejected": _("Rejected"),
        "postponed": _("Postponed by the meeting"),
    }


def finality_texts() -> Mapping[str, str]:
    """Whether something can still change it."""
    return {PROVISIONAL: _("Provisional"), FINAL: _("Final")}


def creates_texts() -> Mapping[str, str]:
    """What a point of a decision makes."""
    return {
        "nothing": _("Nothing more"),
        "fact": _("A fact in the chain"),
        "deadline": _("A deadline of the plan"),
        "budget": _("A budget line"),
        "task": _("A task"),
    }


def purpose_texts() -> Mapping[str, str]:
    """What a sum is voted for."""
    return {
        Purpose.INVESTMENT.value: _("Investment"),
        Purpose.RUNNING.value: _("Running costs"),
        Purpose.OTHER.value: _("Something else, such as shares"),
    }


def purpose_choices() -> list[tuple[str, str]]:
    """The same to choose from, and that nobody says."""
    return [(Purpose.NOT_SAID.value, _("Not said")), *purpose_texts().items()]


def purpose_inside(purpose: str) -> str:
    """The same inside a sentence or a list."""
    text = purpose_texts().get(purpose, _("Not said what for"))
    return text[:1].lower() + text[1:]


def field_texts() -> Mapping[str, str]:
    """What the fields of its rows are called."""
    return {
        "activity": _("step"),
        "amendments": _("amendments"),
        "body": _("who voted"),
        "commitment_fact.kind": _("what happened"),
        "conditions": _("conditions"),
        "creates": _("what it creates"),
        "decision_id": _("decision"),
        "decision_point.day": _("day"),
        "done_on": _("done on"),
        "due_day": _("to be done by"),
        "fact_kind": _("fact"),
        "finality": _("provisional or final"),
        "happened": _("when"),
        "happened_first": _("happened, first possible day"),
        "happened_last": _("happened, last possible day"),
        "motion": _("motion"),
        "purpose": _("what the sum is for"),
        "result": _("result"),
        "text": _("text"),
        "votes_against": _("votes against"),
        "votes_for": _("votes for"),
        "year": _("year"),
    }


def row_texts() -> Mapping[str, str]:
    """What the rows of its tables are."""
    return {
        "commitment_fact": _("Facts of the agreements"),
        "council_budget_line": _("Budget lines of councils"),
        "council_task": _("Tasks from councils"),
        "decision_point": _("Points of decisions"),
    }


VALUES: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "body": body_texts,
    "creates": creates_texts,
    "fact_kind": kind_texts,
    "finality": finality_texts,
    "purpose": purpose_texts,
    "result": result_texts,
}
