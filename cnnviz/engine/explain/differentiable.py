"""A network whose numbers can be asked what they change with: in torch, for gradients.

Importing this module loads no torch; making a `Differentiable` does.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.explain.class_scores import torch_logits_of
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.units import check_layer

if TYPE_CHECKING:
    from torch import Tensor, nn

Floats = NDArray[np.float32]


class Differentiable:
    """The network of a classifier in torch, as after training; for one thread at a time.

    Pictures are float32 here, ``N x C x H x W``, 0 for paper and 1 for full ink, so that
    a gradient is *per pixel of full ink*.

    Parameters
    ----------
    classifier
        Whose network, numbers and switched-off maps these are; nothing is copied.
    """

    def __init__(self, classifier: Classifier) -> None:
        import torch

        from cnnviz.engine.networks.build import build

        self.network = classifier.network
        self._module = build(self.network).eval()
        held = {
            name: torch.from_numpy(classifier.weights[name])
            for name in self._module.state_dict()
        }
        self._module.load_state_dict(held, assign=True)  # the same memory
        self._module.requires_grad_(False)
        for layer, maps in classifier.switched_off.items():
            off = torch.tensor([*maps])
            self._part(layer).register_forward_hook(_switching_off(off))
        means, deviations = np.array(self.network.channel_normalizations, np.float32).T
        self._means = torch.from_numpy(means.reshape(-1, 1, 1).copy())
        self._deviations = torch.from_numpy(deviations.reshape(-1, 1, 1).copy())

    def logits(self, pictures_nchw: "Tensor") -> "Tensor":
        """Return each class's logit, ``N x classes``; see `class_scores`."""
        normalized = (pictures_nchw - self._means) / self._deviations
        return torch_logits_of(self._module(normalized), self.network.answer)

    def slopes(
        self, pictures: NDArray[np.uint8] | Floats, label: int, other: int | None = None
    ) -> Floats:
        """Return the gradient of a class's lead with respect to each pixel.

        Parameters
        ----------
        pictures
            uint8 of `Network.picture_shape` each, or float32 as said above.
        label, other
            Of which class over which other; ``None``: of the class's logit.

        Returns
        -------
        ndarray
            float32, ``N x C x H x W``, per pixel of full ink.
        """
        import torch

        with one_thread():
            batch = torch.from_numpy(self.as_ink(pictures)).requires_grad_()
            lead = _lead(self.logits(batch), label, other).sum()
            (slopes,) = torch.autograd.grad(lead, batch, materialize_grads=True)
        made: Floats = slopes.numpy()
        return made

    def maps_and_slopes(
        self,
        picture: NDArray[np.uint8],
        layer: str,
        label: int,
        other: int | None = None,
    ) -> tuple[Floats, Floats]:
        """Return a layer's maps for one picture, and the gradient of a lead on them.

        Both float32, ``C x H x W`` (or ``N``).

        Raises
        ------
        CnnvizError
            ``layer_unknown``.
        """
        import torch

        check_layer(self.network, layer)
        said: list[Tensor] = []

        def note(_module: object, _read: object, output: "Tensor") -> "Tensor":
            said.append(output)
            return output.clone()  # what comes after may write to its input

        hook = self._part(layer).register_forward_hook(note)
        try:
            with one_thread():
                batch = torch.from_numpy(self.as_ink(picture[np.newaxis]))
                logits = self.logits(batch.requires_grad_())
                lead = _lead(logits[0], label, other)
                (slopes,) = torch.autograd.grad(lead, said[0], materialize_grads=True)
        finally:
            hook.remove()
        return said[0][0].detach().numpy().copy(), slopes[0].numpy().copy()

    def as_ink(self, pictures: NDArray[np.uint8] | Floats) -> Floats:
        """Return pictures as float32 ``N x C x H x W``, 1 for full ink."""
        shaped = pictures.reshape(len(pictures), *self.network.input_chw)
        if shaped.dtype == np.uint8:
            return shaped.astype(np.float32) / np.float32(255)
        return shaped.astype(np.float32)

    def _part(self, layer: str) -> "nn.Module":
        return dict(self._module.named_children())[layer]


@contextmanager
def one_thread() -> Iterator[None]:
    """Let torch compute in the calling thread alone.

    One picture is too little to share: where other threads are at work, waiting for
    each other took a hundred times as long as the arithmetic.
    """
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _lead(logits: "Tensor", label: int, other: int | None) -> "Tensor":
    lead = logits[..., label]
    return lead if other is None else lead - logits[..., other]


def _switching_off(maps: "Tensor") -> "Callable[[object, object, Tensor], Tensor]":
    def hook(_module: object, _read: object, output: "Tensor") -> "Tensor":
        return output.index_fill(1, maps, 0)

    return hook
