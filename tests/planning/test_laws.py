"""What holds for every network: laws, and a second reckoning of every date."""

from hypothesis import given

from tests.networks import Given, givens
from tests.planning.reference import Reckoning


@given(givens())
def test_every_date_is_that_of_a_plain_second_reckoning(given: Given) -> None:
    reckoning = Reckoning(given)
    critical = reckoning.critical()

    for id, at in given.schedule().activities.items():
        one = reckoning.all[id]
        assert (at.early_start, at.early_finish) == one.early[0::2], id
        assert (at.late_start, at.late_finish) == one.late[0::2], id
        assert (at.start, at.finish) == one.planned[0::2], id
        assert at.total_float == reckoning.total_float(one) * (not one.done), id
        assert at.free_float == reckoning.free_float(one) * (not one.done), id
        assert (at.presumed, at.done) == (one.presumed, one.done), id
        assert set(at.driven_by) == set(one.drivers), id
        assert at.critical == (id in critical), id
