"""Files of others: what a task, a link and a calendar are read as."""

from typing import Any

import pytest

from app.exchange.checking import NetworkFileError
from app.exchange.mspdi.parsing import is_xml
from app.exchange.mspdi.reading import Read, read_project
from app.exchange.mspdi.recomputed import recomputed_document
from planning.durations import parse_duration
from planning.network import ConstraintKind, LinkKind
from tests.app.exchange.mspdi.files import STANDARD, project_file
from tests.networks import day


def task(uid: int, inner: str = "", *, level: int = 1, hours: int = 8) -> str:
    return (
        f"<Task><UID>{uid}</UID><Name>Task {uid}</Name>"
        f"<OutlineLevel>{level}</OutlineLevel><Duration>PT{hours}H0M0S</Duration>"
        f"{inner}</Task>"
    )


def waits(uid: int, kind: int = 1, lag: int = 0, unit: int = 7) -> str:
    return (
        f"<PredecessorLink><PredecessorUID>{uid}</PredecessorUID><Type>{kind}</Type>"
        f"<LinkLag>{lag}</LinkLag><LagFormat>{unit}</LagFormat></PredecessorLink>"
    )


def read(tasks: str, **parts: str) -> Read:
    return read_project(project_file(tasks, **parts), "file.xml")


def one(inner: str, *, hours: int = 8, **parts: str) -> Any:
    return read(task(1, inner, hours=hours), **parts).project.activities[0]


def losses(found: Read) -> dict[str, int]:
    return {it.kind: it.count for it in found.losses}


@pytest.mark.parametrize(
    ("hours", "unit", "duration"),
    [
        (40, 7, "5wd"),
        (80, 9, "10wd"),
        (20, 7, "3wd"),
        (120, 8, "5d"),
        (336, 10, "2w"),
        (240, 10, "10d"),
        (0, 7, "0d"),
    ],
)
def test_durations_are_whole_days(hours: int, unit: int, duration: str) -> None:
    found = one(f"<DurationFormat>{unit}</DurationFormat>", hours=hours)
    assert found.duration == parse_duration(duration)


def test_a_day_has_the_hours_of_its_calendar() -> None:
    short = STANDARD.replace(
        "</Calendar>",
        "<WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>"
        "<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime>"
        "<ToTime>15:30:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays>"
        "</Calendar>",
    )
    assert one("", hours=15, calendars=short).duration == parse_duration("2wd")


def test_what_was_rounded_is_told() -> None:
    found = read(
        task(1, hours=20)
        + task(
            2,
            waits(1, lag=2400) + "<Start>2024-01-04T10:30:00</Start>"
            "<Finish>2024-01-04T17:00:00</Finish>",
        )
    )
    told = {"rounded-durations": 1, "rounded-lags": 1, "rounded-dates": 1}
    assert losses(found) == told
    assert found.project.links[0].lag == parse_duration("1wd")


@pytest.mark.parametrize(
    ("number", "kind", "moment", "on"),
    [
        (1, ConstraintKind.AS_LATE_AS_POSSIBLE, "", None),
        (2, ConstraintKind.MUST_START_ON, "2024-02-01T08:00:00", "2024-02-01"),
        (3, ConstraintKind.MUST_FINISH_ON, "2024-02-01T17:00:00", "2024-02-02"),
        (4, ConstraintKind.START_NO_EARLIER_THAN, "2024-02-01T08:00:00", "2024-02-01"),
        (5, ConstraintKind.START_NO_LATER_THAN, "2024-02-01T17:00:00", "2024-02-02"),
        (6, ConstraintKind.FINISH_NO_EARLIER_THAN, "2024-02-01T17:00:00", "2024-02-02"),
        (7, ConstraintKind.FINISH_NO_LATER_THAN, "2024-02-01T08:00:00", "2024-02-01"),
    ],
)
def test_constraints(
    number: int, kind: ConstraintKind, moment: str, on: str | None
) -> None:
    date = f"<ConstraintDate>{moment}</ConstraintDate>" if moment else ""
    found = one(f"<ConstraintType>{number}</ConstraintType>{date}").constraint
    assert (found.kind, found.day) == (kind, None if on is None else day(on))


def test_the_four_kinds_of_links_and_their_lags() -> None:
    found = read(
        "".join(map(task, range(1, 6)))
        + task(
            9,
            waits(1, 0, 4800)
            + waits(2, 1, -9600)
            + waits(3, 2, 28800, 8)
            + waits(4, 3, 100800, 10)
            + waits(5, 1, 50, 19),
        )
    ).project.links
    assert [(it.kind, str(it.lag)) for it in found] == [
        (LinkKind.FF, "1wd"),
        (LinkKind.FS, "-2wd"),
        (LinkKind.SF, "2d"),
        (LinkKind.SS, "1w"),
        (LinkKind.FS, "1wd"),
    ]


def test_a_summary_task_stands_for_all_that_is_under_it() -> None:
    found = read(
        task(1)
        + task(2, waits(1))
        + task(3, level=2)
        + task(4, level=2)
        + task(5, waits(2))
    )
    pairs = {(it.predecessor, it.successor) for it in found.project.links}
    assert pairs == {("1", "3"), ("1", "4"), ("3", "5"), ("4", "5")}
    assert {it.id for it in found.project.activities} == {"1", "3", "4", "5"}
    assert losses(found) == {"heading-links": 2}


