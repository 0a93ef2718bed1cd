"""What the apps of a process share: builders of addresses, templates, catalogues.

A test has an app of its own, and making one is compiling, nearly all of it. What is
compiled depends on the text alone, so each text is compiled once: a rule's by what it
is made of, a template's by its checksum, a catalogue's by its file and when that was
last written.
"""

import gettext
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from types import CodeType

from babel import Locale
from babel.support import NullTranslations, Translations
from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.routing import Rule

compile_builder = Rule._compile_builder
DOMAIN = Translations.DEFAULT_DOMAIN

BUILDERS: dict[object, Callable[..., tuple[str, str]]] = {}


def kept_builder(
    rule: Rule, append_unknown: bool = True
) -> Callable[..., tuple[str, str]]:
    """Return what builds the addresses of a rule, which it is given when it does."""
    if rule.defaults:
        return compile_builder(rule, append_unknown)
    key = (rule.rule, tuple(rule._trace), append_unknown)
    if key not in BUILDERS:
        BUILDERS[key] = compile_builder(rule, append_unknown)
    return BUILDERS[key]


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


Rule._compile_builder = kept_builder  # type: ignore[assignment, method-assign]
Translations.load = kept_catalogue  # type: ignore[method-assign, assignment]
COMPILED = CompiledTemplates()
