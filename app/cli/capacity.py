"""`capacity`: what the waves ask of the programme by month, and what there is.

In JSON, amounts are averages over the month; what is not entered is null.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click
from flask_babel import gettext as _

from app import language
from app.capacity_words import amount
from app.cli import ready_app
from app.cli.failures import debug_option
from app.cli.finding import find_plan, title_of
from app.cli.output import format_option, write, write_json, write_table
from app.cli.planning import plan_option
from app.store.names import names_for
from app.store.results import evaluation
from planning.calendars import MONTHS, to_date
from planning.capacity import Capacity, Load, average, month_of
from planning.capacity import capacity as reckon
from planning.evaluate import Evaluation


@click.command(
    help=_("Show what the waves ask of the programme by month, and what there is.")
)
@plan_option
@format_option
@debug_option
def capacity(plan_name: str | None, layout: str) -> None:
    """Show what the waves ask of the programme by month, and what there is."""
    with ready_app():
        row = find_plan(plan_name)
        computed = evaluation(row)
        names = names_for(row, language.language())
        if layout == "json":
            write_json(capacity_document(computed, names.resource))
            return
        found = reckon(computed.snapshot, computed.schedule)
        now = month_of(computed.snapshot.status_date)
        write(title_of(row))
        for load in found.loads.values():
            write()
            write_load(found, load, names.resource(load.resource), now)


def write_load(found: Capacity, load: Load, name: str, now: int) -> None:
    """Write one resource, from the month of the status date on."""
    assumed = _("assumed")
    write(f"{name} ({assumed})" if load.demand_is_assumed else name)
    write_table(
        (_("Month"), _("Asked for"), _("There is"), _("Too few"), _("Asked for by")),
        (
            (
                month_key(month),
                amount(average(load.total(month), month)),
                there_is_text(load, month),
                amount(average(load.over(month), month)) if load.over(month) else "",
                ", ".join(
                    f"{code} {amount(average(it, month))}"
                    for code, it in found.by_wave(load.resource, month).items()
                ),
            )
            for month in sorted(load.asked)
            if month >= now
        ),
        right=(1, 2, 3),
    )


def there_is_text(load: Load, month: int) -> str:
    """What there is in a month, and whether that is assumed."""
    if month not in load.there_is:
        return _("not entered")
    told = amount(average(load.there_is[month], month))
    assumed = _("assumed")
    return f"{told} ({assumed})" if month in load.assumed_months else told


def capacity_document(
    computed: Evaluation, name_of: Callable[[str], str]
) -> dict[str, Any]:
    """Return every resource with all its months."""
    found = reckon(computed.snapshot, computed.schedule)
    return {
        "plan": computed.snapshot.plan.name,
        "status_date": to_date(computed.snapshot.status_date).isoformat(),
        "resources": [
            {
                "key": load.resource,
                "name": name_of(load.resource),
                "demand_assumed": load.demand_is_assumed,
                "employees_not_entered": list(load.unknown),
                "months": list(_months(found, load)),
            }
            for load in found.loads.values()
        ],
    }


def _months(found: Capacity, load: Load) -> Iterable[Mapping[str, Any]]:
    for month in sorted(load.asked):
        there = load.there_is.get(month)
        yield {
            "month": month_key(month),
            "asked": _amount(load.total(month), month),
            "there_is": None if there is None else _amount(there, month),
            "over": None if there is None else _amount(load.over(month), month),
            "supply_assumed": month in load.assumed_months,
            "waves": {
                code: _amount(it, month)
                for code, it in found.by_wave(load.resource, month).items()
            },
            "municipalities": {
                number: _amount(it, month)
                for number, it in sorted(load.asked[month].items())
            },
        }


def _amount(part_days: int, month: int) -> float:
    return round(float(average(part_days, month)), 3)


def month_key(month: int) -> str:
    """2025-03."""
    return to_date(MONTHS[month]).isoformat()[:7]
