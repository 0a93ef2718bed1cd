"""What hangs on a date: what moves with it, waits for it or has to happen by it."""

from hypothesis import given

from planning.dependents import Dependent, Hanging, count_moving, find_dependents
from planning.evaluate import Evaluation, evaluate
from planning.explanation import Explainer
from planning.snapshot import HealthTrust, ReportState, Snapshot, Template
from tests.planning.programmes import (
    CODE,
    NUMBER,
    iso,
    programme,
    report,
    step,
    wave,
    window,
)
from tests.planning.random_programmes import programmes


def dependents(evaluation: Evaluation, id: str) -> dict[str, Dependent]:
    return {it.id: it for it in find_dependents(Explainer(evaluation), id)}


def test_the_limits_hang_on_go_live_and_work_waits_for_work() -> None:
    evaluation = evaluate(programme())
    of_go_live = dependents(evaluation, f"{NUMBER}.go-live")

    assert of_go_live[f"{NUMBER}.option-limit"].hanging is Hanging.MOVES
    assert of_go_live[f"{NUMBER}.cutover"].further == 1
    assert of_go_live[f"{NUMBER}.command-centre"].hanging is Hanging.WAITS
    of_training = dependents(evaluation, f"{NUMBER}.training")
    assert of_training[f"{NUMBER}.cutover"].hanging is Hanging.WAITS
    assert of_training[f"{NUMBER}.cutover"].days == 0


def test_a_limit_governs_what_has_to_happen_by_it() -> None:
    evaluation = evaluate(programme())
    found = dependents(evaluation, f"{NUMBER}.option-limit")

    assert list(found) == [f"{NUMBER}.option-exercised"]
    governed = found[f"{NUMBER}.option-exercised"]
    assert (governed.hanging, governed.days) == (Hanging.GOVERNED, 0)


def test_what_is_done_hangs_on_nothing_any_more() -> None:
    done = [
        report("option-exercised", ReportState.DONE, finish=window("2023-10-05")),
        report("cutover", ReportState.DONE, finish=window("2023-11-05")),
    ]
    evaluation = evaluate(programme(reports=done))

    assert not dependents(evaluation, f"{NUMBER}.option-limit")
    assert f"{NUMBER}.cutover" not in dependents(evaluation, f"{NUMBER}.training")
    assert f"{NUMBER}.go-live" not in dependents(evaluation, f"{NUMBER}.cutover")


def test_what_was_done_late_holds_what_waited_for_it() -> None:
    done = report("training", ReportState.DONE, finish=window("2023-11-28"))
    evaluation = evaluate(programme(wave(CODE, window("2023-12-10")), reports=[done]))
    cutover = dependents(evaluation, f"{NUMBER}.training")[f"{NUMBER}.cutover"]

    assert (cutover.hanging, iso(cutover.start)) == (Hanging.HELD, "2023-11-29")
    # Go-live with it, the command centre, and the closing of what was there before.
    assert (cutover.days, cutover.further) == (9, 3)
    assert count_moving(Explainer(evaluation), f"{NUMBER}.training") == 4
    assert count_moving(Explainer(evaluation), f"{NUMBER}.cutover") == 3
    after = dependents(evaluation, f"{NUMBER}.go-live")[f"{NUMBER}.command-centre"]
    assert (after.hanging, after.days) == (Hanging.HELD, 0)
    assert iso(after.start) == "2023-12-20"


def test_everybody_in_a_wave_hangs_on_its_date() -> None:
    placed = ((NUMBER, CODE), ("1517", CODE), ("1554", "K12"))
    waves = wave("K12", window("2024-11-09")), wave(CODE, window("2025-04-26"))
    trusts = [HealthTrust(code="HMR", wave=CODE)]
    evaluation = evaluate(programme(*waves, placed=placed, trusts=trusts))
    found = dependents(evaluation, "wave.K13")

    assert {f"{NUMBER}.go-live", "1517.go-live", "trust.HMR"} <= set(found)
    assert not {id for id in found if id.startswith("1554")}
    assert all(not it.also for it in found.values())
    # Both municipalities with every step of the template, and the trust.
    assert count_moving(Explainer(evaluation), "wave.K13") == 2 * 12 + 1


def test_a_wave_of_which_a_template_has_no_go_live_moves_nobody() -> None:
    template = Template(activities=(step("alone", "2w"),), links=())

    assert not dependents(evaluate(programme(template=template)), "wave.K13")


def test_what_two_things_set_says_so() -> None:
    found = dependents(evaluate(programme()), f"{NUMBER}.go-live")

    assert found[f"{NUMBER}.preproject-agreed"].also == (f"{NUMBER}.preproject",)
    assert found[f"{NUMBER}.option-limit"].also == ()


@given(snapshot=programmes())
def test_what_hangs_on_a_date_says_the_same_in_its_own_chain(
    snapshot: Snapshot,
) -> None:
    evaluation = evaluate(snapshot)
    explainer = Explainer(evaluation)
    for id in evaluation.nodes:
        for it in find_dependents(explainer, id):
            if it.hanging is Hanging.MOVES:
                causes = explainer.causes(explainer.at(it.id))
                assert explainer.at(id) in {cause.neighbour for cause in causes}
            elif it.hanging is Hanging.HELD:
                after = explainer.earliest_of(explainer.at(it.id).position)
                first = explainer.earliest_of(explainer.at(id).position)
                assert first in {at.neighbour for at in explainer.causes(after)}
