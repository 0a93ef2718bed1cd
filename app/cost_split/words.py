"""What keys and shared costs are in words."""

from decimal import Decimal

from flask_babel import gettext as _

from app.cost_split.gathering import YearCost
from app.entered_forms import KindTexts
from app.filters import long_date
from app.money_units import as_number
from app.store.tables import CostKeyRow
from planning.money import to_kroner

LITTLE = 10


def kind_texts(kind: str) -> KindTexts:
    """What the pages of a kind say."""
    if kind == "keys":
        return KindTexts(
            add=_("Add a key"),
            change=_("Change a key"),
            about=_(
                "By what the municipalities share what they pay together. Of several"
                " keys that hold on a day, the one that began last counts."
            ),
            save=_("Save the key"),
            remove=_("Remove the key"),
            what_goes=_("An earlier key that has not ended counts then."),
        )
    return KindTexts(
        add=_("Enter what all pay together"),
        change=_("Change what all pay together"),
        about=_(
            "The part of the cost that the municipalities share in one year. It takes"
            " the place of the estimate."
        ),
        save=_("Save the sum"),
        remove=_("Remove the sum"),
        what_goes=_("The year is estimated again then."),
    )


def key_text(row: CostKeyRow) -> str:
    """By population; or 60 % by population, 40 % equally."""
    parts = {
        _("by population"): row.by_population,
        _("equally"): row.by_equal,
        _("by shares held"): row.by_holding,
    }
    told = {text: part for text, part in parts.items() if part}
    if len(told) == 1:
        return next(iter(told))
    return ", ".join(
        _("%(part)s %% %(by)s", part=part, by=text) for text, part in told.items()
    )


def years_text(row: CostKeyRow) -> str:
    """From 1 January 2022 on; or from a day to another."""
    first = long_date(row.from_day)
    if row.to_day is None:
        return _("from %(first)s on", first=first)
    return _("from %(first)s to %(last)s", first=first, last=long_date(row.to_day))


def each_text(ore: int, people: int) -> str:
    """1,5 kr or 28 kr: what comes on each; with a decimal where it is little.

    Whoever has nobody has nothing to bear.
    """
    kroner = to_kroner(ore) / people if people else Decimal(0)
    is_little = Decimal(0) < abs(kroner) < LITTLE
    return _(
        "NOK %(amount)s", amount=as_number(kroner, "0.0" if is_little else "#,##0")
    )


def cost_footing(cost: YearCost) -> str:
    """What the sum of a year rests on."""
    if cost.row is None:
        return _(
            "What is shared in %(year)s is an estimate: what all of them are estimated"
            " to pay for the platform by the plan. No sum is entered for the year.",
            year=cost.year,
        )
    if cost.is_estimate:
        return _("What is shared in %(year)s is an assumption.", year=cost.year)
    if cost.row.price_year is None:
        return _(
            "What is shared in %(year)s is entered; in the prices of which year is not"
            " known.",
            year=cost.year,
        )
    return _(
        "What is shared in %(year)s is entered, in the prices of %(prices)s.",
        year=cost.year,
        prices=cost.row.price_year,
    )
