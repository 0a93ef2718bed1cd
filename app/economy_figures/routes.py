"""Addresses of what is entered of money: assumptions, and municipalities' own sums."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.assumption_words import RATES, assumption_name
from app.economy_figures import commands, queries
from app.economy_figures.forms import FigureForm, assumption_form
from app.economy_figures.pages import (
    AssumptionPage,
    FigurePage,
    FiguresPage,
    assumptions_page,
    figure_lines,
)
from app.economy_figures.reckoning import Reckoned
from app.economy_figures.words import assumption_meaning, figure_meaning
from app.figure_kinds import figure_kind_text
from app.htmx import moved_to, refused, wants_fragment
from app.language import language
from app.last_written import find_last_written
from app.moved import MovedPart, find_moved_part, moved_part
from app.provenance import get_sources
from app.store import results
from app.store.names import Names, names_for
from app.store.tables import ChangeRow

bp = Blueprint("economy_figures", __name__, url_prefix="/economy")


@bp.get("/assumptions")
@needs("plan.view")
def assumptions() -> ResponseReturnValue:
    """Show what every projection assumes."""
    page = assumptions_page(
        queries.list_assumptions(),
        sources=get_sources(),
        written=find_last_written(["assumption"]),
        can_edit=signed_in_user().may(commands.RIGHT),
    )
    moved = told_moved(url_for("economy_figures.assumptions"))
    return render_template("economy_figures/assumptions.html", page=page, moved=moved)


@bp.get("/assumptions/<key>")
@needs("economy.edit")
def assumption(key: str) -> ResponseReturnValue:
    """Show the form on one assumption."""
    page = assumption_page(key)
    return render_template("economy_figures/assumption.html", page=page)


@bp.post("/assumptions/<key>")
@needs("economy.edit")
def change_assumption(key: str) -> ResponseReturnValue:
    """Let every projection be reckoned with another value."""
    page = assumption_page(key)
    form = page.form
    if not form.validate_on_submit():
        part = "_assumption_form" if wants_fragment() else "assumption"
        return refused(render_template(f"economy_figures/{part}.html", page=page))
    change = commands.change_assumption(
        results.current_plan(),
        queries.get_assumption(key),
        form.text,
        form.noted,
        by=signed_in_user(),
        seen=form.seen.revision,
    )
    return answer(change, url_for("economy_figures.assumptions"))


@bp.get("/<number>/figures")
@needs("plan.view")
def figures(number: str) -> ResponseReturnValue:
    """Show the sums of a municipality: its own, those of sources, estimates."""
    row = queries.get_municipality(number)
    page = FiguresPage(
        number=number,
        name=row.name,
        lines=figure_lines(
            reckoned(number),
            queries.list_own_figures(number),
            queries.list_sourced_figures(number),
            sources=get_sources(),
            written=find_last_written(["own_figure"]),
        ),
        can_edit=signed_in_user().may(commands.RIGHT),
    )
    moved = told_moved(url_for("economy_figures.figures", number=number))
    return render_template("economy_figures/figures.html", page=page, moved=moved)


@bp.get("/<number>/figures/<kind>")
@needs("economy.edit")
def figure(number: str, kind: str) -> ResponseReturnValue:
    """Show the form on which a municipality's own sum is entered."""
    page = figure_page(number, kind)
    return render_template("economy_figures/figure.html", page=page)


@bp.post("/<number>/figures/<kind>")
@needs("economy.edit")
def set_figure(number: str, kind: str) -> ResponseReturnValue:
    """Enter a sum on the municipality's word."""
    page = figure_page(number, kind)
    form = page.form
    if not form.validate_on_submit():
        part = "_figure_form" if wants_fragment() else "figure"
        return refused(render_template(f"economy_figures/{part}.html", page=page))
    change = commands.set_figure(
        results.current_plan(),
        number,
        queries.get_kind(kind),
        form.said,
        by=signed_in_user(),
        seen=form.seen.revision,
    )
    return answer(change, url_for("economy_figures.figures", number=number))


@bp.post("/<number>/figures/<kind>/remove")
@needs("economy.edit")
def remove_figure(number: str, kind: str) -> ResponseReturnValue:
    """Fall back on what sources give, or on the estimate."""
    seen = figure_page(number, kind).form.seen.revision
    row = queries.find_own_figure(number, queries.get_kind(kind)) or abort(404)
    change = commands.remove_figure(
        results.current_plan(), row, by=signed_in_user(), seen=seen
    )
    return answer(change, url_for("economy_figures.figures", number=number))


def assumption_page(key: str) -> AssumptionPage:
    """One assumption with its form, as it is or as it was sent."""
    row = queries.get_assumption(key)
    return AssumptionPage(
        key=key,
        name=assumption_name(key),
        meaning=assumption_meaning(key),
        is_rate=key in RATES,
        form=assumption_form(row, seen=results.revision()),
    )


def figure_page(number: str, text: str) -> FigurePage:
    """One sum with its form, as it is or as it was sent."""
    municipality, kind = queries.get_municipality(number), queries.get_kind(text)
    own, sums = queries.find_own_figure(number, kind), reckoned(number)
    data: dict[str, object] = {"seen": results.revision()}
    if own is not None:
        data |= {
            "amount": own.amount,
            "price_year": own.price_year,
            "debt_service": own.debt_service,
            "reason": own.reason,
        }
    return FigurePage(
        number=number,
        municipality=municipality.name,
        kind=kind.value,
        name=figure_kind_text(kind),
        meaning=figure_meaning(kind),
        is_entered=own is not None,
        otherwise=sums.otherwise(kind),
        form=FigureForm(
            kind=kind,
            debt_service_sum=sums.debt_service(),
            other_years=queries.other_price_years(number, kind),
            data=data,
        ),
    )


def reckoned(number: str) -> Reckoned:
    """What the sums of a municipality are reckoned with in the plan that holds."""
    return Reckoned(results.evaluation(results.current_plan()), number)


def told_moved(back: str) -> MovedPart | None:
    """What came of the change that the address names."""
    changed = request.args.get("moved", "")
    return find_moved_part(changed, current_names(), user=signed_in_user(), back=back)


def current_names() -> Names:
    """What things are called in the user's language."""
    return names_for(results.current_plan(), language())


def answer(change: ChangeRow | None, page_url: str) -> ResponseReturnValue:
    """Lead to a page, which tells what moved."""
    if change is None:
        told = moved_part(None, current_names(), user=signed_in_user()).sentence
        return moved_to(page_url, announce=told)
    return moved_to(f"{page_url}?moved={change.id}#moved")
