"""What is said of price years: which, and that nothing is converted."""

import pytest
from flask_babel import force_locale

from app.price_words import prices_text
from planning.finance.projection import Inputs, Sourced
from planning.money_facts import Basis

SUM = Sourced(likely=100, low=100, high=100, basis=Basis.DOCUMENTED)


def inputs(year: int | None, *years: int | None) -> Inputs:
    return Inputs(
        population=1_000,
        investment=SUM,
        platform=SUM,
        legacy=SUM,
        benefit=SUM,
        project=SUM,
        price_year=year,
        price_years=years,
    )


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (inputs(2022), "All sums are in the prices of 2022."),
        (
            inputs(None),
            "The price year of the sums is not known: they are used as they are.",
        ),
        (
            inputs(None, 2021, 2022, 2024),
            (
                "The sums are in the prices of 2021, 2022 and 2024. They have not been"
                " converted, and are added as they are."
            ),
        ),
        (
            inputs(None, 2024, None),
            (
                "The sums are in the prices of 2024 and of years that are not known."
                " They have not been converted, and are added as they are."
            ),
        ),
    ],
)
def test_it_is_told_in_which_prices_the_sums_are(app, found, told):
    with app.test_request_context(), force_locale("en"):
        assert prices_text(found) == told
