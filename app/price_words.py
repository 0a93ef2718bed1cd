"""In the prices of which years the sums of a municipality are."""

from flask_babel import gettext as _

from planning.finance.projection import Inputs


def prices_text(inputs: Inputs) -> str:
    """Say whether the sums can be added; none are converted."""
    if inputs.price_year is not None:
        return _("All sums are in the prices of %(year)s.", year=inputs.price_year)
    known = [str(year) for year in inputs.price_years if year is not None]
    if not known:
        return _("The price year of the sums is not known: they are used as they are.")
    if None in inputs.price_years:
        return _(
            "The sums are in the prices of %(years)s and of years that are not known."
            " They have not been converted, and are added as they are.",
            years=years_text(known),
        )
    return _(
        "The sums are in the prices of %(years)s. They have not been converted, and"
        " are added as they are.",
        years=years_text(known),
    )


def years_text(years: list[str]) -> str:
    """Years in a row."""
    *first, last = years
    if not first:
        return last
    return _("%(first)s and %(last)s", first=", ".join(first), last=last)
