"""What the page of one municipality's rights tells, gathered from rows and sources."""

from collections.abc import Sequence
from datetime import date

from flask_babel import gettext as _

from app.access import signed_in_user
from app.commitment_words import purpose_texts
from app.filters import kroner, long_date
from app.language import language
from app.last_written import find_last_written
from app.provenance import Sources, get_sources
from app.rights import queries
from app.rights.commands import RIGHT
from app.rights.decided import decision_parts
from app.rights.fact_rules import odd_texts
from app.rights.one import (
    TABLES,
    FactLines,
    MunicipalityRightsPage,
    TaskLine,
    stages_and_others,
    summary_of,
    told_rows,
)
from app.store import results
from app.store.commitments import facts_of
from app.store.names import names_for
from app.store.tables import (
    CouncilBudgetLineRow,
    CouncilTaskRow,
    DecisionRow,
    MunicipalityRow,
)
from planning.calendars import to_day
from planning.rights.chain import Origin


def build_page(row: MunicipalityRow, asked: date | None) -> MunicipalityRightsPage:
    """Gather what is known of a municipality's rights at a day."""
    plan = results.current_plan()
    status_date = results.programme().status_date
    day = asked or status_date
    sources = get_sources()
    decisions, facts = queries.list_decisions(row.number), facts_of(row.number)
    state, stages, others = stages_and_others(
        row,
        facts,
        _fact_lines(row.number, decisions, sources, day),
        to_day(day),
    )
    sentence, missing = summary_of(state)
    return MunicipalityRightsPage(
        number=row.number,
        name=row.name,
        day=long_date(day),
        is_status_date=day == status_date,
        sentence=sentence,
        missing=missing,
        odd=tuple(odd_texts(facts, holds_option=row.holds_option)),
        holds_option=row.holds_option,
        stages=stages,
        others=others,
        decisions=decision_parts(
            decisions,
            queries.list_points([it.id for it in decisions]),
            sources,
            names_for(plan, language()),
        ),
        tasks=tuple(
            task_line(it, status_date) for it in queries.list_tasks(row.number)
        ),
        budget=tuple(
            (it.year, it.text, kroner(it.amount), _purpose(it))
            for it in queries.list_budget_lines(row.number)
        ),
        can_edit=signed_in_user().may(RIGHT),
        seen=results.revision(),
    )


def _purpose(row: CouncilBudgetLineRow) -> str:
    """What a sum is for, and in which prices it is where that is said."""
    told = purpose_texts().get(row.purpose, _("Not said"))
    if row.price_year is None:
        return told
    return f"{told}, {_('prices of %(year)s', year=row.price_year)}"


def _fact_lines(
    number: str, decisions: Sequence[DecisionRow], sources: Sources, day: date
) -> FactLines:
    """What tells the facts of a municipality, with where it is known from."""
    rows = told_rows(
        queries.list_facts(number),
        decisions,
        queries.list_reports(number),
        queries.list_agreements(number),
    )
    written = find_last_written({TABLES[Origin.FACT]})
    return FactLines(rows, sources, written, day=to_day(day))


def task_line(row: CouncilTaskRow, status_date: date) -> TaskLine:
    """A task in words; it is late where its day has passed and it is not done."""
    due, done = row.due_day, row.done_on
    return TaskLine(
        id=row.id,
        text=row.text,
        due="" if due is None else long_date(due),
        is_late=due is not None and done is None and due < status_date,
        done="" if done is None else long_date(done),
    )
