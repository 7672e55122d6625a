"""The language of the window: translations, Qt's own words, and number signs."""

import logging
from typing import Final

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
)

from cnnviz.engine.messages.languages import ENGLISH, Language, nearest
from cnnviz.engine.resources import resource
from cnnviz.state.preferences import SYSTEM

QTS_NEWER_WORDS: Final = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Words of Qt's file dialog that its own catalogues miss: ours has them instead."""

_log = logging.getLogger(__name__)


def language_of(choice: str, system: QLocale) -> Language:
    """Return the language that a choice comes to on this machine."""
    if choice != SYSTEM:
        return nearest(choice) or ENGLISH
    wanted = (nearest(name.replace("-", "_")) for name in system.uiLanguages())
    return next(filter(None, wanted), ENGLISH)


def current_language() -> Language:
    """Return the language in force: that of the numbers."""
    return nearest(QLocale().name()) or ENGLISH


def locale_of(key: str, system: QLocale) -> QLocale:
    """Return how numbers are written: the desktop's way where the language agrees."""
    locale = QLocale(key)
    return system if system.language() == locale.language() else locale


class Translation(QObject):
    """Install the translators of one language at a time, live."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []
        self._compiled = b""
        self._language = "en"

    @property
    def language(self) -> str:
        """Key of the language in force."""
        return self._language

    def apply(self, choice: str) -> None:
        """Speak a language from now on; Qt tells every widget (``LanguageChange``)."""
        system = QLocale.system()
        self._language = language_of(choice, system).key
        QLocale.setDefault(locale_of(self._language, system))
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
        if self._language != "en":
            self._install_qts_own()
            self._install_ours()

    def _install_qts_own(self) -> None:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self)
        if translator.load(f"qtbase_{self._language}", folder):
            self._install(translator)

    def _install_ours(self) -> None:
        compiled = resource("translations", f"cnnviz_{self._language}.qm")
        translator = QTranslator(self)
        # Bytes, not a path: packaged files need not lie on a disk. Qt reads them for
        # as long as the translator is in force, so they are kept.
        self._compiled = compiled.read_bytes() if compiled.is_file() else b""
        if self._compiled and translator.load(self._compiled):
            self._install(translator)
        else:
            _log.info("no translation for %s", self._language)

    def _install(self, translator: QTranslator) -> None:
        QCoreApplication.installTranslator(translator)
        self._installed.append(translator)
