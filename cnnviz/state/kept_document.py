"""The name of the document, as a part of the work that is kept."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from cnnviz.state.document import Document
from cnnviz.state.kept_said import KeptSaid, Said
from cnnviz.state.undo import Part, Replacement


class KeptDocument(KeptSaid):
    """Which file the work belongs to, and whether it was changed: known again after a crash."""

    file_name = "document.json"

    def __init__(self, document: Document, parent: QObject | None) -> None:
        super().__init__(parent)
        self._document = document
        document.changed.connect(self.changed)

    @override
    def said(self) -> Said:
        name, is_modified = self._document.name.state, self._document.is_modified
        return {"path": name, "modified": is_modified}

    @override
    def replacements(self, found: Said) -> Sequence[Part]:
        path = found.get("path")
        if not isinstance(path, str):
            return ()
        return (Replacement(self._document.name, path),)

    @override
    def show(self, found: Said) -> None:
        if found.get("path"):
            self._document.recover(is_modified=found.get("modified") is not False)
