"""What can be wished of the lab's settings, each wish one undo step."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.engine.convolution.activations import ActivationKind
from cnnviz.engine.convolution.kernel_transforms import Divisor
from cnnviz.engine.convolution.spec import PaddingMode, Pair
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.kernel_tools import (
    KernelTool,
    ShownPlane,
    with_tool,
)
from cnnviz.pages.convolution.model.lab_settings import (
    MOST_KERNELS,
    LabSettings,
    OperationKind,
    Padding,
    PoolSettings,
    SignalSettings,
    TransposedSettings,
    initial_settings,
    with_bank,
    with_bias,
    with_kernel_size,
    with_learned_bank,
    with_plane,
    with_preset,
    with_weight,
)
from cnnviz.pages.convolution.model.learned_kernels import (
    LearnedLayer,
    all_learned,
    with_learned,
)
from cnnviz.state.lab_input import Colour, ValueRange
from cnnviz.state.store import Store
from cnnviz.state.undo import change


class LabWishes(QObject):
    """Turn wishes about the settings into undo steps.

    Changes of the same field in a row are one step until `end_edit`.

    Signals
    -------
    wished()
        Something is about to be changed by hand: autoplay must yield.
    refused(error)
        A wish cannot be granted, and nothing was changed: a ``CnnvizError``.
    """

    wished = Signal()
    refused = Signal(object)

    def __init__(
        self,
        store: Store[LabSettings],
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._undo = undo
        self._edit = 0
        self._before_sizing: KernelBank | None = None
        self._is_ours = False
        self._rng = np.random.default_rng()
        store.changed.connect(self._on_settings_changed)

    @property
    def settings(self) -> LabSettings:
        """What is asked for now."""
        return self._store.state

    def end_edit(self) -> None:
        """Let the next change be an undo step of its own: the field was left."""
        self._edit += 1
        self._before_sizing = None

    def apply(self, settings: LabSettings, label: str = "") -> None:
        """Take whole settings: a way out of a refusal, or what a file says."""
        self._change(settings, label or self.tr("Mend settings"))

    def reset(self) -> None:
        """Take the settings of the first start; the picture stays."""
        self._change(initial_settings(), self.tr("Reset settings"))

    def choose_operation(self, operation: OperationKind) -> None:
        """Ask for another operation."""
        self._set(self.tr("Choose operation"), operation=operation)

    # the picture

    def set_colour(self, colour: Colour) -> None:
        """Work on grey levels, or on red, green and blue."""
        self._set(self.tr("Change colours"), colour=colour)

    def set_value_range(self, value_range: ValueRange) -> None:
        """Work on another scale."""
        self._set(self.tr("Change value range"), value_range=value_range)

    # kernels

    def choose_kernel(
        self, key: str, output: int = 0, channel: int | None = None
    ) -> None:
        """Take a preset for one kernel, or for one plane of it.

        The bias goes that a learned kernel brought there; one set by hand stays.
        """
        new = with_preset(self.settings, key, output, channel)
        self._change(new, self.tr("Choose kernel"))

    def set_weight(
        self, row: int, column: int, value: float, output: int = 0, channel: int = 0
    ) -> None:
        """Change one number of a kernel."""
        new = with_weight(self.settings, row, column, value, output, channel)
        self._change(new, self.tr("Change kernel number"))

    def paint_weight(
        self, row: int, column: int, value: float, output: int = 0, channel: int = 0
    ) -> None:
        """Change one number of a kernel; a painted stroke is one step (`end_edit`)."""
        new = with_weight(self.settings, row, column, value, output, channel)
        self._change(new, self.tr("Paint kernel"), "paint")

    def set_plane(
        self,
        values_hw: NDArray[np.float32],
        label: str,
        output: int = 0,
        channel: int | None = None,
    ) -> None:
        """Take other numbers for one kernel, or for one plane of it."""
        self._change(with_plane(self.settings, values_hw, output, channel), label)

    def set_bank(
        self, bank: KernelBank, label: str, biases: tuple[float, ...] | None = None
    ) -> None:
        """Take other kernels, and their biases."""
        self._change(with_bank(self.settings, bank, biases), label)

    def set_kernel_size(self, size: Pair) -> None:
        """Ask for another height and width of all kernels."""
        # From the numbers before this edit: who types 15 types 1 first.
        before = self._before_sizing or self.settings.bank
        new = with_kernel_size(replace(self.settings, bank=before), size)
        self._change(new, self.tr("Change kernel size"), "kernel_size")
        self._before_sizing = before

    def set_kernel_count(self, count: int) -> None:
        """Ask for more or fewer kernels: the depth of the output."""
        bank = self.settings.bank.with_outputs(min(max(count, 1), MOST_KERNELS))
        label = self.tr("Change number of kernels")
        self._change(with_bank(self.settings, bank), label, "count")

    def set_planes(self, planes: int) -> None:
        """Give each kernel numbers for so many channels; 1: the same for all."""
        bank = self.settings.bank.with_planes(planes)
        self._change(with_bank(self.settings, bank), self.tr("Kernels by channel"))

    def share_planes(self, plane: int) -> None:
        """Let every input channel meet the numbers of one plane."""
        bank = KernelBank(self.settings.bank.weights_oikk[:, plane : plane + 1])
        self.set_bank(bank, self.tr("Same numbers for every channel"))

    def use_tool(
        self, tool: KernelTool, label: str, output: int = 0, plane: int = 0
    ) -> tuple[Divisor, float] | None:
        """Work on one kernel; return what ``normalise`` divided by, and how much."""
        bank = self.settings.bank
        new, divided = with_tool(bank, tool, output, plane, self._rng)
        self.set_bank(new, label)
        return divided

    def take_learned(
        self,
        layer: LearnedLayer,
        label: str,
        plane: int,
        shown: ShownPlane,
        kernel: int | None = None,
    ) -> None:
        """Take over one kernel of a network, or all those of a layer."""
        bank, biases = self.settings.bank, self.settings.biases
        try:
            if kernel is None:
                new, biases = all_learned(layer, plane, shown)
            else:
                new, biases = with_learned(bank, biases, layer, kernel, plane, shown)
        except CnnvizError as error:
            self.refused.emit(error)
            return
        output = None if kernel is None else shown.output
        taken = with_learned_bank(self.settings, new, biases, output)
        self._change(taken, label)

    # geometry

    def set_stride(self, stride: Pair) -> None:
        """Ask for another stride."""
        self._set(self.tr("Change stride"), "stride", stride=stride)

    def set_padding(self, padding: Padding) -> None:
        """Ask for a named padding or for amounts, two or four."""
        self._set(self.tr("Change padding"), "padding", padding=padding)

    def set_padding_mode(self, mode: PaddingMode) -> None:
        """Ask for other cells around the picture."""
        self._set(self.tr("Change padding mode"), padding_mode=mode)

    def set_dilation(self, dilation: Pair) -> None:
        """Ask for another dilation."""
        self._set(self.tr("Change dilation"), "dilation", dilation=dilation)

    def set_flip(self, flip: bool) -> None:
        """Ask for true convolution, or for what frameworks do."""
        self._set(self.tr("Flip kernel"), flip=flip)

    def set_groups(self, groups: int) -> None:
        """Ask for another number of groups."""
        self._set(self.tr("Change groups"), "groups", groups=groups)

    def make_depthwise(self, channels: int) -> None:
        """Give every input channel a kernel of its own: as many groups as channels.

        The planes of a single kernel become these kernels.
        """
        settings, bank = self.settings, self.settings.bank
        if bank.outputs == 1 and bank.planes == channels:
            bank = KernelBank(np.ascontiguousarray(bank.weights_oikk.swapaxes(0, 1)))
        else:
            times = max(1, round(bank.outputs / channels))
            bank = bank.with_planes(1).with_outputs(channels * times)
        new = replace(with_bank(settings, bank), groups=channels)
        self._change(new, self.tr("Depthwise convolution"))

    # after

    def set_bias(self, bias: float, output: int = 0) -> None:
        """Ask for another bias of one kernel."""
        new = with_bias(self.settings, bias, output)
        self._change(new, self.tr("Change bias"), f"bias-{output}")

    def set_activation(self, activation: ActivationKind) -> None:
        """Ask for another activation."""
        self._set(self.tr("Choose activation"), activation=activation)

    def set_slope(self, slope: float) -> None:
        """Ask for another slope of the leaky ReLU."""
        self._set(self.tr("Change slope"), "slope", slope=slope)

    # the other operations

    def set_transposed(self, transposed: TransposedSettings, field: str) -> None:
        """Ask for another transposed convolution; ``field`` says what was changed."""
        label = self.tr("Change transposed convolution")
        self._set(label, f"transposed-{field}", transposed=transposed)

    def set_pooling(self, pooling: PoolSettings, field: str) -> None:
        """Ask for another pooling; ``field`` says what was changed."""
        self._set(self.tr("Change pooling"), f"pooling-{field}", pooling=pooling)

    def set_signal(self, signal: SignalSettings, field: str) -> None:
        """Ask for another signal, kernel or way; ``field`` says what was changed."""
        self._set(self.tr("Change signal"), f"signal-{field}", signal=signal)

    def _set(self, label: str, field: str = "", **changes: Any) -> None:  # noqa: ANN401 - as replace
        self._change(replace(self.settings, **changes), label, field)

    def _change(self, new: LabSettings, label: str, field: str = "") -> None:
        self.wished.emit()
        if not field:
            self.end_edit()
        key = f"{field}-{self._edit}" if field else ""
        self._is_ours = bool(field)
        change(self._undo, self._store, new, label, merge_key=key)
        self._is_ours = False
        if field != "kernel_size":
            self._before_sizing = None

    @Slot()
    def _on_settings_changed(self) -> None:
        """End an edit that undo, a file or another gesture came between."""
        if not self._is_ours:
            self.end_edit()
