"""Every kind of change that is written anywhere has its sentence."""

import ast
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask_babel import force_locale

from app.access import RIGHTS
from app.agreement_changes import OF_AGREEMENTS
from app.changes import SENTENCES, UNDONE, change_text
from app.conflict_changes import OF_CONFLICTS
from app.cost_words import OF_COSTS
from app.entered_changes import ENTERED
from app.frozen_changes import OF_STATES
from app.meeting_changes import OF_MEETINGS
from app.rights_changes import OF_RIGHTS
from app.share_changes import OF_SHARES

TOP = Path(__file__).resolve().parent.parent.parent
TRAINING = {"nb": "Opplæring", "en": "Training"}
CUTOVER = {"nb": "Overgang", "en": "Cutover"}
LATER = {"waves": [{"code": "K13", "days": 183}]}
MOVE = {"municipality": "1516", "before": "K13", "after": "K14"}
SEVERAL = {"municipalities": ["1554", "1516"], "waves": ["K12"], "after": "K14"}
REPORT = {"municipality": "1516", "activity": "training"}


class Names:
    """Names that tell which question was asked."""

    def municipality(self, number: str) -> str:
        return {"1516": "Ulstein", "1554": "Averøy"}.get(number, "Volda")

    def wave(self, code: str) -> str:
        return code

    def activity(self, key: str) -> str:
        return key.capitalize()

    def node(self, id: str) -> str:
        return id


@dataclass
class Change:
    """A change as the history keeps it."""

    what: str
    values: dict[str, Any]
    moved: dict[str, Any] = field(default_factory=dict)


