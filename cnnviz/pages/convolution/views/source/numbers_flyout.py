"""A grid of numbers as the input: made anew, or pasted."""

from typing import Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.source.flyout import Flyout
from cnnviz.state.picture.number_pictures import Start
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold

_STARTS: Final[tuple[Start, ...]] = ("counting", "zeros", "digits", "picture")
_MOST: Final = 64
_WIDTH: Final = 340
_TEXT_HEIGHT: Final = 110
_NOTE_HEIGHT: Final = 58


class NumbersFlyout(Flyout):
    """Rows, columns and what to begin with; and a field to paste numbers into."""

    def __init__(
        self,
        pictures: PicturePresenter,
        walk: WalkPresenter,
        opener: QAction,
        below: QWidget,
        over: QWidget,
    ) -> None:
        super().__init__(opener, below, over, _NOTE_HEIGHT)
        self._pictures, self._walk = pictures, walk
        self._offered: tuple[int, int] | None = None
        self._error: CnnvizError | None = None
        self._rows, self._columns = WholeSpin(self), WholeSpin(self)
        self._start = QComboBox(self)
        self._make, self._use = QPushButton(self), QPushButton(self)
        self._text = QPlainTextEdit(self)
        self._labels = tuple(QLabel(self) for _ in range(5))
        for spin in (self._rows, self._columns):
            spin.setRange(1, _MOST)
            spin.setValue(6)
        for start in _STARTS:
            self._start.addItem("", start)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        self.setMinimumWidth(_WIDTH)
        grid = self.grid
        headings, rows, columns, start, paste = self._labels
        for heading in (headings, paste):
            heading.setFont(bold(heading.font()))
        fields: tuple[QWidget, ...] = (self._rows, self._columns, self._start)
        for field in (*fields, self._make, self._use):
            field.setMinimumHeight(tokens.HIT)
        for label, field in zip((rows, columns, start), fields, strict=True):
            label.setBuddy(field)
        grid.addWidget(headings, 0, 0, 1, 4)
        for column, part in enumerate((rows, self._rows, columns, self._columns)):
            grid.addWidget(part, 1, column)
        grid.addWidget(start, 2, 0)
        grid.addWidget(self._start, 2, 1, 1, 3)
        grid.addWidget(self._make, 3, 0, 1, 4)
        grid.setRowMinimumHeight(4, 4)
        grid.addWidget(paste, 5, 0, 1, 4)
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._text.setFont(fixed)
        grid.addWidget(self._text, 6, 0, 1, 4)
        grid.addWidget(self.note, 7, 0, 1, 4)
        grid.addWidget(self._use, 8, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def _connect(self) -> None:
        self.opened.connect(self._on_opened)
        self._make.clicked.connect(self._on_make_clicked)
        self._use.clicked.connect(self._on_use_clicked)
        self._text.textChanged.connect(self._on_text_changed)
        self._pictures.numbers_refused.connect(self._on_refused)
        self._pictures.store.changed.connect(self._on_picture_changed)

    @override
    def _first_field(self) -> QWidget:
        return self._rows

    @Slot()
    def _on_opened(self) -> None:
        size_hw = self._pictures.store.state.picture.size_hw
        if max(size_hw) <= _MOST and size_hw != self._offered:
            self._offered = size_hw  # what is typed after it stays
            self._rows.setValue(size_hw[0])
            self._columns.setValue(size_hw[1])

    @Slot()
    def _on_make_clicked(self) -> None:
        settings = self._walk.commands.settings
        self._pictures.make_grid(
            _STARTS[self._start.currentIndex()],
            (self._rows.value(), self._columns.value()),
            settings.colour,
            settings.value_range,
        )

    @Slot()
    def _on_use_clicked(self) -> None:
        self._pictures.paste_numbers(self._text.toPlainText())

    @Slot()
    def _on_text_changed(self) -> None:
        self._error = None
        self._write_note()

    @Slot(object)
    def _on_refused(self, error: CnnvizError) -> None:
        self._error = error
        self._write_note()
        self._text.setFocus()

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, _old: SharedPicture) -> None:
        """Go away once the numbers are the picture: they can be seen, and changed."""
        if self.isVisible() and new.origin == "numbers":
            self.put_away()

    def _write_note(self) -> None:
        role = self.palette().ColorRole
        if self._error is not None:
            self.say(sentence(self._error), role.BrightText)
            return
        text = self.tr(
            "Spaces, tabs, semicolons or commas between numbers. With commas "
            "between, write decimals with a point."
        )
        self.say(text, role.PlaceholderText)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    @override
    def _retranslate(self) -> None:
        texts = (
            self.tr("New grid"),
            self.tr("Rows"),
            self.tr("Columns"),
            self.tr("Fill with"),
            self.tr("Paste numbers"),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        starts = (
            self.tr("0, 1, 2, …"),
            self.tr("zeros"),
            self.tr("random digits, 0 to 9"),
            self.tr("the current picture"),
        )
        for index, text in enumerate(starts):
            self._start.setItemText(index, text)
        set_names(self._rows, "numbers_rows_spin", self.tr("Rows"))
        set_names(self._columns, "numbers_columns_spin", self.tr("Columns"))
        tip = self.tr(
            "What the new cells contain. A larger picture is averaged to fit."
        )
        set_names(self._start, "numbers_start_combo", self.tr("Fill with"), tip)
        make = self.tr("Use this grid as the input; you can then change every cell")
        set_names(self._make, "numbers_make_button", self.tr("Make grid"), make)
        tip = self.tr(
            "One row per line, or lists as in [[1, 0], [0, -1]], as NumPy, "
            "PyTorch, MATLAB, R or a spreadsheet write them"
        )
        set_names(self._text, "numbers_text", self.tr("Paste numbers"), tip)
        use = self.tr("Use the numbers in the field above as the input")
        set_names(self._use, "numbers_use_button", self.tr("Use these numbers"), use)
        self._text.setPlaceholderText("1 0 -1\n2 0 -2\n1 0 -1")
        for press in (self._make, self._use):
            press.setText(press.accessibleName())
        self.note.setObjectName("numbers_note")
        self._write_note()
