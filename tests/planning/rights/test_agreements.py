"""Agreements: which version holds for whom, what is missing, what follows."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendars import norway, to_day
from planning.rights.agreements import (
    Agreement,
    AgreementKind,
    Register,
    Standing,
    can_replace,
    lacking,
)
from planning.rights.chain import Fact, FactKind, Origin, assemble, chain_of
from planning.rights.duties import DutyKind, duties_of
from planning.rights.leaving import Party
from planning.rights.options import OptionRight, OptionState, RightLimit, Trigger

ULSTEIN, FOSEN, TRONDHEIM = "1516", "5054", "5001"
OLD, NEW = 1, 2


def day(text: str) -> int:
    return to_day(date.fromisoformat(text))


TODAY = day("2023-11-30")


def agreement(id: int = OLD, signed: str | None = "2019-03-20", **given) -> Agreement:
    on = None if signed is None else day(signed)
    values = {
        "kind": AgreementKind.COOPERATION,
        "parties": frozenset({ULSTEIN}),
        "signed_first": on,
        "signed_last": on,
        **given,
    }
    return Agreement(id=id, **values)


def happened(kind: FactKind, on: str, *, last: str = "") -> Fact:
    return Fact(municipality=ULSTEIN, kind=kind, first=day(on), last=day(last or on))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, Standing.IN_FORCE),
        ({"signed": None}, Standing.UNDATED),
        ({"signed": None, "valid_from": day("2020-01-01")}, Standing.IN_FORCE),
        ({"valid_from": TODAY}, Standing.IN_FORCE),
        ({"valid_from": TODAY + 1}, Standing.AHEAD),
        ({"valid_to": TODAY}, Standing.IN_FORCE),
        ({"valid_to": TODAY - 1}, Standing.ENDED),
        ({"signed": None, "valid_to": TODAY - 1}, Standing.ENDED),
        (
            {"signed_first": day("2023-01-01"), "signed_last": TODAY + 1},
            Standing.SIGNED,
        ),
        (
            {"signed_first": TODAY, "signed_last": TODAY, "valid_from": TODAY + 1},
            Standing.AHEAD,
        ),
    ],
)
def test_an_agreement_stands_as_its_days_say(given, expected):
    found = agreement(**given)
    assert Register([found]).standing(found, TODAY) is expected


def test_the_newest_version_that_has_begun_holds_for_its_parties():
    old = agreement(parties=frozenset({ULSTEIN, FOSEN}))
    new = agreement(NEW, "2023-01-01", replaces=OLD)
    later = agreement(3, "2024-01-01", replaces=NEW)
    register = Register([later, new, old])
    assert register.in_force(ULSTEIN, TODAY) == (new,)
    assert register.in_force(FOSEN, TODAY) == (old,)
    assert register.standing(old, TODAY) is Standing.IN_FORCE
    assert register.standing(new, TODAY) is Standing.IN_FORCE
    assert register.standing(new, day("2024-01-01")) is Standing.REPLACED
    assert register.versions(new) == (old, new, later)
    assert [it.id for it in can_replace(register, old)] == []
    assert [it.id for it in can_replace(register, later)] == [OLD, NEW]


def test_versions_that_point_at_each_other_end_nothing_for_ever():
    one, other = agreement(OLD, replaces=NEW), agreement(NEW, replaces=OLD)
    register = Register([one, other])
    assert register.older(one) == (other,)
    assert set(register.versions(one)) == {one, other}


def test_a_signature_is_a_fact_of_each_party_and_of_the_first_version_alone():
    old = agreement(parties=frozenset({ULSTEIN}), case_number="12/2019")
    new = agreement(
        NEW, "2023-01-01", replaces=OLD, parties=frozenset({ULSTEIN, FOSEN})
    )
    found = {it.municipality: it for it in Register([old, new]).facts()}
    assert found[ULSTEIN].first == day("2019-03-20")
    assert found[ULSTEIN].case_number == "12/2019"
    assert found[FOSEN].first == day("2023-01-01")
    assert found[FOSEN].kind is FactKind.COOPERATION_ACCEDED
    assert found[FOSEN].origin is Origin.AGREEMENT
    assert not [*Register([agreement(signed=None)]).facts()]


def test_a_fact_that_was_entered_is_told_once_beside_its_agreement():
    entered = happened(FactKind.COOPERATION_ACCEDED, "2019-03-20")
    signed = next(Register([agreement()]).facts())
    decided = Fact(
        municipality=ULSTEIN,
        kind=FactKind.COOPERATION_ACCEDED,
        first=day("2019-03-20"),
        last=day("2019-03-20"),
        origin=Origin.DECISION,
    )
    assert assemble([signed, entered, decided]) == (entered,)
    assert assemble([signed, decided]) == (signed,)


def test_what_a_stage_asks_for_is_missing_until_it_is_in_the_register():
    facts = [
        happened(FactKind.OPTION_AGREEMENT, "2016-01-01", last="2016-12-31"),
        happened(FactKind.SHARES_BOUGHT, "2021-05-01"),
    ]
    state = chain_of(facts, TODAY)
    found = {it.kind: it for it in lacking(Register([]), state, ULSTEIN, TODAY)}
    assert [*found] == [
        AgreementKind.OPTION,
        AgreementKind.COOPERATION,
        AgreementKind.SHAREHOLDERS,
    ]
    assert found[AgreementKind.OPTION].is_told
    assert not found[AgreementKind.COOPERATION].is_told
    assert found[AgreementKind.SHAREHOLDERS].stage is FactKind.SHARES_BOUGHT
    register = Register([agreement()])
    left = {it.kind for it in lacking(register, state, ULSTEIN, TODAY)}
    assert left == {AgreementKind.OPTION, AgreementKind.SHAREHOLDERS}
    before = chain_of(facts, day("2020-01-01"))
    assert len(lacking(Register([]), before, ULSTEIN, day("2020-01-01"))) == 1


def test_the_founder_holds_no_option_and_lacks_none():
    facts = [happened(FactKind.IN_PRODUCTION, "2022-05-07")]
    state = chain_of(facts, TODAY, holds_option=False)
    found = lacking(Register([]), state, TRONDHEIM, TODAY)
    assert [it.kind for it in found] == [AgreementKind.SERVICE]


def test_the_co_operation_agreement_has_one_two_and_three_lengths_of_notice():
    found = agreement(parties=frozenset({ULSTEIN, TRONDHEIM}), has_others=True)
    duties = duties_of(found, TODAY, calendar=norway(), founders={TRONDHEIM})
    notices = {it.party: it for it in duties if it.kind is DutyKind.NOTICE}
    assert {it: notices[it].months for it in notices} == {
        Party.MUNICIPALITY: 12,
        Party.FOUNDER: 36,
        Party.REGIONAL_TRUST: 60,
    }
    assert notices[Party.MUNICIPALITY].day == day("2024-11-30")
    alone = agreement(parties=frozenset({TRONDHEIM}))
    duties_alone = duties_of(alone, TODAY, calendar=norway(), founders={TRONDHEIM})
    assert [it.party for it in duties_alone if it.party] == [Party.FOUNDER]
    joined = duties_of(agreement(), TODAY, calendar=norway(), founders={TRONDHEIM})
    assert [it.party for it in joined if it.party] == [Party.MUNICIPALITY]
    assert all(it.source for it in duties)


def test_what_was_entered_of_notice_and_end_beats_the_clause():
    found = agreement(notice_months=6, valid_to=day("2025-12-31"))
    duties = duties_of(found, TODAY, calendar=norway())
    notice = [it for it in duties if it.kind is DutyKind.NOTICE]
    assert [(it.months, it.source) for it in notice] == [(6, "")]
    assert [it.day for it in duties if it.kind is DutyKind.RENEW] == [found.valid_to]
    ended = duties_of(found, day("2026-01-01"), calendar=norway())
    assert not {DutyKind.RENEW, DutyKind.NOTICE} & {it.kind for it in ended}


def test_a_notice_takes_effect_by_the_end_of_the_agreement_at_the_latest():
    found = agreement(notice_months=6, valid_to=day("2024-05-29"))
    duties = duties_of(found, TODAY, calendar=norway())
    (notice,) = [it for it in duties if it.kind is DutyKind.NOTICE]
    assert (notice.day, notice.is_overtaken) == (found.valid_to, True)
    longer = agreement(notice_months=6, valid_to=day("2024-05-30"))
    duties = duties_of(longer, TODAY, calendar=norway())
    (notice,) = [it for it in duties if it.kind is DutyKind.NOTICE]
    assert (notice.day, notice.is_overtaken) == (longer.valid_to, False)


def test_an_option_has_the_dates_of_the_network():
    limit = RightLimit(
        key="option-limit",
        day=TODAY + 90,
        derived_day=TODAY + 90,
        trigger=Trigger.GO_LIVE,
    )
    option = OptionRight(
        holder=ULSTEIN, state=OptionState.OPEN, today=TODAY, exercise=limit
    )
    found = agreement(kind=AgreementKind.OPTION)
    duties = duties_of(found, TODAY, calendar=norway(), options={ULSTEIN: option})
    exercise = next(it for it in duties if it.kind is DutyKind.EXERCISE)
    assert (exercise.municipality, exercise.day) == (ULSTEIN, TODAY + 90)
    withdraw = next(it for it in duties if it.kind is DutyKind.WITHDRAW)
    assert withdraw.day is None


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.none() | st.integers(0, 400)), max_size=5
    ),
    st.integers(0, 400),
)
def test_of_a_chain_one_version_at_most_holds(versions, today):
    """However the versions overlap, each but the last that has begun is replaced."""
    register = Register(
        [
            agreement(
                number,
                None,
                valid_from=start,
                valid_to=end,
                replaces=number - 1 or None,
            )
            for number, (start, end) in enumerate(versions, 1)
        ]
    )
    held = register.in_force(ULSTEIN, today)
    assert len(held) <= 1
    for it in register.agreements:
        is_held = register.standing(it, today) is Standing.IN_FORCE
        assert is_held == (it in held)
