"""What a scenario can't hold, or whom it doesn't belong to, as sentences."""

from flask_babel import gettext as _


def scenario_refusal(kind: str) -> tuple[str, str, str]:
    """The title, the explanation and the mend of a refusal; kinds: ScenarioRefused."""
    match kind:
        case "fact":
            return (
                _("This is not a scenario’s to change"),
                _(
                    "What has happened, what was decided and what every plan rests on "
                    "is the same in every scenario. Nothing was saved."
                ),
                _("Leave the scenario, and change it in the plan."),
            )
        case "whole-row":
            return (
                _("A scenario adds and removes no activities"),
                _("It sets dates, places and durations. Nothing was saved."),
                _("Give the activity another duration instead, or change the plan."),
            )
        case "not-own":
            return (
                _("This scenario is another user’s"),
                _("You can look at it. Nothing was saved."),
                _("Make a copy of your own, and change that."),
            )
        case "adopted":
            return (
                _("This scenario has become the plan"),
                _("It is kept as it was adopted. Nothing was saved."),
                _("Make a copy of it, and change that."),
            )
        case "unknown":
            return (
                _("There is no such scenario for you"),
                _("It has been deleted, or its owner has not shared it."),
                _("Those that you can see are listed under “Scenarios”."),
            )
        case _:
            return _as_a_whole(kind)


def _as_a_whole(kind: str) -> tuple[str, str, str]:
    """The same of what is done with a scenario as a whole."""
    if kind != "name-used":
        return _adopting(kind)
    return (
        _("You have a scenario of that name"),
        _("Two that are open can’t be told apart by it. Nothing was saved."),
        _("Give this one another name."),
    )


def _adopting(kind: str) -> tuple[str, str, str]:
    """The same of what keeps a scenario from becoming the plan."""
    match kind:
        case "unsettled":
            return (
                _("Something no longer fits the plan"),
                _("A change of the scenario needs your word first. Nothing was saved."),
                _("Go back, and say of each whether it is done or left out."),
            )
        case "nothing":
            return (
                _("There is nothing to adopt"),
                _("The plan is already as the scenario has it. Nothing was saved."),
                _("Change something in the scenario first."),
            )
        case _:
            raise ValueError(kind)
