"""`proposals`: dates that were proposed to municipalities and trusts."""

from typing import Any

import click
from flask_babel import gettext as _

from app import language
from app.cli import ready_app
from app.cli.failures import debug_option
from app.cli.output import format_option, write, write_json, write_table
from app.proposal_words import day_text, state_text
from app.proposed_dates import (
    Standing,
    body_name,
    first_to_be_answered,
    list_standings,
)
from app.store import results
from app.store.names import Names, names_for
from app.store.proposals import plain_dates
from planning.calendars import to_date


@click.command(
    help=_("Show the dates that were proposed to those who decide for themselves.")
)
@click.option("--open", "is_open", is_flag=True, help=_("Only those that are open."))
@format_option
@debug_option
def proposals(is_open: bool, layout: str) -> None:
    """Show what was proposed, the first to be answered first."""
    with ready_app():
        found = [it for it in list_standings() if it.is_open or not is_open]
        names = names_for(results.current_plan(), language.language())
        found = first_to_be_answered(found, names)
        if layout == "json":
            write_json({"proposals": [proposal_document(it, names) for it in found]})
        elif found:
            write_proposals(found, names)
        else:
            write(
                _("No proposal is open") if is_open else _("Nothing has been proposed")
            )


def proposal_document(standing: Standing, names: Names) -> dict[str, Any]:
    """One proposal; dates are by what falls on them."""
    proposal = standing.proposal
    answer = proposal.answer
    day = None if answer is None or answer.day is None else to_date(answer.day)
    return {
        "id": proposal.id,
        "body": proposal.body,
        "name": body_name(proposal.body, names),
        "state": standing.state.value,
        "was": plain_dates(proposal.was),
        "becomes": plain_dates(proposal.becomes),
        "days": proposal.days,
        "answer_by": to_date(proposal.answer_by).isoformat(),
        "asked_instead": None if day is None else day.isoformat(),
    }


def write_proposals(found: list[Standing], names: Names) -> None:
    """Write one line a proposal."""
    write_table(
        (
            _("Who is asked"),
            _("Go-live that holds"),
            _("Proposed"),
            _("Answer by"),
            _("Standing"),
        ),
        (
            (
                body_name(it.proposal.body, names),
                day_text(it.proposal.was),
                day_text(it.proposal.becomes),
                to_date(it.proposal.answer_by).isoformat(),
                state_text(it.state),
            )
            for it in found
        ),
    )
