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
    assert "has rejected the go-live on 1 October 2025" in told
    assert "the day that is agreed. 8 others in it move along" in told


def test_the_way_back_is_tried_and_taken(rejected):
    id = conflict_id(find(rejected, Kind.PROPOSAL_REJECTED))
    url = f"/conflicts/{id}/mend"
    page = rejected.get(url).text
    assert "This conflict goes away." in page
    sent = {name: hidden(page, name) for name in ("seen", "shown", "back")}
    assert rejected.post(url, data=sent).status_code == 303
    assert "Proposed date rejected" not in read(rejected, "/conflicts")
    assert "No proposal is open" in read(rejected, "/proposals")
