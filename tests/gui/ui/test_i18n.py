import re

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_files import picture_of_numbers
from cnnviz.ui.i18n import QTS_NEWER_WORDS, language_of, locale_of
from cnnviz.ui.numbers import short
from cnnviz.ui.texts import sentence
from tests.helpers.shell import Shell


class Shouting(QTranslator):
    """Translate every text into capitals: what stays small was not translated."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        if context not in SPOKEN:
            return ""
        return re.sub(r"(^|})[^{]*", lambda part: part[0].upper(), sourceText)


SPOKEN = {
    "WindowActions",
    "Menus",
    "NavigationBar",
    "Thumbnail",
    "StatusLine",
    "PictureWords",
}


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [
        ("system", "pt_BR", "pt_BR"),
        ("system", "pt_PT", "pt_BR"),
        ("system", "de_DE", "en"),
        ("system", "en_GB", "en"),
        ("en", "pt_BR", "en"),
        ("pt_BR", "en_US", "pt_BR"),
    ],
)
def test_that_the_language_is_the_chosen_or_the_nearest_to_the_desktops(
    choice: str, system: str, language: str
) -> None:
    assert language_of(choice, QLocale(system)).key == language


def test_that_numbers_follow_the_language_and_not_a_foreign_desktop() -> None:
    german = QLocale("de_DE")
    assert locale_of("en", german).decimalPoint() == "."
    assert locale_of("pt_BR", german).decimalPoint() == ","
    assert locale_of("en", QLocale("en_GB")).name() == "en_GB"


def test_that_the_decimal_comma_comes_and_goes_with_the_language(shell: Shell) -> None:
    languages = shell.window.actions_of_window.languages.values
    languages["pt_BR"].trigger()
    assert short(0.5) == "0,5"
    languages["en"].trigger()
    assert short(0.5) == "0.5"


def test_that_why_a_file_was_refused_is_said_in_the_language_of_the_window(
    shell: Shell,
) -> None:
    shell.window.actions_of_window.languages.values["pt_BR"].trigger()
    with pytest.raises(CnnvizError) as refused:
        picture_of_numbers(b"1 2\n3", "k.txt")
    said = "k.txt não pode ser usado: A linha 2 tem 1 número e a primeira tem 2."
    assert sentence(refused.value).startswith(said)


def test_that_qts_own_words_are_translated_too(shell: Shell, qtbot: QtBot) -> None:
    shell.window.actions_of_window.languages.values["pt_BR"].trigger()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
    assert cancel.text().replace("&", "") == "Cancelar"


def test_that_every_text_of_the_window_changes_without_a_restart(
    shell: Shell, qtbot: QtBot
) -> None:
    translator = Shouting(shell.window)
    QCoreApplication.installTranslator(translator)
    actions = shell.window.actions_of_window
    qtbot.waitUntil(
        lambda: actions.open_picture.text() == "&OPEN PICTURE OR EXPERIMENT…"
    )
    titles = [action.menu().title() for action in shell.window.menuBar().actions()]
    own = [title for title in titles if title != "Convolution"]
    assert own == [title.upper() for title in own]
    assert shell.window.windowTitle() == "CAT[*] – cnnviz"
    QCoreApplication.removeTranslator(translator)
    qtbot.waitUntil(
        lambda: actions.open_picture.text() == "&Open picture or experiment…"
    )


def test_that_qts_file_dialog_still_says_the_words_that_we_translate(
    qtbot: QtBot,
) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert said >= set(QTS_NEWER_WORDS)
