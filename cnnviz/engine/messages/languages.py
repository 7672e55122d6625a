"""The languages that cnnviz speaks, each described once.

To add one: an entry here, and the two translation files that
``packaging/translations.py update`` begins and compiles.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of the window.

    Attributes
    ----------
    key
        ISO 639 and 3166: ``pt_BR``; also the ending of its translation files.
    own_name
        What it calls itself.
    plural_forms
        How many forms a counted word has.
    plural_form
        Which of them a count takes, from 0; after Unicode CLDR's rules for whole
        numbers.
    """

    key: str
    own_name: str
    plural_forms: int
    plural_form: Callable[[int], int]


ENGLISH: Final = Language(
    key="en",
    own_name="English",
    plural_forms=2,
    plural_form=lambda count: int(count != 1),
)
"""The language of the texts in the code: it needs no translation file."""

LANGUAGES: Final = (
    ENGLISH,
    Language(
        key="pt_BR",
        own_name="Português (Brasil)",
        plural_forms=2,
        plural_form=lambda count: int(count not in (0, 1)),
    ),
)


def nearest(key: str) -> Language | None:
    """Return the language of that key, or the first with the key's first part.

    Examples
    --------
    >>> nearest("pt_PT").key, nearest("de")
    ('pt_BR', None)
    """
    name = key.partition("_")[0]
    same = (one for one in LANGUAGES if one.key == key)
    near = (one for one in LANGUAGES if one.key.partition("_")[0] == name)
    return next(same, None) or next(near, None)
