"""`bolgeplan proposals`: what was proposed, and how it stands."""

from tests.app.cli.conftest import Run


def test_nothing_is_proposed_at_first(run: Run) -> None:
    assert run("proposals", "--format", "json").document == {"proposals": []}
    answer = run("proposals", "--open")
    assert (answer.status, answer.out) == (0, "No proposal is open\n")
