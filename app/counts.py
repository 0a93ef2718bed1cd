"""Counts in sentences, as people read numbers: 1 149 days, not 1149.

The number that chooses between singular and plural is written as numbers are in the
user's language, wherever a sentence has it. Other numbers are formatted by whoever
puts them in.
"""

from functools import cached_property

from babel import Locale
from babel.support import NullTranslations
from flask_babel import Babel, Domain, get_locale

from app.written import write_number


class CountingDomain(Domain):
    """Sentences whose count is written with its thousands apart."""

    _last: tuple[Locale, NullTranslations] | None = None

    def get_translations(self) -> NullTranslations:
        """The sentences of the language; a page asks for those of one, many times."""
        locale, last = get_locale(), self._last
        if last is not None and last[0] is locale:
            return last[1]
        found: NullTranslations = super().get_translations()
        if locale is not None:
            self._last = (locale, found)
        return found

    def ngettext(
        self, singular: str, plural: str, num: int, **variables: object
    ) -> str:
        """Return the sentence for so many, with the count in it."""
        sentence = str(self.get_translations().ungettext(singular, plural, num))
        told = write_number(num, None, get_locale())
        return sentence.replace("%(num)d", "%(num)s") % {"num": told, **variables}


class CountingBabel(Babel):
    """Flask-Babel with such sentences."""

    @cached_property
    def domain_instance(self) -> CountingDomain:
        """The sentences of the installation."""
        return CountingDomain(domain=self.domain)
