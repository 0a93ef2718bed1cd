"""`init`: the database made or brought up to date, and the facts loaded."""

from collections.abc import Mapping

import click
from flask_babel import gettext as _
from flask_babel import ngettext

from app.cli import opened_app
from app.cli.failures import debug_option
from app.cli.output import tell, write
from app.store import database
from app.store.seed import Seeded, seed


@click.command(
    name="init",
    help=_(
        "Create the database or bring it up to date, and load the facts and the plan "
        "that it begins with. Safe to repeat: what people have changed stays."
    ),
)
@debug_option
def initialise() -> None:
    """Bring database and facts up to date."""
    with opened_app():
        write_seeded(seed(prepare=_upgrade))


def _upgrade() -> None:
    tell(_("Bringing the database up to date."))
    database.upgrade()
    tell(_("Loading the facts."))


def write_seeded(seeded: Seeded) -> None:
    """Say what came in, kind by kind, or that nothing did."""
    if not seeded.changes:
        write(_("Nothing has changed: everything was loaded already."))
        return
    names = _names_of_rows()
    for table, count in seeded.inserted.items():
        write(
            ngettext(
                "%(rows)s: %(num)d new",
                "%(rows)s: %(num)d new",
                count,
                rows=names[table],
            )
        )
    for table, count in seeded.updated.items():
        write(
            ngettext(
                "%(rows)s: %(num)d brought up to date",
                "%(rows)s: %(num)d brought up to date",
                count,
                rows=names[table],
            )
        )
    write(
        ngettext(
            "%(num)d piece of information has been loaded.",
            "%(num)d pieces of information have been loaded.",
            seeded.changes,
        )
    )


def _names_of_rows() -> Mapping[str, str]:
    """What the rows of each table are, in words."""
    return {
        "assumption": _("Assumptions on money"),
        "binding": _("Bindings"),
        "binding_member": _("Municipalities in bindings"),
        "budget_line": _("Lines of the budget of 2018"),
        "closed_period": _("Closed periods"),
        "component": _("National components"),
        "decision": _("Decisions and signals of councils"),
        "key_figure": _("Key figures"),
        "known_afterwards": _("What became known later"),
        "list_item": _("Risks, goals, services and other lists"),
        "milestone": _("Dates of the programme"),
        "money_figure": _("Sums of money"),
        "money_part": _("Parts of sums by year"),
        "municipality": _("Municipalities"),
        "placement": _("Municipalities in the plan"),
        "plan": _("Plans"),
        "programme": _("The programme itself"),
        "programme_fact": _("Facts of the programme"),
        "region": _("Regions"),
        "report": _("Reports on progress"),
        "source": _("Sources"),
        "statement": _("Statements of earlier plans"),
        "template_activity": _("Steps of the rollout"),
        "template_link": _("Dependencies between steps"),
        "trust": _("Health trusts"),
        "trust_placement": _("Health trusts in the plan"),
        "vintage": _("Earlier plans"),
        "vintage_deadline": _("Limits in earlier plans"),
        "wave": _("Waves"),
    }
