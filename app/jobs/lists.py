"""What recipients are told from: the deadlines of their scopes, and Norway’s clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask_babel import force_locale

from app.deadline_sources.deadline import Deadline
from app.deadline_sources.listing import list_deadlines, of_scope
from app.language import TIMEZONE
from app.scopes import Scope, ScopeKind
from app.store import results
from app.store.beside import now
from app.store.names import LOCALES, names_for
from app.store.tables import ReminderRecipientRow


class Lists:
    """The deadlines in each language that is asked for, listed once each."""

    def __init__(self) -> None:
        self.plan = results.current_plan()
        self._evaluation = results.evaluation(self.plan)
        self._by_language: dict[str, list[Deadline]] = {}
        self.status_date = self._evaluation.snapshot.status_date

    def of(self, row: ReminderRecipientRow, tongue: str = "") -> list[Deadline]:
        """The deadlines of a recipient's scope, in its language or another."""
        tongue = tongue or row.language
        if tongue not in self._by_language:
            names = names_for(self.plan, tongue)
            with force_locale(LOCALES[tongue]):
                self._by_language[tongue] = list_deadlines(self._evaluation, names)
        return of_scope(self._by_language[tongue], scope_of(row))


def scope_of(row: ReminderRecipientRow) -> Scope:
    """What a recipient is told of."""
    return Scope(ScopeKind(row.scope_kind), row.scope_key)


def local_now() -> datetime:
    """The moment as the clock on the wall shows it."""
    return now().astimezone(ZoneInfo(TIMEZONE))
