"""What the rows of reminders and of the clock are, in words."""

from collections.abc import Mapping

from flask_babel import gettext as _


def row_texts() -> Mapping[str, str]:
    """What the rows are, by their table."""
    return {
        "clock_lease": _("Who runs the clock"),
        "job_run": _("Runs of the clock"),
        "reminder_mail": _("E-mails with reminders"),
        "reminder_recipient": _("Who is reminded"),
        "reminder_sent": _("Reminders"),
        "reminder_setting": _("When people are reminded"),
    }
