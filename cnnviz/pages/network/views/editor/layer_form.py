"""The settings of the chosen layer: its name, what it reads, and those of its kind."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from cnnviz.pages.network.model.draft_check import CheckedLayer
from cnnviz.pages.network.model.layer_fields import applies, fields_of
from cnnviz.pages.network.model.network_draft import (
    PICTURE_ID,
    LayerDraft,
    NetworkDraft,
)
from cnnviz.pages.network.model.slider_reach import slider_reach
from cnnviz.pages.network.presenters.editor_presenter import EditorPresenter
from cnnviz.pages.network.views.editor.editor_words import (
    field_text,
    figures_text,
    label_of,
    reads_text,
)
from cnnviz.pages.network.views.editor.field_editors import EDITORS, FieldEditor
from cnnviz.state.level import set_level
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels

LABEL_WIDTH: Final = 104
_LAST: Final = 99


def settings_grid(of: QWidget) -> QGridLayout:
    """Return a grid for labels and, beside them, what is set."""
    grid = QGridLayout(of)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(tokens.SPACE_M)
    grid.setVerticalSpacing(tokens.SPACE_XS)
    grid.setColumnMinimumWidth(0, LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(_LAST, 1)  # settings stay at the top
    return grid


class LayerForm(Retranslated):
    """A row for each setting; made anew for a layer of another kind."""

    def __init__(self, presenter: EditorPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._layer: LayerDraft | None = None
        self._checked: CheckedLayer | None = None
        self._figures = QLabel(self)
        self._grid = settings_grid(self)
        self._name_label, self._name = QLabel(self), QLineEdit(self)
        self._reads_label, self._reads = QLabel(self), QPushButton(self)
        self._menu = QMenu(self._reads)
        self._group = QActionGroup(self)
        self._rows: list[tuple[QLabel, FieldEditor]] = []
        self._lay_out()
        self._name.editingFinished.connect(self._on_named)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._group.triggered.connect(self._on_read_chosen)
        self._retranslate()

    def render_layer(self, draft: NetworkDraft, one: CheckedLayer) -> None:
        """Show the settings of a layer, and what follows from them."""
        old, layer = self._layer, one.layer
        self._checked, self._layer = one, layer
        self._show_figures(one, is_other=old is None or old.id != layer.id)
        if old is None or old.kind != layer.kind:
            self._make_rows(layer)
        with QSignalBlocker(self._name):
            if self._name.text() != layer.name:
                self._name.setText(layer.name)
        self._reads.setText(reads_text(draft, layer).replace("&", "&&"))
        for label, editor in self._rows:
            field = editor.field
            editor.render_value(layer.value(field.name), slider_reach(one, field))
            for part in (label, editor):
                part.setVisible(applies(layer, field))

    def _show_figures(self, one: CheckedLayer, *, is_other: bool) -> None:
        """Say what a layer owns, costs and sees.

        Room that the words of the same layer once took stays theirs: what is dragged
        below does not move to and fro.
        """
        figures = self._figures
        figures.setText(figures_text(one))
        least = 2 * figures.fontMetrics().lineSpacing()
        took = 0 if is_other else figures.height()  # as laid out before these words
        figures.setMinimumHeight(max(least, took))

    def _lay_out(self) -> None:
        font = self._figures.font()
        self._figures.setFont(in_pixels(font, tokens.TEXT_PX))
        self._figures.setWordWrap(True)
        self._figures.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._figures.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._figures, 0, 0, 1, 2)
        for row, (label, field) in enumerate(
            ((self._name_label, self._name), (self._reads_label, self._reads)), start=1
        ):
            field.setMinimumHeight(tokens.HIT)
            label.setBuddy(field)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
        self._reads.setMenu(self._menu)

    def _make_rows(self, layer: LayerDraft) -> None:
        for label, editor in self._rows:
            for part in (label, editor):
                part.hide()
                part.deleteLater()
        self._rows = []
        for number, field in enumerate(fields_of(layer), start=3):
            label, editor = QLabel(self), EDITORS[field.kind](field, self)
            label.setText(field_text(field.label))
            label.setMinimumHeight(tokens.HIT)
            label.setWordWrap(True)
            set_tip(label, field_text(field.meaning))
            for part in (label, editor):
                set_level(part, field.level)
            editor.value_chosen.connect(self._presenter.set_value)
            editor.edit_ended.connect(self._presenter.end_edit)
            self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(editor, number, 1)
            self._rows.append((label, editor))

    @Slot()
    def _on_named(self) -> None:
        if self._layer is not None and self._name.text() != self._layer.name:
            self._presenter.rename(self._name.text())

    @Slot()
    def _fill_menu(self) -> None:
        """Offer the picture and every layer above."""
        layer, draft = self._layer, self._presenter.draft
        if layer is None:
            return
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        self._menu.clear()
        self._group.setExclusionPolicy(
            QActionGroup.ExclusionPolicy.None_
            if layer.spec_type.joins
            else QActionGroup.ExclusionPolicy.Exclusive
        )
        above = draft.ids[: max(draft.place(layer.id), 0)]
        for read in (PICTURE_ID, *above):
            action = QAction(self._group)
            name = label_of(draft, read)
            tip = self.tr("Let the layer read this")
            set_names(action, f"read_{read}", name.replace("&", "&&"), tip)
            action.setCheckable(True)
            action.setChecked(read in layer.reads)
            action.setData(read)
            self._menu.addAction(action)

    @Slot(QAction)
    def _on_read_chosen(self, action: QAction) -> None:
        layer, read = self._layer, action.data()
        if layer is None:
            return
        reads: tuple[int, ...] = (read,)
        if layer.spec_type.joins:
            others = tuple(one for one in layer.reads if one != read)
            reads = (*others, read) if action.isChecked() else others
        self._presenter.set_reads(reads)

    def _retranslate(self) -> None:
        self._name_label.setText(self.tr("Name"))
        tip = self.tr("What the layer and its weights are called")
        set_names(self._name, "layer_name", self.tr("Name"), tip)
        self._reads_label.setText(self.tr("Reads"))
        tip = self.tr(
            "Choose the layers that this one reads: so a branch begins or ends"
        )
        set_names(self._reads, "layer_reads", self.tr("Reads"), tip)
        tip = self.tr("Its parameters worked out, its cost, and its receptive field")
        set_names(self._figures, "layer_figures", self.tr("Figures of the layer"), tip)
        if self._checked is not None:
            self._layer = None
            self.render_layer(self._presenter.draft, self._checked)
