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

from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache
from itertools import pairwise

from planning.money import KRONE, share_of
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
    return (*_years_of_drawing(loan), *_years_of_term(loan))


def _years_of_drawing(loan: Loan) -> list[LoanYear]:
    first = min((draw.year for draw in loan.draws), default=loan.first_instalment)
    numerator, denominator = loan.terms.rate_per_year.as_integer_ratio()
    balance = 0
    found = []
    for year in range(first, loan.first_instalment):
        interest = share_of(balance, numerator, denominator)
        drawn = sum(draw.ore for draw in loan.draws if draw.year == year)
        balance += drawn
        found.append(LoanYear(year, drawn, interest, 0, balance))
    return found


def _years_of_term(loan: Loan) -> list[LoanYear]:
    terms, principal = loan.terms, loan.principal
    left, whole = _left_after(terms)
    balances = [share_of(principal, part, whole) for part in left]
    years = enumerate(pairwise(balances), loan.first_instalment)
    if terms.kind is LoanKind.ANNUITY and terms.rate_per_year:
        even = annuity_payment(principal, terms)
        # Of a few kroner over many years the payment itself rounds to nothing.
        return [
            LoanYear(year, 0, max(even - before + after, 0), before - after, after)
            for year, (before, after) in years
        ]
    numerator, denominator = terms.rate_per_year.as_integer_ratio()
    return [
        LoanYear(
            year, 0, share_of(before, numerator, denominator), before - after, after
        )
        for year, (before, after) in years
    ]


def _left_after(terms: LoanTerms) -> tuple[tuple[int, ...], int]:
    """Which part is left after 0, 1, … years of the term, and the whole."""
    if terms.kind is LoanKind.ANNUITY and terms.rate_per_year:
        return _annuity_left(terms.rate_per_year, terms.years), SCALE
    return tuple(range(terms.years, -1, -1)), terms.years


@lru_cache(maxsize=64)
def _annuity_share(rate: Decimal, years: int) -> int:
    with localcontext(prec=DIGITS):
        return int(SCALE * rate / (1 - (1 + rate) ** -years))


@lru_cache(maxsize=64)
def _annuity_left(rate: Decimal, years: int) -> tuple[int, ...]:
    with localcontext(prec=DIGITS):
        grown = (1 + rate) ** years
        return tuple(
            int(SCALE * (grown - (1 + rate) ** year) / (grown - 1))
            for year in range(years + 1)
        )
