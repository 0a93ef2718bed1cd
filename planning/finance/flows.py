"""Sums laid out over the years: the columns of a cash flow.

Amounts are øre; every flow is rounded to the whole krone where it arises, so that
rows and columns add up as printed.
"""

from dataclasses import dataclass

from planning.finance.loans import Loan, LoanTerms, lay_out_loan
from planning.finance.projection import YearFlow
from planning.finance.shares import Shares
from planning.money import allocate, shares_of
from planning.money_facts import Part

Column = list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """The sums of one reckoning, without what they rest on."""

    investment: int
    platform: int
    legacy: int
    benefit: int
    project: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The years of a projection, and how each sum falls on them.

    `draws` are years relative to go-live's with their weights; `project` are the
    weights of the years.
    """

    years: range
    go_live_year: int
    terms: LoanTerms
    draws: tuple[tuple[int, int], ...]
    platform: Shares
    legacy_saved: Shares
    benefit: Shares
    project: tuple[int, ...]

    @property
    def averaged(self) -> slice:
        """Where the years of the loan stand in a column."""
        return slice(self.go_live_year + 1 - self.years.start, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """The columns of a cash flow, a row a year; see `YearFlow`."""

    frame: Frame
    investment: Column
    interest: Column
    instalment: Column
    balance: Column
    project: Column
    platform: Column
    legacy: Column
    legacy_saved: Column
    benefit: Column

    def before_financing(self) -> Column:
        """The net of each year with the investment in place of its loan."""
        return [
            saved + benefit - project - platform - investment
            for saved, benefit, project, platform, investment in zip(
                self.legacy_saved,
                self.benefit,
                self.project,
                self.platform,
                self.investment,
                strict=True,
            )
        ]

    def years(self) -> tuple[YearFlow, ...]:
        """The same by row; the loan is drawn as the investment falls due."""
        return tuple(
            YearFlow(
                year=year,
                investment=self.investment[row],
                loan_drawn=self.investment[row],
                interest=self.interest[row],
                instalment=self.instalment[row],
                balance=self.balance[row],
                project=self.project[row],
                platform=self.platform[row],
                legacy=self.legacy[row],
                legacy_saved=self.legacy_saved[row],
                benefit=self.benefit[row],
            )
            for row, year in enumerate(self.frame.years)
        )


def lay_out(amounts: Amounts, frame: Frame) -> Flows:
    """The flows of every year."""
    legacy_saved = shares_of(amounts.legacy, frame.legacy_saved)
    loan = lay_out_loan(_loan(amounts.investment, frame))
    # Before anything is drawn there is nothing to pay.
    before = [0] * (loan.first_year - frame.years[0])
    return Flows(
        frame=frame,
        investment=before + loan.drawn,
        interest=before + loan.interest,
        instalment=before + loan.instalment,
        balance=before + loan.balance,
        project=list(allocate(amounts.project, frame.project)),
        platform=shares_of(amounts.platform, frame.platform),
        legacy=[amounts.legacy - saved for saved in legacy_saved],
        legacy_saved=legacy_saved,
        benefit=shares_of(amounts.benefit, frame.benefit),
    )


def _loan(principal: int, frame: Frame) -> Loan:
    parts = allocate(principal, [weight for _, weight in frame.draws])
    return Loan(
        draws=tuple(
            Part(frame.go_live_year + offset, ore)
            for (offset, _), ore in zip(frame.draws, parts, strict=True)
        ),
        first_instalment=frame.go_live_year + 1,
        terms=frame.terms,
    )
