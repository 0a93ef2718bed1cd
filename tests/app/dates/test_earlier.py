"""What would make a date earlier, told when it is asked for."""

import html
import random
import re
from dataclasses import replace

import pytest

from app.dates import routes
from app.dates.earlier import earlier_part
from app.store import results
from planning.durations import Duration, parse_duration
from planning.earlier import find_earlier
from planning.evaluate import evaluate
from planning.levers import Lever, LeverKind
from planning.rollout import Owner
from planning.snapshot import Plan, ReportState, Snapshot
from tests.app.reading import as_role, kept_value, part, read, text_of
from tests.planning.programmes import report, window


@pytest.mark.parametrize(
    ("id", "asked", "told"),
    [
        ("1516.training", "7", "Nothing has to give."),
        ("1516.go-live", "7", "Wave K13 is reckoned with 25 March 2025"),
        ("1516.go-live", "14", "Wave K13 is reckoned with 18 March 2025"),
        ("1516.stabilisation", "7", "takes 3 weeks instead of 4 weeks, for all"),
        ("wave.K13", "7", "So early it would be too early for these"),
        ("1516.go-live", "300", "With the wave so early it would be too early for"),
        ("1554.option-limit", "7", "That day lies before the status date."),
    ],
)
def test_what_would_make_a_date_earlier_is_reckoned_when_asked(
    english, id, asked, told
):
    words = text_of(part(english.get(f"/dates/{id}?earlier={asked}").text, "earlier"))
    assert told in words


def test_a_go_live_before_its_work_is_done_is_not_told_to_be_enough(app):
    with app.test_request_context():
        plan = results.current_plan()
        snapshot = results.evaluation(plan).snapshot
        slow = replace(
            report("preproject", ReportState.STARTED, start=window("2023-11-01")),
            municipality="1516",
            remaining=parse_duration("60w"),
        )
        reports = [it for it in snapshot.reports if it.municipality != "1516"]
        late = evaluate(replace(snapshot, reports=(*reports, slow)))
        world = routes._world(plan, late)
        told = earlier_part(late, world.words(), "1516.go-live", 7, user=world.user)
    assert told.work_sentence
    assert told.sentence == (
        "Dette flytter den planlagte dagen, men da er ikke arbeidet ferdig:"
    )


@pytest.mark.parametrize("typed", ["", "0", "-7", "x", "9999", "²"])
def test_a_number_that_is_none_asks_for_nothing(english, typed):
    answer = english.get("/dates/1516.training", query_string={"earlier": typed})
    assert answer.status_code == 200
    assert "What would have to give to make it a week earlier?" in answer.text


@pytest.mark.parametrize("days", [7, 45])
def test_what_is_offered_moves_the_date_that_is_shown(app, days):
    with app.app_context():
        evaluation = results.evaluation(results.current_plan())
    nodes = evaluation.nodes.values()
    own = [it.id for it in nodes if it.owner is Owner.MUNICIPALITY]
    offered = 0
    for id in random.Random(days).sample(own, 60):
        before = evaluation.schedule.activities[id]
        for lever in find_earlier(evaluation, id, days).levers:
            after = evaluate(edited(evaluation.snapshot, lever))
            moved = before.start - after.schedule.activities[id].start
            assert moved == lever.gained >= days, (id, lever)
            offered += 1
    assert offered


def edited(snapshot: Snapshot, lever: Lever) -> Snapshot:
    """The whole programme as the form that a lever leads to would leave it."""
    plan = _edited(snapshot.plan, lever)
    return replace(snapshot, plan=plan)


def _edited(plan: Plan, lever: Lever) -> Plan:
    if lever.kind is LeverKind.WAVE_DAY:
        waves = [
            replace(it, set_day=lever.after) if it.code == lever.key else it
            for it in plan.waves
        ]
        return replace(plan, waves=tuple(waves))
    assert isinstance(lever.after, Duration)
    template = plan.template
    steps = [
        replace(it, duration=lever.after) if it.key == lever.key else it
        for it in template.activities
    ]
    ends = lever.key, lever.successor
    links = [
        replace(it, lag=lever.after) if (it.predecessor, it.successor) == ends else it
        for it in template.links
    ]
    if lever.kind is LeverKind.DURATION:
        assert lever.after.amount >= 1
        return replace(plan, template=replace(template, activities=tuple(steps)))
    return replace(plan, template=replace(template, links=tuple(links)))


def offers(client, id):
    told = part(client.get(f"/dates/{id}?earlier=7").text, "earlier")
    return [html.unescape(it) for it in re.findall(r'href="([^"]+)">Look at', told)]


def test_what_is_offered_is_filled_in_and_told_where_it_leads(english):
    (step, *_more) = offers(english, "1547.archive-closed")
    assert step == "/template/steps/stabilisation?length=2mo"
    page = english.get(step).text
    assert kept_value(page, "amount") == "2"
    assert "Not saved. It would be so:" in page
    assert "Not saved" not in english.get("/template/steps/stabilisation").text


def test_the_time_between_two_steps_is_filled_in_too(english):
    url = "/template/links/1"
    was = kept_value(english.get(url).text, "amount")
    fresh = str(int(was) + 1)
    page = english.get(url, query_string={"length": f"{fresh}mo"}).text
    assert kept_value(page, "amount") == fresh
    assert "Not saved. It would be so:" in page


@pytest.mark.parametrize("length", ["", "x", "3mo", "-1mo", "9999mo", "2fortnights"])
def test_a_length_that_is_none_is_not_filled_in(english, length):
    url = "/template/steps/stabilisation"
    page = english.get(url, query_string={"length": length}).text
    assert kept_value(page, "amount") == "3"
    assert "Not saved" not in page


def test_who_may_change_nothing_is_told_without_a_way_there(english):
    assert offers(english, "1516.go-live") == ["/waves/K13?day=2025-03-25"]
    council = as_role(english, "council")
    told = read(council, "/dates/1547.archive-closed", earlier="7")
    assert "takes 2 months instead of 3 months" in told
    assert offers(council, "1547.archive-closed") == []
    assert offers(council, "1516.go-live") == []


def test_work_that_is_nearly_over_is_not_told_to_take_less(english):
    told = read(english, "/dates/1547.archive-closed", earlier="7")
    assert "“Command centre open” takes" not in told
