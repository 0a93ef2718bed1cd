"""The page of one municipality: what is known of it, beside where it stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.agreement_part import AgreementPart
from app.decisions import LastDecision, badge_of
from app.earlier_plans import (
    EarlierPlans,
    ScopeHistory,
    municipality_window,
    trust_window,
)
from app.filters import dated, long_date, number
from app.how_dated import How, HowDated
from app.live import is_rough
from app.money_figures import MoneyLine
from app.municipalities.council import CouncilPart
from app.municipalities.money_page import MoneySection
from app.municipalities.money_voted import VotedShort
from app.municipalities.neighbours import Neighbours
from app.municipalities.standing import StandingPart
from app.municipalities.steps import StepsPart
from app.municipalities.strip import StripDay
from app.municipalities.sureness import SurePart
from app.provenance import ProvenancePart, Sources
from app.rights_part import RightsPart
from app.safe_meetings import ShortPart
from app.share_part import SharePart
from app.store.columns import Texts
from app.store.names import Names
from app.store.tables import DecisionRow, MunicipalityRow, VintageDeadlineRow
from planning.evaluate import Evaluation
from planning.rollout import activity_id


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of the municipality, with its source."""

    label: str
    value: str
    provenance: ProvenancePart
    url: str = ""


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What a council decided or signalled."""

    when: str
    outcome: str
    kind: str
    texts: Texts
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True)
class ScopePart:
    """What earlier plans said of the municipality, its region or its trust."""

    heading: str
    history: ScopeHistory


@dataclass(frozen=True, slots=True)
class EarlierLimit:
    """A limit that an earlier plan offered.

    `activity` and `now` are the id and the day of the same limit in today's plan;
    empty where it has none.
    """

    texts: Texts
    provenance: ProvenancePart
    activity: str
    now: str
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityPage:
    """All that one page tells of one municipality."""

    council: CouncilPart
    standing: StandingPart
    sure: SurePart
    strip: tuple[StripDay, ...]
    steps: StepsPart
    facts: tuple[FactLine, ...]
    rights: RightsPart
    agreements: AgreementPart
    decisions: tuple[DecisionLine, ...]
    last_decision: LastDecision | None
    safe: ShortPart | None
    cost_and_benefit: MoneySection | None
    voted: VotedShort | None
    shares: SharePart
    money: tuple[MoneyLine, ...]
    earlier: tuple[ScopePart, ...]
    earlier_limits: tuple[EarlierLimit, ...]
    neighbours: tuple[Neighbours, ...]

    @property
    def is_assumed_in_strip(self) -> bool:
        """Whether the mark of an assumed duration is met in the strip first."""
        return any(step.is_assumed for day in self.strip for step in day.steps)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its steps and limits: what a change may have been made at."""
        steps = {step.key for phase in self.steps.phases for step in phase.steps}
        return frozenset(steps | {limit.key for limit in self.standing.limits})


def fact_lines(
    row: MunicipalityRow, names: Names, sources: Sources
) -> tuple[FactLine, ...]:
    """The facts of a municipality, each with its own source."""
    told = (
        ("population", _("Inhabitants"), population_text(row), ""),
        ("region", _("Region"), *_linked("region", row.region, names.region)),
        ("trust", _("Health trust"), *_linked("trust", row.trust, names.trust)),
        ("language", _("Written language"), language_text(row.language_form), ""),
        ("centre", _("Administrative centre"), row.centre, ""),
    )
    found = (
        FactLine(label, value, sources.of_fact(row.provenance, key), url)
        for key, label, value, url in told
        if value
    )
    nothing = ProvenancePart("")
    county = FactLine(_("County"), row.county, nothing)
    doctors = _(
        "Those employed go with the municipality, private offices on their own track"
    )
    track = url_for("facts.services", _anchor="gp-title")
    return (*found, county, FactLine(_("GPs"), doctors, nothing, track))


def _linked(kind: str, key: str | None, name: Callable[[str], str]) -> tuple[str, str]:
    """The name of a region or trust, with the address of who belongs to it."""
    if not key:
        return "", ""
    asked: dict[str, Any] = {kind: key}
    return name(key), url_for("municipalities.index", **asked)


def population_text(row: MunicipalityRow) -> str:
    """The number of inhabitants with its date."""
    return _(
        "%(people)s on 1 January %(year)s",
        people=number(row.population),
        year=row.population_year,
    )


def language_text(form: str) -> str:
    """The written language that the municipality has chosen."""
    return {
        "bokmål": _("Bokmål"),
        "nynorsk": _("Nynorsk"),
        "nøytral": _("Neutral: both written languages"),
    }.get(form, form)


def decision_lines(
    rows: Iterable[DecisionRow], sources: Sources
) -> tuple[DecisionLine, ...]:
    """The decisions, dated as exactly as they are known."""
    return tuple(_decision_line(row, sources) for row in rows)


def _decision_line(row: DecisionRow, sources: Sources) -> DecisionLine:
    outcome, kind = badge_of(row)
    return DecisionLine(
        when=dated(row.decided_first, row.decided_last, row.precision),
        outcome=outcome,
        kind=kind,
        texts=row.texts,
        provenance=sources.of(row),
    )


def scope_parts(
    plans: EarlierPlans, evaluation: Evaluation, row: MunicipalityRow, names: Names
) -> tuple[ScopePart, ...]:
    """What earlier plans said of the municipality itself, its region, its trust."""
    today = municipality_window(evaluation, row.number)
    asked = [
        (
            _("The municipality"),
            plans.history(f"municipality:{row.number}", today, whose=row.name),
        )
    ]
    if row.region:
        heading = _("The region %(region)s", region=names.region(row.region))
        history = plans.history(f"region:{row.region}", today, whose=row.name)
        asked.append((heading, history))
    if row.trust:
        history = plans.history(
            f"trust:{row.trust}",
            trust_window(evaluation, row.trust),
            whose=names.trust(row.trust),
            own=(row.name, today),
        )
        asked.append((names.trust(row.trust), history))
    return tuple(ScopePart(heading, it) for heading, it in asked if it.steps)


def earlier_limits(
    rows: Iterable[VintageDeadlineRow],
    evaluation: Evaluation,
    number: str,
    sources: Sources,
) -> tuple[EarlierLimit, ...]:
    """The limits that earlier plans offered, by their day."""
    now, how = {}, HowDated(evaluation)
    if not is_rough(evaluation, number):
        now = {it.key: long_date(it.day) for it in evaluation.limits(number)}
    return tuple(
        EarlierLimit(
            row.texts,
            sources.of(row),
            activity_id(number, row.kind) if row.kind in now else "",
            now.get(row.kind, ""),
            how.of(activity_id(number, row.kind)) if row.kind in now else How.COMPUTED,
        )
        for row in rows
    )
