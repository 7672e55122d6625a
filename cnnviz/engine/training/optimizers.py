"""The optimisers that a run can use, each described once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

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
    torch_name
        What torch calls it in ``torch.optim``.
    """

    key: str
    title: str
    default_rate: float
    has_momentum: bool = False
    torch_name: str

    def make(
        self, parameters: "Iterable[Parameter]", config: "TrainingConfig"
    ) -> "TorchOptimizer":
        """Return torch's optimiser for some parameters; imports torch when called."""
        from torch import optim

        momentum = {"momentum": config.momentum} if self.has_momentum else {}
        make = getattr(optim, self.torch_name)
        # ``fused`` updates all parameters in one pass; every device we offer has it.
        made: TorchOptimizer = make(
            parameters, lr=config.learning_rate, fused=True, **momentum
        )
        return made


OPTIMIZERS: Final[Mapping[str, Optimizer]] = MappingProxyType(
    {
        optimizer.key: optimizer
        for optimizer in (
            Optimizer(
                key="adam",
                title=QT_TRANSLATE_NOOP("Optimizers", "Adam"),
                default_rate=0.001,
                torch_name="Adam",
            ),
            Optimizer(
                key="sgd",
                title=QT_TRANSLATE_NOOP("Optimizers", "SGD with momentum"),
                default_rate=0.01,
                has_momentum=True,
                torch_name="SGD",
            ),
        )
    }
)
