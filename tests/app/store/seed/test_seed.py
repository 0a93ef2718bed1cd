"""Fixtures to rows: the first time, again, and after people have changed things."""

import shutil
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from app.extensions import db
from app.store import database, results
from app.store.errors import FixtureError
from app.store.seed import FIXTURES, seed
from app.store.tables import (
    BudgetLineRow,
    ChangeRow,
    DecisionRow,
    MilestoneRow,
    MoneyFigureRow,
    MunicipalityRow,
    PlacementRow,
    ReportRow,
    SeedRow,
    StatementRow,
    TemplateActivityRow,
    TemplateLinkRow,
    TrustPlacementRow,
    WaveRow,
)
from app.store.undoing import undo
from app.store.writing import writing
from planning.errors import CycleError
from tests.app.store.seed.test_reading import swap
from tests.builders import link_row, wave_row


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FIXTURES, tmp_path / "fixtures")


def count(row) -> int:
    return db.session.scalar(select(func.count()).select_from(row))


def wave(code: str) -> WaveRow | None:
    return db.session.scalar(select(WaveRow).where(WaveRow.code == code))


def test_an_empty_database_gets_everything(empty_url, make_app):
    with make_app(empty_url).app_context():
        database.upgrade()
        seeded = seed()
        assert seeded.inserted["municipality"] == count(MunicipalityRow) == 66
        assert seeded.inserted["placement"] == count(PlacementRow) == 66
        assert seeded.inserted["wave"] == count(WaveRow) == 10
        assert seeded.updated == {}
        assert seeded.changes == sum(seeded.inserted.values()) == count(SeedRow)
        assert results.revision() == 1
        assert count(ChangeRow) == 0


def test_a_second_time_changes_nothing(any_plan):
    before = count(SeedRow)
    seeded = seed()
    assert seeded.changes == 0
    assert seeded.unchanged == before
    assert results.revision() == 1


def test_the_plan_is_the_one_of_november_2023(plan):
    assert (plan.name, plan.kind) == ("current", "current")
    assert results.programme().status_date == date(2023, 11, 30)
    k13 = wave("K13")
    assert (k13.window_first, k13.window_last) == (date(2025, 4, 1), date(2025, 5, 31))
    assert (k13.precision, k13.alias) == ("window", "KI3")
    assert wave("K11").actual_first is None
    assert set(plan.titles) == {"nb", "nn", "en"}


def test_sums_are_kroner(plan):
    assert db.session.get(MoneyFigureRow, "E01").amount == Decimal(18_500_000)
    lines = db.session.scalars(select(BudgetLineRow)).all()
    assert sum(line.budget for line in lines) == 2_400_000
    assert sum(line.revised for line in lines) == 4_000_000


def test_the_seller_of_the_shares_holds_no_option(plan):
    without = db.session.scalars(
        select(MunicipalityRow).where(~MunicipalityRow.holds_option)
    ).all()
    assert [row.number for row in without] == ["5001"]
    assert without[0].provenance["option"]["source"]
    holders = select(TemplateActivityRow.key).where(
        TemplateActivityRow.option_holders_only
    )
    assert {"option-limit", "share-purchase"} <= set(db.session.scalars(holders))


def test_who_is_live_is_reported_as_live(plan):
    live = db.session.scalars(
        select(ReportRow).where(ReportRow.activity == "go-live")
    ).all()
    assert len(live) == 19
    trondheim = next(row for row in live if row.municipality == "5001")
    assert (trondheim.state, trondheim.finish_first) == ("done", date(2022, 5, 7))
    assert trondheim.source


def test_a_council_that_took_up_the_option_is_reported_to_have(plan):
    reports = db.session.scalars(
        select(ReportRow).where(ReportRow.municipality == "1506")
    ).all()
    assert {row.activity for row in reports} == {
        "council-decision",
        "go-live",
        "option-exercised",
    }
    option = next(row for row in reports if row.activity == "option-exercised")
    assert option.finish_last == date(2021, 6, 17)
    decision = db.session.scalar(
        select(DecisionRow).where(DecisionRow.municipality == "1506")
    )
    assert option.source == decision.source


def test_the_two_tracks_of_milestones_have_keys_of_their_own(plan):
    tracks = db.session.execute(select(MilestoneRow.track, MilestoneRow.key)).all()
    assert {key.startswith("gp-") for track, key in tracks if track == "gp"} == {True}
    assert ("programme", "contract") in [tuple(row) for row in tracks]


def test_scopes_are_lists_and_unnamed_trusts_are_in_no_wave(plan):
    statement = db.session.scalar(
        select(StatementRow).where(StatementRow.key == "V001")
    )
    assert statement.scopes == []
    waves = select(TrustPlacementRow.wave_id).where(
        TrustPlacementRow.trust.startswith("unnamed")
    )
    assert set(db.session.scalars(waves)) == {None}


def test_what_the_fixtures_correct_is_brought_up_to_date(any_plan, folder):
    swap(folder, "waves.csv", "2025-05-31", "2025-06-30")
    seeded = seed(folder)
    assert seeded.updated == {"wave": 1}
    assert seeded.inserted == {}
    assert wave("K13").window_last == date(2025, 6, 30)
    assert results.revision() == 2
    assert seed(folder).changes == 0


def test_what_the_fixtures_add_comes_in(plan, folder):
    path = folder / "regions.csv"
    path.write_text(
        path.read_text(encoding="utf-8") + "ny,Nyregionen,,,,assumed,,,\n",
        encoding="utf-8",
    )
    assert seed(folder).inserted == {"region": 1}


