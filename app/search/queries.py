"""Reads of everything that can be found, kept by revision and language."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from typing import TypeVar

from flask import current_app
from flask_babel import force_locale, ngettext
from flask_babel import gettext as _
from sqlalchemy import select

from app.conflict_texts import kind_text
from app.extensions import db
from app.filters import plain_text
from app.frame import all_sections
from app.go_live import wave_go_live
from app.language import LANGUAGES, language
from app.search.entries import Entry, EntryKind, entry
from app.store.names import Names, names_for
from app.store.results import current_plan, evaluation, results, revision
from app.store.tables import (
    MilestoneRow,
    MunicipalityRow,
    PlanRow,
    RegionRow,
    SourceRow,
    TemplateActivityRow,
    TrustRow,
    VintageRow,
)
from planning.conflicts import Kind
from planning.evaluate import Evaluation

BETWEEN = " · "
Written = TypeVar("Written")


def list_entries() -> tuple[Entry, ...]:
    """Everything that can be found in the plan that holds, whoever asks."""
    plan = current_plan()
    key = ("search", plan.id, revision(), language())
    found: tuple[Entry, ...] | None = results().find(key)
    if found is None:
        found = _read(plan)
        results().keep(key, found)
    return found


def _read(plan: PlanRow) -> tuple[Entry, ...]:
    names, reckoned = names_for(plan, language()), evaluation(plan)
    return tuple(
        chain(
            _municipalities(names, reckoned),
            _waves(reckoned),
            _regions(reckoned),
            _trusts(reckoned),
            _steps(plan),
            _milestones(plan),
            _conflict_kinds(reckoned),
            _documents(),
            _pages(),
        )
    )


def _municipalities(names: Names, reckoned: Evaluation) -> Iterator[Entry]:
    waves = {it.municipality: it.wave for it in reckoned.snapshot.plan.placements}
    order = MunicipalityRow.sort_key
    for row in db.session.scalars(select(MunicipalityRow).order_by(order)):
        centre = row.centre if row.centre != row.name else ""
        region = names.region(row.region) if row.region else ""
        parts = (row.number, centre, region, waves.get(row.number))
        yield entry(
            EntryKind.MUNICIPALITY,
            row.name,
            "municipalities.municipality",
            detail=BETWEEN.join(filter(None, parts)),
            names=(row.number, centre),
            related=(region,),
            at={"number": row.number},
        )


def _waves(reckoned: Evaluation) -> Iterator[Entry]:
    waves = reckoned.snapshot.plan.waves
    codes = [[it.code, *it.aliases] for it in waves]
    written = _in_every_language(
        lambda: [[_("Wave %(code)s", code=it) for it in own] for own in codes]
    )
    for wave, *named in zip(waves, *written, strict=True):
        yield entry(
            EntryKind.WAVE,
            wave.code,
            "waves.wave",
            detail=BETWEEN.join(
                filter(None, (*wave.aliases, wave_go_live(wave).shown))
            ),
            names=(*wave.aliases, *chain(*named)),
            at={"code": wave.code},
        )


def _regions(reckoned: Evaluation) -> Iterator[Entry]:
    members = Counter(it.region for it in reckoned.snapshot.municipalities)
    for row in db.session.scalars(select(RegionRow).order_by(RegionRow.sort_key)):
        yield entry(
            EntryKind.REGION,
            row.name,
            "municipalities.index",
            detail=_counted_municipalities(members[row.key]),
            at={"region": row.key},
        )


def _trusts(reckoned: Evaluation) -> Iterator[Entry]:
    members = Counter(it.trust for it in reckoned.snapshot.municipalities)
    named = select(TrustRow).where(TrustRow.name != "").order_by(TrustRow.position)
    for row in db.session.scalars(named):
        count = _counted_municipalities(members[row.code])
        yield entry(
            EntryKind.TRUST,
            row.name,
            "municipalities.index",
            detail=BETWEEN.join((row.code, count)),
            names=(row.code,),
            at={"trust": row.code},
        )


def _counted_municipalities(count: int) -> str:
    return str(ngettext("%(num)s municipality", "%(num)s municipalities", count))


def _steps(plan: PlanRow) -> Iterator[Entry]:
    rows = (
        select(TemplateActivityRow)
        .where(TemplateActivityRow.plan_id == plan.id)
        .order_by(TemplateActivityRow.position, TemplateActivityRow.id)
    )
    for row in db.session.scalars(rows):
        yield entry(
            EntryKind.STEP,
            plain_text(row.names) or row.key,
            "rollout.template",
            names=row.names.values(),
            anchor=f"step-{row.key}",
        )


def _milestones(plan: PlanRow) -> Iterator[Entry]:
    """Dates of the programme, and those of the GP offices on their own page."""
    places = {
        "programme": ("facts.plans", "milestones-title", ""),
        "gp": ("facts.services", "gp-title", _("GP offices")),
    }
    rows = (
        select(MilestoneRow)
        .where(MilestoneRow.plan_id == plan.id)
        .order_by(MilestoneRow.position)
    )
    for row in db.session.scalars(rows):
        endpoint, anchor, detail = places[row.track]
        yield entry(
            EntryKind.MILESTONE,
            plain_text(row.names) or row.key,
            endpoint,
            detail=detail,
            names=row.names.values(),
            anchor=anchor,
        )


def _conflict_kinds(reckoned: Evaluation) -> Iterator[Entry]:
    counts = Counter(it.kind for it in reckoned.conflicts)
    written = _in_every_language(lambda: [kind_text(kind) for kind in Kind])
    for kind, names in zip(Kind, zip(*written, strict=True), strict=True):
        count = counts[kind]
        yield entry(
            EntryKind.CONFLICT,
            kind_text(kind),
            "conflicts.index",
            detail=_("%(count)s in the plan", count=count) if count else _("None now"),
            names=names,
            at={"kind": kind.value},
        )


def _documents() -> Iterator[Entry]:
    """The plans of earlier days, and the sources of all facts."""
    for plan in db.session.scalars(select(VintageRow).order_by(VintageRow.position)):
        yield entry(
            EntryKind.DOCUMENT,
            plain_text(plan.names) or plan.key,
            "facts.plans",
            detail=_("Earlier plan"),
            names=plan.names.values(),
            anchor=f"plan-{plan.key}",
        )
    for source in db.session.scalars(select(SourceRow).order_by(SourceRow.key)):
        yield entry(
            EntryKind.DOCUMENT,
            plain_text(source.title) or source.key,
            "facts.sources",
            detail=_("Source"),
            names=source.title.values(),
            anchor=f"source-{source.key}",
        )


def _pages() -> Iterator[Entry]:
    """The pages of the app that need no choice."""
    written = _in_every_language(lambda: [label for _endpoint, label in _places()])
    names = zip(*written, strict=True)
    for (endpoint, label), own in zip(_places(), names, strict=True):
        yield entry(EntryKind.PAGE, label, endpoint, names=own)


def _places() -> list[tuple[str, str]]:
    """Endpoint and label of each page in the navigation or under an entry of it."""
    under = [
        ("facts.plans", _("Plans over time")),
        ("facts.money", _("Money")),
        ("facts.goals", _("Risks and goals")),
        ("facts.services", _("Services and steps")),
        ("facts.sources", _("Sources")),
        ("files.index", _("Import and export")),
        ("economy_figures.assumptions", _("What the money is reckoned with")),
        ("accessibility.statement", _("Accessibility")),
    ]
    sections = [(endpoint, label) for endpoint, label, _icon, _right in all_sections()]
    known = current_app.view_functions
    return [it for it in (*sections, *under) if it[0] in known]


def _in_every_language(write: Callable[[], list[Written]]) -> list[list[Written]]:
    """What is written in each language of the app, in the same order."""
    written = []
    for locale in LANGUAGES:
        with force_locale(locale):
            written.append(write())
    return written
