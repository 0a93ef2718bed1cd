"""What silence is taken for, before and after, and the past of who is live."""

from dataclasses import replace

from planning.compare import Presumed
from planning.comparison_document import comparison_document
from planning.durations import parse_duration
from planning.snapshot import Report, ReportState, Snapshot, Template
from tests.planning.programmes import TEMPLATE, programme, report, wave, window
from tests.planning.test_compare import K13, between, moved


def longer_cutover(weeks: str = "10w") -> Template:
    """The template with a step that takes more time than it did."""
    return replace(
        TEMPLATE,
        activities=tuple(
            replace(it, duration=parse_duration(weeks)) if it.key == "cutover" else it
            for it in TEMPLATE.activities
        ),
    )


def live(template: Template = TEMPLATE, *reports: Report) -> Snapshot:
    """Who went live in April 2023, of which nothing else is reported."""
    happened = window("2023-04-29")
    done = report("go-live", ReportState.DONE, finish=happened)
    return programme(
        wave("K13", happened, actual=happened),
        template=template,
        reports=[done, *reports],
    )


def test_the_past_of_who_is_live_does_not_move() -> None:
    removed = replace(
        TEMPLATE,
        activities=tuple(
            it for it in TEMPLATE.activities if it.key != "command-centre"
        ),
        links=tuple(
            it
            for it in TEMPLATE.links
            if "command-centre" not in {it.predecessor, it.successor}
        ),
    )

    assert between(live(), live(longer_cutover())).moved == ()
    gone = moved(between(live(), live(removed)))
    assert "1516.command-centre" not in gone


def test_what_is_reported_or_ahead_of_who_is_live_moves() -> None:
    done = report("training", ReportState.DONE, finish=window("2023-02-01"))
    longer = replace(
        TEMPLATE,
        activities=tuple(
            replace(it, duration=parse_duration("40w"))
            if it.key == "command-centre"
            else it
            for it in TEMPLATE.activities
        ),
    )

    reported = moved(between(live(), live(TEMPLATE, done)))
    ahead = moved(between(live(), live(longer)))

    assert "1516.training" in reported
    assert set(ahead) == {"1516.command-centre", "1516.legacy-closed"}


def test_what_becomes_presumed_is_counted() -> None:
    soon = wave("K13", window("2023-12-15"))

    comparison = between(programme(K13), programme(soon))

    # Option, training and cutover come to those that were behind already.
    assert comparison.presumed == Presumed(before=3, after=6, new=3)
    document = comparison_document(comparison)
    assert document["presumed"] == {"before": 3, "after": 6, "new": 3}
    back = between(programme(soon), programme(K13))
    assert back.presumed == Presumed(before=6, after=3, new=0)


def test_nothing_is_presumed_of_who_is_live() -> None:
    comparison = between(live(), live())

    assert comparison.presumed == Presumed(before=0, after=0, new=0)
