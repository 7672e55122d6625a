"""Pictures of a data set, chosen by class and number or by chance."""

from typing import Final

import numpy as np
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.datasets.browse import DatasetPicture, PictureQuery
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.datasets.loading import user_data_folder
from cnnviz.engine.shown_text import MOST
from cnnviz.pages.convolution.presenters.dataset_glance import SEEN
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.views.source.flyout import Flyout
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import plain_tip, set_names
from cnnviz.ui.picture_choice.dataset_choice import DatasetChoice
from cnnviz.ui.picture_choice.picture_tiles import PictureTiles
from cnnviz.ui.picture_image import pixels_image
from cnnviz.ui.picture_text import class_names, dataset_way_out
from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens

_KEYS: Final = tuple(KNOWN_DATASETS)
_WIDTH: Final = 340
_TILE: Final = 48
_NOTE_HEIGHT: Final = 76
_MOST: Final = 59_999


class DatasetFlyout(Flyout):
    """Choose a data set, a class, and which one; or one at random."""

    _clear_share = 0.32  # one picture after the other is looked at beside it

    def __init__(
        self,
        lab: LabPresenters,
        opener: QAction,
        below: QWidget,
        over: QWidget,
    ) -> None:
        super().__init__(opener, below, over, _NOTE_HEIGHT)
        self._pictures, self._glance = lab.pictures, lab.glance
        self._here: tuple[str, ...] = ("builtin",)
        self._picked: DatasetPicture | None = None
        self._is_reading = False
        self._looks = lab.looks
        self._dataset, self._class = DatasetChoice(_KEYS, self), QComboBox(self)
        self._dataset.render_here(self._here)
        self._place_spin = WholeSpin(self)
        self._place_spin.setRange(0, _MOST)
        self._show, self._other = QPushButton(self), QPushButton(self)
        self._labels = (QLabel(self), QLabel(self), QLabel(self))
        self._tiles = PictureTiles(self, _TILE, QSize(_TILE + 2, _TILE + 2), 6)
        self._tiles.reserve(SEEN)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH)
        grid = self.grid
        fields = (self._dataset, self._class, self._place_spin)
        for row, (label, field) in enumerate(zip(self._labels, fields, strict=True)):
            label.setBuddy(field)
            field.setMinimumHeight(tokens.HIT)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        for column, press in enumerate((self._show, self._other)):
            press.setMinimumHeight(tokens.HIT)
            press.setAutoDefault(True)
            grid.addWidget(press, 3, column)
        grid.addWidget(self._tiles, 4, 0, 1, 2)
        grid.addWidget(self.note, 5, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.opened.connect(self._pictures.look_for_datasets)
        self.opened.connect(self._look)
        self._glance.pictures.arrived.connect(self._on_seen)
        self._tiles.chosen.connect(self._on_tile_chosen)
        self._dataset.looked_for.connect(self._on_looked_for)
        self._looks.seen.connect(self._dataset.show_pictures)
        self._pictures.datasets_found.connect(self._on_datasets_found)
        self._pictures.dataset_picture_taken.connect(self._on_picture_taken)
        self._pictures.loading_finished.connect(self._on_loading_finished)
        self._dataset.currentIndexChanged.connect(self._on_dataset_chosen)
        self._class.currentIndexChanged.connect(self._on_class_chosen)
        self._show.clicked.connect(self._on_show_clicked)
        self._other.clicked.connect(self._on_other_clicked)
        self._place_spin.lineEdit().returnPressed.connect(self._on_show_clicked)

    @override
    def _first_field(self) -> QWidget:
        return self._dataset

    @property
    def _key(self) -> str:
        return _KEYS[self._dataset.currentIndex()]

    @Slot()
    def _on_looked_for(self) -> None:
        self._looks.look(self._dataset.here)

    @Slot()
    def _on_dataset_chosen(self) -> None:
        self._fill_classes()
        self._on_class_chosen()

    @Slot()
    def _on_class_chosen(self) -> None:
        self._picked = None
        with QSignalBlocker(self._place_spin):
            self._place_spin.setValue(0)
        self._look()
        self._render()

    @Slot()
    def _on_show_clicked(self) -> None:
        if self._show.isEnabled():
            self._take(self._place_spin.value())

    @Slot()
    def _on_other_clicked(self) -> None:
        self._take(None)

    def _take(self, place: int | None) -> None:
        wanted = PictureQuery(self._key, self._label, place)
        self._pictures.open_dataset_picture(wanted, class_names(self._key))
        self._is_reading = True  # the first of a large set takes a while
        self._render()

    @Slot()
    def _on_loading_finished(self) -> None:
        self._is_reading = False
        self._render()

    @Slot(int, object)
    def _on_datasets_found(self, _number: int, keys: tuple[str, ...]) -> None:
        self._here = keys
        self._dataset.render_here(keys)
        self._render()

    @Slot(object)
    def _on_picture_taken(self, picked: DatasetPicture) -> None:
        self._picked = picked
        with QSignalBlocker(self._place_spin):
            self._place_spin.setValue(picked.place)
        self._look()
        self._render()

    @property
    def _label(self) -> int | None:
        chosen = self._class.currentIndex() - 1
        return chosen if chosen >= 0 else None

    @Slot()
    def _look(self) -> None:
        """Show the pictures among which the one in the field is."""
        if not self.isVisible():
            return
        if self._key in self._here:
            self._glance.look(self._key, self._label, self._place_spin.value())
        else:
            self._tiles.clear()

    @Slot(object)
    def _on_seen(self, seen: tuple[DatasetPicture, ...]) -> None:
        self._tiles.set_keys(tuple(str(picture.place) for picture in seen))
        names = class_names(self._key)
        for place, picture in enumerate(seen):
            pixels = np.ascontiguousarray(picture.pixels_chw.transpose(1, 2, 0))
            self._tiles.show_picture(place, pixels_image(pixels))
            said = self.tr("Number {place}, class {label}")
            text = said.format(place=picture.place, label=names[picture.label])
            item = self._tiles.item(place)
            item.setData(Qt.ItemDataRole.ToolTipRole, plain_tip(text))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text)

    @Slot(str)
    def _on_tile_chosen(self, place: str) -> None:
        self._take(int(place))

    def _render(self) -> None:
        is_here = self._key in self._here
        self._show.setEnabled(is_here)
        self._other.setEnabled(is_here)
        role = self.palette().ColorRole
        if is_here:
            self.say(self._words(), role.WindowText)
        else:
            self.say(self._way_out(), role.BrightText)

    def _words(self) -> str:
        if self._is_reading:
            return self.tr("Reading the dataset…")
        if self._picked is None:
            return self.tr("Choose a class and a number, or a random picture.")
        text = self.tr("Number {place} of {count}, counted from 0.")
        return text.format(
            place=whole(self._picked.place), count=whole(self._picked.count)
        )

    def _way_out(self) -> str:
        """Say how a data set that is not on this computer can be had."""
        folder = plain(str(user_data_folder()), MOST)
        # Lets the line break between the folders of the path.
        return dataset_way_out(self._key, folder.replace("/", "/\u200b"))

    def _fill_classes(self) -> None:
        now = self._class.currentIndex()
        names = class_names(self._key)
        with QSignalBlocker(self._class):
            self._class.clear()
            self._class.addItems([self.tr("Any"), *names])
            self._class.setCurrentIndex(max(now, 0))

    @override
    def _retranslate(self) -> None:
        self._fill_classes()
        which = self.tr("Which one of that class, counted from 0")
        set_names(self._dataset, "dataset_combo", self.tr("Dataset"))
        set_names(self._class, "class_combo", self.tr("Class"))
        set_names(self._place_spin, "dataset_index_spin", self.tr("Number"), which)
        for label in self._labels:
            label.setText(label.buddy().accessibleName())
        shown = self.tr("Use this picture as the input")
        set_names(self._show, "dataset_show_button", self.tr("Use"), shown)
        chance = self.tr("Choose a random picture of this class")
        set_names(self._other, "dataset_other_button", self.tr("Random"), chance)
        for press in (self._show, self._other):
            press.setText(press.accessibleName())
        tip = self.tr("Choose one to make it the input; arrow keys go on")
        set_names(self._tiles, "dataset_tiles", self.tr("Pictures of the class"), tip)
        self.note.setObjectName("dataset_note")
        self._render()
