"""What a conflict is: a stable kind with its numbers, never a sentence."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much it matters; `bolgeplan check` fails on errors."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


class Kind(StrEnum):
    """What is wrong; the names are part of the file formats and never change.

    Beside each: the names of its `values`. Days are ISO days that are the last of
    the work, windows are told by their first and last day.
    """

    DEADLINE_MISSED = "deadline-missed"
    DATE_AGAINST_LOGIC = "date-against-logic"
    MARGIN_NEGATIVE = "margin-negative"
    WORK_CANNOT_HOLD = "work-cannot-hold"
    """`earliest` and `latest`: the day on which it is over."""
    START_IN_THE_PAST = "start-in-the-past"
    """`steps` (a count), `first` (an id), its `would-start`, and `earliest`: the
    first day for go-live if that work begins on the status date."""
    OPTION_DECIDED_LATE = "option-decided-late"
    """`limit` and `decided`: the first day on which it may have been."""
    COUNCIL_DECLINED = "council-declined"
    """`decided-first`, `decided-last`, `limit`."""
    COUNCIL_WAITS = "council-waits"
    """`outcome` (waits or postponed), `decided-first`, `decided-last`, `limit`."""
    MUNICIPALITY_WITHOUT_WAVE = "municipality-without-wave"
    WAVE_WITHOUT_DATE = "wave-without-date"
    REGION_SPLIT = "region-split"
    """`waves`: codes with a comma between, as the plan has them in a row."""
    BINDING_BROKEN = "binding-broken"
    """`waves`, and `without-wave` (a count) where some have none."""
    GO_LIVE_IN_CLOSED_PERIOD = "go-live-in-closed-period"
    """`day`, `period` (a key), `next-free` where there is such a day, and
    `window-first` and `window-last` where the day is the first of a window."""
    TRUST_AFTER_MUNICIPALITY = "trust-after-municipality"
    """`day` of the municipality, `trust-day`."""
    COMPONENT_LATE = "component-late"
    """`expected` where a day is known, or `was-expected` where it has passed, and
    `municipalities` (a count), or
    `step-gone` (a key): the step that needs it is not in the template."""
    WAVE_NOT_REPORTED = "wave-not-reported"
    """`first` and `last`: the days on which it should have gone live."""
    CAPACITY_EXCEEDED = "capacity-exceeded"
    """`months` (2025-03/2025-05,2025-09), and of the `worst` of them: how much is
    `asked` for, how much `there-is`, by how much it is `over`; `in-all`: the months
    together; `assumed` where a number of it is; `left` and `left-in-all`: how many
    months stay so after the mend, and by how much together."""
    PROPOSAL_REJECTED = "proposal-rejected"
    """`planned` and, where a day is agreed, `agreed`: the go-live that the plan has,
    and the one that binds. `along`: how many others the mend moves."""
    PROPOSAL_COUNTERED = "proposal-countered"
    """`planned`, `asked`: the go-live that was asked for instead; `along`."""
    PROPOSAL_UNANSWERED = "proposal-unanswered"
    """`planned`, `answer-by`: the last day for an answer; `agreed` as above."""
    REGRET_SHORT = "regret-short"
    """`withdrawal`: the last day for it; `limit`: that of the option."""
    REGRET_GONE = "regret-gone"
    """The same: after a vote from now on there is no day left to withdraw on."""


class MendKind(StrEnum):
    """What would set it right; `Mend.target` and `Mend.value` say where and how."""

    MOVE_TO_WAVE = "move-to-wave"
    """Target: a wave's code; value: the number of the municipality."""
    GIVE_WAVE = "give-wave"
    """Target: the number of the municipality."""
    SET_WAVE_DAY = "set-wave-day"
    """Target: a wave's code; value: the nearest ISO day that will do, or empty."""
    MOVE_TRUST = "move-trust"
    """Target: a wave's code; value: the trust's code."""
    REPORT_STEP = "report-step"
    """Target: the id of an activity to report on."""
    REPORT_COMPONENT = "report-component"
    """Target: the key of a national component."""
    MOVE_TOGETHER = "move-together"
    """Target: a wave's code; value: numbers with a comma between."""
    NO_WAVE_IN_TIME = "no-wave-in-time"
    """Nothing is near: no wave of theirs leaves time for all; target: empty."""
    REPORT_WAVE = "report-wave"
    """Target: the code of a wave that should be live."""
    ENTER_ANSWER = "enter-answer"
    """Target: the id of the proposal that waits for an answer."""


COUNTS = frozenset({"municipalities", "left", "left-in-all", "along"})
"""Values that are told and make no difference."""


@dataclass(frozen=True, slots=True)
class Mend:
    """The nearest change that would set it right.

    `parts` are the keys of the bindings that it breaks.
    """

    kind: str
    target: str
    value: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Something in the plan that breaks a rule, and what it concerns.

    `concerns` are ids of the network, or "municipality.1516", "wave.K13",
    "trust.HNT", "region.namdal", "binding.key", "component.key"; the first is what
    its sentence is about. `values` are the further numbers of the sentence: pairs
    of a name and an ISO day, a code or a count. `accepted` is the reason why the
    office lets it stand; None where it is open.
    """

    kind: Kind
    severity: Severity
    concerns: tuple[str, ...]
    days: int = 0
    values: tuple[tuple[str, str], ...] = ()
    mend: Mend | None = None
    accepted: str | None = None

    @property
    def identity(self) -> tuple[str, tuple[str, ...]]:
        """What makes it the same conflict in another state of the plan.

        What else it concerns may come and go: a region that is split stays split when
        one more of its municipalities moves.
        """
        return self.kind.value, self.concerns[:1]

    @property
    def numbers(self) -> str:
        """Its numbers in one text; accepted is a conflict as these stood.

        How many depend on something is told and no more: one who comes or goes
        makes it no other conflict.
        """
        values = (it for it in self.values if it[0] not in COUNTS)
        told = [str(self.days), *(f"{name}={value}" for name, value in values)]
        if further := self.concerns[1:]:
            # A sum of them: there may be dozens.
            joined = " ".join(further).encode()
            told.append(f"concerns={hashlib.sha256(joined).hexdigest()[:12]}")
        return ";".join((self.severity.value, *told))


@dataclass(frozen=True, slots=True)
class Margin:
    """Days between the wave's go-live and the earliest that the facts allow."""

    municipality: str
    planned: int
    earliest: int

    @property
    def days(self) -> int:
        return self.planned - self.earliest
