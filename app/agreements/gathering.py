"""What the pages of agreements are gathered from: rows, facts and the plan."""

from app.access import signed_in_user
from app.agreements import queries
from app.agreements.commands import RIGHT
from app.agreements.forms import AnnexForm, size_text
from app.agreements.one import (
    AgreementPage,
    Writer,
    annex_lines,
    fact_pairs,
    written_text,
)
from app.agreements.pages import World
from app.language import language
from app.last_written import find_last_written
from app.provenance import get_sources
from app.store import results
from app.store.agreements import agreement_register
from app.store.commitments import facts_by_municipality
from app.store.names import Names, names_for
from app.store.tables import AgreementRow
from planning.calendars import to_day
from planning.rights.agreements import Agreement
from planning.rights.duties import Duty, duties_of
from planning.rights.options import options_of


def own_names() -> Names:
    """What municipalities and regions are called."""
    return names_for(results.current_plan(), language())


def world() -> World:
    """Everything as of the status date."""
    return World(
        register=agreement_register(),
        places=queries.list_municipalities(),
        facts=facts_by_municipality(),
        names=own_names(),
        day=to_day(results.programme().status_date),
        can_edit=signed_in_user().may(RIGHT),
    )


def agreement_page(row: AgreementRow, form: AnnexForm) -> AgreementPage:
    """All that is known of one agreement, with the form of a new annex."""
    register = agreement_register()
    found = next(it for it in register.agreements if it.id == row.id)
    day = to_day(results.programme().status_date)
    writer = Writer(register, own_names(), get_sources(), day)
    standing, badge = writer.standing(found)
    written = find_last_written({AgreementRow.__tablename__})
    return AgreementPage(
        id=row.id,
        title=row.title,
        kind=row.kind,
        standing=standing,
        badge=badge,
        facts=fact_pairs(row),
        parties=writer.parties(queries.list_party_rows(row.id)),
        versions=writer.versions(found, queries.list_agreements()),
        annexes=annex_lines(queries.list_annexes(row.id)),
        duties=writer.duties(duties(found, day)),
        source=writer.source(row),
        written=written_text(row, written.get((row.__tablename__, str(row.id)))),
        form=form,
        largest=size_text(form.largest),
        seen=results.revision(),
        can_edit=signed_in_user().may(RIGHT),
    )


def duties(agreement: Agreement, day: int) -> tuple[Duty, ...]:
    """What follows from it, with the dates of its parties' options."""
    evaluation = results.evaluation(results.current_plan())
    options = {
        it.holder: it for it in options_of(evaluation) if it.holder in agreement.parties
    }
    return duties_of(
        agreement,
        day,
        calendar=evaluation.calendar,
        founders={
            it.number
            for it in evaluation.snapshot.municipalities
            if not it.holds_option
        },
        options=options,
    )
