"""The numbers and names that the format has for things.

Minutes are working minutes of a day of eight hours, except in amounts that the
format calls elapsed: there a day has twenty-four. Lags are tenths of minutes.
"""

from collections.abc import Mapping

from planning.network import ConstraintKind, LinkKind

NAMESPACE = "http://schemas.microsoft.com/project"

LINK_TYPES: Mapping[LinkKind, int] = {
    LinkKind.FF: 0,
    LinkKind.FS: 1,
    LinkKind.SF: 2,
    LinkKind.SS: 3,
}
LINK_KINDS: Mapping[int, LinkKind] = {
    number: kind for kind, number in LINK_TYPES.items()
}

AS_SOON_AS_POSSIBLE = 0
CONSTRAINT_TYPES: Mapping[ConstraintKind, int] = {
    ConstraintKind.AS_LATE_AS_POSSIBLE: 1,
    ConstraintKind.MUST_START_ON: 2,
    ConstraintKind.MUST_FINISH_ON: 3,
    ConstraintKind.START_NO_EARLIER_THAN: 4,
    ConstraintKind.START_NO_LATER_THAN: 5,
    ConstraintKind.FINISH_NO_EARLIER_THAN: 6,
    ConstraintKind.FINISH_NO_LATER_THAN: 7,
}
CONSTRAINT_KINDS: Mapping[int, ConstraintKind] = {
    number: kind for kind, number in CONSTRAINT_TYPES.items()
}
OF_FINISH = frozenset(
    {
        ConstraintKind.MUST_FINISH_ON,
        ConstraintKind.FINISH_NO_EARLIER_THAN,
        ConstraintKind.FINISH_NO_LATER_THAN,
    }
)

DAYS, ELAPSED_DAYS, ELAPSED_WEEKS = 7, 8, 10
# Minutes, hours, days, weeks, months, each as elapsed time; the same once more
# where somebody only guessed.
ELAPSED = frozenset({4, 6, 8, 10, 12, 36, 38, 40, 42, 44})
PERCENT, ELAPSED_PERCENT = frozenset({19, 51}), frozenset({20, 52})
WEEKLY = frozenset({10, 42})
# From minutes to months, elapsed or not, percent, and none; each guessed or not.
FORMATS = frozenset({*range(3, 13), *range(19, 22), *range(35, 45), *range(51, 54)})

MINUTES_A_DAY = 480
MINUTES_ELAPSED = 1440
TENTHS = 10

TEXT_FIELDS: Mapping[int, int] = {
    **dict(zip(range(1, 6), range(188743731, 188743744, 3), strict=True)),
    6: 188743746,
    7: 188743747,
    8: 188743748,
    9: 188743749,
    10: 188743750,
}
"""The numbers of a task's own text fields, Text1 to Text10."""

ID, DURATION, PROGRESS, MARKS = (TEXT_FIELDS[number] for number in (1, 2, 3, 5))
LINKS = tuple(TEXT_FIELDS[number] for number in (4, 6, 7, 8, 9, 10))
ALIASES: Mapping[int, tuple[str, str]] = {
    ID: ("Text1", "Bølgeplan id"),
    DURATION: ("Text2", "Bølgeplan duration"),
    PROGRESS: ("Text3", "Bølgeplan progress"),
    MARKS: ("Text5", "Bølgeplan marks"),
    **{
        field: (f"Text{number}", f"Bølgeplan links {place}")
        for place, (number, field) in enumerate(
            zip((4, 6, 7, 8, 9, 10), LINKS, strict=True), start=1
        )
    },
}
"""What our own fields are called, in the format and for people."""

MOST_TEXT = 255
"""Microsoft Project cuts a text field that is longer."""
