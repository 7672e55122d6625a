"""The network editor: its layers, the settings of the chosen one, and what it all costs."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.networks.layers import LAYER_KINDS
from cnnviz.pages.network.presenters.editor_presenter import EditorPresenter
from cnnviz.pages.network.views.editor.editor_actions import EditorActions
from cnnviz.pages.network.views.editor.editor_words import kind_name, totals_texts
from cnnviz.pages.network.views.editor.input_form import InputForm
from cnnviz.pages.network.views.editor.layer_form import LayerForm
from cnnviz.pages.network.views.editor.layer_list import LayerList
from cnnviz.state.level import set_level
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.icons import icon

_WIDTH = 420


class EditorPanel(Retranslated):
    """Build a network layer by layer."""

    def __init__(
        self,
        presenter: EditorPresenter,
        actions: EditorActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._presenter = presenter
        self._actions = actions
        self.addActions([actions.add, *actions.of_layer])
        self._add = QPushButton(self)
        self._menu = QMenu(self._add)
        self._kinds = QActionGroup(self)
        self.layers = LayerList(presenter.fixes, self)
        self._empty = QWidget(self)
        self._hint = QLabel(self._empty)
        self._first = QPushButton(self._empty)
        self._form = LayerForm(presenter, self)
        self._input = InputForm(presenter, self)
        self._forms = QStackedWidget(self)
        self._area = QScrollArea(self)
        self._totals = QLabel(self), QLabel(self)
        self._fill_menu()
        self._lay_out()
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        presenter, actions = self._presenter, self._actions
        presenter.store.changed.connect(self._on_draft_changed)
        presenter.chosen_changed.connect(self._on_chosen_changed)
        self.layers.layer_chosen.connect(presenter.choose)
        self.layers.move_requested.connect(presenter.move)
        self.layers.fix_chosen.connect(presenter.apply)
        self._kinds.triggered.connect(self._on_kind_chosen)
        actions.add.triggered.connect(self._on_add)
        actions.up.triggered.connect(self._on_up)
        actions.down.triggered.connect(self._on_down)
        actions.duplicate.triggered.connect(presenter.duplicate)
        actions.branch.triggered.connect(presenter.branch)
        actions.remove.triggered.connect(presenter.remove)

    def _fill_menu(self) -> None:
        for kind in LAYER_KINDS:
            action = QAction(self._kinds)
            action.setData(kind)
            self._menu.addAction(action)
        self._add.setMenu(self._menu)
        self._first.setMenu(self._menu)
        for button in (self._add, self._first):
            button.setIcon(icon("editor_add"))

    def _lay_out(self) -> None:
        font = in_pixels(self.font(), tokens.TEXT_PX)
        self.setFont(font)
        self.setMinimumWidth(_WIDTH)
        self._add.setMinimumHeight(tokens.HIT)
        self._buttons = [
            tool_button(self, action, tokens.ICON) for action in self._actions.of_layer
        ]
        for button in self._buttons:
            button.setMinimumSize(tokens.HIT, tokens.HIT)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tools = in_row(self._add, (None, 1), *self._buttons, gap=tokens.SPACE_XXS)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._first.setMinimumHeight(tokens.HIT_LARGE)
        first = in_row((None, 1), self._first, (None, 1))
        parts = (None, 1), self._hint, first, (None, 1)
        in_column(*parts, gap=tokens.SPACE_L, of=self._empty)
        self._forms.addWidget(self._input)
        self._forms.addWidget(self._form)
        self._area.setWidget(self._forms)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._totals[0].setFont(half_bold(font))
        in_column(
            tools, (self.layers, 3), (self._empty, 3), (self._area, 2),
            in_column(*self._totals, gap=tokens.SPACE_XXS),
            gap=tokens.SPACE_M, of=self, margin=tokens.SPACE_L,
        )  # fmt: skip

    @override
    def sizeHint(self) -> QSize:
        """Return the room in which most layers need no scrolling."""
        return QSize(_WIDTH, 640)

    @Slot()
    def _on_draft_changed(self) -> None:
        presenter = self._presenter
        draft, chosen = presenter.draft, presenter.chosen
        self.layers.render_draft(draft, presenter.checked, chosen)
        self.layers.setVisible(bool(draft.layers))
        self._empty.setVisible(not draft.layers)
        for label, text in zip(
            self._totals, totals_texts(presenter.checked), strict=True
        ):
            label.setText(text)
        self._render_forms()

    @Slot(int)
    def _on_chosen_changed(self, layer_id: int) -> None:
        self.layers.render_chosen(layer_id)
        self._render_forms()

    def _render_forms(self) -> None:
        draft, chosen = self._presenter.draft, self._presenter.chosen
        place = draft.place(chosen)
        if place < 0:
            self._input.render_draft(draft)
        else:
            self._form.render_layer(draft, self._presenter.checked[place])
        self._forms.setCurrentWidget(self._input if place < 0 else self._form)
        self._actions.render_chosen(draft, chosen)

    @Slot(QAction)
    def _on_kind_chosen(self, action: QAction) -> None:
        self._presenter.add(action.data())

    @Slot()
    def _on_add(self) -> None:
        self._add.showMenu()

    @Slot()
    def _on_up(self) -> None:
        self._presenter.move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._presenter.move(1)

    def _retranslate(self) -> None:
        self.setObjectName("network_editor")
        for button in self._buttons:
            name_as_action(button)
        self._add.setText(self.tr("Add layer"))
        tip = self._actions.add.toolTip()
        set_names(self._add, "editor_add_button", self.tr("Add layer"), tip)
        for action in self._kinds.actions():
            kind = LAYER_KINDS[action.data()]
            tip = self.tr("Add a layer of this kind")
            set_names(action, f"add_{kind.key}", kind_name(kind), tip)
        name = self.tr("Layers")
        set_names(
            self.layers, "editor_layers", name, self.tr("Choose a layer to set it")
        )
        self._hint.setText(self.tr("This network has no layers yet."))
        self._first.setText(self.tr("Add the first layer"))
        tip = self.tr("Choose its kind: a convolution, for example")
        name = self.tr("Add the first layer")
        set_names(self._first, "editor_first_button", name, tip)
        set_names(
            self._area, "editor_settings", self.tr("Settings of the chosen layer")
        )
        set_tip(self._totals[0], self.tr("Of all layers that work"))
        set_tip(self._totals[1], self.tr("For one picture, in 32-bit numbers"))
        self._on_draft_changed()
