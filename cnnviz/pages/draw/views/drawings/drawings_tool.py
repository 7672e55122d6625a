"""What was drawn, as small pictures with what was read, and drawn once more."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QHideEvent, QIcon, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QWidget,
)
from typing_extensions import override

from cnnviz.pages.draw.presenters.drawings.drawings_presenter import (
    DrawingsPresenter,
    Drawn,
)
from cnnviz.pages.draw.views.draw_actions import DrawActions
from cnnviz.pages.draw.views.drawings.replay_bar import ReplayBar
from cnnviz.state.level import set_level
from cnnviz.ui.canvas.ink_image import ink_image
from cnnviz.ui.controls.empty_place import EmptyPlace
from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import sure_percent
from cnnviz.ui.page import Retranslated, plain_tip, set_names
from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens

_SIDE: Final = tokens.ICON_PICTURE
_NUMBER: Final = Qt.ItemDataRole.UserRole


class DrawingsTool(Retranslated):
    """Show all drawings, the newest first; one that is chosen lies on the sheet again."""

    def __init__(
        self,
        presenter: DrawingsPresenter,
        actions: DrawActions,
        open_file: QAction,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("drawings_tool")
        set_level(self, "standard")
        self._presenter = presenter
        self._shown: dict[int, Drawn] = {}
        self._items: dict[int, QListWidgetItem] = {}
        self._say = QLabel(self)
        self._say.setWordWrap(True)
        self._bar = ReplayBar(presenter, actions, self)
        self._list = QListWidget(self)
        self._empty = EmptyPlace("no_drawings", self)
        self._set_up_list()
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._list)
        parts = self._bar, self._say, (self._stack, 1)
        in_column(*parts, gap=tokens.SPACE_M, of=self)
        self._empty.button.clicked.connect(open_file.trigger)
        self._list.itemClicked.connect(self._on_chosen)
        self._list.itemActivated.connect(self._on_chosen)
        presenter.store.changed.connect(self._render)
        self._retranslate()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._presenter.replay.stop()

    def go_back(self) -> bool:
        """Show what is on the sheet again; whether it is being drawn once more."""
        is_shown = self._presenter.replay.is_shown
        self._presenter.replay.stop()
        return is_shown

    def _set_up_list(self) -> None:
        listed = self._list
        listed.setViewMode(QListView.ViewMode.IconMode)
        listed.setMovement(QListView.Movement.Static)
        listed.setResizeMode(QListView.ResizeMode.Adjust)
        listed.setUniformItemSizes(True)
        listed.setIconSize(QSize(tokens.ICON_PICTURE, tokens.ICON_PICTURE))
        line = self.fontMetrics().lineSpacing()
        width = _SIDE + 2 * tokens.SPACE_XXL
        listed.setGridSize(QSize(width, _SIDE + line + tokens.SPACE_XXL))
        listed.setFrameShape(QListWidget.Shape.NoFrame)
        listed.viewport().setAutoFillBackground(False)

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._presenter.bring_back(item.data(_NUMBER))

    @Slot()
    def _render(self) -> None:
        state = self._presenter.store.state
        there = {drawn.number: drawn for drawn in state.drawings}
        for number in self._items.keys() - there.keys():
            self._list.takeItem(self._list.row(self._items.pop(number)))
            del self._shown[number]
        for number, drawn in there.items():
            if self._shown.get(number) is not drawn:
                self._show(drawn)
        current = state.current
        item = None if current is None else self._items.get(current.number)
        if item is None:
            self._list.clearSelection()
        elif item is not self._list.currentItem() or not item.isSelected():
            self._list.setCurrentItem(item)
        self._stack.setCurrentIndex(1 if there else 0)
        self._say.setText(self._said(current) if there else "")

    def _show(self, drawn: Drawn) -> None:
        if (item := self._items.get(drawn.number)) is None:
            item = self._items[drawn.number] = QListWidgetItem()
            item.setData(_NUMBER, drawn.number)
            self._list.insertItem(0, item)
        was = self._shown.get(drawn.number)
        if was is None or was.ink_hw is not drawn.ink_hw:
            self._picture(item, drawn)
        self._shown[drawn.number] = drawn
        self._name(item, drawn)

    def _picture(self, item: QListWidgetItem, drawn: Drawn) -> None:
        ink = QPixmap.fromImage(ink_image(drawn.ink_hw, self.palette()))
        smooth = Qt.TransformationMode.SmoothTransformation
        picture = ink.scaled(2 * _SIDE, 2 * _SIDE, mode=smooth)
        shown = QIcon(picture)
        shown.addPixmap(picture, QIcon.Mode.Selected)  # Qt's own would be tinted
        item.setIcon(shown)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Show all ink on the sheet of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            for number, item in self._items.items():
                self._picture(item, self._shown[number])
        super().changeEvent(event)

    def _name(self, item: QListWidgetItem, drawn: Drawn) -> None:
        read = "–" if drawn.label is None else plain(drawn.label)
        if drawn.share is not None:
            read = f"{read} ({sure_percent(drawn.share)})"
        item.setText("?" if drawn.doubted else read)
        text = self.tr("Drawing {number}, read as {read}. Click to bring it back.")
        if drawn.doubted:
            text = self.tr(
                "Drawing {number}, which does not look like one digit. Click to bring it "
                "back."
            )
        tip = text.format(number=drawn.number, read=read)
        item.setData(Qt.ItemDataRole.ToolTipRole, plain_tip(tip))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, tip)

    def _said(self, current: Drawn | None) -> str:
        if current is not None and current.strokes is None:
            return self.tr(
                "How this drawing was made is not known: it cannot be drawn once more."
            )
        return self.tr(
            "What was drawn since the start, the newest first; it is kept until the "
            "program ends. Click one to bring it back."
        )

    @override
    def _retranslate(self) -> None:
        set_names(
            self._list,
            "drawings_list",
            self.tr("Drawings, newest first"),
            self.tr("Arrow keys choose a drawing, Return brings it back"),
        )
        self._empty.set_words(
            self.tr("What you draw is kept here."),
            self.tr("Draw a digit on the sheet, or open drawings from a file."),
        )
        self._empty.offer(
            self.tr("Open drawings…"), self.tr("Drawings as strokes, from a file")
        )
        for number, item in self._items.items():
            self._name(item, self._shown[number])
        self._render()
