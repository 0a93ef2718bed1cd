"""What the page of one municipality tells, gathered from plan, rows and sources."""

from collections.abc import Sequence

from app.access import signed_in_user
from app.agreement_part import agreement_part
from app.assumed import AssumedDates, list_assumed_keys
from app.decisions import LastDecision, find_stance, last_decision
from app.earlier_plans import get_earlier_plans
from app.language import language
from app.money_figures import money_lines
from app.municipalities import queries
from app.municipalities.council import council_part
from app.municipalities.money_gathering import gather
from app.municipalities.money_page import money_section
from app.municipalities.money_voted import voted_short
from app.municipalities.neighbours import neighbours
from app.municipalities.profile import (
    EarlierLimit,
    MunicipalityPage,
    decision_lines,
    earlier_limits,
    fact_lines,
    scope_parts,
)
from app.municipalities.standing import standing_part
from app.municipalities.steps import steps_part
from app.municipalities.strip import strip_days
from app.municipalities.sureness import sure_part
from app.provenance import Sources, get_sources
from app.rights_part import rights_part
from app.safe_meetings import short_part
from app.share_part import share_part
from app.store import results
from app.store.names import names_for
from app.store.tables import DecisionRow, MunicipalityRow
from planning.calendars import to_date
from planning.evaluate import Evaluation

VOTED = frozenset({"option-exercised", "introduction-decided", "postponed", "waits"})
"""What came of a vote that the head of the page ought to tell; a plan is none."""


def build_page(row: MunicipalityRow) -> MunicipalityPage:
    """Gather what the page of a municipality tells."""
    plan = results.current_plan()
    evaluation = results.evaluation(plan)
    names, sources = names_for(plan, language()), get_sources()
    number = row.number
    steps = steps_part(
        evaluation,
        number,
        names=names,
        template=queries.list_template(plan),
        reports=queries.list_reports(number),
        assumed=AssumedDates(evaluation, list_assumed_keys(plan)),
        sources=sources,
    )
    decisions, money = queries.list_decisions(number), gather(number, {})
    deadlines, user = queries.list_deadlines(plan, number), signed_in_user()
    standing = standing_part(
        evaluation, number, names=names, deadlines=deadlines, sources=sources, user=user
    )
    return MunicipalityPage(
        council=council_part(evaluation, number, names),
        standing=standing,
        sure=sure_part(evaluation, plan, number, sources),
        strip=strip_days(evaluation, number, steps=steps, limits=standing.limits),
        steps=steps,
        facts=fact_lines(row, names, sources),
        rights=rights_part(row),
        agreements=agreement_part(row),
        decisions=decision_lines(decisions, sources),
        last_decision=_last_decision(decisions, evaluation, number),
        safe=short_part(plan, number, names),
        cost_and_benefit=None if money is None else money_section(money),
        voted=voted_short(number, money),
        shares=share_part(row, can_edit=user.may("rights.edit")),
        money=money_lines(queries.list_money(number), sources),
        earlier=scope_parts(get_earlier_plans(sources), evaluation, row, names),
        earlier_limits=_offered(row, evaluation, sources),
        neighbours=neighbours(evaluation, row, queries.list_municipalities(), names),
    )


def _last_decision(
    rows: Sequence[DecisionRow], evaluation: Evaluation, number: str
) -> LastDecision | None:
    """What the council said last, where the head of the page does not tell it."""
    if evaluation.is_live(number) or find_stance(evaluation, number) is not None:
        return None
    voted = [it for it in rows if it.outcome in VOTED]
    return last_decision(voted, to_date(evaluation.snapshot.status_date))


def _offered(
    row: MunicipalityRow, evaluation: Evaluation, sources: Sources
) -> tuple[EarlierLimit, ...]:
    """The limits that earlier plans offered it."""
    found = queries.list_earlier_limits(queries.scopes_of(row))
    return earlier_limits(found, evaluation, row.number, sources)
