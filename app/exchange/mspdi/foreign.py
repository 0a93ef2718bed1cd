"""What Microsoft Project knows and a plan here has no place for."""

from collections.abc import Iterator

from app.exchange.mspdi.codes import ALIASES
from app.exchange.mspdi.fields import Fields
from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.outline import Row, Rows

USUAL_PRIORITY = 500
LONGEST_WEEKEND = 4
NOBODY = 0
UNASSIGNED = {None, -65535, 0}
FLAGS = {
    "Estimated": "estimated",
    "Recurring": "recurring",
    "ExternalTask": "external-tasks",
    "IsSubproject": "subprojects",
}
TEXTS = {
    "Notes": "notes",
    "Hyperlink": "hyperlinks",
    "HyperlinkAddress": "hyperlinks",
}


def note_foreign(root: Fields, rows: Rows, losses: Losses, *, is_own: bool) -> None:
    """Note everything of a file that nothing here is made of."""
    if root.text("ScheduleFromStart").lower() in {"0", "false"}:
        losses.note("from-finish")
    for at in root.all("Resources", "Resource"):
        if at.whole("UID") not in {None, NOBODY}:
            losses.note("resources", at.text("Name") or str(at.whole("UID")))
    names = {uid: row.name for uid, row in rows.by_uid.items()}
    for at in root.all("Assignments", "Assignment"):
        if at.whole("ResourceUID") not in UNASSIGNED:
            losses.note("assignments", names.get(at.whole("TaskUID") or 0, ""))
    for row in rows.by_uid.values():
        if row.is_active and not row.is_heading:
            for kind in dict.fromkeys(_of_task(row.fields)):
                losses.note(kind, row.name)
        if _has_others(row, is_own=is_own):
            losses.note("custom-fields", row.name)


def _of_task(at: Fields) -> Iterator[str]:
    """The kinds of losses of one task."""
    for tag, kind in FLAGS.items():
        if at.flag(tag):
            yield kind
    for tag, kind in TEXTS.items():
        if at.text(tag):
            yield kind
    if _was_interrupted(at):
        yield "splits"
    for kind, holds in (
        ("outline-codes", at.has("OutlineCode")),
        ("priorities", (at.whole("Priority") or USUAL_PRIORITY) != USUAL_PRIORITY),
        ("levelling", bool(at.whole("LevelingDelay"))),
        ("work", bool(at.minutes("Work"))),
        ("costs", _sum(at, "FixedCost") or _sum(at, "Cost")),
    ):
        if holds:
            yield kind


def _was_interrupted(at: Fields) -> bool:
    """Whether work rests for longer than a long weekend and a holiday."""
    stop, resume = at.moment("Stop"), at.moment("Resume")
    if stop is None or resume is None:
        return False
    return resume.toordinal() - stop.toordinal() > LONGEST_WEEKEND


def _sum(at: Fields, tag: str) -> bool:
    """Whether an amount of money is there, and is not nothing."""
    return bool(at.text(tag).strip("0.,-"))


def _has_others(row: Row, *, is_own: bool) -> bool:
    """Whether a task has fields that somebody else has filled."""
    fields = (at.whole("FieldID") for at in row.fields.all("ExtendedAttribute"))
    return any(not is_own or field not in ALIASES for field in fields)
