"""Counts in sentences, as people read numbers: 1 149 days, not 1149.

The number that chooses between singular and plural is written as numbers are in the
user's language, wherever a sentence has it. Other numbers are formatted by whoever
puts them in.
"""

from functools import cached_property

from flask_babel import Babel, Domain, format_decimal


class CountingDomain(Domain):
    """Sentences whose count is written with its thousands apart."""

    def ngettext(
        self, singular: str, plural: str, num: int, **variables: object
    ) -> str:
        """Return the sentence for so many, with the count in it."""
        sentence = str(self.get_translations().ungettext(singular, plural, num))
        told = format_decimal(num).replace("-", "\N{MINUS SIGN}")
        return sentence.replace("%(num)d", "%(num)s") % {"num": told, **variables}


class CountingBabel(Babel):
    """Flask-Babel with such sentences."""

    @cached_property
    def domain_instance(self) -> CountingDomain:
        """The sentences of the installation."""
        return CountingDomain(domain=self.domain)
