"""What kinds, placings and dependences are called."""

from flask_babel import gettext as _

from planning.snapshot import ActivityKind, Placing

Option = tuple[str, str]


def kind_text(kind: str) -> str:
    """What a step is, in a word."""
    names = {
        ActivityKind.WORK: _("Work"),
        ActivityKind.PHASE: _("Phase"),
        ActivityKind.MILESTONE: _("Milestone"),
        ActivityKind.LIMIT: _("Limit"),
    }
    return names[ActivityKind(kind)]


def kind_choices() -> list[Option]:
    """The kinds of steps that can be added."""
    kinds = (ActivityKind.WORK, ActivityKind.PHASE, ActivityKind.MILESTONE)
    return [(kind.value, kind_text(kind)) for kind in kinds]


def placing_text(placing: str) -> str:
    """How a step is placed, in a few words."""
    names = {
        Placing.AS_LATE_AS_POSSIBLE: _("As late as possible"),
        Placing.AS_SOON_AS_POSSIBLE: _("As soon as possible"),
    }
    return names[Placing(placing)]


def placing_choices() -> list[Option]:
    """The ways to place a step."""
    return [(placing.value, placing_text(placing)) for placing in Placing]


def link_text(kind: str) -> str:
    """How a step depends on another, in a few words."""
    names = {
        "FS": _("finish to start"),
        "SS": _("start to start"),
        "FF": _("finish to finish"),
        "SF": _("start to finish"),
    }
    return names[kind]


def link_choices() -> list[Option]:
    """The ways in which a step can depend on another."""
    meanings = {
        "FS": _("it starts when the first has finished"),
        "SS": _("it starts when the first has started"),
        "FF": _("it finishes when the first has finished"),
        "SF": _("it finishes when the first has started"),
    }
    return [
        (
            kind,
            _("%(kind)s: %(meaning)s", kind=link_text(kind).capitalize(), meaning=text),
        )
        for kind, text in meanings.items()
    ]
