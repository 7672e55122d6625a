"""What one window is made of, once `app.build` has put it together."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.draw.presenters.classes.own_classes import OwnClassesPresenter
from cnnviz.pages.draw.presenters.draw_presenter import DrawPresenter
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.presenters.network_presenters import NetworkPresenters
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.shell.first_minute.first_minute import FirstMinute
from cnnviz.shell.main_window import MainWindow
from cnnviz.shell.timeline_foot import Moments
from cnnviz.state.current_network import NetworkStore
from cnnviz.state.kept_part import KeptPart
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.preferences import PreferencesStore
from cnnviz.state.workers.torch_warm_up import TorchWarmUp


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """The window and all that works behind it.

    Attributes
    ----------
    root
        Parent of every part that is not a widget.
    window
        The one window; its ``page``, ``show_page`` and actions drive everything.
    pictures, networks
        What the pages share.
    """

    root: QObject
    window: MainWindow
    pictures: PictureStore
    networks: NetworkStore
    undo: QUndoStack
    preferences: PreferencesStore
    picture: PicturePresenter
    lab: LabPresenters
    draw: DrawPresenter
    own: OwnClassesPresenter
    looking: NetworkPresenters
    train: TrainPresenter
    choices: NetworkChoices
    warm_up: TorchWarmUp
    moments: Moments
    first_minute: FirstMinute
    kept_parts: list[KeptPart[Any]] = field(default_factory=list)

    @property
    def walk(self) -> WalkPresenter:
        """The walk on the Convolution page."""
        return self.lab.walk

    @property
    def network(self) -> NetworkPresenter:
        """What is seen of a network on the Network page."""
        return self.looking.network

    def shut_down(self) -> None:
        """End every thread, and wait for each; the window may be gone by then."""
        for part in (
            self.moments.scores,
            self.train,
            self.draw,
            self.own,
            self.looking,
            self.choices,
            self.lab,
            self.picture,
        ):
            part.shut_down()
        self.warm_up.shut_down()
        self.preferences.flush()
