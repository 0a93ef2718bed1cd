"""What stands on a row in words: its name, its dates, how far it is, how firm it is.

The same days come again on many rows: each is put into words once.
"""

from collections.abc import Callable
from functools import cache

from flask_babel import gettext as _
from flask_babel import ngettext

from app.agreed_dates import AgreedMark, agreed_marks
from app.concerned import municipality_of
from app.decisions import against_text
from app.filters import days as days_text
from app.filters import short_date, signed_days, span, window
from app.go_live import DateState, wave_go_live
from app.how_dated import HowDated
from app.live import about
from app.store.names import Names
from app.timeline.earlier import Baseline
from app.timeline.facts import Form, Point, RowFacts, State
from app.timeline.links import Bond
from app.timeline.rows import BODIES, Branch, Sort
from app.timeline.scale import Stretch
from app.timeline.scopes import PROGRAMME, WITHOUT
from planning.evaluate import Evaluation
from planning.network import LinkKind
from planning.rights.ways_out import ways_out
from planning.rollout import Owner
from planning.snapshot import Window


class Words:
    """Puts the rows of one plan into words, in the language of the request.

    `tells_wave` names the wave of a municipality beside it: its row stands in none.
    """

    def __init__(
        self, evaluation: Evaluation, names: Names, *, tells_wave: bool
    ) -> None:
        self.names = names
        self._tells_wave = tells_wave
        self._wave_of = {
            at.municipality: at.wave for at in evaluation.snapshot.plan.placements
        }
        self._waves = {it.code: it for it in evaluation.snapshot.plan.waves}
        self.day: Callable[[int], str] = cache(short_date)
        self.span: Callable[[int, int], str] = cache(span)
        self.about: Callable[[int, int], str] = cache(about)
        self._window: Callable[[Window], str] = cache(window)
        self._wave: Callable[[str], str] = cache(self._wave_sureness)
        self._evaluation = evaluation
        ways = ways_out(evaluation.snapshot)
        self._left = {number for number, it in ways.items() if it.has_left}
        self.how = HowDated(evaluation)
        self._room: Callable[[int, Stretch | None], str] = cache(self._room_text)
        self._margin: Callable[[int, int], str] = cache(self._margin_text)
        self._whole: Callable[[str, int], str] = cache(_whole_text)
        self._states = {
            State.DONE: _("Done"),
            State.STARTED: _("In progress"),
            State.NOT_DONE: _("Not done"),
            State.PRESUMED: _("Not reported, presumed as planned"),
            State.AGAINST: "",
            State.AHEAD: _("Ahead"),
            State.PASSED: _("Passed"),
            State.NONE: "",
        }
        self._wholes = {
            State.DONE: _("Live"),
            State.AHEAD: _("Planned"),
            State.LEFT: _("Has left"),
        }
        self._reported, self._assumed = _("Reported"), _("Assumed")
        self._reckoned, self._happened = _("Reckoned"), _("Happened")
        self._go_live = _("Go-live")
        self._agreed = agreed_marks()

    def name(self, branch: Branch) -> str:
        """What a row is called on its own."""
        _owner, _separator, key = branch.id.partition(".")
        if branch.sort is Sort.GROUP:
            groups = {
                PROGRAMME: _("Dates of the programme"),
                WITHOUT: _("Without a wave"),
            }
            return groups[branch.id]
        if branch.sort is Sort.STEP:
            return self.names.activity(key)
        if branch.sort is Sort.WAVE:
            return self.names.waves.get(key, key)
        if branch.sort is Sort.MUNICIPALITY and key in self._left:
            return _("%(name)s (has left)", name=self.names.municipality(key))
        code = self._wave_of.get(branch.key)
        if branch.sort is Sort.MUNICIPALITY and self._tells_wave and code is not None:
            return f"{self.names.municipality(key)}, {code}"
        return self.names.node(branch.id)

    def node(self, id: str) -> str:
        """What an activity is called away from its row."""
        return self.names.node(id)

    def start(self, facts: RowFacts) -> str:
        """The first day of a row's work."""
        if facts.work is None:
            return ""
        if facts.is_rough:
            return self.about(facts.work.start, facts.work.start)
        return self.day(facts.work.start)

    def finish(self, facts: RowFacts) -> str:
        """The last day of a row's work."""
        if facts.work is None:
            return ""
        last = facts.work.finish - 1
        return self.about(last, last) if facts.is_rough else self.day(last)

    def work(self, facts: RowFacts) -> str:
        """Both, where they are told in one."""
        if facts.work is None:
            return ""
        tell = self.about if facts.is_rough else self.span
        return tell(facts.work.start, facts.work.finish)

    def point(self, point: Point, *, is_rough: bool) -> str:
        """A day on a row, as exactly as it is known."""
        if point.window is not None:
            return self._window(point.window)
        if (
            is_rough
            and point.form is not Form.GO_LIVE
            and point.state is not State.DONE
        ):
            return self.about(point.day, point.day)
        return self.day(point.day)

    def point_name(self, point: Point) -> str:
        """What a day on a row is called."""
        owner, _separator, key = point.id.partition(".")
        if point.form is Form.GO_LIVE:
            return self._go_live
        if owner == Owner.PROGRAMME:
            return self.names.node(point.id)
        if point.state is State.AGAINST:
            name, told = self.names.activity(key), self._against(point.id)
            return _("%(name)s (%(against)s)", name=name, against=told)
        return self.names.activity(key)

    def agreed(self, id: str) -> AgreedMark | None:
        """Whether the go-live of a municipality or trust is agreed, if proposed."""
        return self._agreed.get(municipality_of(id) or id)

    def against(self, id: str) -> str:
        """That the plan presumes what the council has decided against."""
        return _("Not reported; %(against)s", against=self._against(id))

    def room(self, facts: RowFacts) -> str:
        """The float in days, and from when to when it lasts."""
        if facts.total_float is None:
            return ""
        return self._room(facts.total_float, facts.room)

    def _room_text(self, amount: int, room: Stretch | None) -> str:
        told = days_text(amount) if amount >= 0 else signed_days(amount)
        if room is None:
            return told
        lasts = self.span(room.start, room.finish)
        return _("%(days)s: %(span)s", days=told, span=lasts)

    def margin(self, facts: RowFacts) -> str:
        """The days to spare, and the earliest day that they are counted from."""
        if facts.margin is None:
            return ""
        return self._margin(facts.margin.days, facts.margin.earliest)

    def _margin_text(self, amount: int, earliest: int) -> str:
        return _(
            "%(days)s: at the earliest %(day)s",
            days=signed_days(amount),
            day=self.day(earliest),
        )

    def _against(self, id: str) -> str:
        """What the council has decided, without the full stop."""
        return against_text(self._evaluation, municipality_of(id)).rstrip(".")

    def state(self, branch: Branch, facts: RowFacts) -> str:
        """How far a row has come."""
        if branch.sort in {Sort.STEP, Sort.DATE}:
            told = self._states[facts.state]
            if facts.state is State.AGAINST:
                told = self.against(branch.id)
            if facts.late is None:
                return told
            return _(
                "%(state)s; late, over on %(day)s at the earliest",
                state=told,
                day=self.day(facts.late - 1 if facts.work else facts.late),
            )
        return self._whole(self._wholes.get(facts.state, ""), facts.silent)

    def sureness(self, branch: Branch, facts: RowFacts) -> str:
        """How firm a row's dates are."""
        if branch.sort is Sort.STEP:
            if facts.state in {State.DONE, State.STARTED, State.NOT_DONE}:
                return self._reported
            return self._assumed if facts.is_assumed else self._reckoned
        if facts.state is State.DONE:
            return self._happened
        if branch.sort is Sort.DATE:
            return self._wholes[State.AHEAD]
        told = self._wave(facts.wave or "")
        agreed = self.agreed(branch.id) if branch.sort in BODIES else None
        return told if agreed is None else f"{told}. {agreed.text}"

    def _wave_sureness(self, code: str) -> str:
        """How firm the day is that a wave is reckoned with."""
        wave = self._waves.get(code)
        if wave is None:
            return ""
        if wave.set_day is not None and wave_go_live(wave).state is DateState.SET:
            return _("Day set by the programme office")
        if wave.window is None:
            return ""
        if wave.window.is_day:
            return _("Planned day")
        return _("First day of the window %(window)s", window=window(wave.window))

    def baseline(self, told: Baseline) -> str:
        """A go-live as an earlier plan gave it."""
        if not told.region:
            return window(told.window)
        return _(
            "%(date)s, the region %(region)s",
            date=window(told.window),
            region=self.names.region(told.region),
        )

    def bond(self, bond: Bond) -> str:
        """What a link asks of the two that it joins."""
        before = {
            LinkKind.FS: _("over before this starts"),
            LinkKind.SS: _("starts before this starts"),
            LinkKind.FF: _("over before this is over"),
            LinkKind.SF: _("starts before this is over"),
        }
        after = {
            LinkKind.FS: _("starts after this is over"),
            LinkKind.SS: _("starts after this starts"),
            LinkKind.FF: _("over after this is over"),
            LinkKind.SF: _("over after this starts"),
        }
        told = (before if bond.is_before else after)[bond.kind]
        if not bond.lag:
            return told
        return _("%(link)s, %(lag)s between", link=told, lag=bond.lag)


def _whole_text(told: str, silent: int) -> str:
    """How far what gathers many has come, and how much of it nobody has reported."""
    if not silent:
        return told
    text = ngettext("%(num)s step not reported", "%(num)s steps not reported", silent)
    return _("%(state)s, %(silent)s", state=told, silent=text)
