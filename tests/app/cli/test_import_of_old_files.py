"""A file that the plan has been changed after: whose each change is."""

from dataclasses import replace

import pytest
from flask import Flask

from app.access import Role, User
from app.rollout.commands import add_activity, change_link
from app.rollout.filling import Ends, Step, dependence_of
from app.rollout.queries import list_links
from app.store import results
from app.store.rewinding import find_past
from planning.durations import ZERO, Duration, Unit
from planning.snapshot import ActivityKind, Placing
from tests.app.cli.conftest import Change, Run
from tests.app.exchange.mspdi.editing import edited, put

FIFTEEN = Duration(15, Unit.WORKING_DAYS)
TEXTS = {"nb": "Nytt steg", "en": "New step"}
LONGER = (
    "“Training” depends on “Configuring and testing” in another way, in every"
    " municipality: finish to start and 15 working days instead of finish to start"
)
SINCE = [
    "“New step” was added to the template",
    LONGER,
    "“New step” now depends on “Training” in the template",
]


@pytest.fixture
def old(run: Run, change: Change) -> str:
    """A file of the plan before a link was made longer and a step added."""
    written = run("export", "mspdi", "-o", "-").out
    change(change_template)
    return written


def change_template() -> None:
    plan = results.current_plan()
    user = User(key="her", role=Role.PROGRAMME_OFFICE, name="Her")
    row = next(it for it in list_links(plan) if it.successor == "training")
    change_link(plan, row, replace(dependence_of(row), lag=FIFTEEN), by=user)
    step = Step(
        names=TEXTS,
        duration=ZERO,
        placing=Placing("asap"),
        option_holders_only=False,
        explanation={},
    )
    add_activity(plan, step, ActivityKind.MILESTONE, Ends(after="training"), by=user)


def test_what_the_plan_has_changed_is_told_as_that(run: Run, old: str) -> None:
    answer = run("import", "-", stdin=old)

    assert answer.out.splitlines() == [
        "Changed in the plan after the file was written:",
        *(f"- {line}" for line in SINCE),
        "The file changes nothing in the plan.",
    ]
    document = run("import", "-", "--format", "json", stdin=old).document
    assert document["changed_since"] == SINCE
    assert (document["changes"], document["misfits"]) == ([], [])


def test_what_the_file_changes_is_told_as_its_own(run: Run, old: str) -> None:
    moved = put("ConstraintDate", "2025-06-02T08:00:00")
    content = edited(old, "wave.K13", moved)

    document = run("import", "-", "--format", "json", stdin=content).document

    assert document["changed_since"] == SINCE
    assert [it["kind"] for it in document["changes"]] == ["wave-day"]
    assert not document["would_be_refused"]
    assert run("import", "-", "--apply", stdin=content).status == 0
    again = run("import", "-", "--format", "json", stdin=old).document
    assert again["changed_since"][-1] == (
        "K13 goes live on 2 June 2025 instead of 1 April 2025"
    )


def test_what_both_have_changed_is_still_refused(run: Run, old: str) -> None:
    tasks = old.split("<Task>\n")
    longer = put("LinkLag", "48000")
    content = "<Task>\n".join(
        longer(it) if ".training</Value>" in it else it for it in tasks
    )

    answer = run("import", "-", "--apply", stdin=content)

    assert (answer.status, "changed the same thing" in answer.err) == (1, True)
    told = run("import", "-", stdin=content)
    assert "The file would be refused" in told.err
    ways = "finish to start and 10 working days instead of finish to start and 15"
    assert ways in told.out


def test_an_earlier_plan_is_told_and_nothing_is_written(app: Flask) -> None:
    with app.test_request_context():
        plan = results.current_plan()
        before = results.evaluation(plan)
        revision = before.snapshot.revision
        change_template()
        now = results.revision()
        results.results().forget()

        then = find_past(plan, revision)

        assert then is not None
        assert then.evaluation.snapshot == before.snapshot
        assert then.evaluation.schedule.activities == before.schedule.activities
        assert results.revision() == now
        assert len(list_links(plan)) == len(before.snapshot.plan.template.links) + 1
        assert find_past(plan, now + 1) is None
