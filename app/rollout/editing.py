"""The forms on the template, each with what it is checked against.

A form computes the template as it would be before anything is written, so that the
answer to a slip names the steps that it concerns.
"""

from dataclasses import dataclass, replace
from typing import Any

from flask import url_for

from app.filters import plain_text
from app.rollout.filling import dependence_of, step_of
from app.rollout.forms import NewStepForm, StepForm
from app.rollout.link_forms import LinkForm, NewLinkForm
from app.rollout.queries import (
    count_reports,
    list_activities,
    list_components_needing,
)
from app.rollout.removal import Need, Removal, told_before_removal
from app.rollout.rules import (
    FS,
    after_go_live,
    refuse_removing,
    refuse_removing_link,
    refuse_template,
)
from app.store.columns import TONGUES
from app.store.names import Names
from app.store.tables import (
    ComponentRow,
    PlanRow,
    TemplateActivityRow,
    TemplateLinkRow,
)
from planning.durations import ZERO
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE
from planning.snapshot import ActivityKind, Template, TemplateActivity, TemplateLink

NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """A step with its form, and what removing it would do."""

    key: str
    name: str
    form: StepForm
    removal: Removal


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPage:
    """A link with its form; `keeps` says why it can't be removed."""

    id: int
    predecessor: str
    successor: str
    form: LinkForm
    keeps: str


class Editing:
    """What every form on the template is made from."""

    def __init__(self, plan: PlanRow, evaluation: Evaluation, names: Names) -> None:
        self._plan = plan
        self._evaluation = evaluation
        self._names = names
        self._template = evaluation.snapshot.plan.template
        self._seen = evaluation.snapshot.revision

    def step_page(self, row: TemplateActivityRow) -> StepPage:
        """A step with its form, as it is or as it was sent."""
        said = step_of(row)
        form = StepForm(
            kind=ActivityKind(row.kind),
            is_after=row.key in self._after(),
            taken=self._names_taken(but=row.key),
            check=lambda sent: self._refuse(self._with_step(row.key, sent)),
            data={
                "seen": self._seen,
                **names(row),
                "amount": said.duration.amount,
                "unit": said.duration.unit.value,
                "placing": said.placing.value,
                "holders_only": said.option_holders_only,
                **notes(row),
            },
        )
        name = self._names.activity(row.key)
        removal = self._removal(row.key)
        return StepPage(key=row.key, name=name, form=form, removal=removal)

    def _removal(self, key: str) -> Removal:
        needing = list_components_needing(key)
        keeps = refuse_removing(
            key, reports=count_reports(key), needed_by_others=bool(needing)
        )
        if not keeps:
            told = told_before_removal(self._evaluation, key, self._names)
            return Removal("", (), told)
        return Removal(keeps, tuple(map(_need, needing)), ())

    def new_step_form(self) -> NewStepForm:
        """The form that adds a step."""
        return NewStepForm(
            steps=self._options(),
            after_go_live={GO_LIVE, *self._after()},
            taken=self._names_taken(),
            check=self._refuse_new_step,
        )

    def link_page(self, row: TemplateLinkRow) -> LinkPage:
        """A link with its form, as it is or as it was sent."""
        said = dependence_of(row)
        was = TemplateLink(
            predecessor=row.predecessor,
            successor=row.successor,
            kind=said.kind,
            lag=said.lag,
            calendar=said.calendar,
        )
        others = without_one(self._template.links, was)
        form = LinkForm(
            ends=(row.predecessor, row.successor),
            others=others,
            check=lambda sent: self._refuse(self._with_link(sent.link, instead_of=was)),
            data={
                "seen": self._seen,
                "kind": said.kind,
                "amount": said.lag.amount,
                "unit": said.lag.unit.value,
                "calendar": said.calendar.value,
                **notes(row),
            },
        )
        return LinkPage(
            id=row.id,
            predecessor=self._names.activity(row.predecessor),
            successor=self._names.activity(row.successor),
            form=form,
            keeps=refuse_removing_link(
                row.predecessor,
                row.successor,
                ((it.predecessor, it.successor) for it in others),
            ),
        )

    def new_link_form(self) -> NewLinkForm:
        """The form that adds a link."""
        return NewLinkForm(
            others=self._template.links,
            steps=self._options(),
            check=lambda sent: self._refuse(self._with_link(sent.link)),
            data={"amount": 0},
        )

    def _options(self) -> list[tuple[str, str]]:
        return [
            (step.key, self._names.activity(step.key))
            for step in self._template.activities
        ]

    def _after(self) -> frozenset[str]:
        return after_go_live(
            (link.predecessor, link.successor) for link in self._template.links
        )

    def _names_taken(self, but: str = "") -> dict[str, list[str]]:
        rows = [row for row in list_activities(self._plan) if row.key != but]
        return {
            language: [row.names.get(language, "") for row in rows]
            for language in TONGUES
        }

    def _refuse_new_step(self, form: NewStepForm) -> str:
        typed = {NEW: plain_text(form.step.names)}
        template = self._with_new_step(form)
        return refuse_template(self._evaluation, template, self._names, typed)

    def _refuse(self, template: Template) -> str:
        return refuse_template(self._evaluation, template, self._names)

    def _with_step(self, key: str, form: StepForm) -> Template:
        step = form.step
        return replace(
            self._template,
            activities=tuple(
                replace(
                    it,
                    duration=step.duration,
                    placing=step.placing,
                    option_holders_only=step.option_holders_only,
                )
                if it.key == key
                else it
                for it in self._template.activities
            ),
        )

    def _with_new_step(self, form: NewStepForm) -> Template:
        step, ends = form.step, form.ends
        added = TemplateActivity(
            key=NEW,
            kind=form.kind_of_step(),
            duration=step.duration,
            placing=step.placing,
            option_holders_only=step.option_holders_only,
        )
        pairs = [(ends.after, NEW), (NEW, ends.before)]
        return Template(
            activities=(*self._template.activities, added),
            links=(
                *self._template.links,
                *(plain(*pair) for pair in pairs if all(pair)),
            ),
        )

    def _with_link(
        self, link: TemplateLink, instead_of: TemplateLink | None = None
    ) -> Template:
        others = self._template.links
        if instead_of is not None:
            others = without_one(others, instead_of)
        return replace(self._template, links=(*others, link))


def _need(row: ComponentRow) -> Need:
    address = url_for("preconditions.entry", kind="components", key=row.key)
    return Need(plain_text(row.names), address)


def without_one(
    links: tuple[TemplateLink, ...], gone: TemplateLink
) -> tuple[TemplateLink, ...]:
    """The other links."""
    at = links.index(gone)
    return links[:at] + links[at + 1 :]


def plain(predecessor: str, successor: str) -> TemplateLink:
    """A link of one step after another, without waiting."""
    return TemplateLink(predecessor=predecessor, successor=successor, kind=FS, lag=ZERO)


def names(row: TemplateActivityRow) -> dict[str, Any]:
    """The name of a row as the fields of a form."""
    return {f"name_{language}": row.names.get(language, "") for language in TONGUES}


def notes(row: TemplateActivityRow | TemplateLinkRow) -> dict[str, Any]:
    """The note of a row as the fields of a form."""
    return {
        f"note_{language}": row.explanation.get(language, "") for language in TONGUES
    }
