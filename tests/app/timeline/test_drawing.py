"""The drawing of the real programme: every day told is drawn, and the reverse."""

from datetime import date

import pytest

from app.assumed import AssumedDates, list_assumed_keys
from app.store import results
from app.store.names import names_for
from app.timeline.bars import Kind, list_shapes
from app.timeline.drawing import bands, paths_of
from app.timeline.facts import NOTHING, Form, Point, RowFacts, State
from app.timeline.links import Arrow, draw_pieces, list_bonds
from app.timeline.reading import Facts
from app.timeline.rows import Branch, Sort, list_branches
from app.timeline.scale import Scale, Stretch, Zoom, fit_scale
from app.timeline.scopes import WHOLE, Scope, ScopeKind, Trees, find_scope
from planning.calendars import to_day
from planning.conflicts import Margin
from planning.snapshot import Window


@pytest.fixture
def evaluation(plan):
    return results.evaluation(plan)


@pytest.fixture
def trees(plan, evaluation):
    return Trees(evaluation, names_for(plan, "nb"))


@pytest.fixture
def facts(plan, evaluation):
    return Facts(evaluation, AssumedDates(evaluation, list_assumed_keys(plan)))


def shapes_of(told, sort=Sort.STEP, scale=None, baseline=None):
    scale = scale or Scale(0, 10_000_000, 1.0)
    return list_shapes(told, sort, scale, today=0, baseline=baseline)


def drawn_days(shapes):
    return {day for it in shapes for day in it.days}


def step(facts, number, key):
    return facts.of(Branch(f"{number}.{key}", Sort.STEP))


def test_every_day_of_every_row_is_drawn_and_no_other(trees, facts, evaluation):
    branches = list(list_branches(trees.of(WHOLE)))
    assert len(branches) > 1800
    told = {it.id: facts.of(it) for it in branches}
    days = [day for each in told.values() for day in each.days()]
    scale = fit_scale(min(days), max(days), Zoom.YEAR)
    for branch in branches:
        own = told[branch.id]
        shapes = shapes_of(own, branch.sort, scale)
        assert drawn_days(shapes) == set(own.days()), branch.id
        for it in shapes:
            assert 0 <= it.x <= it.right <= scale.width + 1, branch.id
            assert paths_of(it), branch.id


def test_ulstein_in_k13_has_the_days_that_the_engine_reckons(facts):
    training = step(facts, "1516", "training")
    assert training.work == Stretch(
        to_day(date(2024, 12, 31)), to_day(date(2025, 3, 11))
    )
    assert training.room == Stretch(
        to_day(date(2024, 11, 1)), to_day(date(2025, 3, 11))
    )
    assert training.total_float == 60
    assert training.is_assumed
    limit = step(facts, "1516", "withdrawal-limit").points[0]
    assert (limit.form, limit.day) == (Form.LIMIT, to_day(date(2024, 3, 1)))
    whole = facts.of(Branch("municipality.1516", Sort.MUNICIPALITY, "1516"))
    assert whole.margin == Margin(
        "1516", to_day(date(2025, 4, 1)), to_day(date(2025, 4, 1))
    )
    assert [it.form for it in whole.points].count(Form.LIMIT) == 3


def test_a_wave_has_its_least_margin_and_the_work_of_all_in_it(trees, facts):
    (wave,) = trees.of(Scope(ScopeKind.WAVE, "K14"))
    told = facts.of(wave)
    margins = [facts.of(it).margin for it in wave.inside]
    assert told.margin is not None
    assert told.margin.days == min(it.days for it in margins if it is not None) == 93
    works = [facts.of(it).work for it in wave.inside]
    assert told.work == Stretch(
        min(it.start for it in works), max(it.finish for it in works)
    )


def test_a_go_live_that_is_known_to_a_month_is_drawn_over_the_month(facts):
    go_live = step(facts, "5054", "go-live")
    (shape,) = [it for it in shapes_of(go_live) if it.kind is Kind.POINT]
    assert shape.days == (to_day(date(2022, 11, 1)), to_day(date(2022, 12, 1)))
    assert "wide" in paths_of(shape)[0].style


