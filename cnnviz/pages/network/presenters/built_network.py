"""The network that is being built, as the one that the page looks at."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.pages.network.model.network_draft import NetworkDraft
from cnnviz.pages.network.presenters.editor_presenter import (
    EditedNetwork,
    EditorPresenter,
)
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.state.built_names import built_name
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.network_choices import NetworkChoices


class BuiltNetwork(QObject):
    """Begin a draft with what the page looks at, and let it look at what works of it.

    While the editor is open its draft is one of the network that is shown: whatever
    else is chosen there begins another. Nothing is replaced before the first change, and
    when all changes are taken back the page looks at the first network again.

    Signals
    -------
    failed(error)
        What works could not be made ready: a ``CnnvizError``.
    """

    failed = Signal(object)

    def __init__(
        self,
        editor: EditorPresenter,
        page: NetworkPresenter,
        choices: NetworkChoices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._page, self._choices = page, choices
        self._looked_at = looked_at = choices.current
        self._is_open = False
        self._began: CurrentNetwork | None = None
        self._shown: CurrentNetwork | None = None
        self._left: CurrentNetwork | None = None  # what was built before
        self._left_draft = editor.draft
        editor.network_ready.connect(self._on_ready)
        editor.failed.connect(self.failed)
        page.store.changed.connect(self._follow)
        looked_at.changed.connect(self._on_looked_at)

    @Slot(bool)
    def set_open(self, is_open: bool) -> None:
        """Learn whether the editor is on the screen."""
        self._is_open = is_open
        self._follow()

    def shows(self, draft: NetworkDraft) -> bool:
        """Whether the page looks at the network that a draft is one of."""
        current = self._looked_at.state
        if current is self._left:
            return draft is self._left_draft
        return current is self._shown and draft is self.editor.draft

    def recover(self, draft: NetworkDraft, network: CurrentNetwork) -> None:
        """Go on with a draft when its network is looked at: now, or later."""
        if self._looked_at.state is not network:
            self._left, self._left_draft = network, draft
            return
        self._left, self._left_draft = self._shown, self.editor.draft
        self._began, self._shown = None, network
        self.editor.resume(draft)

    @Slot()
    def _on_looked_at(self) -> None:
        """Let nothing that was asked for before take the place of what is chosen now."""
        if self._looked_at.state is not self._shown:
            self.editor.forget()

    @Slot()
    def _follow(self) -> None:
        """Let the draft be one of what is looked at, once that has been read."""
        current, opened = self._looked_at.state, self._page.store.state.opened
        if not self._is_open or current is self._shown:
            return
        if opened is None or opened.current is not current:
            return
        left, draft = self._left, self._left_draft
        self._left, self._left_draft = self._shown, self.editor.draft
        self._shown = current
        if left is current:
            self.editor.resume(draft)
            return
        self._began = current
        network = current.network
        if current.root.origin != "built":
            # Only the name says it: words in the title would stay in their language.
            taken = {each.network.name for each in self._choices.store.state}
            network = replace(network, name=built_name(network.name, taken))
        self.editor.begin(network, opened.weights)

    @Slot(object)
    def _on_ready(self, edited: EditedNetwork) -> None:
        origin, network = self.editor.draft.origin, edited.network
        is_first = origin is not None and origin.network == network
        if is_first and self._began is not None and origin is self.editor.began:
            self._shown = self._began
        else:
            self._shown = CurrentNetwork(
                network, edited.weights, "built", names_classes=edited.names_classes
            )
        self._looked_at.replace(self._shown)
