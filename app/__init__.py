"""Bølgeplan: the web app over the planning engine."""

import os
from collections.abc import Mapping
from typing import Any

from flask import Flask
from flask_wtf import CSRFProtect  # type: ignore[import-untyped]  # has no types
from jinja2 import StrictUndefined

from app import (
    access,
    addresses,
    agreed_dates,
    assets,
    config,
    errors,
    filters,
    frame,
    headers,
    how_dated,
    htmx,
    language,
    mending,
    scenario_address,
    sent_text,
    table_files,
)
from app.accessibility import bp as accessibility_bp
from app.accounts.routes import bp as accounts_bp
from app.admin.routes import bp as admin_bp
from app.agreements.routes import bp as agreements_bp
from app.announced.routes import bp as announced_bp
from app.baselines.routes import bp as baselines_bp
from app.capacity.routes import bp as capacity_bp
from app.comparing.routes import bp as comparing_bp
from app.conflicts.routes import bp as conflicts_bp
from app.cost_split.routes import bp as cost_split_bp
from app.dates.routes import bp as dates_bp
from app.deadlines.routes import bp as deadlines_bp
from app.economy.routes import bp as economy_bp
from app.economy_figures.routes import bp as economy_figures_bp
from app.facts.routes import bp as facts_bp
from app.feeds.routes import bp as feeds_bp
from app.files.routes import bp as files_bp
from app.health import bp as health_bp
from app.history.routes import bp as history_bp
from app.letters.routes import bp as letters_bp
from app.meetings.routes import bp as meetings_bp
from app.municipalities.routes import bp as municipalities_bp
from app.options.routes import bp as options_bp
from app.overview.routes import bp as overview_bp
from app.preconditions.routes import bp as preconditions_bp
from app.proposals.routes import bp as proposals_bp
from app.quality.routes import bp as quality_bp
from app.rights.routes import bp as rights_bp
from app.rollout.routes import bp as rollout_bp
from app.scenarios.routes import bp as scenarios_bp
from app.search.routes import bp as search_bp
from app.share_data.routes import bp as share_data_bp
from app.shares.routes import bp as shares_bp
from app.slippage.routes import bp as slippage_bp
from app.store import database, laying
from app.timeline.routes import bp as timeline_bp
from app.waves.mends import MENDERS
from app.waves.replays import REPLAYS
from app.waves.routes import bp as waves_bp

BLUEPRINTS = (
    accessibility_bp,
    accounts_bp,
    admin_bp,
    agreements_bp,
    announced_bp,
    baselines_bp,
    capacity_bp,
    comparing_bp,
    conflicts_bp,
    cost_split_bp,
    dates_bp,
    deadlines_bp,
    economy_bp,
    economy_figures_bp,
    facts_bp,
    feeds_bp,
    files_bp,
    health_bp,
    history_bp,
    letters_bp,
    meetings_bp,
    municipalities_bp,
    options_bp,
    overview_bp,
    preconditions_bp,
    proposals_bp,
    quality_bp,
    rights_bp,
    rollout_bp,
    scenarios_bp,
    search_bp,
    share_data_bp,
    shares_bp,
    slippage_bp,
    timeline_bp,
    waves_bp,
)


def create_app(overrides: Mapping[str, Any] | None = None) -> Flask:
    """Return the app, with its settings overridden by the ones given.

    Raises:
        ConfigError: a setting of the environment can't be used.
    """
    instance = config.instance_folder(os.environ)
    app = Flask(
        __name__,
        instance_path=str(instance),
        static_folder=None,
        template_folder=str(config.TOP / "templates"),
    )
    app.config.from_mapping(config.settings(os.environ, instance))
    app.config.from_mapping(overrides or {})
    if not app.config["SECRET_KEY"]:
        app.config["SECRET_KEY"] = config.secret_key(instance)

    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    addresses.init_app(app)
    for part in (database, language, access, htmx, headers, errors, filters, frame):
        part.init_app(app)
    scenario_address.init_app(app)
    sent_text.init_app(app)
    agreed_dates.init_app(app)
    table_files.init_app(app)
    how_dated.init_app(app)
    CSRFProtect(app)
    assets.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    mending.init_app(app, MENDERS)
    laying.init_app(app, REPLAYS)
    access.check_views(app)
    return app
