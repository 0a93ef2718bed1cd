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
    "Contact": "contacts",
    "Hyperlink": "hyperlinks",
    "HyperlinkAddress": "hyperlinks",
}


def note_foreign(root: Fields, rows: Rows, losses: Losses, *, is_own: bool) -> None:
    """Note everything of a file that nothing here is made of."""
    for kind in _of_project(root, is_own=is_own):
        losses.note(kind)
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
        for kind in _of_others(row, is_own=is_own):
            losses.note(kind, row.name)


def _of_project(root: Fields, *, is_own: bool) -> Iterator[str]:
    """The kinds of losses of the project itself."""
    if root.text("ScheduleFromStart").lower() in {"0", "false"}:
        yield "from-finish"
    if (root.whole("CriticalSlackLimit") or 0) > 0 and not is_own:
        yield "critical-limit"


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
        ("physical-progress", bool(at.whole("PhysicalPercentComplete"))),
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


def _of_others(row: Row, *, is_own: bool) -> Iterator[str]:
    """What is ours in our own files, and somebody else's in all others."""
    if not is_own and row.fields.has("Baseline"):
        yield "baselines"
    fields = (at.whole("FieldID") for at in row.fields.all("ExtendedAttribute"))
    if any(not is_own or field not in ALIASES for field in fields):
        yield "custom-fields"
