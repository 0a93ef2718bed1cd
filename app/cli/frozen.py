"""`--plan baseline:NAME`: what was frozen, told as it was, and nothing reckoned anew.

A baseline holds results and no network: activities have no floats in it, and there
are no alternatives.
"""

from typing import Any

from flask_babel import gettext as _

from app.baselines.held import held_money
from app.cli.failures import Failed, Unusable
from app.cli.finding import find_municipality, find_wave
from app.cli.output import write, write_json, write_table
from app.cli.plan_documents import as_known, conflict_document, iso
from app.economy_document import kroner, summary_document, year_document
from app.frozen_plans import PREFIX
from app.store.baselines import find_baseline, find_named, find_state, list_baselines
from app.store.names import Names
from app.store.tables import BaselineRow
from planning.conflicts import Severity
from planning.snapshot import Wave
from planning.state import MoneyState, MunicipalityState, PlanState, WaveState


def is_frozen(plan_name: str | None) -> bool:
    """Whether a plan is named that was frozen."""
    return plan_name is not None and plan_name.startswith(PREFIX)


def find_frozen(plan_name: str) -> tuple[BaselineRow, PlanState]:
    """The baseline of a name or number, and its state.

    Raises:
        Unusable: there is none.
        Failed: it has been tampered with.
    """
    text = plan_name.removeprefix(PREFIX).strip()
    is_id = text.isascii() and text.isdigit() and len(text) < 10
    row = find_named(text) or (find_baseline(int(text)) if is_id else None)
    if row is None:
        names = ", ".join(f"{PREFIX}{it.name}" for it in list_baselines()) or "–"
        told = _("There is no baseline “%(name)s”.", name=text)
        raise Unusable(f"{told} " + _("There are: %(names)s.", names=names))
    state = find_state(row)
    if state is None:
        told = _("The baseline “%(name)s” has been tampered with.", name=row.name)
        raise Failed(told)
    return row, state


def frozen_plan_document(
    row: BaselineRow,
    state: PlanState,
    names: Names,
    *,
    wave: str | None = None,
    municipality: str | None = None,
) -> dict[str, Any]:
    """The JSON of `plan`, or what concerns one wave or one municipality of it."""
    held = state.municipalities
    if wave is not None:
        wave = find_wave([_as_wave(it) for it in state.waves], wave).code
    if municipality is not None:
        known = {it: names.municipality(it) for it in held}
        municipality = find_municipality(known, municipality)
    numbers = [
        it
        for it in held
        if municipality in (None, it) and wave in (None, held[it].wave)
    ]
    wanted = wave or (municipality and held[municipality].wave)
    is_whole = wave is None and municipality is None
    return {
        "plan": f"{PREFIX}{row.id}",
        "status_date": iso(state.status_date),
        "waves": [
            _wave(state, it) for it in state.waves if is_whole or it.code == wanted
        ],
        "municipalities": [
            _municipality(it, names.municipality(it), held[it]) for it in numbers
        ],
    }


def _as_wave(it: WaveState) -> Wave:
    return Wave(code=it.code, sequence=it.sequence, aliases=it.aliases)


def _wave(state: PlanState, it: WaveState) -> dict[str, Any]:
    return {
        "code": it.code,
        "aliases": list(it.aliases),
        "window": it.window and [iso(it.window.start), iso(it.window.last)],
        "go_live": None if it.day is None else iso(it.day),
        "actual": it.actual and as_known(it.actual),
        "municipalities": [
            number for number, at in state.municipalities.items() if at.wave == it.code
        ],
        "set_day": None if it.set_day is None else iso(it.set_day),
        "cost_day": None if it.cost_day is None else iso(it.cost_day),
        "reckoned_because": it.because and it.because.value,
        "actual_precision": it.actual and it.actual.precision.value,
    }


def _municipality(number: str, name: str, it: MunicipalityState) -> dict[str, Any]:
    actual = it.known if it.is_live else None
    return {
        "number": number,
        "name": name,
        "wave": it.wave,
        "go_live": None if it.go_live is None else iso(it.go_live),
        "actual": actual and as_known(actual),
        "dates": {at.key: iso(at.day) for at in it.limits},
        "margin": it.margin_days,
        "actual_precision": actual and actual.precision.value,
    }


def frozen_check_document(
    row: BaselineRow, state: PlanState, names: Names
) -> dict[str, Any]:
    """The JSON of `check`: the conflicts as they were."""
    found = sorted(state.conflicts, key=lambda it: it.accepted is not None)
    open_ones = [it for it in found if it.accepted is None]
    return {
        "plan": f"{PREFIX}{row.id}",
        "status_date": iso(state.status_date),
        "conflicts": [conflict_document(it, names) for it in found],
        "counts": {
            **{it.value: sum(at.severity is it for at in open_ones) for it in Severity},
            "accepted": len(found) - len(open_ones),
        },
    }


def write_frozen_economy(
    plan_name: str, names: Names, typed: str, *, layout: str
) -> None:
    """Write the money of one municipality as it was.

    Raises:
        Failed: it had none.
    """
    row, state = find_frozen(plan_name)
    known = {it: names.municipality(it) for it in state.municipalities}
    number = find_municipality(known, typed)
    held, name = state.municipalities.get(number), known[number]
    if held is None or held.money is None:
        told = _("%(name)s has no money in “%(plan)s”.", name=name, plan=row.name)
        raise Failed(told)
    document = _economy(row, number, name, held.money)
    if layout == "json":
        write_json(document)
        return
    figures = held_money(held.money)
    write(f"{name} ({number}), {row.name}: {figures.known}")
    write()
    write_table(
        (_("Key figure"), _("Amount")),
        (
            (_("Investment"), figures.investment),
            (_("Net per year on average"), figures.net),
            (_("Net present value"), figures.npv),
        ),
        right=(1,),
    )


def _economy(
    row: BaselineRow, number: str, name: str, money: MoneyState
) -> dict[str, Any]:
    return {
        "municipality": number,
        "name": name,
        "plan": f"{PREFIX}{row.id}",
        "price_years": list(money.price_years),
        "provenance": money.provenance.value,
        "investment": kroner(money.investment.likely),
        **summary_document(money.summary),
        "npv_at_end_of": money.npv_year,
        "years": [year_document(it) for it in money.years],
    }
