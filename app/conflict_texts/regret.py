"""Options with little or no time left to regret a vote in, in words."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.conflict_texts.explanation import Explanation
from app.conflict_texts.told import Told
from planning.conflicts import Kind
from planning.rights.regret import SHORT_DAYS

REGRETS = frozenset({Kind.REGRET_SHORT, Kind.REGRET_GONE})


def regret_short(it: Told) -> str:
    """Fewer days than are enough are left to withdraw in."""
    if it.day("voted"):
        return _(
            "%(name)s took up its option on %(voted)s, with fewer than %(num)d days to"
            " change its mind: it can withdraw until %(withdrawal)s.",
            name=it.municipality,
            voted=it.day("voted"),
            num=SHORT_DAYS,
            withdrawal=it.day("withdrawal"),
        )
    return _(
        "If the council of %(name)s votes now, it has fewer than %(num)d days to change"
        " its mind: it can withdraw until %(withdrawal)s. The option has to be taken up"
        " by %(limit)s.",
        name=it.municipality,
        num=SHORT_DAYS,
        withdrawal=it.day("withdrawal"),
        limit=it.day("limit"),
    )


def regret_gone(it: Told) -> str:
    """The option can be taken up, and that can't be taken back."""
    return _(
        "The council of %(name)s can take up its option until %(limit)s, but can no"
        " longer change its mind afterwards: the last day for withdrawal is"
        " %(withdrawal)s.",
        name=it.municipality,
        limit=it.day("limit"),
        withdrawal=it.day("withdrawal"),
    )


def move_with_regret(*, municipality: str, wave: str) -> str:
    """The first wave that leaves enough days."""
    return _(
        "Vote soon and knowingly, or move %(municipality)s to %(wave)s, the first wave"
        " that leaves the council at least %(num)d days to change its mind.",
        municipality=municipality,
        wave=wave,
        num=SHORT_DAYS,
    )


def _why_it_matters() -> str:
    return _(
        "A vote that can’t be taken back asks for more of the case paper: costs,"
        " benefits and risks have to be clear before the meeting, not after it."
    )


def _where_it_comes_from() -> str:
    return _(
        "The right to withdraw ends 13 months before go-live and the option 12 months"
        " before. Both stand in presentations of 2020. That %(num)d days are few is our"
        " own judgement.",
        num=SHORT_DAYS,
    )


def _regret_short() -> Explanation:
    return Explanation(
        _("Little time to regret a vote"),
        _(
            "Where the council has not voted: whenever it votes from now on, fewer than"
            " %(num)d days are left in which it can withdraw. Where it has, its vote"
            " left no more, and they are not over.",
            num=SHORT_DAYS,
        ),
        _why_it_matters(),
        _where_it_comes_from(),
    )


def _regret_gone() -> Explanation:
    return Explanation(
        _("A vote can’t be regretted"),
        _(
            "The council has not voted. It can still take up its option, but whenever"
            " it votes from now on, the last day for withdrawal has come already."
        ),
        _why_it_matters(),
        _where_it_comes_from(),
    )


SENTENCES: Mapping[Kind, Callable[[Told], str]] = {
    Kind.REGRET_SHORT: regret_short,
    Kind.REGRET_GONE: regret_gone,
}

EXPLAINED: Mapping[Kind, Callable[[], Explanation]] = {
    Kind.REGRET_SHORT: _regret_short,
    Kind.REGRET_GONE: _regret_gone,
}
