"""Changing the network that the page shows: weights, activations, what is switched off."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Slot

from cnnviz.engine.convolution.activation.kinds import ActivationKind
from cnnviz.engine.networks.changes import with_activation, with_bias
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.pages.network.model.change_state import ChangeState, Weight, change_state
from cnnviz.pages.network.model.open_kernels import (
    ALTERED,
    named_kernel,
    random_kernel,
    with_kernels,
)
from cnnviz.pages.network.presenters.changed_copy import ChangedCopy
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.state.store import Store
from cnnviz.state.workers.changed_file import save_changed
from cnnviz.state.workers.file_writing import FileWriting


class ChangePresenter(QObject):
    """Edit a copy of the network that the page looks at, and write it to a file."""

    def __init__(
        self,
        page: NetworkPresenter,
        copy: ChangedCopy,
        writing: FileWriting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._copy, self._writing = page, copy, writing
        self._strokes = 0
        self._random = np.random.default_rng()
        self.store = Store(ChangeState(copy.current), self)
        page.store.changed.connect(self._on_shown)
        copy.changed.connect(self._on_shown)

    # weights

    def choose(self, kernel: int, row: int, column: int) -> None:
        """Look at another weight of the open map."""
        self._derive((kernel, row, column))

    def choose_part(self, part: int, row: int, column: int) -> None:
        """Look at a weight of a part of the open number."""
        kernels = self.store.state.kernels
        if kernels is not None:
            self.choose(*kernels.index_of(part, row, column))

    def set_weight(self, value: float) -> None:
        """Change the weight that is looked at."""
        self._set_weight(self.store.state.chosen, value, "weight")

    def begin_stroke(self) -> None:
        """Let what is painted from now on be an undo step of its own."""
        self._strokes += 1

    def paint(self, row: int, column: int, value: float) -> None:
        """Change a weight of the kernel that is looked at, in a stroke."""
        place = (self.store.state.chosen[0], row, column)
        self._set_weight(place, value, f"stroke {self._strokes}")

    def set_bias(self, value: float) -> None:
        """Change the bias of the open map."""
        kernels, weights = self.store.state.kernels, self._copy.weights
        if kernels is None or kernels.bias is None or weights is None:
            return
        layer, output = kernels.layer, kernels.output
        network = self._copy.current.network
        changed = with_bias(network, weights, layer, output, value)
        key = f"bias {layer} {output}"
        self._copy.replace(self.tr("Bias"), merge_key=key, weights=changed)

    def use_named(self, key: str) -> None:
        """Put a kernel that has a name in place of the one that is looked at."""
        kernels = self.store.state.kernels
        if kernels is not None:
            kernel_hw = named_kernel(key, kernels.size_hw)
            self._set_kernel(kernel_hw, self.tr("Named kernel"))

    def alter(self, how: str) -> None:
        """Negate, turn or clear the kernel that is looked at."""
        if self.store.state.kernels is not None:
            altered = ALTERED[how](self.store.state.kernel_hw)
            self._set_kernel(altered, self.tr("Kernel"))

    def draw_lots(self) -> None:
        """Let chance make the kernel that is looked at."""
        kernels, weights = self.store.state.kernels, self._copy.weights
        if kernels is not None and weights is not None:
            like = weights[f"{kernels.layer}.weight"]
            made = random_kernel(kernels.size_hw, like, self._random)
            self._set_kernel(made, self.tr("Random kernel"))

    def clear_all(self) -> None:
        """Set all kernels of the open map to 0; its bias stays."""
        kernels = self.store.state.kernels
        if kernels is not None:
            zeros = np.zeros_like(kernels.kernels_khw)
            self._set_kernels(zeros, self.tr("All kernels 0"))

    # what if

    def switch(self, layer: str, channel: int) -> None:
        """Let a map or unit be 0 whatever its layer computes, or count again."""
        off = self._copy.current.switched_off
        switched = off.get(layer, frozenset()) ^ {channel}
        label = self.tr("Switched off") if channel in switched else self.tr("On again")
        kept = {name: maps for name, maps in off.items() if name != layer}
        self._copy.replace(
            label, switched_off={**kept, layer: switched} if switched else kept
        )

    def switch_open(self) -> None:
        """Switch the open map off, or on again; the picture stays as it is."""
        state = self._page.store.state
        if state.place is not None and state.place.layer != PICTURE:
            shown = state.block(state.place.layer).shown
            self.switch(shown, state.place.channel)

    def switch_all_on(self) -> None:
        """Let every map and unit count again."""
        if self._copy.current.switched_off:
            self._copy.replace(self.tr("All on"), switched_off={})

    def use_activation(self, kind: ActivationKind) -> None:
        """Bend the numbers of the open layer in another way."""
        layer = self.store.state.activation
        if layer is not None:
            before = self._copy.current.network
            network = with_activation(before, layer.name, kind)
            if network != before:
                self._copy.replace(self.tr("Activation"), network=network)

    def reset(self) -> None:
        """Go back to the network as it was."""
        self._copy.reset(self.tr("Reset network"))

    def save(self, path: Path) -> None:
        """Write the weights to a file, as they are now."""
        current, weights = self._copy.current, self._copy.weights
        if weights is not None:
            self._writing.write(path, lambda _: save_changed(path, current, weights))

    # steps

    def _set_weight(self, place: Weight, value: float, key: str) -> None:
        kernels = self.store.state.kernels
        if kernels is None or float(kernels.kernels_khw[place]) == np.float32(value):
            return
        changed = kernels.kernels_khw.copy()
        changed[place] = value
        of = f"{key} {kernels.layer} {kernels.output}"
        merge_key = of if key.startswith("stroke") else f"{of} {place}"
        self._set_kernels(changed, self.tr("Weight"), merge_key)

    def _set_kernel(self, kernel_hw: Array, label: str) -> None:
        kernels = self.store.state.kernels
        if kernels is not None:
            changed = kernels.kernels_khw.copy()
            changed[self.store.state.chosen[0]] = kernel_hw
            self._set_kernels(changed, label)

    def _set_kernels(self, kernels_khw: Array, label: str, merge_key: str = "") -> None:
        kernels, weights = self.store.state.kernels, self._copy.weights
        if kernels is not None and weights is not None:
            changed = with_kernels(weights, kernels, kernels_khw)
            self._copy.replace(label, merge_key=merge_key, weights=changed)

    # what can be changed

    @Slot()
    def _on_shown(self) -> None:
        self._derive(self.store.state.chosen)

    def _derive(self, chosen: Weight) -> None:
        """Say what of the open map can be changed."""
        shown, before = self._page.store.state, self.store.state
        current, weights, place = self._copy.current, self._copy.weights, shown.place
        if place is None or weights is None:
            self.store.replace(ChangeState(current))
            return
        block, channel = shown.block(place.layer), place.channel
        same = before.block is block and before.current is current
        if same and (before.channel, before.chosen) == (channel, chosen):
            return
        was = None if before.block is None else (before.block.name, before.channel)
        if was != (block.name, channel):
            chosen = (0, 0, 0)
        made = change_state(current, weights, block, channel, chosen)
        self.store.replace(made)