TOLD = [
    ("waves.municipality-moved", MOVE, {}, "Ulstein moved from K13 to K14"),
    ("waves.municipality-placed", MOVE, {}, "Ulstein placed in K14"),
    ("waves.municipality-unplaced", MOVE, {}, "Ulstein taken out of K13"),
    (
        "waves.municipalities-moved",
        SEVERAL,
        {},
        "Averøy and Ulstein moved to K14",
    ),
    (
        "waves.municipalities-moved",
        {**SEVERAL, "municipalities": ["1516"], "after": None},
        {},
        "Ulstein no longer in any wave",
    ),
    (
        "waves.municipalities-moved",
        {**SEVERAL, "municipalities": ["1554", *"abcdefg"]},
        {},
        "Averøy, Volda, Volda and 5 more moved to K14",
    ),
    (
        "waves.date-set",
        {"wave": "K13", "day": "2025-10-01"},
        LATER,
        "K13 moved 183 days later, to 1 October 2025",
    ),
    (
        "waves.date-set",
        {"wave": "K12", "day": "2024-11-09"},
        LATER,
        "K12 is set to 9 November 2024",
    ),
    ("waves.date-cleared", {"wave": "K12"}, {}, "K12 follows its window again"),
    (
        "waves.date-cleared",
        {"wave": "K13"},
        {"waves": [{"code": "K13", "days": -1}]},
        "K13 follows its window again and moved 1 day earlier",
    ),
    (
        "waves.window-set",
        {
            "wave": "K13",
            "first": "2025-05-01",
            "last": "2025-05-31",
            "precision": "month",
        },
        LATER,
        "K13 moved 183 days later, to the window May 2025",
    ),
    (
        "waves.window-set",
        {
            "wave": "K12",
            "first": "2025-05-01",
            "last": "2025-05-31",
            "precision": "month",
        },
        LATER,
        "The window of K12 is May 2025",
    ),
    ("waves.shifted", {"wave": "K13", "by": "6mo"}, {}, "K13 moved 6 months later"),
    ("waves.shifted", {"wave": "K13", "by": "-2w"}, {}, "K13 moved 2 weeks earlier"),
    (
        "waves.main-project-delayed",
        {"by": "6mo"},
        {},
        "The main project was delayed by 6 months",
    ),
    (
        "waves.main-project-delayed",
        {"by": "-1mo"},
        {},
        "The main project was brought forward by 1 month",
    ),
    (
        "template.activity-added",
        {"names": TRAINING},
        {},
        "“Training” was added to the template",
    ),
    (
        "template.activity-changed",
        {"names": TRAINING},
        {},
        "“Training” was changed in the template",
    ),
    (
        "template.activity-removed",
        {"names": TRAINING},
        {},
        "“Training” was removed from the template",
    ),
    (
        "template.link-added",
        {"predecessor": TRAINING, "successor": CUTOVER},
        {},
        "“Cutover” now depends on “Training” in the template",
    ),
    (
        "template.link-changed",
        {"predecessor": TRAINING, "successor": CUTOVER},
        {},
        "How “Cutover” depends on “Training” was changed in the template",
    ),
    (
        "template.link-removed",
        {"predecessor": TRAINING, "successor": CUTOVER},
        {},
        "“Cutover” no longer depends on “Training” in the template",
    ),
    (
        "municipalities.reported",
        {**REPORT, "state": "done"},
        {},
        "Ulstein: “Training” reported as done",
    ),
    (
        "municipalities.reported",
        {**REPORT, "state": "started"},
        {},
        "Ulstein: “Training” reported as started",
    ),
    (
        "municipalities.reported",
        {**REPORT, "state": "not-done"},
        {},
        "Ulstein: “Training” reported as not done",
    ),
    (
        "municipalities.report-withdrawn",
        REPORT,
        {},
        "Ulstein: the report on “Training” was withdrawn",
    ),
    (
        "municipalities.deadline-set",
        {**REPORT, "day": "2024-05-30"},
        {},
        "Ulstein: “Training” is set to 30 May 2024",
    ),
    (
        "municipalities.deadline-removed",
        REPORT,
        {},
        "Ulstein: “Training” is counted from go-live again",
    ),
    (
        "settings.status-date",
        {"before": "2023-11-30", "after": "2024-01-31"},
        {},
        "The status date is 31 January 2024",
    ),
    ("settings.price-year", {"after": 2024}, {}, "The price year is 2024"),
    ("settings.price-year", {"after": None}, {}, "The price year is not known"),
    (
        "settings.thresholds",
        {"after": {"days.long-lag": "7", "critical-float": "3"}},
        {},
        (
            "Changed thresholds: “Long time between two steps”: 7 days; critical up to"
            " a float of 3 days"
        ),
    ),
    (
        "settings.thresholds",
        {"after": {"near-critical-float": "61", "share.high-float": "20"}},
        {},
        (
            "Changed thresholds: nearly critical up to a float of 61 days; allowed of"
            " “High float”: 20 %"
        ),
    ),
    (
        "exchange.imported",
        {"file": "plan.xml", "count": 3},
        {},
        "3 changes from the file plan.xml",
    ),
    (
        UNDONE,
        {"what": "waves.municipality-moved", "values": MOVE},
        {},
        "Undone: Ulstein moved from K13 to K14",
    ),
    (
        UNDONE,
        {
            "what": UNDONE,
            "values": {"what": "waves.municipality-moved", "values": MOVE},
        },
        {},
        "Done again: Ulstein moved from K13 to K14",
    ),
]


@pytest.mark.parametrize(("what", "values", "moved", "told"), TOLD)
def test_change_is_told_in_a_sentence(app, what, values, moved, told):
    with app.app_context(), force_locale("en_GB"):
        assert change_text(Change(what, values, moved), Names()) == told


def test_every_sentence_is_tried():
    """Those of conflicts, frozen states and what is entered are tried on their own."""
    apart = {*ENTERED, *OF_CONFLICTS, *OF_MEETINGS, *OF_RIGHTS, *OF_STATES}
    apart |= {*OF_AGREEMENTS, *OF_COSTS, *OF_SHARES}
    assert {it[0] for it in TOLD} == set(SENTENCES) - apart


def test_every_kind_that_is_written_has_its_sentence():
    assert written_kinds() <= set(SENTENCES)
    assert len(written_kinds()) > 10


def written_kinds() -> set[str]:
    """The kinds that any code hands to `writing`, or that look like one."""
    areas = {kind.partition(".")[0] for kind in SENTENCES}
    return {
        node.value
        for path in (TOP / "app").rglob("*.py")
        if path.name in {"commands.py", "undoing.py"}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if node.value.partition(".")[0] in areas and "." in node.value
        if node.value not in RIGHTS and " " not in node.value
    }
