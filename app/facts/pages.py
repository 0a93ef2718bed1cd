"""What the plan rests on, ready to print, and the way around its pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import duration, kroner
from app.go_live import GoLivePart, actual_go_live, wave_go_live
from app.key_figures import KeyFigure
from app.money_figures import MoneyLine, money_lines
from app.provenance import ProvenancePart, Sources
from app.store.columns import Texts
from app.store.names import Names
from app.store.tables import (
    BudgetLineRow,
    MoneyFigureRow,
    ProgrammeFactRow,
    RegionRow,
    TrustRow,
)
from planning.durations import Unit, parse_duration
from planning.evaluate import Evaluation
from planning.snapshot import HealthTrust

MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Place:
    """One page of the facts, for the way around them."""

    url: str
    label: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class FactLine:
    """A rule or figure of the programme."""

    label: str
    value: str
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True)
class TrustLine:
    """A hospital trust that is counted, named or not."""

    name: str
    is_named: bool
    wave: str
    sequence: int
    go_live: GoLivePart | None
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True)
class RegionLine:
    """A working-group region, and how many municipalities it has."""

    name: str
    county: str
    members: str
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePage:
    """Figures, rules, trusts and regions."""

    figures: tuple[KeyFigure, ...]
    rules: tuple[FactLine, ...]
    trusts: tuple[TrustLine, ...]
    trusts_told: str
    regions: tuple[RegionLine, ...]
    regions_told: str


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of the preparation budget in both alternatives."""

    name: Texts
    budget: str
    revised: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyPage:
    """Sums of municipalities and of the programme, and the budget of 2018."""

    municipalities: tuple[MoneyLine, ...]
    programme: tuple[MoneyLine, ...]
    budget: tuple[BudgetLine, ...]
    budget_sum: str
    revised_sum: str
    budget_provenance: ProvenancePart | None


def places(here: str) -> tuple[Place, ...]:
    """The pages of the facts, in the order in which they are read."""
    labels = {
        "facts.index": _("The programme"),
        "facts.plans": _("Plans over time"),
        "facts.money": _("Money"),
        "facts.goals": _("Risks and goals"),
        "facts.services": _("Services and steps"),
        "facts.sources": _("Sources"),
    }
    return tuple(
        Place(url_for(endpoint), label, endpoint == here)
        for endpoint, label in labels.items()
    )


def programme_page(
    evaluation: Evaluation,
    names: Names,
    sources: Sources,
    *,
    figures: tuple[KeyFigure, ...],
    facts: Iterable[ProgrammeFactRow],
    trusts: Sequence[TrustRow],
    regions: Sequence[RegionRow],
) -> ProgrammePage:
    """Tell what is known of the programme as a whole."""
    return ProgrammePage(
        figures=figures,
        rules=_rules(facts, names, sources),
        trusts=tuple(_trust_line(evaluation, row, sources) for row in trusts),
        trusts_told=_(
            "The sources count %(counted)s health trusts, and name %(named)s.",
            counted=len(trusts),
            named=sum(bool(row.name) for row in trusts),
        ),
        regions=tuple(_region_line(evaluation, row, sources) for row in regions),
        regions_told=_(
            "The source names %(named)s regions, and speaks of 12.", named=len(regions)
        ),
    )


def _rules(
    facts: Iterable[ProgrammeFactRow], names: Names, sources: Sources
) -> tuple[FactLine, ...]:
    labels = {
        "share_seller": _("Sells the shares"),
        "notice_municipality": _("Notice for leaving, municipalities"),
        "notice_trondheim": _("Notice for leaving, Trondheim"),
        "notice_regional_trust": _("Notice for leaving, the regional trust"),
        "loan_term_years": _("Term of a loan, as Indre Fosen reckoned"),
    }
    return tuple(
        FactLine(labels[row.key], _rule_text(row, names), sources.of(row))
        for row in facts
        if row.key in labels and row.value
    )


def _rule_text(row: ProgrammeFactRow, names: Names) -> str:
    if row.key == "share_seller":
        return names.municipality(row.value)
    if row.key == "loan_term_years":
        years = int(row.value)
        return str(ngettext("%(num)s year", "%(num)s years", years))
    notice = parse_duration(row.value)
    years, months_over = divmod(notice.amount, 12)
    if notice.unit is Unit.MONTHS and not months_over:
        return str(ngettext("%(num)s year", "%(num)s years", years))
    return duration(notice)


def _trust_line(evaluation: Evaluation, row: TrustRow, sources: Sources) -> TrustLine:
    trusts = evaluation.snapshot.trusts
    trust = next((it for it in trusts if it.code == row.code), None)
    wave, sequence, go_live = _trust_wave(evaluation, trust)
    return TrustLine(
        name=row.name or _("Not named in the sources"),
        is_named=bool(row.name),
        wave=wave,
        sequence=sequence,
        go_live=go_live,
        provenance=sources.of(row),
    )


def _trust_wave(
    evaluation: Evaluation, trust: HealthTrust | None
) -> tuple[str, int, GoLivePart | None]:
    """The wave of a trust, and when it goes live with it, or did."""
    if trust is None:
        return "", 0, None
    waves = evaluation.snapshot.plan.waves
    wave = next((it for it in waves if it.code == trust.wave), None)
    code, sequence = ("", 0) if wave is None else (wave.code, wave.sequence)
    if trust.actual is not None:
        return code, sequence, actual_go_live(trust.actual)
    return code, sequence, None if wave is None else wave_go_live(wave)


def _region_line(
    evaluation: Evaluation, row: RegionRow, sources: Sources
) -> RegionLine:
    members = sum(it.region == row.key for it in evaluation.snapshot.municipalities)
    return RegionLine(
        name=row.name,
        county=row.county,
        members=ngettext("%(num)s municipality", "%(num)s municipalities", members),
        provenance=sources.of(row),
    )


def money_page(
    rows: Sequence[MoneyFigureRow], budget: Sequence[BudgetLineRow], sources: Sources
) -> MoneyPage:
    """Tell the sums that sources give; nothing but the budget is added up."""
    own = [row for row in rows if row.entity_kind == MUNICIPALITY]
    others = [row for row in rows if row.entity_kind != MUNICIPALITY]
    return MoneyPage(
        municipalities=money_lines(own, sources),
        programme=money_lines(others, sources),
        budget=tuple(
            BudgetLine(row.names, kroner(row.budget), kroner(row.revised))
            for row in budget
        ),
        budget_sum=kroner(sum((row.budget for row in budget), Decimal())),
        revised_sum=kroner(sum((row.revised for row in budget), Decimal())),
        budget_provenance=sources.of(budget[0]) if budget else None,
    )
