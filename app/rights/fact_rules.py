"""What can't have happened, and what is recorded already.

Nobody can use the system before the contract for it, nor do anything with an option
before there was one. To leave, something has to be there to leave. What is only odd
can be recorded: the page of the municipality says so.
"""

from collections.abc import Iterable, Iterator

from flask_babel import gettext as _

from app.chain_words import when_text
from app.commitment_words import kind_text
from app.filters import long_date
from app.rights.entries import DecisionEntry, FactEntry
from app.store.commitments import Facts
from app.store.tables import CommitmentFactRow, DecisionRow
from planning.calendars import to_day
from planning.rights.chain import Fact, FactKind, chain_of
from planning.rights.odd_facts import Oddity, notice_runs_to, odd_facts

WAYS_OUT = frozenset({FactKind.WITHDRAWN, FactKind.NOTICE_GIVEN, FactKind.LEFT})


def refuse_fact(
    entry: FactEntry,
    rows: Iterable[CommitmentFactRow],
    facts: Iterable[Fact],
    *,
    contract: int | None,
) -> str:
    """Why a fact can't be recorded; empty where it can.

    `rows` and `facts` are the others of the municipality, `contract` is the day of the
    contract with the supplier.
    """
    if any(_is_same_fact(it, entry) for it in rows):
        return _("It is recorded already, with the same date and case number.")
    last, others = to_day(entry.when.last), [*facts]
    if entry.kind is FactKind.IN_PRODUCTION and contract and last < contract:
        return _(
            "Nobody can be in production before the contract with the supplier was"
            " signed, %(day)s. Look at the year.",
            day=long_date(contract),
        )
    agreed = _agreed(others)
    if agreed is not None and last < agreed.first and _rests_on_it(entry.kind):
        return _(
            "The option agreement is from %(when)s: this can’t have been before it.",
            when=when_text(agreed),
        )
    # What is known to a month or a year may have been before it.
    known = chain_of((it for it in others if it.first <= last), last)
    if entry.kind in WAYS_OUT and not known.is_known:
        return _(
            "Nothing is known that the municipality had agreed to by then: there was"
            " nothing to leave. Record that first."
        )
    return ""


def refuse_decision(entry: DecisionEntry, rows: Iterable[DecisionRow]) -> str:
    """Why a decision can't be recorded; empty where none of the others is the same."""
    if any(_is_same_decision(it, entry) for it in rows):
        return _("It is recorded already: the same meeting, motion and result.")
    return ""


def odd_texts(facts: Facts, *, holds_option: bool) -> Iterator[str]:
    """What is odd in a chain, in sentences."""
    for fact, oddity in odd_facts(facts, holds_option=holds_option):
        over = notice_runs_to(fact, facts, holds_option=holds_option)
        yield _odd_text(fact, oddity, over)


def _odd_text(fact: Fact, oddity: Oddity, over: int | None) -> str:
    words = {"what": kind_text(fact.kind), "when": when_text(fact)}
    match oddity:
        case Oddity.NOT_TAKEN_UP:
            return _(
                "%(what)s (%(when)s), but that the option was taken up before is not"
                " known.",
                **words,
            )
        case Oddity.NEVER_JOINED:
            return _(
                "%(what)s (%(when)s), but that it joined before is not known.", **words
            )
        case Oddity.NO_LONGER_IN:
            return _(
                "%(what)s (%(when)s), but it had withdrawn or left by then.", **words
            )
        case Oddity.NOTICE_RUNS:
            return _(
                "%(what)s (%(when)s), but the notice runs to %(day)s.",
                day=long_date(over or 1),
                **words,
            )
        case _:
            return _(
                "%(what)s (%(when)s) comes before the option was taken up.", **words
            )


def _is_same_fact(row: CommitmentFactRow, entry: FactEntry) -> bool:
    when = entry.when
    return (
        row.kind,
        row.happened_first,
        row.happened_last,
        row.case_number,
    ) == (entry.kind.value, when.first, when.last, entry.case_number)


def _is_same_decision(row: DecisionRow, entry: DecisionEntry) -> bool:
    when = entry.when
    return (
        row.body,
        row.decided_first,
        row.decided_last,
        row.result,
        row.motion,
    ) == (entry.body, when.first, when.last, entry.result, entry.motion)


def _agreed(facts: Iterable[Fact]) -> Fact | None:
    found = (it for it in facts if it.kind is FactKind.OPTION_AGREEMENT)
    return min(found, key=lambda it: it.first, default=None)


def _rests_on_it(kind: FactKind) -> bool:
    """Whether it comes after the option agreement, of who has one."""
    return kind is not FactKind.OPTION_AGREEMENT
