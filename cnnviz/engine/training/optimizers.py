"""The optimisers that a run can use, each described once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cnnviz.engine.messages.catalogue import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from torch.nn import Parameter
    from torch.optim import Optimizer as TorchOptimizer

    from cnnviz.engine.training.config import TrainingConfig

CONTEXT: Final = "Optimizers"
"""Translation context of the titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Optimizer:
    """How a gradient changes the weights.

    Attributes
    ----------
    key
        What the command line, model cards and run files call it.
    title
        English name to show; its translation stands in `CONTEXT`.
    default_rate
        A learning rate that suits LeNet-5 and its like.
    has_momentum
        Whether ``TrainingConfig.momentum`` plays a part.
    make
        Return torch's optimiser for some parameters; imports torch when called.
    """

    key: str
    title: str
    default_rate: float
    has_momentum: bool = False
    make: "Callable[[Iterable[Parameter], TrainingConfig], TorchOptimizer]"


# ``fused`` updates all parameters in one pass; every device we offer has it.


def _adam(
    parameters: "Iterable[Parameter]", config: "TrainingConfig"
) -> "TorchOptimizer":
    from torch.optim import Adam

    return Adam(parameters, lr=config.learning_rate, fused=True)


def _sgd(
    parameters: "Iterable[Parameter]", config: "TrainingConfig"
) -> "TorchOptimizer":
    from torch.optim import SGD

    return SGD(
        parameters, lr=config.learning_rate, momentum=config.momentum, fused=True
    )


OPTIMIZERS: Final[Mapping[str, Optimizer]] = MappingProxyType(
    {
        optimizer.key: optimizer
        for optimizer in (
            Optimizer(
                key="adam",
                title=QT_TRANSLATE_NOOP("Optimizers", "Adam"),
                default_rate=0.001,
                make=_adam,
            ),
            Optimizer(
                key="sgd",
                title=QT_TRANSLATE_NOOP("Optimizers", "SGD with momentum"),
                default_rate=0.01,
                has_momentum=True,
                make=_sgd,
            ),
        )
    }
)
