"""What a user says of a dependence between two steps, as typed."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import ValidationError

from app.lag_words import calendar_choices
from app.rollout.filling import Dependence
from app.rollout.forms import ExplainedForm, Option
from app.rollout.rules import (
    refuse_calendar,
    refuse_ends,
    refuse_limit_link,
    refuse_twice,
)
from app.rollout.words import link_choices
from planning.durations import Unit
from planning.lag_calendars import LagCalendar
from planning.snapshot import TemplateLink


class LinkForm(ExplainedForm):
    """How a step depends on another; the two stay as they are."""

    kind = SelectField(_l("How"), default="FS")
    calendar = SelectField(
        _l("Working days counted"), default=LagCalendar.WORKING_DAYS.value
    )

    def __init__(
        self,
        *,
        ends: tuple[str, str] = ("", ""),
        others: Iterable[TemplateLink],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._ends = ends
        self._others = tuple(others)
        self.amount.label.text = _("Time between")
        self.kind.choices = link_choices()
        self.calendar.choices = calendar_choices()

    @property
    def said(self) -> Dependence:
        """The dependence of a form that holds."""
        return Dependence(
            kind=self.kind.data,
            lag=self.length,
            calendar=LagCalendar(self.calendar.data),
            explanation=self.explanation,
        )

    @property
    def link(self) -> TemplateLink:
        """The link as the engine sees it."""
        predecessor, successor = self.ends()
        return TemplateLink(
            predecessor=predecessor,
            successor=successor,
            kind=self.kind.data,
            lag=self.length,
            calendar=self._calendar(),
        )

    def _calendar(self) -> LagCalendar:
        """The calendar; the usual one where none of ours was chosen."""
        chosen = self.calendar.data
        known = chosen in set(LagCalendar)
        return LagCalendar(chosen) if known else LagCalendar.WORKING_DAYS

    def validate_calendar(self, _field: SelectField) -> None:
        if self.amount.errors or self.unit.data not in set(Unit):
            return
        if refusal := refuse_calendar(self.link):
            raise ValidationError(refusal)

    def ends(self) -> tuple[str, str]:
        """The two steps."""
        return self._ends

    def refuse_length(self) -> str:
        return refuse_limit_link(self.link) or refuse_twice(self._others, self.link)


class NewLinkForm(LinkForm):
    """A link that is to be added."""

    predecessor = SelectField(_l("First"), validate_choice=False)
    successor = SelectField(_l("Then"), validate_choice=False)

    def __init__(self, *, steps: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        options = list(steps)
        self._keys = {key for key, _name in options}
        self.predecessor.choices = self.successor.choices = options

    def ends(self) -> tuple[str, str]:
        """The two steps as chosen."""
        return self.predecessor.data or "", self.successor.data or ""

    def validate_successor(self, _field: SelectField) -> None:
        if self.amount.errors or self.unit.data not in set(Unit):
            return
        refusal = refuse_ends(self._keys, self.link)
        if refusal:
            raise ValidationError(refusal)