def test_a_decision_that_the_fixtures_add_is_not_taken_for_another(plan, folder):
    with (folder / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(
            "1516,2023-05-01,2023-05-31,month,waits,Venter,Ventar,Waits,,,derived,,,\n"
        )
    assert seed(folder).inserted == {"decision": 1}


def test_a_correction_that_is_made_already_is_no_change(plan, folder, office):
    with writing(plan, by=office, what="waves.window-set"):
        wave("K13").window_last = date(2025, 6, 30)
    swap(folder, "waves.csv", "2025-05-31", "2025-06-30")
    assert seed(folder).changes == 0


def test_rows_known_by_their_keys_are_brought_up_to_date(plan, folder):
    swap(folder, "lists.csv", "Kostnadsoverskridelser", "Overskridelser")
    swap(folder, "municipalities.csv", "1516,Ulstein,", "1516,Ulstein kommune,")
    assert seed(folder).updated == {"list_item": 1, "municipality": 1}


def test_without_a_seller_everybody_holds_an_option(plan, folder):
    swap(folder, "programme.csv", "share_seller,5001", "share_seller,")
    seed(folder)
    assert db.session.get(MunicipalityRow, "5001").holds_option


def test_what_people_have_changed_stays(plan, folder, office):
    k13 = wave("K13")
    with writing(plan, by=office, what="waves.window-set"):
        k13.window_last = date(2025, 4, 30)
    swap(folder, "waves.csv", "2025-05-31", "2025-06-30")
    swap(folder, "waves.csv", "April/mai 2025", "April-juni 2025")
    assert seed(folder).updated == {"wave": 1}
    assert wave("K13").window_last == date(2025, 4, 30)
    assert wave("K13").printed == "April-juni 2025"


def test_what_people_have_removed_stays_removed(plan, folder, office):
    step = db.session.scalar(
        select(TemplateActivityRow).where(TemplateActivityRow.key == "training")
    )
    with writing(plan, by=office, what="template.removed"):
        db.session.delete(step)
    assert seed().changes == 0
    swap(folder, "template_activities.csv", "Opplæring,", "Kursing,")
    assert seed(folder).changes == 0
    assert not db.session.scalar(
        select(func.count()).where(TemplateActivityRow.key == "training")
    )


def test_what_people_have_brought_back_is_theirs(plan, folder, office):
    step = db.session.scalar(
        select(TemplateActivityRow).where(TemplateActivityRow.key == "training")
    )
    with writing(plan, by=office, what="template.removed") as write:
        db.session.delete(step)
    undo(write.change, by=office)
    swap(folder, "template_activities.csv", "Opplæring,", "Kursing,")
    assert seed(folder).changes == 0


def test_what_people_made_first_is_not_made_twice(plan, folder, office):
    with writing(plan, by=office, what="waves.added"):
        db.session.add(wave_row(plan.id, "K16", printed="ours"))
    with (folder / "waves.csv").open("a", encoding="utf-8") as file:
        file.write("K16,,11,K,2026-10-01,2026-11-30,window,theirs,,,,,"
                   "slides-programme-status-2023,,assumed,,,,,\n")  # fmt: skip
    seeded = seed(folder)
    assert seeded.changes == 0
    assert wave("K16").printed == "ours"


def test_a_placement_in_a_wave_that_people_removed_is_in_none(plan, folder, office):
    k15, k16 = wave("K15"), wave_row(plan.id)
    with writing(plan, by=office, what="waves.removed"):
        db.session.add(k16)
        db.session.flush()
        for placement in db.session.scalars(
            select(PlacementRow).where(PlacementRow.wave_id == k15.id)
        ):
            placement.wave_id = k16.id
        db.session.flush()
        db.session.delete(k15)
    swap(folder, "placements.csv", "1516,K13,", "1516,K15,")
    assert seed(folder).updated == {"placement": 1}
    ulstein = db.session.scalar(
        select(PlacementRow).where(PlacementRow.municipality == "1516")
    )
    assert ulstein.wave_id is None


def test_a_text_without_room_is_refused_with_its_place(plan, folder):
    swap(folder, "waves.csv", "K13,KI3,", f"K13,{'K' * 21},")
    with pytest.raises(FixtureError) as refused:
        seed(folder)
    (problem,) = refused.value.problems
    assert (problem.file, problem.column, problem.kind) == (
        "waves.csv",
        "alias",
        "too-long",
    )


def test_broken_files_change_nothing(plan, folder):
    swap(folder, "waves.csv", "2025-05-31", "2025-06-30")
    swap(folder, "placements.csv", ",K13,", ",K31,")
    with pytest.raises(FixtureError):
        seed(folder)
    assert wave("K13").window_last == date(2025, 5, 31)
    assert results.revision() == 1


def test_a_plan_that_cannot_be_computed_is_not_kept(plan, folder, office):
    """Each alone is in order; together the two steps wait for each other."""
    with writing(plan, by=office, what="template.linked"):
        db.session.add(link_row(plan.id, "training", "command-centre-planning"))
    links = count(TemplateLinkRow)
    with (folder / "template_links.csv").open("a", encoding="utf-8") as file:
        file.write("command-centre-planning,training,FS,0d,working-days,,,assumed,,,\n")
    with pytest.raises(CycleError):
        seed(folder)
    assert count(TemplateLinkRow) == links
    assert results.revision() == 2
