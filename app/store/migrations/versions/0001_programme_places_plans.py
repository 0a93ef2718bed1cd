"""The programme, its places and its plans.

Revision 0001. Everything is written out here: what the declared tables become
later changes nothing about it.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.shapes import (
    actual,
    columns,
    create_table,
    planned,
    provenance,
    texts,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "programme",
    "programme_fact",
    "source",
    "key_figure",
    "list_item",
    "region",
    "trust",
    "municipality",
    "plan",
    "wave",
    "placement",
    "trust_placement",
    "template_activity",
    "template_link",
    "milestone",
    "deadline",
)


def upgrade() -> None:
    _programme()
    _places()
    _plans()
    _templates()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _programme() -> None:
    create_table(
        "programme",
        ("id",),
        columns(sa.Integer(), "id", "revision"),
        texts(name=200),
        columns(sa.Date(), "status_date"),
        columns(sa.Integer(), "price_year", optional=True),
    )
    create_table(
        "programme_fact",
        ("key",),
        texts(key=80, value=400),
        columns(sa.Integer(), "position"),
        provenance(),
    )
    create_table(
        "source",
        ("key",),
        texts(key=80, date_text=200, kind=40, reference=1000, licence=200),
        columns(sa.JSON(), "title"),
    )
    create_table(
        "key_figure",
        ("key",),
        texts(key=80, dated_text=100),
        columns(sa.Integer(), "position", "value"),
        columns(sa.JSON(), "names", "unit"),
        columns(sa.Integer(), "out_of", optional=True),
        columns(sa.Date(), "dated_first", "dated_last", optional=True),
        provenance(),
    )
    create_table(
        "list_item",
        ("kind", "key"),
        texts(kind=40, key=80, parent=80),
        columns(sa.Integer(), "position"),
        columns(sa.JSON(), "names", "texts"),
        provenance(),
    )


def _places() -> None:
    create_table(
        "region",
        ("key",),
        texts(key=80, name=200, sort_key=200, county=80),
        provenance(),
    )
    create_table(
        "trust",
        ("code",),
        texts(code=20, name=200),
        columns(sa.Integer(), "position"),
        actual(),
        provenance(),
    )
    create_table(
        "municipality",
        ("number",),
        texts(
            number=4,
            name=200,
            sort_key=200,
            search_key=200,
            county=80,
            language_form=20,
            centre=200,
        ),
        columns(sa.Integer(), "population", "population_year"),
        columns(sa.Float(), "latitude", "longitude"),
        texts(trust=20, region=80, optional=True),
        columns(sa.Boolean(), "holds_option"),
        columns(sa.JSON(), "provenance"),
        refers={"region": "region.key", "trust": "trust.code"},
    )
    op.create_index("ix_municipality_sort_key", "municipality", ["sort_key"])


def _plans() -> None:
    create_table(
        "plan",
        ("id",),
        columns(sa.Integer(), "id"),
        texts(name=80, kind=20),
        columns(sa.JSON(), "titles"),
        unique=("name",),
        never_again=True,
    )
    create_table(
        "wave",
        ("id",),
        columns(sa.Integer(), "id", "plan_id", "sequence"),
        texts(
            code=20,
            alias=20,
            series=10,
            printed=100,
            actual_source=200,
            actual_reference=1000,
        ),
        columns(sa.Date(), "set_day", optional=True),
        planned(),
        actual(),
        provenance(),
        refers={"plan_id": "plan.id"},
        unique=("plan_id", "code"),
        never_again=True,
    )
    op.create_index("ix_wave_plan_id", "wave", ["plan_id"])
    create_table(
        "placement",
        ("id",),
        columns(sa.Integer(), "id", "plan_id"),
        texts(municipality=4),
        columns(sa.Integer(), "wave_id", optional=True),
        provenance(),
        refers={
            "municipality": "municipality.number",
            "plan_id": "plan.id",
            "wave_id": "wave.id",
        },
        unique=("plan_id", "municipality"),
        never_again=True,
    )
    op.create_index("ix_placement_plan_id", "placement", ["plan_id"])
    op.create_index("ix_placement_wave_id", "placement", ["wave_id"])
    create_table(
        "trust_placement",
        ("id",),
        columns(sa.Integer(), "id", "plan_id"),
        texts(trust=20),
        columns(sa.Integer(), "wave_id", optional=True),
        provenance(),
        refers={"plan_id": "plan.id", "trust": "trust.code", "wave_id": "wave.id"},
        unique=("plan_id", "trust"),
        never_again=True,
    )
    op.create_index("ix_trust_placement_plan_id", "trust_placement", ["plan_id"])


def _templates() -> None:
    create_table(
        "template_activity",
        ("id",),
        columns(sa.Integer(), "id", "plan_id", "position"),
        texts(key=80, phase=20, kind=20, duration=20, placing=10),
        columns(sa.JSON(), "names", "explanation"),
        columns(sa.Boolean(), "option_holders_only"),
        provenance(),
        refers={"plan_id": "plan.id"},
        unique=("plan_id", "key"),
        never_again=True,
    )
    op.create_index("ix_template_activity_plan_id", "template_activity", ["plan_id"])
    create_table(
        "template_link",
        ("id",),
        columns(sa.Integer(), "id", "plan_id"),
        texts(predecessor=80, successor=80, kind=2, lag=20),
        columns(sa.JSON(), "explanation"),
        provenance(),
        refers={"plan_id": "plan.id"},
        unique=("plan_id", "predecessor", "successor", "kind"),
        never_again=True,
    )
    op.create_index("ix_template_link_plan_id", "template_link", ["plan_id"])
    create_table(
        "milestone",
        ("id",),
        columns(sa.Integer(), "id", "plan_id", "position"),
        texts(key=80, track=20, kind=20, printed=100),
        columns(sa.JSON(), "names"),
        texts(after=80, optional=True),
        columns(sa.Boolean(), "is_done"),
        planned(),
        provenance(),
        refers={"plan_id": "plan.id"},
        unique=("plan_id", "key"),
        never_again=True,
    )
    op.create_index("ix_milestone_plan_id", "milestone", ["plan_id"])
    create_table(
        "deadline",
        ("id",),
        columns(sa.Integer(), "id", "plan_id"),
        texts(municipality=4, activity=80),
        columns(sa.Date(), "day"),
        provenance(),
        refers={"municipality": "municipality.number", "plan_id": "plan.id"},
        unique=("plan_id", "municipality", "activity"),
        never_again=True,
    )
    op.create_index("ix_deadline_plan_id", "deadline", ["plan_id"])