def test_progress() -> None:
    done = one(
        "<PercentComplete>100</PercentComplete>"
        "<ActualStart>2024-01-02T08:00:00</ActualStart>"
        "<ActualFinish>2024-01-03T17:00:00</ActualFinish>"
    )
    begun = one(
        "<PercentComplete>50</PercentComplete><Start>2024-01-02T08:00:00</Start>"
        "<Finish>2024-01-05T17:00:00</Finish>"
        "<RemainingDuration>PT16H0M0S</RemainingDuration>",
        hours=32,
    )
    assert (done.actual_start, done.actual_finish) == (
        day("2024-01-02"),
        day("2024-01-04"),
    )
    assert begun.actual_start == day("2024-01-02")
    assert begun.remaining == parse_duration("2wd")


def test_what_is_reported_after_the_status_date_drops_it() -> None:
    found = read(
        task(1, "<ActualStart>2024-03-01T08:00:00</ActualStart>"),
        before="<StatusDate>2024-02-01T17:00:00</StatusDate>",
    )
    assert found.project.status_date is None
    assert losses(found) == {"status-date": 1}


def test_calendars_with_exceptions_and_tasks_on_them() -> None:
    shift = (
        "<Calendar><UID>2</UID><Name>Weekends</Name><IsBaseCalendar>1</IsBaseCalendar>"
        "<WeekDays>"
        + "".join(
            f"<WeekDay><DayType>{number}</DayType>"
            f"<DayWorking>{int(number in {1, 7})}</DayWorking></WeekDay>"
            for number in range(1, 8)
        )
        + "</WeekDays><Exceptions><Exception><TimePeriod>"
        "<FromDate>2024-01-06T00:00:00</FromDate><ToDate>2024-01-07T23:59:00</ToDate>"
        "</TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>"
        "</Calendar>"
    )
    found = read(
        task(1, "<CalendarUID>2</CalendarUID>", hours=16), calendars=STANDARD + shift
    )
    at = recomputed_document(found)["activities"]["1"]
    assert (at["start"], at["finish"]) == ("2024-01-13", "2024-01-15")


def test_everything_without_a_place_is_told() -> None:
    found = read(
        task(
            1,
            "<Manual>1</Manual><Start>2024-01-02T08:00:00</Start>"
            "<Finish>2024-01-02T17:00:00</Finish><Notes>Mind</Notes>"
            "<Priority>700</Priority><FixedCost>1000</FixedCost><Work>PT8H0M0S</Work>"
            "<Estimated>1</Estimated><Recurring>1</Recurring>"
            "<Stop>2024-01-03T17:00:00</Stop><Resume>2024-01-22T08:00:00</Resume>"
            "<HyperlinkAddress>x</HyperlinkAddress><LevelingDelay>10</LevelingDelay>"
            "<ExtendedAttribute><FieldID>188743731</FieldID><Value>x</Value>"
            "</ExtendedAttribute><OutlineCode/>",
        )
        + task(2, "<Active>0</Active>")
        + task(
            3,
            waits(99) + waits(2) + "<PredecessorLink><CrossProject>1</CrossProject>"
            "</PredecessorLink>",
        ),
        before="<ScheduleFromStart>0</ScheduleFromStart>",
        after="<Resources><Resource><UID>1</UID><Name>Somebody</Name></Resource>"
        "</Resources><Assignments><Assignment><TaskUID>1</TaskUID>"
        "<ResourceUID>1</ResourceUID></Assignment></Assignments>",
    )
    assert losses(found).keys() == {
        *("manual", "notes", "priorities", "costs", "work", "estimated", "recurring"),
        *("splits", "hyperlinks", "levelling", "custom-fields", "outline-codes"),
        *("inactive", "loose-links", "cross-links", "from-finish", "resources"),
        "assignments",
    }
    assert found.project.activities[0].constraint is not None


@pytest.mark.parametrize(
    ("tasks", "kind"),
    [
        ("", "no-tasks"),
        (task(1) + task(1), "repeated-uid"),
        (task(1, "<ConstraintType>9</ConstraintType>"), "bad-constraint"),
        (task(1) + task(2, waits(1, 7)), "bad-link"),
        (task(1, "<Deadline>soon</Deadline>"), "bad-moment"),
        (task(1, "<Deadline>2150-01-01T08:00:00</Deadline>"), "date-out-of-range"),
        (
            task(
                1,
                "<ActualStart>2024-01-01T08:00:00</ActualStart>"
                "<RemainingDuration>P1Y</RemainingDuration>",
            ),
            "bad-amount",
        ),
        (task(1, "<Manual>maybe</Manual>"), "bad-flag"),
        ("<Task><UID>x</UID></Task>", "bad-number"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tasks: str, kind: str) -> None:
    with pytest.raises(NetworkFileError) as caught:
        read(tasks)
    assert kind in {it.kind for it in caught.value.problems}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<Project", "not-xml"),
        (b"<?xml version='1.0' encoding='none'?><Project/>", "not-xml"),
        (b"<html/>", "not-mspdi"),
        (b"<!DOCTYPE Project><Project/>", "has-dtd"),
        (
            b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Project/>",
            "has-dtd",
        ),
    ],
)
def test_what_is_no_project_is_refused(content: bytes, kind: str) -> None:
    with pytest.raises(NetworkFileError) as caught:
        read_project(content, "file.xml")
    assert [it.kind for it in caught.value.problems] == [kind]


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    with pytest.raises(NetworkFileError) as caught:
        read_project(project_file(task(1)), "file.xml", most=100)
    assert caught.value.problems[0].kind == "too-many-bytes"


def test_xml_is_known_by_its_first_sign() -> None:
    assert is_xml(b"\xef\xbb\xbf  <Project/>")
    assert is_xml("<Project/>".encode("utf-16"))
    assert not is_xml(b'{"start": "2024-01-01"}')
