"""The title of the window: the document, or else the picture, and the mark of a change."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.state.document import Document
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.ui.picture_text import picture_title
from cnnviz.ui.texts import plain

TITLE: Final = "cnnviz"


class WindowTitle(QObject):
    """Name the window after what is in it, in the language of now."""

    def __init__(
        self, document: Document, pictures: PictureStore, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._pictures, self._window = document, pictures, window
        document.changed.connect(self.render)
        pictures.changed.connect(self.render)

    @Slot()
    def render(self) -> None:
        """Say it anew."""
        title = picture_title(self._pictures.state)
        if path := self._document.name.state:
            title = plain(Path(path).name)
        # Qt puts its mark of what is unsaved where it reads [*], unless that is doubled.
        self._window.setWindowTitle(f"{title.replace('[*]', '[*][*]')}[*] – {TITLE}")
        self._window.setWindowModified(self._document.is_modified)
