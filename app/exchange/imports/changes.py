"""What a file would change in a plan, as values that sentences are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ChangeKind(StrEnum):
    """What of a plan a file can change."""

    WAVE_DAY = "wave-day"
    PLACEMENT = "placement"
    DURATION = "duration"
    LINK = "link"
    REPORT = "report"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One thing that would be another; days are ISO dates, both ends of work inside.

    The target is the code of a wave, the number of a municipality, the key of a step,
    the keys of both ends of a link with `>` between, or the id of an activity.
    """

    kind: ChangeKind
    target: str
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """Something in the file that the plan can't be changed to.

    `reason` is the sentence of the rule that speaks against it, where it is one. `of`
    is the link or the task that it is about, where the subject doesn't say.
    """

    kind: str
    subject: str
    reason: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a file says otherwise than the plan; `since` is what the plan has changed.

    The file knows nothing of that: it was written before.
    """

    changes: tuple[PlanChange, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    since: tuple[PlanChange | Misfit, ...] = ()
