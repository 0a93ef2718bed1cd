"""Loans: what falls due each year, to the whole krone.

Amounts are øre, rates are per year (0.04 is four percent). Interest is paid once a
year in arrears, on what is left of the loan when the year begins; instalments fall
due at the end of each year of the term. What is drawn before the first year of the
term bears interest from the year after its draw.

Annuity, with P the loan, r the rate, n the years of the term and k a year of it:

    payment       A = P * r / (1 - (1 + r)**-n)
    left after k  P * ((1 + r)**n - (1 + r)**k) / ((1 + r)**n - 1)

Serial: an instalment of P / n each year, so that P * (n - k) / n is left after k.
Both are what any textbook of finance gives; without interest they are the same.

Rounded is what is left, so that instalments add up to the loan exactly and the last
one clears it. The payment of an annuity is rounded once and is the same every year;
its interest is what the payment leaves, within a krone of the rate on what is left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache
from itertools import accumulate, pairwise

from planning.money import KRONE, share_of, shares_of
from planning.money_facts import LoanKind, Part

# Tables of an annuity are whole numbers of this part of the loan, reckoned with
# digits to spare: a small rate uses them up.
SCALE = 10**24
DIGITS = 60


@dataclass(frozen=True, slots=True)
class LoanTerms:
    """How a loan is paid back, and what it costs."""

    kind: LoanKind = LoanKind.ANNUITY
    rate_per_year: Decimal = Decimal("0.04")
    years: int = 15

    def __post_init__(self) -> None:
        if self.years < 1:
            raise ValueError(f"a loan needs a year to be paid back: {self.years}")
        if self.rate_per_year < 0:
            raise ValueError(f"a loan has no negative rate: {self.rate_per_year}")

    @property
    def is_annuity(self) -> bool:
        """Without interest both kinds are the same, and reckoned as a serial loan."""
        return self.kind is LoanKind.ANNUITY and self.rate_per_year > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """What is borrowed when, and the year of the first instalment."""

    draws: tuple[Part, ...]
    first_instalment: int
    terms: LoanTerms = LoanTerms()

    def __post_init__(self) -> None:
        for draw in self.draws:
            if draw.year >= self.first_instalment:
                raise ValueError(f"drawn when it is to be paid back: {draw.year}")
            if draw.ore < 0 or draw.ore % KRONE:
                raise ValueError(f"not drawn in whole kroner: {draw.ore}")

    @property
    def principal(self) -> int:
        return sum(draw.ore for draw in self.draws)


@dataclass(frozen=True, slots=True)
class LoanYear:
    """What one year of a loan takes; `balance` is what is left at its end."""

    year: int
    drawn: int
    interest: int
    instalment: int
    balance: int

    @property
    def payment(self) -> int:
        return self.interest + self.instalment


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanColumns:
    """The years of a loan by column, from the first draw on; see `LoanYear`."""

    first_year: int
    drawn: list[int]
    interest: list[int]
    instalment: list[int]
    balance: list[int]


def annuity_payment(principal: int, terms: LoanTerms) -> int:
    """Interest and instalment of a year, the same every year, in whole kroner.

    The kind of the terms is not looked at: this is the yearly sum that evens the
    loan out over its term.
    """
    if not terms.rate_per_year:
        return share_of(principal, 1, terms.years)
    return share_of(principal, _annuity_share(terms.rate_per_year, terms.years), SCALE)


def repayments(loan: Loan) -> tuple[LoanYear, ...]:
    """Every year from the first draw to the last instalment.

    Without a draw there are the years of the term, with nothing in them.
    """
    columns = lay_out_loan(loan)
    rows = zip(
        columns.drawn,
        columns.interest,
        columns.instalment,
        columns.balance,
        strict=True,
    )
    return tuple(
        LoanYear(year, *row) for year, row in enumerate(rows, columns.first_year)
    )


def lay_out_loan(loan: Loan) -> LoanColumns:
    """The same by column."""
    first = min((draw.year for draw in loan.draws), default=loan.first_instalment)
    drawn = [0] * (loan.first_instalment - first)
    for draw in loan.draws:
        drawn[draw.year - first] += draw.ore
    owed = list(accumulate(drawn))
    left = shares_of(loan.principal, _left_after(loan.terms))
    instalments = [before - after for before, after in pairwise(left)]
    nothing, years = [0] * len(drawn), [0] * loan.terms.years
    return LoanColumns(
        first_year=first,
        drawn=drawn + years,
        # What is drawn bears interest from the year after.
        interest=[
            *_interest([0, *owed][: len(owed)], loan.terms),
            *_interest_of_term(loan, left, instalments),
        ],
        instalment=nothing + instalments,
        balance=owed + left[1:],
    )


def _interest(owed: Iterable[int], terms: LoanTerms) -> list[int]:
    """A year's interest on each of some sums."""
    numerator, denominator = terms.rate_per_year.as_integer_ratio()
    return [share_of(ore, numerator, denominator) for ore in owed]


def _interest_of_term(
    loan: Loan, left: Sequence[int], instalments: Sequence[int]
) -> list[int]:
    if not loan.terms.is_annuity:
        return _interest(left[:-1], loan.terms)
    payment = annuity_payment(loan.principal, loan.terms)
    # Of a few kroner over many years the payment itself rounds to nothing.
    return [max(payment - instalment, 0) for instalment in instalments]


def _left_after(terms: LoanTerms) -> tuple[tuple[int, int], ...]:
    """Which share is left after 0, 1, … years of the term."""
    if terms.is_annuity:
        return _annuity_left(terms.rate_per_year, terms.years)
    return tuple((left, terms.years) for left in range(terms.years, -1, -1))


@lru_cache(maxsize=64)
def _annuity_share(rate: Decimal, years: int) -> int:
    with localcontext(prec=DIGITS):
        return int(SCALE * rate / (1 - (1 + rate) ** -years))


@lru_cache(maxsize=64)
def _annuity_left(rate: Decimal, years: int) -> tuple[tuple[int, int], ...]:
    with localcontext(prec=DIGITS):
        grown = (1 + rate) ** years
        return tuple(
            (int(SCALE * (grown - (1 + rate) ** year) / (grown - 1)), SCALE)
            for year in range(years + 1)
        )
