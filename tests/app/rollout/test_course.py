"""The template drawn against a go-live: places from the engine, rows, links, table."""

import re
from dataclasses import replace

import pytest
from flask_babel import force_locale

from app.rollout.course import course_part
from app.rollout.drawing import ROW, Scale
from app.rollout.example import example_of, next_go_live
from app.rollout.queries import list_activities, list_links
from app.rollout.when import when_text
from app.store import results
from app.store.names import names_for
from planning.calendars import norway, to_date
from planning.durations import Duration, Unit
from tests.app.reading import part, text_of
from tests.app.rollout.test_steps import sent

GO_LIVE = 738_000


@pytest.fixture
def evaluation(app, plan):
    return results.evaluation(plan)


@pytest.fixture
def course(app, plan, evaluation):
    """The course with training chosen, in English."""
    with app.test_request_context(), force_locale("en_GB"):
        return course_part(
            list_activities(plan),
            list_links(plan),
            evaluation=evaluation,
            names=names_for(plan, "en"),
            asked="training",
        )


def test_counted_from_the_next_wave(evaluation):
    code, day = next_go_live(evaluation)
    assert (code, to_date(day).isoformat()) == ("K11", "2024-04-27")


def test_without_a_wave_a_day_is_chosen(evaluation):
    code, day = next_go_live(replace(evaluation, reckonings={}))
    assert code == ""
    assert day > evaluation.snapshot.status_date


def test_limits_are_months_before_go_live(evaluation):
    """The engine counts them: 19, 18, 13 and 12 months before 27 April 2024."""
    dates = example_of(evaluation).dates
    found = {
        key: to_date(dates[key][0]).isoformat()
        for key in (
            "project-start",
            "preproject-limit",
            "withdrawal-limit",
            "option-limit",
        )
    }
    assert found == {
        "project-start": "2022-09-27",
        "preproject-limit": "2022-10-27",
        "withdrawal-limit": "2023-03-27",
        "option-limit": "2023-04-27",
    }


def test_places_are_those_of_a_municipality_without_reports(evaluation):
    """What the example says of K11 is what those of K11 plan with."""
    example = example_of(evaluation)
    number = next(
        at.municipality
        for at in evaluation.snapshot.plan.placements
        if at.wave == example.wave and not evaluation.is_live(at.municipality)
    )
    steps = {it.id.partition(".")[2]: it for it in evaluation.activities_of(number)}
    after = ("command-centre", "stabilisation", "legacy-closed", "archive-extraction")
    for key in ("go-live", *after):
        assert example.dates[key] == (steps[key].start, steps[key].finish)


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (Duration(0, Unit.DAYS), "at go-live"),
        (Duration(12, Unit.DAYS), "12 days before"),
        (Duration(1, Unit.MONTHS), "1 month before"),
        (Duration(19, Unit.MONTHS), "19 months before"),
    ],
)
def test_time_before_go_live_is_told_in_months_and_days(app, amount, told):
    calendar = norway()
    with app.test_request_context(), force_locale("en_GB"):
        assert when_text(calendar.retreat(GO_LIVE, amount), GO_LIVE, calendar) == told


def test_time_after_go_live_is_told_in_months_and_days(app):
    calendar = norway()
    day = calendar.advance(GO_LIVE, Duration(2, Unit.MONTHS)) + 3
    with app.test_request_context(), force_locale("en_GB"):
        assert when_text(day, GO_LIVE, calendar) == "2 months and 3 days after"


def test_scale_holds_every_step_and_names_every_third_month():
    scale = Scale(GO_LIVE, [(GO_LIVE - 400, GO_LIVE + 40)], norway())
    months = [tick.months for tick in scale.ticks()]
    assert months == [-15, -12, -9, -6, -3, 0, 3]
    assert scale.x(GO_LIVE - 400) < scale.x(GO_LIVE) < scale.x(GO_LIVE + 40)


def test_steps_stand_under_the_phase_that_they_begin_in(course):
    names = [(row.name, row.level) for row in course.rows]
    assert names[0] == ("Planning phase", 0)
    assert ("Pre-project", 1) in names[: names.index(("Implementation project", 0))]
    after = names.index(("After go-live", 0))
    assert names[after - 1] == ("Go-live", 0)
    assert names.index(("Command centre in operation", 1)) > after
    assert len(names) == 28


def test_rows_stand_one_below_the_other(course):
    assert [row.y for row in course.rows] == [at * ROW for at in range(28)]
    assert course.height == 28 * ROW


def test_chosen_step_tells_its_links(course):
    chosen = course.chosen
    assert [(it.name, it.how) for it in chosen.before] == [
        ("Configuring and testing", "finish to start")
    ]
    assert [it.name for it in chosen.after] == ["Manual conversion and cutover"]
    row = next(row for row in course.rows if row.is_chosen)
    assert (row.key, len(row.before), len(row.after)) == ("training", 1, 1)


def test_page_holds_table_before_drawing(english):
    html = english.get("/template").text
    assert html.index("The course of the rollout as a table") < html.index(
        '<div class="course__sheet"'
    )
    told = text_of(html)
    assert "Counted from the go-live of wave K11, 27 April 2024." in told
    assert "Project start Milestone 19 months before 27 Sept 2022 –" in told
    assert "Choose a step to see what it waits for" in told


def test_a_step_can_be_chosen(english):
    html = english.get("/template?step=training").text
    course = part(html, "course")
    assert 'aria-current="true">Training</a>' in course
    assert "/template/steps/training" in course
    assert "Manual conversion and cutover</a>" in course
    assert len(re.findall(r'class="t-row is-chosen"', course)) == 1


def test_an_unknown_step_is_no_choice(english):
    told = text_of(english.get("/template?step=nothing").text)
    assert "Choose a step to see what it waits for" in told


def test_who_may_not_edit_sees_the_course_alone(client):
    with client.session_transaction() as session:
        session["demonstration-role"] = "council"
    html = client.get("/template?step=training").text
    assert 'class="course__chosen"' in html
    assert "/template/steps/" not in html


def test_drawing_follows_the_template(english):
    was, now = "2 months and 29 days before", "3 months and 26 days before"
    assert f"Training Work {was}" in text_of(english.get("/template").text)
    english.post("/template/steps/training", data=sent(amount="14"))
    assert f"Training Work {now}" in text_of(english.get("/template").text)
