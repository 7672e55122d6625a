"""What of the picture is worked on."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from cnnviz.pages.convolution.model.fields import FIELDS, translated
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.fields.editors import ChoiceEditor
from cnnviz.pages.convolution.views.inspector.picture.crop_panel import CropPanel
from cnnviz.pages.convolution.views.inspector.picture.resize_panel import ResizePanel
from cnnviz.state.level import set_level
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import set_tip, set_tips
from cnnviz.ui.picture_text import picture_description
from cnnviz.ui.theme import tokens

_LINES = 2
_COLOUR, _RANGE = FIELDS["colour"], FIELDS["value_range"]


class InputTab(QWidget):
    """What the picture is; its channels and scale; a part of it, another size."""

    def __init__(
        self,
        presenter: WalkPresenter,
        pictures: PicturePresenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._walk = presenter
        self._pictures = pictures
        self._state: LabState | None = None
        self._what = QLabel(self)
        self._colour = ChoiceEditor(_COLOUR, presenter.commands, self)
        self._range = ChoiceEditor(_RANGE, presenter.commands, self)
        self._labels = (QLabel(self), QLabel(self))
        self.crop = CropPanel(self)
        self._resize = ResizePanel(self)
        self._hint = QLabel(self)
        self._lay_out()
        self.crop.crop_requested.connect(pictures.crop)
        self.crop.window_requested.connect(self._on_window_requested)
        self._resize.resize_requested.connect(pictures.resize)
        pictures.store.changed.connect(self._on_picture_changed)

    def _lay_out(self) -> None:
        for label in (self._what, self._hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # Room for a long name: what is below must not jump.
        self._what.setFixedHeight(_LINES * self._what.fontMetrics().lineSpacing())
        self._hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        set_level(self._labels[1], _RANGE.level)
        for label in self._labels:
            label.setMinimumHeight(tokens.HIT)  # beside the middle of its field
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(tokens.SPACE_XS)
        form.addRow(self._labels[0], self._colour)
        form.addRow(self._labels[1], self._range)
        parts = self._what, form, self.crop, self._resize, self._hint
        in_column(*parts, (None, 1), gap=tokens.SPACE_M, of=self)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for."""
        self._state = state
        self._render_picture(self._pictures.store.state)

    def _render_picture(self, shared: SharedPicture) -> None:
        text = picture_description(shared)
        self._what.setText(text)
        set_tip(self._what, text)
        self.crop.render_size(shared.picture.size_hw)
        self._resize.render_size(shared.picture.size_hw)
        if self._state is not None:
            self._render_choices(shared, self._state)

    def _render_choices(self, shared: SharedPicture, state: LabState) -> None:
        typed, grey = shared.numbers_chw is not None, shared.picture.is_grey
        settings = state.settings
        # Of a grey picture there is nothing but grey, whatever was chosen before.
        colour = "grey" if grey else "rgb" if typed else settings.colour
        scale = None if typed else settings.value_range  # none: "as typed"
        for combo, key, enabled, tip in (
            (self._colour, colour, not grey and not typed, self._colour_tip(shared)),
            (self._range, scale, not typed, self._range_tip(shared)),
        ):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(-1 if key is None else combo.findData(key))
            combo.setEnabled(enabled)
            set_tips(combo, tip)
            combo.setAccessibleDescription("" if enabled else tip)

    def _colour_tip(self, shared: SharedPicture) -> str:
        if shared.numbers_chw is not None:
            return self.tr("Typed numbers are taken as they are")
        if shared.picture.is_grey:
            return self.tr(
                "The picture is grey: it has one channel. Open one in colour for "
                "red, green and blue"
            )
        return translated(_COLOUR.meaning)

    def _range_tip(self, shared: SharedPicture) -> str:
        if shared.numbers_chw is not None:
            return self.tr("Typed numbers are used as they are, without a scale")
        return translated(_RANGE.meaning)

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, _old: SharedPicture) -> None:
        self._render_picture(new)

    @Slot()
    def _on_window_requested(self) -> None:
        walk = self._walk.store.state.walk  # where it is now: it may be walking
        if walk is not None:
            self.crop.fill_around(walk.geometry, walk.cell)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._labels[0].setText(translated(_COLOUR.label))
        self._labels[1].setText(translated(_RANGE.label))
        self._colour.retranslate()
        self._range.retranslate()
        self._range.setPlaceholderText(self.tr("as typed"))
        self._what.setObjectName("picture_description")
        self._hint.setText(
            self.tr("Double-click a cell of the input, or press E, to type its number.")
        )
        self.crop.retranslate()
        self._resize.retranslate()
        self._render_picture(self._pictures.store.state)
