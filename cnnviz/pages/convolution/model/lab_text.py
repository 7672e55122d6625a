"""The text of a lab file, parsed within bounds: a lab is small but for its pictures.

JSON takes many times its own size once it is parsed, and in memory text takes four times
its size for one rare letter in it. So pictures, which are nearly all of a file, are laid
aside unread, and what is left is measured first.
"""

import base64
import json
from dataclasses import dataclass
from typing import Any, Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model import checks

MOST_VALUES: Final = 2_000_000
"""Values of a lab besides its pictures; the largest bank of kernels has half of it."""

MOST_TEXT: Final = 32 * 1024**2
"""Bytes that the largest bank of kernels takes, each number in full, and some more."""

MOST_QUOTES: Final = 100_000
"""Quotation marks of a lab: two for each name of a value, and those of a network's layers."""

_SHORT: Final = 1024**2
"""Bytes of Base64 that may stay: laid aside is what would fill the memory."""

_MARK: Final = "@"
_BASE64: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="


@dataclass(frozen=True, slots=True, eq=False)
class LabText:
    """A parsed file, and the long runs of Base64 that were laid aside.

    Attributes
    ----------
    record
        What the JSON says; in place of a long run stands its number behind a mark.
    laid_aside
        Those runs, as they stand in the file.
    """

    record: Any
    laid_aside: tuple[bytes, ...]

    def bytes_of(self, value: object) -> bytes:
        """Return the bytes that a text of the record stands for.

        Raises
        ------
        TypeError, ValueError
            When it is no text, or not Base64.
        """
        text = checks.exactly(str)(value)
        packed: str | bytes = text
        if text.startswith(_MARK):
            number = int(text.removeprefix(_MARK))
            if not 0 <= number < len(self.laid_aside):
                raise ValueError(text)
            packed = self.laid_aside[number]
        return base64.b64decode(packed, validate=True)


def parse_lab(data: bytes, name: str) -> LabText:
    """Parse the bytes of a lab file; nothing is parsed that is too much for a lab.

    Raises
    ------
    CnnvizError
        ``lab_too_large``.
    ValueError
        When it is not JSON.
    """
    if data.count(b'"') > MOST_QUOTES:
        raise CnnvizError("lab_too_large", file=name)
    parts = data.split(b'"')
    laid_aside: list[bytes] = []
    for place, part in enumerate(parts):
        if len(part) > _SHORT and not part.translate(None, _BASE64):
            parts[place] = f"{_MARK}{len(laid_aside)}".encode()
            laid_aside.append(part)
    values = sum(part.count(sign) for part in parts for sign in (b",", b"[", b"{"))
    if sum(map(len, parts)) > MOST_TEXT or values > MOST_VALUES:
        raise CnnvizError("lab_too_large", file=name)
    try:
        return LabText(json.loads(b'"'.join(parts)), tuple(laid_aside))
    except RecursionError as error:
        raise ValueError("nested too deep") from error
