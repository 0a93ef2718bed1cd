"""Addresses of the facts: the programme, plans, money, goals, services, sources."""

from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import needs
from app.earlier_plans import EarlierPlans, list_statements, list_vintages
from app.facts import queries
from app.facts.lists import list_parts, service_lines, source_groups
from app.facts.pages import money_page, places, programme_page
from app.facts.plans import DEFAULT_SCOPE, milestone_lines, plans_page
from app.key_figures import list_key_figures
from app.language import language
from app.provenance import get_sources
from app.store import results
from app.store.names import names_for

bp = Blueprint("facts", __name__, url_prefix="/facts")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show figures, rules, trusts and regions."""
    plan = results.current_plan()
    sources = get_sources()
    page = programme_page(
        results.evaluation(plan),
        names_for(plan, language()),
        sources,
        figures=list_key_figures(sources),
        facts=queries.list_programme_facts(),
        trusts=queries.list_trusts(),
        regions=queries.list_regions(),
    )
    return _render("index", page=page)


@bp.get("/plans")
@needs("plan.view")
def plans() -> ResponseReturnValue:
    """Show what each plan said, and how one scope moved from plan to plan."""
    plan = results.current_plan()
    sources = get_sources()
    vintages, statements = list_vintages(), list_statements()
    page = plans_page(
        results.evaluation(plan),
        names_for(plan, language()),
        sources,
        plans=EarlierPlans(vintages, statements, sources),
        scope=request.args.get("scope", DEFAULT_SCOPE),
        vintages=vintages,
        statements=statements,
        later=queries.list_known_afterwards(),
    )
    milestones = queries.list_milestones(plan, "programme")
    return _render("plans", page=page, milestones=milestone_lines(milestones, sources))


@bp.get("/money")
@needs("plan.view")
def money() -> ResponseReturnValue:
    """Show the sums that sources give."""
    page = money_page(queries.list_money(), queries.list_budget(), get_sources())
    return _render("money", page=page)


@bp.get("/risks-and-goals")
@needs("plan.view")
def goals() -> ResponseReturnValue:
    """Show risks, what reduces them, targets and goals."""
    headings = {
        "risk": _("Central risks"),
        "risk-reducer": _("What reduces the risk"),
        "other-risk": _("Risks named elsewhere"),
        "benefit-target": _("Benefits that the municipalities aim at"),
        "effect-goal": _("Effects that the programme aims at"),
    }
    items = queries.list_items(*headings)
    return _render("goals", parts=list_parts(items, headings, get_sources()))


@bp.get("/services")
@needs("plan.view")
def services() -> ResponseReturnValue:
    """Show what the solution is for, and the steps of those who take it up."""
    plan = results.current_plan()
    sources = get_sources()
    headings = {
        "ki1-activity": _("Activities for K11, also written KI1"),
        "migration-step": _("Moving data to the new record"),
        "archive-step": _("Closing the old archives"),
    }
    items = queries.list_items("service-area", "service", *headings)
    return _render(
        "services",
        areas=service_lines(items["service-area"], items["service"], sources),
        parts=list_parts(items, headings, sources),
        gp_track=milestone_lines(queries.list_milestones(plan, "gp"), sources),
    )


@bp.get("/sources")
@needs("plan.view")
def sources() -> ResponseReturnValue:
    """Show where all of it comes from."""
    return _render("sources", groups=source_groups(queries.list_sources()))


def _render(name: str, **given: Any) -> str:
    """A page of the facts with the way around them."""
    return render_template(
        f"facts/{name}.html", places=places(f"facts.{name}"), **given
    )
