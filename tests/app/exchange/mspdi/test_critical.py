"""What is critical in a file of a plan: what is on all pages, and nothing past."""

from dataclasses import replace

import pytest
from flask import Flask

from app.exchange.exported import Exported, export_plan
from app.exchange.mspdi.reading import read_project
from app.exchange.mspdi.recomputed import recomputed_document
from app.store import results
from app.store.names import names_for
from planning.evaluate import Evaluation, evaluate_dates
from planning.schedule import CriticalBy
from planning.thresholds import Criticality, Thresholds


def exported(evaluation: Evaluation) -> Exported:
    names = names_for(results.current_plan(), "en")
    return export_plan(evaluation, names, title="Plan")


@pytest.mark.parametrize(
    ("criticality", "limit"),
    [
        (Criticality(), 0),
        (Criticality(critical_by=CriticalBy.FLOAT, critical_float=10), 10),
        (Criticality(critical_by=CriticalBy.LONGEST_PATH, critical_float=10), 0),
    ],
)
def test_a_file_and_the_pages_agree_on_what_is_critical(
    app: Flask, criticality: Criticality, limit: int
) -> None:
    with app.test_request_context():
        snapshot = results.evaluation(results.current_plan()).snapshot
        held = replace(snapshot, thresholds=Thresholds(criticality=criticality))
        evaluation = evaluate_dates(held)
        file = exported(evaluation)
        read = read_project(file.content, "plan.xml")

        document = recomputed_document(read)

    at = evaluation.schedule.activities
    ahead = {id for id in at if at[id].critical and evaluation.is_ahead(id)}
    found = {id for id, it in document["activities"].items() if it["critical"]}
    assert found == ahead
    text = file.content.decode()
    assert f"<CriticalSlackLimit>{limit}</CriticalSlackLimit>" in text
    assert text.count("<Critical>1</Critical>") == len(ahead)
    assert "critical-limit" not in {it.kind for it in read.losses}
    kinds = {it.kind for it in file.losses}
    assert "critical-past" in kinds
    assert ("critical-path" in kinds) is (criticality.critical_by != CriticalBy.FLOAT)
    path = document["critical_path"]
    assert path[-1].endswith(".archive-closed")
    assert set(path) <= found
