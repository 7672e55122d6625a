"""Names of networks that were built here: they say of what, in no language."""

import re
from collections.abc import Collection
from itertools import count
from typing import Final

_BUILT: Final = re.compile(r"(?P<first>.+?)-built(-\d+)?")


def built_name(name: str, taken: Collection[str] = ()) -> str:
    """Return a name for a network that is built of another, which none of ``taken`` has.

    Examples
    --------
    >>> built_name("lenet5"), built_name("lenet5-built", {"lenet5-built"})
    ('lenet5-built', 'lenet5-built-2')
    """
    stem = f"{first_name(name) or name}-built"
    names = (stem if n == 1 else f"{stem}-{n}" for n in count(1))
    return next(each for each in names if each not in taken)


def first_name(name: str) -> str:
    """Return the name of what a network was built of; nothing for others.

    Examples
    --------
    >>> first_name("lenet5-built-2"), first_name("lenet5")
    ('lenet5', '')
    """
    found = _BUILT.fullmatch(name)
    return "" if found is None else found["first"]
