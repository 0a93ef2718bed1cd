"""A date that was turned down: told as a conflict, and mended from there."""

import pytest

from app.conflict_parts import conflict_id
from app.store import results
from planning.conflicts import Kind
from tests.app.proposals.test_proposals import moved, send
from tests.app.reading import hidden, read

__all__ = ["moved"]


def find(client, kind):
    with client.application.app_context():
        found = results.evaluation(results.current_plan()).conflicts
        return next(it for it in found if it.kind is kind)


@pytest.fixture
def rejected(moved):
    assert send(moved, verdict="rejected", reason="Valg").status_code == 303
    return moved


def test_it_stands_among_the_conflicts_with_the_way_back(rejected):
    told = read(rejected, "/conflicts")
    assert "Proposed date rejected" in told
    assert "has rejected the go-live that the plan has: 1 October 2025." in told
    assert "Agreed is April – May 2025 (window), 183 days from it." in told
    way = "Set K13 to 1 April 2025, the first day of the window that is agreed."
    assert f"{way} 8 others in it move along" in told


def test_the_way_back_is_tried_and_taken(rejected):
    id = conflict_id(find(rejected, Kind.PROPOSAL_REJECTED))
    url = f"/conflicts/{id}/mend"
    page = rejected.get(url).text
    assert "This conflict goes away." in page
    sent = {name: hidden(page, name) for name in ("seen", "shown", "back")}
    assert rejected.post(url, data=sent).status_code == 303
    assert "Proposed date rejected" not in read(rejected, "/conflicts")
    assert "No proposal is open" in read(rejected, "/proposals")


def test_a_window_that_was_turned_down_is_told_as_one(english):
    window = {"first": "2025-05-01", "last": "2025-06-30"}
    english.post("/waves/K13/window", data=window)
    typed = {"reason": "Ferie", "day": "2025-08-01"}
    assert send(english, verdict="countered", **typed).status_code == 303
    told = read(english, "/conflicts")
    assert (
        "has asked for go-live on 1 August 2025. The plan has May – June 2025" in told
    )
    assert "(window), 92 days earlier." in told
