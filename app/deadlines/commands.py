"""The writes on recipients and reminders: they change nothing of the plan."""

from collections.abc import Iterable

from app.access import User, require
from app.store import recipients, reminders
from app.store.recipients import Recipient

RIGHT = "settings.edit"


def add(entered: Recipient, *, by: User) -> int:
    """Enter who is to be reminded."""
    require(by, RIGHT)
    return recipients.add_recipient(entered)


def change(recipient_id: int, entered: Recipient, *, by: User) -> None:
    """Change what is entered of a recipient."""
    require(by, RIGHT)
    recipients.change_recipient(recipient_id, entered)


def remove(recipient_id: int, *, by: User) -> None:
    """Forget a recipient, its address and what it was sent."""
    require(by, RIGHT)
    recipients.remove_recipient(recipient_id)


def set_days(days: Iterable[int], *, by: User) -> None:
    """Say how many days ahead people are reminded."""
    require(by, RIGHT)
    recipients.set_reminder_days(days)


def try_again(mail_id: int, *, by: User) -> None:
    """Let an e-mail that could not be sent be tried again."""
    require(by, RIGHT)
    reminders.try_again(mail_id)


def stop(recipient_id: int) -> None:
    """Send a recipient nothing more: it asked for that by its own address."""
    recipients.stop_recipient(recipient_id)
