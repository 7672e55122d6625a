"""Every setting of the lab by its key, in the order in which the inspector shows them."""

from typing import Final

from cnnviz.pages.convolution.model.fields.convolution import (
    CONVOLUTION,
    GROUPS,
    KERNELS,
)
from cnnviz.pages.convolution.model.fields.field import (
    Change,
    Field,
    Fields,
    Value,
    table,
    translated,
)
from cnnviz.pages.convolution.model.fields.general import AFTER, INPUT
from cnnviz.pages.convolution.model.fields.pooling import POOLING
from cnnviz.pages.convolution.model.fields.signal import SIGNAL
from cnnviz.pages.convolution.model.fields.transposed import TRANSPOSED

__all__ = [
    "FIELDS",
    "Change",
    "Field",
    "Fields",
    "Value",
    "table",
    "translated",
]

FIELDS: Final[Fields] = table(
    *INPUT, *KERNELS, *CONVOLUTION, *GROUPS, *TRANSPOSED, *POOLING, *SIGNAL, *AFTER
)
