"""Collect the sentences of code and templates into the catalogues.

Sentences in the source are English, so the English catalogue fills itself.
Catalogues are written sorted, without places and times: a change of one shows
nothing but sentences. With --check nothing is written, and it fails where a
catalogue is not what it would be or a sentence has not been translated.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

TOP = Path(__file__).resolve().parent.parent
SOURCE_LANGUAGE = "en"
LANGUAGES = ("nb", "nn", SOURCE_LANGUAGE)
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "_l": None,
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "lazy_pgettext": ((1, "c"), 2),
}
HEADER = """\
# Bølgeplan in {name}.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms};\\n"

"""


def main(arguments: list[str]) -> int:
    """Write the catalogues, or with --check say what is wrong with them."""
    found = extract_sentences()
    faults: list[str] = []
    for language in LANGUAGES:
        path = TOP / "app" / "translations" / language / "LC_MESSAGES" / "messages.po"
        catalogue = update_catalogue(path, language, found)
        if "--check" in arguments:
            faults += find_faults(path, catalogue)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_bytes(catalogue))
    for fault in faults:
        print(f"catalogues: {fault}", file=sys.stderr)
    return 1 if faults else 0


def extract_sentences() -> Catalog:
    """Return every sentence in the files that babel.cfg names."""
    with (TOP / "babel.cfg").open(encoding="utf-8") as file:
        # Babel has types, this function of it has none.
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = Catalog(charset="utf-8")
    for _, _, sentence, comments, context in extract_from_dir(
        TOP, methods, options, KEYWORDS, comment_tags=("Translators:",)
    ):
        found.add(sentence, None, auto_comments=comments, context=context)
    return found


def update_catalogue(path: Path, language: str, found: Catalog) -> Catalog:
    """Return a language's catalogue with the sentences found and no others."""
    catalogue = Catalog(locale=language, charset="utf-8")
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, charset="utf-8")
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    if language == SOURCE_LANGUAGE:
        for message in list_messages(catalogue):
            message.string = message.id
            message.flags.discard("fuzzy")
    return catalogue


def list_messages(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages of a catalogue, its header left out."""
    return (message for message in catalogue if message.id)


def as_bytes(catalogue: Catalog) -> bytes:
    """Return the file of a catalogue; the same for the same sentences."""
    locale = Locale.parse(catalogue.locale)
    header = HEADER.format(
        name=locale.english_name,
        language=locale,
        plural_forms=catalogue.plural_forms.rstrip(";"),
    )
    body = io.BytesIO()
    write_po(body, catalogue, no_location=True, sort_output=True, omit_header=True)
    return header.encode() + body.getvalue().rstrip() + b"\n"


def find_faults(path: Path, catalogue: Catalog) -> Iterator[str]:
    """Yield what is wrong with a catalogue, with the mend."""
    place = path.relative_to(TOP)
    if not path.exists() or path.read_bytes() != as_bytes(catalogue):
        yield f"{place} is not up to date: run `make catalogues`"
    for message in list_messages(catalogue):
        sentence, *_ = as_forms(message.id)
        if message.fuzzy or not all(as_forms(message.string)):
            yield f"{place}: translate {sentence!r} and remove its fuzzy mark"
        for error in message.check(catalogue):
            yield f"{place}: {sentence!r}: {error}"


def as_forms(text: object) -> tuple[object, ...]:
    """Return the plural forms of a text; a text without them is its only form."""
    return tuple(text) if isinstance(text, tuple | list) else (text,)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
