"""The operations that a window can do at each of its places, a package for each.

All have one face (`Operation`), and so have their steps (`AnyStep`).
"""

from cnnviz.engine.convolution.operations.convolution.operation import Convolution
from cnnviz.engine.convolution.operations.pooling.operation import Pooling
from cnnviz.engine.convolution.operations.protocol import (
    AnyStep,
    Operation,
    Title,
    Traits,
)
from cnnviz.engine.convolution.operations.signal.operation import SignalConvolution
from cnnviz.engine.convolution.operations.transposed.operation import (
    TransposedConvolution,
)

__all__ = [
    "AnyStep",
    "Convolution",
    "Operation",
    "Pooling",
    "SignalConvolution",
    "Title",
    "Traits",
    "TransposedConvolution",
]