@pytest.mark.parametrize(
    ("state", "middle"), [(State.STARTED, 40.0), (State.AHEAD, None)]
)
def test_work_in_progress_is_filled_up_to_the_status_date(state, middle):
    told = RowFacts(state=state, work=Stretch(10, 90))
    (bar,) = list_shapes(told, Sort.STEP, Scale(0, 100, 1.0), today=40, baseline=None)
    assert bar.middle == middle
    assert len(paths_of(bar)) == (2 if middle else 1)


def test_each_state_of_work_looks_different_without_its_colour():
    looks = set()
    for state in (State.DONE, State.STARTED, State.NOT_DONE, State.PRESUMED):
        told = RowFacts(state=state, work=Stretch(10, 90))
        (bar,) = list_shapes(
            told, Sort.STEP, Scale(0, 100, 1.0), today=40, baseline=None
        )
        # Its outline is the same for all: what fills it has to differ.
        looks.add(tuple(it.d for it in paths_of(bar)[1:]))
    assert len(looks) == 4


def test_a_margin_that_is_missing_has_teeth_from_the_planned_day_on():
    told = RowFacts(state=State.AHEAD, margin=Margin("1516", 100, 140))
    (lack,) = shapes_of(told)
    assert (lack.kind, lack.x, lack.right) == (Kind.LACK, 100.0, 140.0)
    assert paths_of(lack)[0].d == "M100 6" + "l4 -4 4 4" * 5


def test_what_is_late_has_an_arrow_to_the_day_that_is_possible():
    told = RowFacts(
        state=State.NOT_DONE,
        points=(Point(id="1516.x", form=Form.MILESTONE, day=50, state=State.NOT_DONE),),
        late=80,
    )
    late = next(it for it in shapes_of(told) if it.kind is Kind.LATE)
    assert (late.x, late.right) == (50.0, 80.0)


def test_an_earlier_plan_is_a_ghost_beneath():
    window = Window(100, 131)
    (ghost,) = shapes_of(NOTHING, baseline=window)
    assert (ghost.kind, ghost.days) == (Kind.BASELINE, (100, 131))


def test_the_links_of_training_are_its_neighbours_in_the_template(evaluation):
    bonds = list_bonds(evaluation, "1516.training")
    assert [(it.other, it.is_before, it.sets_date) for it in bonds] == [
        ("1516.configure-and-test", True, False),
        ("1516.cutover", False, True),
    ]


@pytest.mark.parametrize(("row", "to_row"), [(2, 5), (5, 2)])
@pytest.mark.parametrize("leaves_left", [True, False])
@pytest.mark.parametrize("reaches_right", [True, False])
@pytest.mark.parametrize("to_x", [60.0, 100.0, 200.0])
def test_an_arrow_has_one_piece_on_each_row_from_end_to_end(
    row, to_row, leaves_left, reaches_right, to_x
):
    arrow = Arrow(row, 100.0, leaves_left, to_row, to_x, reaches_right)
    pieces = list(draw_pieces(arrow))
    step = 1 if to_row > row else -1
    assert [it for it, _d in pieces] == list(range(row, to_row + step, step))
    assert pieces[0][1].startswith("M100 14H")
    assert f"H{to_x:.0f}m" in pieces[-1][1]


def test_bands_that_touch_are_one():
    scale = Scale(0, 100, 1.0)
    found = bands([Stretch(0, 10), Stretch(10, 20), Stretch(30, 40)], scale)
    assert found == "M0 0H20V28H0ZM30 0H40V28H30Z"


def test_a_scope_is_found_by_its_alias_and_else_is_the_programme(evaluation):
    assert find_scope(evaluation, "wave:KI3") == Scope(ScopeKind.WAVE, "K13")
    for typed in ("", "wave:K99", "programme:x", "place:1516", "municipality:"):
        assert find_scope(evaluation, typed) == WHOLE


def test_every_municipality_is_in_the_tree_of_each_scope_it_belongs_to(
    trees, evaluation
):
    for it in evaluation.snapshot.municipalities:
        for scope in (
            WHOLE,
            Scope(ScopeKind.WAVE, evaluation.wave_of(it.number) or ""),
            Scope(ScopeKind.REGION, it.region or ""),
            Scope(ScopeKind.TRUST, it.trust or ""),
            Scope(ScopeKind.MUNICIPALITY, it.number),
        ):
            found = {each.id for each in list_branches(trees.of(scope))}
            assert f"municipality.{it.number}" in found, (it.number, scope)
