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
        case _:
            raise ValueError(kind)
