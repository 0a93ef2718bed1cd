"""Calendars of a file are called what they are called on the pages."""

from dataclasses import replace

from flask import Flask
from flask_babel import force_locale

from app.store import results
from planning.circumstances import ClosedPeriod
from planning.durations import parse_duration
from planning.evaluate import evaluate_dates
from planning.lag_calendars import LagCalendar
from tests.app.exchange.mspdi.test_critical import exported


def test_the_calendar_of_a_link_has_its_own_name(app: Flask) -> None:
    with app.test_request_context(), force_locale("en_GB"):
        snapshot = results.evaluation(results.current_plan()).snapshot
        template = snapshot.plan.template
        links = tuple(
            replace(it, lag=parse_duration("5wd"), calendar=LagCalendar.COUNCIL_RECESS)
            if it.successor == "council-decision"
            else it
            for it in template.links
        )
        plan = replace(snapshot.plan, template=replace(template, links=links))
        recess = ClosedPeriod(
            key="recess", first=(7, 1), last=(7, 31), is_council_recess=True
        )
        held = replace(snapshot, plan=plan, closed_periods=(recess,))

        file = exported(evaluate_dates(held))

    name = "Outside the councils’ recess 2011–2037"
    assert f"<Name>{name}</Name>" in file.content.decode()
    (years,) = (it for it in file.losses if it.kind == "calendar-years")
    assert years.subjects == (name,)
