"""`economy`: what a municipality pays and saves, and what else it can do."""

from collections.abc import Iterator

import click
from flask_babel import gettext as _

from app import language
from app.cli import ready_app
from app.cli.economy_figures import write_basis, write_key_figures
from app.cli.economy_tables import (
    write_alternatives,
    write_plan,
    write_readings,
    write_years,
)
from app.cli.failures import Failed, debug_option
from app.cli.finding import (
    find_municipality,
    find_plan,
    key_of,
    leave_plan,
    title_of,
)
from app.cli.frozen import is_frozen, write_frozen_economy
from app.cli.output import format_option, write, write_json
from app.cli.planning import any_plan_option
from app.economy_document import economy_document
from app.filters import long_date
from app.four_year_plan import four_year_plan
from app.money_words import provenance_text, result_basis
from app.store.names import names_for
from app.store.results import current_plan, evaluation
from app.ways_out import find_way_out, left_text, notice_text
from planning.evaluate import Evaluation
from planning.finance.alternatives import list_alternatives


@click.command(
    help=_(
        "Show what a municipality pays and saves, and its alternatives."
        " NUMBER is its number or its name."
    )
)
@click.argument("municipality", metavar="NUMBER")
@any_plan_option
@format_option
@debug_option
def economy(municipality: str, plan_name: str | None, layout: str) -> None:
    """Show what a municipality pays and saves, and its alternatives."""
    with ready_app():
        if is_frozen(plan_name):
            frozen_names = names_for(current_plan(), language.language())
            write_frozen_economy(
                plan_name or "", frozen_names, municipality, layout=layout
            )
            return
        row = find_plan(plan_name, or_baseline=True)
        names = names_for(row, language.language())
        number = find_municipality(dict(names.municipalities), municipality)
        computed = evaluation(row)
        name = names.municipality(number)
        title, key = title_of(row), key_of(row)
        leave_plan()
        require_projection(computed, number, name, title)
        if layout == "json":
            write_json({**economy_document(computed, number, name), "plan": key})
        else:
            write_economy(computed, number, name, title)


def require_projection(
    computed: Evaluation, number: str, name: str, title: str
) -> None:
    """Refuse a municipality that has no date to reckon from.

    Raises:
        Failed: names what has to be done first.
    """
    if number in computed.projections:
        return
    code = computed.wave_of(number)
    if code is None:
        raise Failed(
            _(
                "%(name)s is in no wave of the plan “%(plan)s”, so there is no year to"
                " reckon from. Place it in a wave first.",
                name=name,
                plan=title,
            )
        )
    raise Failed(
        _(
            "The wave %(wave)s that %(name)s is in has no date in the plan “%(plan)s”,"
            " so there is no year to reckon from. Give the wave a date first.",
            wave=code,
            name=name,
            plan=title,
        )
    )


def write_economy(computed: Evaluation, number: str, name: str, title: str) -> None:
    """Write the key figures, the years, the alternatives, and what it rests on."""
    projection = computed.projections[number]
    snapshot = computed.snapshot
    basis = result_basis(projection.inputs)
    write(
        _(
            "%(name)s (%(number)s), %(plan)s: %(basis)s",
            name=name,
            number=number,
            plan=title,
            basis=provenance_text(projection.provenance),
        )
    )
    write(
        _(
            "Wave %(wave)s; costs count from %(day)s.",
            wave=computed.wave_of(number) or "–",
            day=long_date(projection.go_live),
        )
    )
    for line in way_out_lines(computed, number, name):
        write(line)
    write()
    write_key_figures(projection)
    if projection.readings:
        write()
        write_readings(projection)
    write()
    write_years(projection)
    write()
    write_plan(four_year_plan(projection, snapshot.status_date), basis=basis)
    write()
    write_alternatives(
        list_alternatives(snapshot, number, calendar=computed.calendar),
        year=projection.first_averaged - 1,
        basis=basis,
    )
    write()
    write_basis(projection, snapshot.money.assumptions)


def way_out_lines(computed: Evaluation, number: str, name: str) -> Iterator[str]:
    """That it has left or leaves, and what the figures are then."""
    way = find_way_out(computed, number)
    if way is not None and way.has_left:
        yield left_text(way, name)
        yield _("The figures are what the plan came to if it had stayed.")
    elif way is not None and way.is_leaving:
        yield notice_text(way, name)
