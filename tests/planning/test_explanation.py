"""Chains from a date to the fact that it hangs on."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planning.calendars import norway
from planning.durations import parse_duration
from planning.evaluate import evaluate
from planning.explanation import ChainLink, Explainer, Fact, FactKind, Reason, Side
from planning.snapshot import (
    HealthTrust,
    Placing,
    ProgrammeMilestone,
    ReportState,
    Snapshot,
    Template,
)
from planning.waves import delay_main_project
from tests.chains import find_wrong_chains
from tests.planning.programmes import (
    CODE,
    MILESTONE,
    NUMBER,
    SOON,
    day,
    deadline,
    edge,
    iso,
    programme,
    report,
    step,
    wave,
    window,
)
from tests.planning.random_programmes import programmes

LATE = Placing.AS_LATE_AS_POSSIBLE


def chain(snapshot: Snapshot, id: str) -> list[tuple[str, str, str]]:
    """Each link of a chain: which date, on which day, why."""
    return [
        (link.id, iso(link.start), link.reason.value) for link in links(snapshot, id)
    ]


def links(snapshot: Snapshot, id: str) -> tuple[ChainLink, ...]:
    return Explainer(evaluate(snapshot)).explain(id).chain


def last_fact(snapshot: Snapshot, id: str) -> Fact | None:
    return links(snapshot, id)[-1].fact


def test_a_limit_leads_over_go_live_to_the_date_of_the_wave() -> None:
    snapshot = programme(wave(CODE, window("2025-04-01", "2025-05-31")))

    assert chain(snapshot, f"{NUMBER}.option-limit") == [
        (f"{NUMBER}.option-limit", "2024-04-01", "counted-back"),
        (f"{NUMBER}.go-live", "2025-04-01", "follows-wave"),
        ("wave.K13", "2025-04-01", "fact"),
    ]
    assert links(snapshot, f"{NUMBER}.option-limit")[0].lag == parse_duration("12mo")
    assert last_fact(snapshot, f"{NUMBER}.option-limit") == Fact(
        FactKind.WAVE_DATE, "wave.K13", "go-live"
    )


def test_work_is_counted_back_from_what_comes_after_it() -> None:
    assert chain(programme(), f"{NUMBER}.training") == [
        (f"{NUMBER}.training", "2025-01-22", "counted-back"),
        (f"{NUMBER}.cutover", "2025-04-02", "counted-back"),
        (f"{NUMBER}.go-live", "2025-04-26", "follows-wave"),
        ("wave.K13", "2025-04-26", "fact"),
    ]


def test_what_comes_after_go_live_follows_the_wave() -> None:
    assert chain(programme(), f"{NUMBER}.legacy-closed") == [
        (f"{NUMBER}.legacy-closed", "2025-05-24", "follows"),
        (f"{NUMBER}.command-centre", "2025-04-26", "follows"),
        ("wave.K13", "2025-04-26", "fact"),
    ]


def test_a_named_day_ends_the_chain_of_a_limit_and_of_what_it_governs() -> None:
    snapshot = programme(deadlines=[deadline("option-limit", "2024-03-15")])

    for key in ("option-limit", "option-exercised"):
        (link,) = links(snapshot, f"{NUMBER}.{key}")
        assert iso(link.start) == "2024-03-15"
        assert link.fact == Fact(FactKind.NAMED_DAY, f"{NUMBER}.{key}", "option-limit")


def test_work_with_a_named_day_is_over_by_its_end() -> None:
    snapshot = programme(deadlines=[deadline("cutover", "2025-04-11")])
    (link,) = links(snapshot, f"{NUMBER}.cutover")

    assert iso(link.finish) == "2025-04-12"
    assert link.fact == Fact(FactKind.NAMED_DAY, f"{NUMBER}.cutover", "cutover")


def test_what_is_reported_done_is_a_fact() -> None:
    done = report("option-exercised", ReportState.DONE, finish=window("2023-10-05"))
    snapshot = programme(reports=[done])

    assert last_fact(snapshot, f"{NUMBER}.option-exercised") == Fact(
        FactKind.REPORTED_DONE, f"{NUMBER}.option-exercised", "option-exercised"
    )
    assert [id for id, _day, _why in chain(snapshot, f"{NUMBER}.preproject")] == [
        f"{NUMBER}.preproject",
        f"{NUMBER}.option-exercised",
    ]


def test_what_is_under_way_has_begun_and_goes_on_from_the_status_date() -> None:
    begun = report(
        "training", ReportState.STARTED, start=window("2023-11-20"), remaining="4w"
    )
    (link,) = links(programme(reports=[begun]), f"{NUMBER}.training")

    assert (iso(link.start), iso(link.begin)) == ("2023-11-20", "2023-11-30")
    assert link.fact is not None
    assert link.fact.kind is FactKind.REPORTED_STARTED


def test_a_date_that_is_pushed_ends_in_the_report_that_pushes_it() -> None:
    late = wave(CODE, window("2023-12-10"))
    snapshot = programme(
        late, reports=[report("training", ReportState.NOT_DONE, remaining="10w")]
    )
    found = links(snapshot, f"{NUMBER}.command-centre")

    assert [(it.id, it.side) for it in found] == [
        (f"{NUMBER}.command-centre", Side.PLANNED),
        (f"{NUMBER}.go-live", Side.EARLIEST),
        (f"{NUMBER}.cutover", Side.EARLIEST),
        (f"{NUMBER}.training", Side.EARLIEST),
    ]
    assert found[-1].fact == Fact(
        FactKind.REPORTED_NOT_DONE, f"{NUMBER}.training", "training"
    )


def done_late() -> Snapshot:
    """Training was over two days before the status date, nine days too late."""
    done = report("training", ReportState.DONE, finish=window("2023-11-28"))
    return programme(wave(CODE, window("2023-12-10")), reports=[done])


def test_what_was_done_late_holds_every_later_step() -> None:
    explainer = Explainer(evaluate(done_late()))
    held = explainer.explain_held(f"{NUMBER}.go-live")

    assert held is not None
    assert [(it.id, iso(it.start), it.side) for it in held.chain] == [
        (f"{NUMBER}.go-live", "2023-12-20", Side.EARLIEST),
        (f"{NUMBER}.cutover", "2023-11-29", Side.EARLIEST),
        (f"{NUMBER}.training", "2023-09-20", Side.PLANNED),
    ]
    assert held.chain[-1].fact == Fact(
        FactKind.REPORTED_DONE, f"{NUMBER}.training", "training"
    )
    assert explainer.days_held(explainer.at(f"{NUMBER}.cutover").position) == 9
    # What is done is held by nothing, nor what can be on its planned day.
    for key in ("training", "option-limit"):
        assert explainer.explain_held(f"{NUMBER}.{key}") is None


def test_trusts_go_with_their_wave_or_went_by_themselves() -> None:
    trusts = [
        HealthTrust(code="HMR", wave=CODE),
        HealthTrust(code="STO", actual=window("2022-11-12")),
    ]
    snapshot = programme(trusts=trusts)

    assert [id for id, _day, _why in chain(snapshot, "trust.HMR")] == [
        "trust.HMR",
        "wave.K13",
    ]
    assert last_fact(snapshot, "trust.STO") == Fact(
        FactKind.TRUST_ACTUAL, "trust.STO", "go-live"
    )


def test_dates_of_the_programme_have_their_own_day_or_wait_for_another() -> None:
    first = ProgrammeMilestone(
        key="first", window=window("2024-01-01", "2024-03-31"), is_phase=True
    )
    soon = ProgrammeMilestone(key="soon", window=window("2024-02-01"), after="first")
    over = ProgrammeMilestone(key="over", window=window("2023-01-01"), is_done=True)
    snapshot = programme(milestones=[first, soon, over])

    assert chain(snapshot, "programme.soon") == [
        ("programme.soon", "2024-04-01", "follows"),
        ("programme.first", "2024-01-01", "fact"),
    ]
    for key in ("first", "over"):
        fact = last_fact(snapshot, f"programme.{key}")
        assert fact == Fact(FactKind.MILESTONE, f"programme.{key}", key)


def test_without_go_live_in_the_template_nothing_holds_a_step() -> None:
    template = Template(activities=(step("alone", "2w"),), links=())
    found = links(programme(template=template), f"{NUMBER}.alone")

    assert [it.reason for it in found] == [Reason.FROM_EARLIEST, Reason.FACT]
    assert [it.side for it in found] == [Side.PLANNED, Side.EARLIEST]
    assert found[-1].fact == Fact(FactKind.NOTHING_BEFORE, f"{NUMBER}.alone", "alone")


def test_of_several_ways_the_shortest_is_told_and_every_fact_is_named() -> None:
    # The pre-project takes six months: both lead to the same day.
    named = deadline("preproject-agreed", "2023-10-26")
    explanation = Explainer(evaluate(programme(deadlines=[named]))).explain(
        f"{NUMBER}.preproject-agreed"
    )

    assert [it.id for it in explanation.chain] == [f"{NUMBER}.preproject-agreed"]
    assert [it.kind for it in explanation.facts] == [
        FactKind.NAMED_DAY,
        FactKind.WAVE_DATE,
    ]


def test_what_begins_with_go_live_does_not_hold_it() -> None:
    explainer = Explainer(evaluate(programme()))

    (cause,) = explainer.causes(explainer.at(f"{NUMBER}.go-live"))
    assert cause.reason is Reason.FOLLOWS_WAVE


@given(snapshot=programmes())
def test_every_link_of_every_chain_comes_to_the_day_that_is_shown(
    snapshot: Snapshot,
) -> None:
    assert not find_wrong_chains(evaluate(snapshot))


@st.composite
def templates(draw: st.DrawFn) -> Template:
    """Some steps before and after go-live, tied in every way that there is."""
    units = st.sampled_from(["d", "wd", "w", "mo"])
    keys = [f"step-{number}" for number in range(draw(st.integers(1, 6)))]
    at = draw(st.integers(0, len(keys)))
    order = [*keys[:at], "go-live", *keys[at:]]
    steps = [
        step(key, "0d", kind=MILESTONE)
        if key == "go-live"
        else step(
            key,
            f"{draw(st.integers(0, 9))}{draw(units)}",
            placing=draw(st.sampled_from([SOON, LATE])),
        )
        for key in order
    ]
    links = {}
    for _ in range(draw(st.integers(0, 10))):
        before, after = draw(st.integers(0, at)), draw(st.integers(0, len(order) - 1))
        first, second = sorted((before, after))
        if first != second:
            kind = draw(st.sampled_from(["FS", "SS", "FF", "SF"]))
            lag = f"{draw(st.integers(-5, 12))}{draw(units)}"
            ends = order[first], order[second], kind
            links[ends] = edge(order[first], order[second], lag, kind)
    return Template(activities=tuple(steps), links=tuple(links.values()))


@given(
    template=templates(),
    day_of_wave=st.integers(day("2023-06-01"), day("2028-12-31")),
    state=st.none() | st.sampled_from(list(ReportState)),
)
def test_with_any_template_and_any_day(
    template: Template, day_of_wave: int, state: ReportState | None
) -> None:
    said = [] if state is None else [report("step-0", state)]
    snapshot = programme(
        wave(CODE, window(iso(day_of_wave))), template=template, reports=said
    )

    assert not find_wrong_chains(evaluate(snapshot))


@given(snapshot=programmes(), months=st.integers(1, 12))
def test_after_a_delay_too(snapshot: Snapshot, months: int) -> None:
    by = parse_duration(f"{months}mo")
    delayed = delay_main_project(snapshot.plan, by, calendar=norway())

    assert not find_wrong_chains(evaluate(replace(snapshot, plan=delayed)))
