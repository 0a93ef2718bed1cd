"""What is announced, ready to print: the list, and each with what is left to do."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.announced.next_up import NextUp
from app.announced_words import (
    BADGES,
    announced_text,
    day_text,
    stage_texts,
    step_text,
)
from app.filters import kroner, long_date
from app.provenance import ProvenancePart
from app.share_refusals import refusal_text
from app.share_words import entry_kind_texts, ranges_text, shares_text
from app.store.names import Names
from app.store.shares import ShareRegister
from planning.calendars import to_date
from planning.rights.announced import (
    AnnouncedChange,
    Stage,
    Step,
    StepKind,
    board_day,
    carried_out_by,
    judge,
    next_step,
    notice_of_announced,
    stage_of,
    told_of,
)

SENDING = frozenset({StepKind.SEND, StepKind.SEND_LATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncedLine:
    """One announcement in the list; `step` is what is next where it is open."""

    id: int
    what: str
    notice: str
    board: str
    due: str
    planned: str
    stage: str
    badge: str
    step: str
    entry: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """What is open, the first to take effect first, and what is not any more."""

    open: tuple[AnnouncedLine, ...]
    closed: tuple[AnnouncedLine, ...]
    next_up: NextUp
    can_edit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiverLine:
    """Who is told, with the number of the letter where it is made."""

    name: str
    letter: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncedPage:
    """One announcement; `left` is what stands in the way of the entry."""

    id: int
    kind: str
    title: str
    stage: str
    badge: str
    is_open: bool
    is_next_letters: bool
    is_next_entry: bool
    needs_meeting: bool
    facts: tuple[tuple[str, str], ...]
    left: tuple[str, ...]
    receivers: tuple[ReceiverLine, ...]
    letters_text: str
    is_outdated: bool
    entry: int | None
    struck: tuple[int, ...]
    can_edit: bool
    seen: int
    source: ProvenancePart
    given_up: str = ""


class Writer:
    """What every line and page is made from; `lettered` have all of their letters."""

    def __init__(
        self, register: ShareRegister, lettered: Set[int], names: Names, *, today: int
    ) -> None:
        self._ledger, self._rules = register.ledger, register.rules
        self._lettered = lettered
        self._names = names
        self._today = today

    def index_page(
        self,
        announced: Iterable[AnnouncedChange],
        next_up: NextUp,
        *,
        can_edit: bool,
    ) -> IndexPage:
        """The whole list."""
        told = sorted(announced, key=lambda it: (it.day, it.id))
        is_open = {it.id: self.stage(it) is Stage.OPEN for it in told}
        return IndexPage(
            open=tuple(self._line(it) for it in told if is_open[it.id]),
            closed=tuple(self._line(it) for it in reversed(told) if not is_open[it.id]),
            next_up=next_up,
            can_edit=can_edit,
        )

    def stage(self, it: AnnouncedChange) -> Stage:
        """What has become of one."""
        return stage_of(self._ledger, it)

    def title(self, it: AnnouncedChange) -> str:
        """Who sells or redeems how many."""
        told = notice_of_announced(self._ledger, self._rules, it)
        return announced_text(it, told.shares, self._names)

    def step(self, it: AnnouncedChange) -> Step:
        """What is to be done next with one that is open."""
        return next_step(
            self._ledger,
            self._rules,
            it,
            has_letters=it.id in self._lettered,
            today=self._today,
        )

    def _line(self, it: AnnouncedChange) -> AnnouncedLine:
        stage, entry = self.stage(it), carried_out_by(self._ledger, it.id)
        return AnnouncedLine(
            id=it.id,
            what=self.title(it),
            notice=day_text(it.notice),
            board=day_text(board_day(self._rules, it)),
            due=day_text(it.due),
            planned=day_text(it.day),
            stage=stage_texts()[stage],
            badge=BADGES[stage],
            step=step_text(self.step(it)) if stage is Stage.OPEN else "",
            entry=None if entry is None else entry.number,
        )

    def page(
        self,
        it: AnnouncedChange,
        numbers: Mapping[str, int],
        entries: Iterable[int],
        source: ProvenancePart,
        *,
        is_outdated: bool,
        seen: int,
        can_edit: bool,
    ) -> AnnouncedPage:
        """All of one; `numbers` are those of its letters, by receiver."""
        stage, entry = self.stage(it), carried_out_by(self._ledger, it.id)
        is_open, step = stage is Stage.OPEN, self.step(it)
        number = None if entry is None else entry.number
        next_up = [(_("What is next"), step_text(step))] if is_open else []
        receivers = self._receivers(it, numbers, is_told=stage is not Stage.GIVEN_UP)
        return AnnouncedPage(
            id=it.id,
            kind=it.kind.value,
            title=self.title(it),
            stage=stage_texts()[stage],
            badge=BADGES[stage],
            is_open=is_open,
            is_next_letters=is_outdated or step.kind in SENDING,
            is_next_entry=step.kind is StepKind.ENTER and not is_outdated,
            needs_meeting=is_open and step.kind is StepKind.ENTER_MEETING,
            facts=(*next_up, *self._facts(it)),
            left=tuple(self._left(it)) if is_open else (),
            receivers=receivers,
            letters_text=_letters_text(receivers),
            is_outdated=stage is not Stage.GIVEN_UP and is_outdated,
            entry=number,
            struck=tuple(one for one in entries if one != number),
            can_edit=can_edit,
            seen=seen,
            source=source,
            given_up="" if it.given_up is None else day_text(it.given_up),
        )

    def _facts(self, it: AnnouncedChange) -> Iterator[tuple[str, str]]:
        told = notice_of_announced(self._ledger, self._rules, it)
        unknown = _("not entered")
        yield _("Kind"), entry_kind_texts()[it.kind]
        yield _("From"), self._names.owner(it.seller)
        yield _("Who gets them"), self._names.owner(it.buyer)
        yield _("Shares"), shares_text(told.shares) if told.shares else unknown
        if told.ranges:
            yield _("Share numbers"), ranges_text(told.ranges)
        yield (
            _("Price of a share, at par"),
            kroner(told.price) if told.price else unknown,
        )
        if told.price and told.shares:
            yield _("Price in all"), kroner(told.price * told.shares)
        yield _("Written notice"), day_text(it.notice)
        yield _("Board"), self._board(it)
        yield _("Payment due"), day_text(it.due)
        yield _("Takes effect"), _("%(day)s, as planned", day=day_text(it.day))
        if it.declined is not None:
            yield _("Trondheim declined"), day_text(it.declined)
        if it.case_number:
            yield _("Case number"), it.case_number

    def _board(self, it: AnnouncedChange) -> str:
        """The meeting that treats it: the first possible, or the one chosen."""
        day = board_day(self._rules, it)
        if it.board is not None:
            return day_text(it.board)
        if it.notice is None:
            return _("the first meeting after the notice, whose day is not entered")
        if day is None:
            return _("no meeting of the board is entered after the notice")
        return _("%(day)s, the first meeting after the notice", day=day_text(day))

    def _left(self, it: AnnouncedChange) -> Iterator[str]:
        """What an entry would be refused for as things stand."""
        if it.day > self._today:
            yield _(
                "The ledger tells what has happened, and the planned day, %(day)s, is"
                " ahead of the status date.",
                day=long_date(to_date(it.day)),
            )
        judged = judge(self._ledger, self._rules, it)
        for refusal in (*judged.refusals, *judged.not_yet):
            yield refusal_text(refusal, self._names)

    def _receivers(
        self, it: AnnouncedChange, numbers: Mapping[str, int], *, is_told: bool
    ) -> tuple[ReceiverLine, ...]:
        """Who is told; whose letter was made is always shown."""
        told = told_of(self._ledger, self._rules, it) if is_told else ()
        keys = dict.fromkeys((*told, *numbers))
        return tuple(
            ReceiverLine(name=self._names.owner(key), letter=numbers.get(key))
            for key in keys
        )


def _letters_text(receivers: Iterable[ReceiverLine]) -> str:
    lines = tuple(receivers)
    made = sum(it.letter is not None for it in lines)
    return ngettext(
        "%(made)s of %(num)d letter is made",
        "%(made)s of %(num)d letters are made",
        len(lines),
        made=made,
    )
