"""What the sums are called that a projection is reckoned from."""

from flask_babel import gettext as _

from planning.money_facts import DebtService, FigureKind


def figure_kind_text(kind: str) -> str:
    """What a sum is of."""
    return {
        FigureKind.INVESTMENT: _("Investment, one-off"),
        FigureKind.ANNUAL_TOTAL: _("Yearly cost in all"),
        FigureKind.PLATFORM: _("Yearly cost of the platform"),
        FigureKind.LEGACY: _("Yearly cost of today’s systems"),
        FigureKind.BENEFIT: _("Yearly gain"),
        FigureKind.PROJECT: _("Own project cost before go-live"),
    }[FigureKind(kind)]


def debt_service_text(debt_service: str) -> str:
    """Whether a yearly total holds the loan."""
    return {
        DebtService.INCLUDED: _("interest and instalments included"),
        DebtService.EXCLUDED: _("interest and instalments not included"),
        DebtService.NOT_SAID: _("not said whether interest and instalments are in it"),
    }[DebtService(debt_service)]
