"""Files that nobody should write, and some do: each told by name, none for long."""

import pytest

from app.exchange.checking import NetworkFileError, Problem
from app.exchange.mspdi import read_links
from app.exchange.mspdi.parsing import MPP, is_xml
from app.exchange.mspdi.reading import Read, read_project
from app.exchange.mspdi.recomputed import recomputed_document
from app.exchange.problem_texts import problem_text
from planning.errors import CycleError
from tests.app.exchange.mspdi.files import STANDARD, project_file
from tests.app.exchange.mspdi.test_reading import losses, read, task, waits


def problems(tasks: str, **parts: str) -> list[Problem]:
    with pytest.raises(NetworkFileError) as caught:
        read(tasks, **parts)
    return list(caught.value.problems)


def before(inner: str) -> dict[str, str]:
    return {"before": inner}


@pytest.mark.parametrize(
    ("tasks", "parts", "kind", "place"),
    [
        ("<Task><Name>Dig</Name></Task>", {}, "no-uid", "Project/Task[1] “Dig”"),
        (
            task(1) + task(2, waits(1, lag=99_999_999_999)),
            {},
            "bad-lag",
            "Project/Task[2] “Task 2”/PredecessorLink[1]/LinkLag",
        ),
        (
            task(1, hours=4000) + task(2, waits(1, lag=99_999_999, unit=19)),
            {},
            "bad-lag",
            "Project/Task[2] “Task 2”/PredecessorLink[1]/LinkLag",
        ),
        (
            task(1) + task(2, waits(1, unit=999)),
            {},
            "bad-format",
            "Project/Task[2] “Task 2”/PredecessorLink[1]/LagFormat",
        ),
        (
            task(1, "<DurationFormat>99</DurationFormat>"),
            {},
            "bad-format",
            "Project/Task[1] “Task 1”/DurationFormat",
        ),
        (
            task(1, "<PercentComplete>140</PercentComplete>"),
            {},
            "bad-percent",
            "Project/Task[1] “Task 1”/PercentComplete",
        ),
    ],
)
def test_what_cannot_be_meant_is_told_by_the_name_of_the_task(
    tasks: str, parts: dict[str, str], kind: str, place: str
) -> None:
    assert (kind, place) in [(it.kind, it.place) for it in problems(tasks, **parts)]


@pytest.mark.parametrize(
    ("minutes", "kind", "place"),
    [
        ("-480", "bad-minutes", "Project/MinutesPerDay"),
        ("1", "bad-amount", "Project/Task[1] “Task 1”/Duration"),
    ],
)
def test_a_day_has_as_many_minutes_as_a_day_may_have(
    minutes: str, kind: str, place: str
) -> None:
    content = project_file(task(1, hours=200_000), calendars="")
    content = content.replace(b"Day>480<", f"Day>{minutes}<".encode())
    with pytest.raises(NetworkFileError) as caught:
        read_project(content, "file.xml")
    assert (kind, place) in [(it.kind, it.place) for it in caught.value.problems]


def test_a_calendar_without_a_working_day_is_refused() -> None:
    days = "".join(
        f"<WeekDay><DayType>{day}</DayType><DayWorking>0</DayWorking></WeekDay>"
        for day in range(1, 8)
    )
    never = STANDARD.replace("</Calendar>", f"<WeekDays>{days}</WeekDays></Calendar>")
    (found,) = problems(task(1), calendars=never)
    assert (found.kind, found.values["name"]) == ("no-working-day", "Standard")


def test_more_calendars_than_anybody_has_are_refused() -> None:
    many = "".join(f"<Calendar><UID>{at}</UID></Calendar>" for at in range(60))
    assert [it.kind for it in problems(task(1), calendars=many)] == [
        "too-many-calendars"
    ]


def test_a_file_of_microsoft_project_itself_is_told_as_one() -> None:
    content = MPP + bytes(100)
    assert is_xml(content)
    with pytest.raises(NetworkFileError) as caught:
        read_project(content, "plan.mpp")
    (problem,) = caught.value.problems
    assert problem.kind == "is-mpp"
    assert "XML" in problem_text(problem)


@pytest.mark.parametrize(
    ("tasks", "parts", "kind"),
    [
        (task(1), {"calendars": ""}, "no-calendar"),
        (task(1, "<Manual>1</Manual>"), {}, "manual-dateless"),
        (task(1, "<Contact>Head of roads</Contact>"), {}, "contacts"),
        (
            task(1, "<PhysicalPercentComplete>3</PhysicalPercentComplete>"),
            {},
            "physical-progress",
        ),
        (task(1, "<Baseline><Number>0</Number></Baseline>"), {}, "baselines"),
        (
            task(1),
            before("<CriticalSlackLimit>5</CriticalSlackLimit>"),
            "critical-limit",
        ),
        (task(1) + task(2, waits(1, lag=50, unit=20)), {}, "elapsed-shares"),
        (
            task(1) + task(2, level=2) + task(3, waits(1, lag=50, unit=19)),
            {},
            "heading-shares",
        ),
    ],
)
def test_what_did_not_fit_is_told(tasks: str, parts: dict[str, str], kind: str) -> None:
    assert kind in losses(read(tasks, **parts))


def test_the_tasks_of_a_cycle_are_named() -> None:
    found = read(task(1, waits(2)) + task(2, waits(1)))
    with pytest.raises(CycleError) as caught:
        recomputed_document(found)
    assert caught.value.ids == ("Task 1 (1)", "Task 2 (2)")


def test_a_name_stands_in_one_line_and_has_nothing_unseen() -> None:
    name = "Dig&#10; deep\u202e &lt;b&gt; " + "x" * 900
    found = read(f"<Task><UID>1</UID><Name>{name}</Name></Task>")
    told = found.project.name_of("1")
    assert told.startswith("Dig deep <b> x")
    assert len(told) == 255


def test_headings_that_wait_for_headings_are_read_in_no_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(read_links, "MOST_LINKS", 1000)
    under = "".join(task(at, level=2) for at in range(2, 500))
    links = "".join(waits(1) for _ in range(2000))
    found = problems(task(1) + under + task(900, links))
    assert [it.kind for it in found] == ["too-many-links"]


def test_a_calendar_full_of_long_exceptions_is_read() -> None:
    periods = "".join(
        f"<Exception><TimePeriod><FromDate>{1950 + at % 50}-01-01T00:00:00</FromDate>"
        "<ToDate>2100-12-31T23:59:00</ToDate></TimePeriod>"
        f"<DayWorking>{at % 2}</DayWorking></Exception>"
        for at in range(5000)
    )
    full = STANDARD.replace(
        "</Calendar>", f"<Exceptions>{periods}</Exceptions></Calendar>"
    )
    found: Read = read(task(1), calendars=full)
    assert found.project.activities


def test_the_same_file_may_come_in_any_encoding() -> None:
    content = project_file(task(1)).decode()
    plain = read_project(content.encode(), "file.xml").project.activities
    wide = content.replace("UTF-8", "UTF-16")
    for given in (wide.encode("utf-16"), b"\xef\xbb\xbf" + content.encode()):
        assert is_xml(given)
        assert read_project(given, "file.xml").project.activities == plain
