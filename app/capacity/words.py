"""What the pages of each kind of entry say, and entries as sentences."""

from flask_babel import gettext as _

from app.capacity_words import per_texts, unit_texts
from app.entered_forms import KindTexts
from app.filters import duration, long_date, number
from app.store.names import Names
from app.store.tables import DemandRow, ResourceRow, SupplyRow
from planning.capacity_facts import Bound


def kind_texts(kind: str) -> KindTexts:
    """What the pages of a kind say."""
    return TEXTS[kind]()


def _of_resources() -> KindTexts:
    return KindTexts(
        add=_("Add a resource"),
        change=_("Change a resource"),
        about=_("Something that every municipality needs some of on its way."),
        save=_("Save the resource"),
        remove=_("Remove the resource"),
        what_goes=_(
            "What is asked of it and what there is of it go too. It can be undone."
        ),
    )


def _of_demands() -> KindTexts:
    return KindTexts(
        add=_("Add what is asked for"),
        change=_("Change what is asked for"),
        about=_(
            "The same for every municipality, at the dates that the plan has for it."
        ),
        save=_("Save what is asked for"),
        remove=_("Remove what is asked for"),
        what_goes=_("No municipality asks for it any more. It can be undone."),
    )


def _of_supplies() -> KindTexts:
    return KindTexts(
        add=_("Enter what there is"),
        change=_("Change what there is"),
        about=_(
            "Several entries for the same days add up. Of a month with a day that has"
            " no entry nothing is claimed; enter 0 where there is none."
        ),
        save=_("Save what there is"),
        remove=_("Remove the entry"),
        what_goes=_("Nothing is claimed of days without an entry. It can be undone."),
    )


def _of_employees() -> KindTexts:
    return KindTexts(
        add=_("Enter employees"),
        change=_("Change the number of employees"),
        about=_("It is what an amount per 1,000 employees is reckoned by."),
        save=_("Save the number"),
        remove=_("Remove the number"),
        what_goes=_(
            "What is asked for per 1,000 employees can’t be reckoned for the"
            " municipality then. It can be undone."
        ),
    )


TEXTS = {
    "resources": _of_resources,
    "demands": _of_demands,
    "supplies": _of_supplies,
    "employees": _of_employees,
}


def demand_text(row: DemandRow, names: Names) -> str:
    """0,75 per 1,000 inhabitants, while the step “Training” lasts."""
    words = {
        "amount": number(row.quantity),
        "per": per_texts()[row.per],
    }
    if row.bound == Bound.STEP:
        step = names.activity(row.step)
        return _(
            "%(amount)s %(per)s, while the step “%(step)s” lasts", step=step, **words
        )
    span = duration(row.length)
    if row.bound == Bound.BEFORE:
        return _("%(amount)s %(per)s, for %(span)s up to go-live", span=span, **words)
    return _("%(amount)s %(per)s, for %(span)s from go-live on", span=span, **words)


def supply_text(row: SupplyRow, resource: ResourceRow) -> str:
    """12 full-time persons from 1 January 2025 to 30 June 2025."""
    words = {
        "amount": number(row.quantity),
        "unit": unit_texts()[resource.unit],
        "first": long_date(row.from_day),
    }
    if row.to_day is None:
        return _("%(amount)s %(unit)s from %(first)s on", **words)
    return _(
        "%(amount)s %(unit)s from %(first)s to %(last)s",
        last=long_date(row.to_day),
        **words,
    )
