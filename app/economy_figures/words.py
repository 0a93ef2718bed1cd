"""What assumptions and own sums mean for the figures, in plain sentences."""

from flask_babel import gettext as _

from app.assumption_words import loan_kind_text
from planning.money_facts import DebtService, FigureKind, LoanKind

Option = tuple[str, str]

KINDS = (
    FigureKind.INVESTMENT,
    FigureKind.PROJECT,
    FigureKind.ANNUAL_TOTAL,
    FigureKind.PLATFORM,
    FigureKind.LEGACY,
    FigureKind.BENEFIT,
)
"""In the order in which they are shown: once, then every year."""


def assumption_meaning(key: str) -> str:
    """What an assumption does to the figures."""
    return {
        "discount_rate": _(
            "What a krone next year is worth less than one today, above the rise in"
            " prices. A higher rate makes the present value of later savings smaller."
        ),
        "loan_rate": _(
            "The interest on the loan for the investment. A higher rate makes every"
            " year of the loan dearer. Where a documented yearly total holds the loan,"
            " less of it is then left for the platform, and the estimates for the"
            " others follow."
        ),
        "loan_term_years": _(
            "How many years the investment is paid back over, where the municipality"
            " has not said. The averages cover the same years."
        ),
        "loan_kind": _(
            "An annuity loan costs the same every year. A serial loan has equal"
            " instalments: it costs more at first, less later, and less in all."
        ),
        "benefit_ramp_months": _(
            "How long it takes, once the stabilisation after go-live is over, until an"
            " estimated benefit is there in full. It grows evenly."
        ),
        "depreciation_years": _(
            "How many years the investment is written off over. The law’s minimum"
            " instalment is counted from it."
        ),
        "after_programme_months": _(
            "How long after the last wave the alternative “after the programme” goes"
            " live."
        ),
    }[key]


def figure_meaning(kind: FigureKind) -> str:
    """What a sum holds."""
    return {
        FigureKind.INVESTMENT: _(
            "What joining costs once. It falls due at go-live and is paid with a loan."
        ),
        FigureKind.PROJECT: _(
            "What the municipality spends on the introduction itself before go-live, in"
            " all. No public source gives such a sum, so it counts as nothing until it"
            " is entered."
        ),
        FigureKind.ANNUAL_TOTAL: _(
            "One yearly sum for everything, where the municipality knows no other. What"
            " is left of it without the loan is the platform’s cost."
        ),
        FigureKind.PLATFORM: _(
            "What the platform costs each year from go-live, without the loan. It goes"
            " before the yearly total."
        ),
        FigureKind.LEGACY: _(
            "What the systems cost each year that are closed after go-live."
        ),
        FigureKind.BENEFIT: _(
            "What is gained each year, besides today’s systems, in kroner."
        ),
    }[kind]


def loan_kind_choices() -> list[Option]:
    """The kinds of loans."""
    return [(kind.value, loan_kind_text(kind.value)) for kind in LoanKind]


def debt_service_choices() -> list[Option]:
    """Whether the loan is in a yearly total; whoever gives a sum knows."""
    return [
        (DebtService.INCLUDED.value, _("Yes, interest and instalments are in it")),
        (DebtService.EXCLUDED.value, _("No, the loan comes on top")),
    ]
