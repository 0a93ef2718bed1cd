"""What the addresses of decisions answer: record one, change it, take it away."""

from collections.abc import Callable, Container
from dataclasses import replace

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from app.access import User
from app.htmx import refused
from app.rights import deciding, queries
from app.rights.editing import FormPage, decision_page
from app.rights.entries import can_be_changed
from app.rights.fact_rules import refuse_decision
from app.rights.seen import SeenOnlyForm
from app.store import results
from app.store.tables import ChangeRow, DecisionRow

Answer = Callable[[str, ChangeRow | None], ResponseReturnValue]
MORE = "more"
"""The name of the button that shows one more row."""


def show_form(number: str, decision_id: int | None = None) -> str:
    """Show the form on a decision; without an id, on a new one."""
    row = None if decision_id is None else own_decision(number, decision_id)
    return _render(_page(number, row))


def record(
    number: str, sent: Container[str], answer: Answer, *, by: User
) -> ResponseReturnValue:
    """Record a decision, and make what follows from it."""
    page = _page(number)
    if MORE in sent:
        return _with_one_more(page)
    if not _holds(page):
        return refused(_render(page))
    plan = results.current_plan()
    change = deciding.record_decision(plan, number, page.form.entry, by=by)
    return answer(number, change)


def change(
    number: str, decision_id: int, sent: Container[str], answer: Answer, *, by: User
) -> ResponseReturnValue:
    """Change a decision, and what follows from it."""
    if queries.find_decision(number, decision_id) is None:
        return refused(_render(replace(_page(number), is_gone=True)))
    row = own_decision(number, decision_id)
    page = _page(number, row)
    if MORE in sent:
        return _with_one_more(page)
    seen = page.form.seen.revision
    if not _holds(page):
        return refused(_render(page))
    plan, entry = results.current_plan(), page.form.entry
    changed = deciding.change_decision(plan, row, entry, by=by, seen=seen)
    return answer(number, changed)


def make_final(
    number: str, decision_id: int, answer: Answer, *, by: User
) -> ResponseReturnValue:
    """Say that a decision is final, and make what follows from it."""
    row, seen = own_decision(number, decision_id), SeenOnlyForm().seen.revision
    plan = results.current_plan()
    return answer(number, deciding.make_final(plan, row, by=by, seen=seen))


def remove(
    number: str, decision_id: int, answer: Answer, *, by: User
) -> ResponseReturnValue:
    """Take a decision away, with what followed from it."""
    if queries.find_decision(number, decision_id) is None:
        return answer(number, None)
    row, seen = own_decision(number, decision_id), SeenOnlyForm().seen.revision
    if row.source:
        abort(404)
    plan = results.current_plan()
    return answer(number, deciding.remove_decision(plan, row, by=by, seen=seen))


def own_decision(number: str, decision_id: int) -> DecisionRow:
    """A decision that has a form; a signal that a source tells of has none."""
    row = queries.get_decision(number, decision_id)
    return row if can_be_changed(row) else abort(404)


def _page(number: str, row: DecisionRow | None = None) -> FormPage:
    return decision_page(queries.get_municipality(number), row)


def _holds(page: FormPage) -> bool:
    """Whether the form holds, and says what no other decision says."""
    if not page.form.validate_on_submit():
        return False
    rows = [it for it in queries.list_decisions(page.number) if it.id != page.id]
    refusal = refuse_decision(page.form.entry, rows)
    if refusal:
        page.form.when.errors = [*page.form.when.errors, refusal]
    return not refusal


def _with_one_more(page: FormPage) -> ResponseReturnValue:
    """Show the form as it was sent, with one more row; nothing is saved."""
    page.form.add_row()
    return _render(page)


def _render(page: FormPage) -> str:
    return render_template("rights/decision.html", page=page)
