"""What the councils have voted of money, by region and in all.

A vote pays for a cost: it is in none of the other sums. Of a council without a line
nobody knows what it has voted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import number
from app.store.names import Names
from app.store.tables import MunicipalityRow
from app.vote_words import PURPOSES, by_purpose, sums_text
from app.votes import VotedLine, votes_of
from planning.finance.voted import Vote, sum_by_prices
from planning.money import to_kroner
from planning.rights.ways_out import WayOut

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class VotedCell:
    """What is voted for one thing; `kroner` is empty where prices differ.

    `has_prices` where the text tells the price year too.
    """

    text: str
    kroner: str = ""
    has_prices: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VotedGroup:
    """The councils of a region: how many have voted, and how much for what."""

    name: str
    councils: str
    sums: tuple[VotedCell, ...]


@dataclass(frozen=True, slots=True)
class VotedPart:
    """A sentence on all of them, then the regions where any has voted and all.

    `since` says of whom a vote is still counted that has withdrawn or left.
    """

    sentence: str
    since: tuple[str, ...]
    groups: tuple[VotedGroup, ...]


def voted_part(
    lines: Sequence[VotedLine],
    rows: Sequence[MunicipalityRow],
    regions: Iterable[str],
    names: Names,
    ways: Mapping[str, WayOut],
) -> VotedPart:
    """Count the councils that have voted sums, and add what they voted."""
    told = {it.municipality for it in lines}
    # Who founded the company decides on no option; it counts where it has voted.
    asked = [it for it in rows if it.holds_option or it.number in told]
    named = [(names.region(key), key) for key in regions]
    parts = [
        (name, [it for it in asked if it.region == key])
        for name, key in (*named, (_("without a region"), None))
    ]
    groups = [
        _group(name, found, lines)
        for name, found in (*parts, (_("In all"), asked))
        if told & {it.number for it in found}
    ]
    return VotedPart(
        _sentence(len(told), len(asked)),
        tuple(_since(sorted(told & ways.keys()), ways, names)),
        tuple(groups),
    )


def _sentence(told: int, asked: int) -> str:
    if not told:
        return _("No sum that a council has voted is entered.")
    return ngettext(
        "%(num)s of %(all)s councils has voted sums; of the others it is not known.",
        "%(num)s of %(all)s councils have voted sums; of the others it is not known.",
        told,
        all=number(asked),
    )


def _since(
    told: Iterable[str], ways: Mapping[str, WayOut], names: Names
) -> Iterator[str]:
    """Who has voted sums and has withdrawn or left since."""
    found = list(told)
    away = [names.municipality(it) for it in found if ways[it].has_withdrawn]
    left = [names.municipality(it) for it in found if ways[it].has_left]
    if away:
        yield ngettext(
            "%(num)s of these has withdrawn since: %(names)s. What it voted still"
            " counts below.",
            "%(num)s of these have withdrawn since: %(names)s. What they voted still"
            " counts below.",
            len(away),
            names=", ".join(away),
        )
    if left:
        yield ngettext(
            "%(num)s of these has left since: %(names)s. What it voted still counts"
            " below.",
            "%(num)s of these have left since: %(names)s. What they voted still counts"
            " below.",
            len(left),
            names=", ".join(left),
        )


def _group(
    name: str, rows: Sequence[MunicipalityRow], lines: Sequence[VotedLine]
) -> VotedGroup:
    numbers = {it.number for it in rows}
    own = [it for it in lines if it.municipality in numbers]
    found = by_purpose(votes_of(own))
    told = len({it.municipality for it in own})
    return VotedGroup(
        name=name,
        councils=_("%(told)s of %(all)s", told=number(told), all=number(len(numbers))),
        sums=tuple(_cell(found.get(it, ())) for it in PURPOSES),
    )


def _cell(votes: Sequence[Vote]) -> VotedCell:
    sums = sum_by_prices(votes)
    text = sums_text(votes) or NOTHING
    if len(sums) != 1:
        return VotedCell(text)
    ((prices, ore),) = sums.items()
    return VotedCell(text, str(to_kroner(ore)), prices is not None)
