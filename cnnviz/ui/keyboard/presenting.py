"""The keys of a presentation: those of common remote pointers, and of what marks things."""

from typing import Final, Literal

from PySide6.QtGui import QKeyEvent, QKeySequence

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

Wish = Literal[
    "next", "back", "dark", "laser", "spotlight", "pen", "wipe", "ask", "reveal"
]

PRESENTATION: Final = QT_TRANSLATE_NOOP("Keys", "Presentation")

_WISHES: Final[tuple[tuple[Wish, tuple[str, ...], str], ...]] = (
    ("next", ("PgDown",), QT_TRANSLATE_NOOP("Keys", "go on")),
    ("back", ("PgUp",), QT_TRANSLATE_NOOP("Keys", "go back")),
    ("dark", ("B", "."), QT_TRANSLATE_NOOP("Keys", "make the screen black, or end it")),
    ("laser", ("Ctrl+L",), QT_TRANSLATE_NOOP("Keys", "show a dot where you point")),
    (
        "spotlight",
        ("Ctrl+H",),
        QT_TRANSLATE_NOOP("Keys", "dim all but what you point at"),
    ),
    ("pen", ("P", "Ctrl+P"), QT_TRANSLATE_NOOP("Keys", "draw marks that fade")),
    ("wipe", ("Ctrl+E",), QT_TRANSLATE_NOOP("Keys", "wipe the marks away")),
    ("ask", ("Q",), QT_TRANSLATE_NOOP("Keys", "cover each answer until it is wanted")),
    ("reveal", ("R",), QT_TRANSLATE_NOOP("Keys", "reveal the covered answer")),
)

PRESENTING: Final = tuple((keys, words) for _wish, keys, words in _WISHES)
"""Keys, and what they do."""

_BY_KEY: Final = {
    QKeySequence(key): wish for wish, keys, _words in _WISHES for key in keys
}


def wish_of(event: QKeyEvent) -> Wish | None:
    """Return what a key asks for; ``None`` where it is none of these."""
    return _BY_KEY.get(QKeySequence(event.keyCombination()))


def keys_of_wish(wish: Wish) -> QKeySequence:
    """Return the first key of a wish."""
    return QKeySequence(next(keys[0] for name, keys, _words in _WISHES if name == wish))
