"""The numbers that a step can compute in."""

from typing import Final, Literal, get_args

Precision = Literal["float32", "bfloat16"]

PRECISIONS: Final[tuple[Precision, ...]] = get_args(Precision)
