"""However a template is edited, its steps stay tied to go-live and the wave."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.evaluate import Evaluation, evaluate
from planning.snapshot import Placing, Template, TemplateActivity, TemplateLink
from planning.template import GoLives
from planning.template import complete_template as complete
from tests.planning.programmes import NUMBER, SOON, TEMPLATE, edge, iso, programme, step

GO_LIVES = GoLives("go-live", "wave-go-live")
LATE = Placing.AS_LATE_AS_POSSIBLE


def with_more(*steps: TemplateActivity, links: tuple[TemplateLink, ...]) -> Template:
    return Template(
        activities=(*TEMPLATE.activities, *steps), links=(*TEMPLATE.links, *links)
    )


def complete_template(template: Template, *, holds_option: bool = True) -> Template:
    return complete(template, GO_LIVES, holds_option=holds_option)


def planned(evaluation: Evaluation, key: str) -> str:
    return iso(evaluation.schedule.activities[f"{NUMBER}.{key}"].start)


def test_a_template_that_lacks_nothing_stays_as_it_is() -> None:
    assert complete_template(TEMPLATE) == TEMPLATE


def test_what_follows_go_live_follows_the_wave_too() -> None:
    template = with_more(
        step("survey", "2w", placing=SOON),
        links=(edge("go-live", "survey", "1mo", "SS"),),
    )

    completed = complete_template(template)

    assert edge("wave-go-live", "survey", "1mo", "SS") in completed.links
    assert completed.links.count(edge("wave-go-live", "command-centre")) == 1


def test_what_nothing_waits_for_is_over_by_go_live() -> None:
    template = with_more(
        step("rehearsal", "1w"), links=(edge("training", "rehearsal"),)
    )

    assert complete_template(template).links[-1] == edge("rehearsal", "go-live")


def test_before_go_live_everything_is_counted_back() -> None:
    template = with_more(step("rehearsal", "1w", placing=SOON), links=())

    assert complete_template(template).activities[-1].placing is LATE


def test_after_go_live_either_placing_holds() -> None:
    template = with_more(
        step("survey", "2w", placing=LATE),
        step("report", "1w", placing=SOON),
        links=(edge("legacy-closed", "survey"), edge("survey", "report")),
    )

    survey, report = complete_template(template).activities[-2:]

    assert (survey.placing, report.placing) == (LATE, SOON)


def test_the_seller_of_the_shares_skips_what_the_option_asks_for() -> None:
    completed = complete_template(TEMPLATE, holds_option=False)

    keys = {it.key for it in completed.activities}
    assert keys == {
        "project-start",
        "training",
        "cutover",
        "go-live",
        "command-centre",
        "legacy-closed",
    }
    assert {link.predecessor for link in completed.links} <= keys | {"wave-go-live"}


def test_a_step_that_only_the_option_waits_for_is_tied_to_go_live_without_it() -> None:
    template = with_more(
        step("maturity", "3w"), links=(edge("maturity", "preproject"),)
    )

    assert complete_template(template).links[-1] != edge("maturity", "go-live")
    completed = complete_template(template, holds_option=False)
    assert completed.links[-1] == edge("maturity", "go-live")


def test_a_link_to_a_step_that_is_not_there_is_left_out() -> None:
    template = Template(
        activities=(step("go-live"),),
        links=(edge("go-live", "gone"), edge("gone", "go-live")),
    )

    assert complete_template(template).links == ()


def test_without_a_go_live_there_is_nothing_to_be_over_by() -> None:
    assert (
        complete_template(Template(activities=(step("training"),), links=())).links
        == ()
    )


@pytest.mark.parametrize("placing", list(Placing))
@given(
    duration=st.sampled_from(["0d", "5wd", "3w", "7mo"]),
    lag=st.sampled_from(["0d", "-2w", "1mo", "10wd", "-1mo"]),
    kind=st.sampled_from(["FS", "SS", "FF", "SF"]),
    others=st.sets(
        st.sampled_from(["go-live", "wave-go-live", "training", "command-centre"])
    ),
)
def test_no_step_after_another_moves_go_live(
    placing: Placing, duration: str, lag: str, kind: str, others: set[str]
) -> None:
    template = with_more(
        step("added", duration, placing=placing),
        links=tuple(edge(other, "added", lag, kind) for other in sorted(others)),
    )
    snapshot = programme()

    evaluation = evaluate(
        replace(snapshot, plan=replace(snapshot.plan, template=template))
    )

    assert planned(evaluation, "go-live") == "2025-04-26"
    assert planned(evaluation, "project-start") == "2023-09-26"
    assert planned(evaluation, "added") > "2023-01-01"
