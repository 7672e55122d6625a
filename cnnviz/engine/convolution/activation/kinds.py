"""What activations are called in code, files and on the command line."""

from typing import Final, Literal, get_args

ActivationKind = Literal["none", "relu", "leaky_relu", "sigmoid", "tanh", "softmax"]

ACTIVATION_KINDS: Final[tuple[ActivationKind, ...]] = get_args(ActivationKind)
