"""The lab's learned kernels, as of the moment of the run that is looked at."""

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.pages.convolution.model.kernel_tools import shown_plane
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.pages.convolution.model.learned_kernels import fits
from cnnviz.pages.convolution.presenters.learned_kernels_presenter import (
    LearnedKernelsPresenter,
    LearnedState,
)
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.run.kernel_seen import KernelSeen, KernelsSeen
from cnnviz.state.store import Store


class LearnedFollowing(QObject):
    """Give the lab's learned kernels the weights of each moment.

    A kernel follows while the network that classifies is a moment of a run, and when that
    gives way to another with the same name; a network that is chosen for another changes
    no kernel. An undo brings settings back, and the moment stays.

    Attributes
    ----------
    seen
        The learned kernels that are at work.

    Signals
    -------
    taken()
        A kernel that was asked for is at work.
    """

    taken = Signal()

    def __init__(
        self,
        learned: LearnedKernelsPresenter,
        walk: WalkPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._learned, self._walk = learned, walk
        self._is_wanted = False
        self._followed = learned.store.state.current
        settings = walk.settings_store
        self.seen: KernelsSeen = Store(_at_work(settings.state), self)
        learned.store.changed.connect(self._on_kernels_changed)
        settings.changed.connect(self._on_settings_changed)

    @Slot()
    def take(self) -> None:
        """Take the first kernel of the network that classifies, once it is read."""
        self._is_wanted = True
        self._learned.ask()
        self._take_wanted()

    @Slot(object, object)
    def _on_kernels_changed(self, new: LearnedState, _old: LearnedState) -> None:
        if new.kernels is None:
            self._is_wanted = self._is_wanted and new.error is None
            return
        before, self._followed = self._followed, new.current
        if new.current.is_moment or before.is_moment:
            self._walk.commands.follow_learned(new.current.network.name, new.kernels)
        self._take_wanted()

    @Slot(object, object)
    def _on_settings_changed(self, new: LabSettings, _old: LabSettings) -> None:
        """Show the moment's numbers, also of settings of another moment."""
        state = self._learned.store.state
        if new.learned and state.current.is_moment and state.kernels is not None:
            name = state.current.network.name
            self._walk.commands.follow_learned(name, state.kernels)
        self.seen.replace(_at_work(self._walk.settings_store.state))

    def _take_wanted(self) -> None:
        state = self._learned.of_now
        if not self._is_wanted or state is None:
            return
        self._is_wanted = False
        shown = shown_plane(self._walk.store.state)
        layers = state.kernels or ()
        fitting = (layer for layer in layers if fits(layer, shown))
        layer = next(fitting, next(iter(layers), None))
        if layer is not None:
            label = self.tr("Use a learned kernel")
            self._walk.commands.take_learned(layer, label, 0, shown, 0)
            self.taken.emit()


def _at_work(settings: LabSettings) -> tuple[KernelSeen, ...]:
    if settings.operation not in ("convolution", "transposed"):
        return ()
    return tuple(
        KernelSeen(each.network, each.layer, each.kernel)
        for each in settings.learned
        if each.is_in(settings.bank)
    )
