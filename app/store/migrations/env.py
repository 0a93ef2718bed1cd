"""What Alembic runs: on the connection that it is given, else on the app's database."""

from contextlib import nullcontext

from alembic import context
from flask import current_app

from app.extensions import Base
from app.store.engine import changing_tables


def run() -> None:
    """Run the migrations in one transaction, on either database."""
    if context.is_offline_mode():
        raise NotImplementedError("migrations need a database to look at")
    given = context.config.attributes.get("connection")
    engine = None if given is not None else current_app.extensions["migrate"].db.engine
    with (
        nullcontext(given) if engine is None else changing_tables(engine) as connection
    ):
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            compare_type=True,
        )
        context.run_migrations()


run()
