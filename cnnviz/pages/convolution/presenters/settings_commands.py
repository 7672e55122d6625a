"""Commands that change the lab's settings, each one undo step."""

from dataclasses import replace
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.engine.convolution.kernel_transforms import Divisor
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.fields import FIELDS, Fields, Value, translated
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.kernel_tools import (
    KernelTool,
    ShownPlane,
    with_tool,
)
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    initial_settings,
    with_bank,
    with_bias,
    with_preset,
    with_weight,
)
from cnnviz.pages.convolution.model.learned_kernels import (
    LearnedLayer,
    as_learned_by,
    with_all_learned,
    with_learned,
)
from cnnviz.state.store import Store
from cnnviz.state.undo import change

PAGE: Final = "convolution"
"""The page that undo goes to."""


class SettingsCommands(QObject):
    """Change the settings by undo steps.

    Changes of the same number in a row are one step until `end_edit`, or until the
    settings are changed by anything else: an undo, a file, another field.

    Signals
    -------
    about_to_change()
        Something is about to be changed by hand: autoplay must yield.
    rejected(error)
        A command cannot be carried out, and nothing was changed: a ``CnnvizError``.
    """

    about_to_change = Signal()
    rejected = Signal(object)

    def __init__(
        self,
        store: Store[LabSettings],
        undo: QUndoStack,
        parent: QObject | None = None,
        fields: Fields = FIELDS,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._undo = undo
        self._fields = fields
        self._edit = 0
        self._edited = ""
        self._before_edit = store.state
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
        self._edited = ""

    def apply(self, settings: LabSettings, label: str = "") -> None:
        """Take whole settings: a fix, or other numbers of a kernel."""
        self._change(settings, label or self.tr("Fix settings"))

    def set(self, key: str, value: Value) -> None:
        """Set one field, perhaps to what is impossible; numbers in a row are one step."""
        field = self._fields[key]
        # From the settings before this edit: who types 15 types 1 first.
        begun = self._before_edit if self._edited == key else self.settings
        merges = field.kind not in ("choice", "flag")
        new = field.set(begun, value)
        self._change(new, translated(field.undo), key if merges else "")
        if merges:
            self._edited, self._before_edit = key, begun

    def reset(self) -> None:
        """Take the settings of the first start; the picture stays."""
        self._change(initial_settings(), self.tr("Reset settings"))

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

    def set_planes(self, planes: int) -> None:
        """Give each kernel numbers for so many channels; 1: the same for all."""
        bank = self.settings.bank.with_planes(planes)
        self._change(
            with_bank(self.settings, bank), self.tr("Use a kernel per channel")
        )

    def share_planes(self, plane: int) -> None:
        """Let every input channel meet the numbers of one plane."""
        bank = KernelBank(self.settings.bank.weights_oikk[:, plane : plane + 1])
        label = self.tr("Use the same numbers for every channel")
        self._change(with_bank(self.settings, bank), label)

    def use_tool(
        self, tool: KernelTool, label: str, output: int = 0, plane: int = 0
    ) -> tuple[Divisor, float] | None:
        """Work on one kernel; return what ``normalise`` divided by, and how much."""
        bank = self.settings.bank
        new, divided = with_tool(bank, tool, output, plane, self._rng)
        self._change(with_bank(self.settings, new), label)
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
        try:
            if kernel is None:
                new = with_all_learned(self.settings, layer, plane, shown)
            else:
                new = with_learned(self.settings, layer, kernel, plane, shown)
        except CnnvizError as error:
            self.rejected.emit(error)
        else:
            self._change(new, label)

    def follow_learned(self, network: str, kernels: tuple[LearnedLayer, ...]) -> None:
        """Let the learned kernels be those of a moment: time is no undo step."""
        new = as_learned_by(self.settings, network, kernels)
        was_ours, self._is_ours = self._is_ours, True
        self._store.replace(new)
        self._is_ours = was_ours

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
        self._change(new, self.tr("Use depthwise convolution"))

    def set_bias(self, bias: float, output: int = 0) -> None:
        """Ask for another bias of one kernel."""
        new = with_bias(self.settings, bias, output)
        self._change(new, self.tr("Change bias"), f"bias-{output}")

    def _change(self, new: LabSettings, label: str, key: str = "") -> None:
        self.about_to_change.emit()
        if key != self._edited or not key:
            self.end_edit()
        merge_key = f"{key}-{self._edit}" if key else ""
        self._edited, self._is_ours = key, True
        change(self._undo, self._store, new, label, merge_key=merge_key, page=PAGE)
        self._is_ours = False

    @Slot()
    def _on_settings_changed(self) -> None:
        """End an edit that an undo, a file or another gesture came between."""
        if not self._is_ours:
            self.end_edit()
