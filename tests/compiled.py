"""What the apps of a process share: compiled addresses, templates, catalogues, SQL.

A test has an app of its own, and making one is compiling, nearly all of it. What is
compiled depends on the text alone, so each text is compiled once: a rule by its text
and the converters that there are, a template by its checksum, a catalogue by its file
and when that was last written, a statement by the kind of its database.
"""

import gettext
from collections.abc import Iterable
from copy import copy
from functools import lru_cache
from pathlib import Path
from types import CodeType, MethodType
from typing import Any

from babel import Locale
from babel.support import NullTranslations, Translations
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from jinja2.bccache import Bucket, BytecodeCache
from sqlalchemy import Engine, event
from werkzeug.routing import Rule

DOMAIN = Translations.DEFAULT_DOMAIN
COMPILED_OF_A_RULE = (
    "_parts",
    "_trace",
    "_converters",
    "arguments",
    "_build",
    "_build_unknown",
)

compile_rule = Rule.compile
RULES: dict[object, dict[str, Any]] = {}


def compile_rule_once(rule: Rule) -> None:
    """Compile a rule, or take what came of the same one in another app."""
    assert rule.map is not None
    if rule.defaults or rule.subdomain or rule.map.host_matching:
        compile_rule(rule)
        return
    key = (rule.rule, rule.merge_slashes, frozenset(rule.map.converters.items()))
    if key not in RULES:
        compile_rule(rule)
        RULES[key] = {name: getattr(rule, name) for name in COMPILED_OF_A_RULE}
        return
    for name, value in RULES[key].items():
        is_bound = isinstance(value, MethodType)
        taken = MethodType(value.__func__, rule) if is_bound else copy(value)
        setattr(rule, name, taken)


class CompiledTemplates(BytecodeCache):
    """Each template is compiled once, and not anew for the app of each test."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        self._code[bucket.key, bucket.checksum] = bucket.code


def kept_catalogue(
    folder: str, locales: Iterable[Locale], domain: str | None = None
) -> NullTranslations:
    """Return the sentences of a file; an app copies them into its own."""
    file = gettext.find(domain or DOMAIN, folder, [str(it) for it in locales])
    if not file:
        return NullTranslations()
    return read_catalogue(Path(file), domain or DOMAIN, Path(file).stat().st_mtime_ns)


@lru_cache
def read_catalogue(file: Path, domain: str, _written: int) -> Translations:
    """Return what a file held when it was written."""
    with file.open("rb") as opened:
        return Translations(opened, domain)


make_engine = SQLAlchemy._make_engine
ENGINES: dict[tuple[str, ...], Engine] = {}


def make_engine_like_before(
    self: SQLAlchemy, bind_key: str | None, options: dict[str, Any], app: Flask
) -> Engine:
    """Make an engine that takes what the first of its kind has compiled.

    Statements are kept by their dialect, which begins to know its database when the
    first connection is made.
    """
    engine = make_engine(self, bind_key, options, app)
    dialect = engine.dialect
    kind = (dialect.name, dialect.driver, str(options.get("isolation_level")))
    first = ENGINES.get(kind)
    if first is None:

        @event.listens_for(engine, "connect", once=True)
        def know(*_connected: object) -> None:
            ENGINES.setdefault(kind, engine)

        return engine
    engine.dialect = first.dialect
    engine._compiled_cache = first._compiled_cache
    return engine


Rule.compile = compile_rule_once  # type: ignore[assignment, method-assign]
Translations.load = kept_catalogue  # type: ignore[method-assign, assignment]
SQLAlchemy._make_engine = make_engine_like_before  # type: ignore[method-assign]
COMPILED = CompiledTemplates()
