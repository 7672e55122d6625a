"""The operations that a window can do at each of its places, all with one face.

Each knows its operands, refuses those that do not fit on construction, and gives the
way of its window (`Sweep`), one step of it, and its whole result.
"""

from cnnviz.engine.convolution.one_dimensional import SignalStep
from cnnviz.engine.convolution.operations.convolution import Convolution
from cnnviz.engine.convolution.operations.pooling import Pooling
from cnnviz.engine.convolution.operations.signal_convolution import SignalConvolution
from cnnviz.engine.convolution.operations.transposed_convolution import (
    TransposedConvolution,
)
from cnnviz.engine.convolution.pool_stepping import PoolStep
from cnnviz.engine.convolution.stepping import Step

__all__ = [
    "AnyStep",
    "Convolution",
    "Operation",
    "Pooling",
    "SignalConvolution",
    "TransposedConvolution",
    "step_total",
]

Operation = Convolution | TransposedConvolution | Pooling | SignalConvolution
AnyStep = Step | PoolStep | SignalStep


def step_total(step: AnyStep) -> float:
    """Return the number that a step makes, before any activation."""
    return step.output if isinstance(step, PoolStep) else step.total
