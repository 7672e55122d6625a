"""Facts put into a text, and the words that agree with their number."""

import re
from collections.abc import Callable, Mapping
from numbers import Integral
from typing import Final

from cnnviz.engine.messages.languages import ENGLISH, Language

COUNTED: Final = re.compile(r"\{(\w+)\|([^{}]*)\}")
"""``{count|cell|cells}``: the form that the count takes, one for each of the language."""


def fill(
    template: str,
    facts: Mapping[str, object],
    language: Language = ENGLISH,
    write: Callable[[object], object] | None = None,
) -> str:
    """Return a text with its facts put in.

    Parameters
    ----------
    template
        With ``{name}`` where a fact goes, and ``{name|form|form}`` where a word (or
        more) follows the number of a fact.
    facts
        By name; what is counted is a whole number.
    language
        Of the template: its forms are in the order of the language's rule.
    write
        How a fact is written, e.g. with thousands separators.

    Examples
    --------
    >>> text = "There {n|is|are} {n} {n|kernel|kernels} for {c} {c|channel|channels}."
    >>> fill(text, {"n": 1, "c": 3})
    'There is 1 kernel for 3 channels.'
    """

    def form(found: re.Match[str]) -> str:
        """Return the form of a word for its count."""
        forms = found[2].split("|")
        count = facts[found[1]]
        # A count that is no whole number ("1.5 seconds") takes the last form: "other".
        if isinstance(count, Integral):  # NumPy's whole numbers too
            return forms[language.plural_form(int(count))]
        return forms[-1]

    written = facts
    if write is not None:
        written = {name: write(fact) for name, fact in facts.items()}
    return COUNTED.sub(form, template).format_map(written)
