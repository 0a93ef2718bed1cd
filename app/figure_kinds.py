"""What the sums are called that a projection is reckoned from."""

from flask_babel import gettext as _

from planning.money_facts import DebtService, FigureKind


def figure_kind_text(kind: str) -> str:
    """What a sum is of."""
    match FigureKind(kind):
        case FigureKind.INVESTMENT:
            return _("Investment, one-off")
        case FigureKind.ANNUAL_TOTAL:
            return _("Yearly cost in all")
        case FigureKind.PLATFORM:
            return _("Yearly cost of the platform")
        case FigureKind.LEGACY:
            return _("Yearly cost of today’s systems")
        case FigureKind.BENEFIT:
            return _("Yearly gain")
        case FigureKind.PROJECT:
            return _("Own project cost before go-live")


def debt_service_text(debt_service: str) -> str:
    """Whether a yearly total holds the loan."""
    return {
        DebtService.INCLUDED: _("interest and instalments included"),
        DebtService.EXCLUDED: _("interest and instalments not included"),
        DebtService.NOT_SAID: _("not said whether interest and instalments are in it"),
    }[DebtService(debt_service)]
