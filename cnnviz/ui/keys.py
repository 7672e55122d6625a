"""Every key of the program: on which page, for which action, or while what is in use.

Actions take their shortcuts from here, and the overview of keys (Shift+F1) its rows; the tables
in the README are tested against it. What a key of an action does, its text says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.ui.keyboard.presenting import PRESENTATION, PRESENTING

_Standard = QKeySequence.StandardKey

EVERYWHERE: Final = ""
"""In place of a page's key: what holds on every page."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys that do the same.

    Attributes
    ----------
    page
        Key of the page on which they hold, or `EVERYWHERE`.
    keys
        As Qt writes them in English.
    action
        Object name of the action that they trigger; empty where ``words`` tell.
    words
        What they do, in English, where that is no action.
    part
        What has the keyboard while they hold, in English; its keys come before those of
        the page. Empty: whatever has the keyboard, unless it is being typed into.
    """

    page: str
    keys: tuple[str | QKeySequence.StandardKey, ...]
    action: str = ""
    words: str = ""
    part: str = ""

    def sequences(self) -> list[QKeySequence]:
        """Return the keys as Qt has them on this system."""
        return [QKeySequence(key) for key in self.keys]


_Row = tuple[tuple[str | QKeySequence.StandardKey, ...], str]
"""Keys, and what they do."""


def _held(modifiers: str, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{modifiers}+{key}" for key in keys)


_ARROWS: Final = ("Left", "Right", "Up", "Down")
_SHIFT_ARROWS: Final = _held("Shift", _ARROWS)

_PAD: Final = QT_TRANSLATE_NOOP("Keys", "Drawing pad")

_ON_PAD: Final[tuple[_Row, ...]] = (
    (_ARROWS, QT_TRANSLATE_NOOP("Keys", "move the pen")),
    (_SHIFT_ARROWS, QT_TRANSLATE_NOOP("Keys", "move the pen in small steps")),
    (("Space",), QT_TRANSLATE_NOOP("Keys", "put the pen down or lift it")),
    (("Esc",), QT_TRANSLATE_NOOP("Keys", "take back the stroke under way")),
)
_ON_GRIDS: Final[tuple[_Row, ...]] = (
    (_held("Ctrl", _ARROWS), QT_TRANSLATE_NOOP("Keys", "read the next cell")),
    (_SHIFT_ARROWS, QT_TRANSLATE_NOOP("Keys", "move an enlarged grid")),
    (
        ("Return",),
        QT_TRANSLATE_NOOP("Keys", "move the window to the cell that was read"),
    ),
    ((_Standard.Copy,), QT_TRANSLATE_NOOP("Keys", "copy the numbers")),
)
_IN_CELL: Final[tuple[_Row, ...]] = (
    (("Return",), QT_TRANSLATE_NOOP("Keys", "save")),
    (("Tab", "Up", "Down"), QT_TRANSLATE_NOOP("Keys", "save and go to the next cell")),
    (("Esc",), QT_TRANSLATE_NOOP("Keys", "cancel")),
)
_ON_BARS: Final[tuple[_Row, ...]] = (
    (("Shift+Left", "Shift+Right"), QT_TRANSLATE_NOOP("Keys", "select a bar")),
    (("Shift+Up", "Shift+Down"), QT_TRANSLATE_NOOP("Keys", "change the selected bar")),
    (
        ("Ctrl+Shift+Up", "Ctrl+Shift+Down"),
        QT_TRANSLATE_NOOP("Keys", "change the selected bar in large steps"),
    ),
    (
        ("F2", "Return"),
        QT_TRANSLATE_NOOP("Keys", "type the number of the selected bar"),
    ),
    (("Del",), QT_TRANSLATE_NOOP("Keys", "set the selected bar to 0")),
)
_ON_MAPS: Final[tuple[_Row, ...]] = (
    (_ARROWS, QT_TRANSLATE_NOOP("Keys", "read the next map")),
    (("Return",), QT_TRANSLATE_NOOP("Keys", "enlarge the map")),
)
_ON_MAP: Final[tuple[_Row, ...]] = (
    (
        ("PgUp", "PgDown"),
        QT_TRANSLATE_NOOP("Keys", "show the previous or the next map"),
    ),
    (("Esc",), QT_TRANSLATE_NOOP("Keys", "close the map")),
)
_ON_EXAMPLES: Final[tuple[_Row, ...]] = (
    (("Del",), QT_TRANSLATE_NOOP("Keys", "remove the chosen example")),
)
_ON_EXPLAINED: Final[tuple[_Row, ...]] = (
    (_ARROWS, QT_TRANSLATE_NOOP("Keys", "read the next cell")),
    (_SHIFT_ARROWS, QT_TRANSLATE_NOOP("Keys", "move the patch")),
    (("Esc",), QT_TRANSLATE_NOOP("Keys", "take the patch away")),
)
_ON_COLUMNS: Final[tuple[_Row, ...]] = (
    (_ARROWS, QT_TRANSLATE_NOOP("Keys", "read the next map")),
    (("Return",), QT_TRANSLATE_NOOP("Keys", "open the map")),
)
_ON_ROWS: Final[tuple[_Row, ...]] = (
    (_ARROWS, QT_TRANSLATE_NOOP("Keys", "read the next number")),
    (("Return",), QT_TRANSLATE_NOOP("Keys", "open the number that was read")),
)
_ON_RAIL: Final[tuple[_Row, ...]] = (
    (("Up", "Down"), QT_TRANSLATE_NOOP("Keys", "show the previous or the next page")),
)
_ANYWHERE: Final[tuple[_Row, ...]] = (
    (
        ("Esc",),
        QT_TRANSLATE_NOOP(
            "Keys",
            "Go back: close what is open, show everything again, leave the full screen",
        ),
    ),
)


def _in_part(page: str, part: str, rows: tuple[_Row, ...]) -> tuple[Keys, ...]:
    return tuple(Keys(page, keys, "", words, part) for keys, words in rows)


_CONVOLUTION: Final = (
    Keys("convolution", ("Space",), "play_action"),
    Keys("convolution", ("Right",), "forward_action"),
    Keys("convolution", ("Left",), "back_action"),
    Keys("convolution", ("Down",), "next_row_action"),
    Keys("convolution", ("Up",), "previous_row_action"),
    Keys("convolution", ("PgDown",), "next_page_action"),
    Keys("convolution", ("PgUp",), "previous_page_action"),
    Keys("convolution", ("Home",), "first_action"),
    Keys("convolution", ("End",), "last_action"),
    Keys("convolution", ("B",), "largest_action"),
    Keys("convolution", ("Shift+B",), "smallest_action"),
    Keys("convolution", ("D",), "draw_action"),
    Keys("convolution", ("E", "F2"), "edit_cell_action"),
    Keys("convolution", ("O",), "whole_output_action"),
    Keys("convolution", ("Ctrl+Alt+C",), "copy_sum_action"),
    Keys("convolution", ("Ctrl+Alt+L",), "copy_latex_action"),
    Keys("convolution", ("+", "="), "zoom_in_action"),
    Keys("convolution", ("-",), "zoom_out_action"),
    Keys("convolution", ("0",), "zoom_fit_action"),
    Keys("convolution", ("W",), "zoom_window_action"),
    Keys("convolution", ("A",), "algorithm_action"),
    Keys("convolution", ("I",), "inspector_action"),
    Keys("convolution", ("Alt+Home",), "first_addition_action"),
    Keys("convolution", ("Alt+Left",), "addition_back_action"),
    Keys("convolution", ("Alt+Right",), "addition_forward_action"),
    Keys("convolution", ("Alt+End",), "last_addition_action"),
    *_in_part("convolution", QT_TRANSLATE_NOOP("Keys", "Input and output"), _ON_GRIDS),
    *_in_part("convolution", QT_TRANSLATE_NOOP("Keys", "Number of a cell"), _IN_CELL),
    *_in_part("convolution", QT_TRANSLATE_NOOP("Keys", "Bars (1D)"), _ON_BARS),
    *_in_part("convolution", _PAD, _ON_PAD),
)

_DRAW: Final = (
    Keys("draw", ("[",), "pen_thinner"),
    Keys("draw", ("]",), "pen_thicker"),
    Keys("draw", ("E",), "eraser"),
    Keys("draw", ("Del",), "clear_drawing"),
    Keys("draw", ("B",), "guide_box"),
    Keys("draw", ("M",), "draw_maps"),
    Keys("draw", ("S",), "draw_stages"),
    Keys("draw", ("H",), "draw_drawings"),
    Keys("draw", ("P",), "replay_drawing"),
    Keys("draw", ("-",), "replay_slower"),
    Keys("draw", ("+", "="), "replay_faster"),
    Keys("draw", ("K",), "own_classes"),
    Keys("draw", ("A",), "add_example"),
    Keys("draw", ("W",), "draw_why"),
    Keys("draw", ("G",), "draw_what_if"),
    Keys("draw", ("R",), "own_ranges"),
    *_in_part("draw", _PAD, _ON_PAD),
    *_in_part("draw", QT_TRANSLATE_NOOP("Keys", "Feature maps"), _ON_MAPS),
    *_in_part("draw", QT_TRANSLATE_NOOP("Keys", "Enlarged feature map"), _ON_MAP),
    *_in_part("draw", QT_TRANSLATE_NOOP("Keys", "Own classes"), _ON_EXAMPLES),
    *_in_part("draw", QT_TRANSLATE_NOOP("Keys", "Explained digit"), _ON_EXPLAINED),
)

_NETWORK: Final = (
    Keys("network", ("Alt+Left",), "way_back"),
    Keys("network", ("Alt+Right",), "way_forward"),
    Keys("network", ("Space",), "unit_play"),
    Keys("network", ("Right",), "unit_forward"),
    Keys("network", ("Left",), "unit_back"),
    Keys("network", ("Down",), "unit_next_row"),
    Keys("network", ("Up",), "unit_previous_row"),
    Keys("network", ("Home",), "unit_first"),
    Keys("network", ("End",), "unit_last"),
    Keys("network", ("PgDown",), "unit_next_map"),
    Keys("network", ("PgUp",), "unit_previous_map"),
    Keys("network", ("B",), "unit_largest"),
    Keys("network", ("Shift+B",), "unit_smallest"),
    Keys("network", ("S",), "unit_step_by_step"),
    Keys("network", ("T",), "unit_to_lab"),
    Keys("network", ("A",), "every_layer"),
    Keys("network", ("W",), "fit_picture"),
    Keys("network", ("M",), "batch_statistics"),
    Keys("network", ("X",), "switch_map"),
    Keys("network", ("Ctrl+M",), "network_summary"),
    Keys("network", ("E",), "change_network"),
    Keys("network", ("C",), "compare"),
    Keys("network", ("K",), "look_closer"),
    Keys("network", ("N",), "build_network"),
    Keys("network", ("Ctrl+Alt+S",), "save_network"),
    Keys("network", ("+", "="), "columns_zoom_in"),
    Keys("network", ("-",), "columns_zoom_out"),
    Keys("network", ("0",), "columns_fit"),
    *_in_part("network", QT_TRANSLATE_NOOP("Keys", "Columns of maps"), _ON_COLUMNS),
    *_in_part("network", QT_TRANSLATE_NOOP("Keys", "Windows and kernels"), _ON_ROWS),
)

_EDITOR: Final = QT_TRANSLATE_NOOP("Keys", "Network editor")

_NETWORK_EDITOR: Final = tuple(
    Keys("network", (key,), action, part=_EDITOR)
    for key, action in (
        ("Ins", "editor_add"),
        ("Alt+Up", "editor_up"),
        ("Alt+Down", "editor_down"),
        ("Ctrl+D", "editor_duplicate"),
        ("Ctrl+B", "editor_branch"),
        ("Del", "editor_remove"),
    )
)

_TRAIN: Final = (
    Keys("train", ("Ctrl+Return",), "train_start_or_pause"),
    Keys("train", ("F6",), "train_step"),
    Keys("train", ("Shift+F6",), "train_epoch"),
    Keys("train", ("F7",), "train_stop"),
    Keys("train", ("Ctrl+Shift+Return",), "train_restart"),
    Keys("train", ("Shift+F7",), "train_continue"),
    Keys("train", ("F8",), "train_use"),
    Keys("train", ("Ctrl+Alt+S",), "train_save"),
    Keys("train", ("C",), "train_curves"),
    Keys("train", ("O",), "train_one_step"),
    Keys("train", ("Space",), "gradient_play"),
    Keys("train", ("Left",), "gradient_back"),
    Keys("train", ("Right",), "gradient_forward"),
    Keys("train", ("D",), "train_data"),
    Keys("train", ("M",), "train_mistakes"),
    Keys("train", ("Y",), "train_layers"),
    Keys("train", ("R",), "train_races"),
    Keys("train", ("V",), "train_compare"),
    Keys("train", ("F9",), "train_runs"),
    Keys("train", ("P",), "train_recipe"),
)

_EVERYWHERE: Final = (
    Keys(EVERYWHERE, ("Ctrl+1",), "page_convolution"),
    Keys(EVERYWHERE, ("Ctrl+2",), "page_draw"),
    Keys(EVERYWHERE, ("Ctrl+3",), "page_network"),
    Keys(EVERYWHERE, ("Ctrl+4",), "page_train"),
    Keys(EVERYWHERE, ("Alt+1",), "level_first"),
    Keys(EVERYWHERE, ("Alt+2",), "level_standard"),
    Keys(EVERYWHERE, ("Alt+3",), "level_everything"),
    Keys(EVERYWHERE, ("L",), "timeline_live"),
    Keys(EVERYWHERE, ("Shift+L",), "timeline_play"),
    Keys(EVERYWHERE, (",",), "timeline_earlier"),
    Keys(EVERYWHERE, (".",), "timeline_later"),
    Keys(EVERYWHERE, (_Standard.Open,), "open_picture"),
    Keys(EVERYWHERE, (_Standard.New,), "new_drawing"),
    Keys(EVERYWHERE, ("Ctrl+S",), "save_experiment"),
    Keys(EVERYWHERE, ("Ctrl+Shift+S",), "save_experiment_as"),
    Keys(EVERYWHERE, (_Standard.Paste,), "paste_picture"),
    Keys(EVERYWHERE, ("Ctrl+Shift+C",), "copy_picture"),
    Keys(EVERYWHERE, (_Standard.Undo,), "undo"),
    Keys(EVERYWHERE, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    Keys(EVERYWHERE, ("F5",), "present"),
    Keys(EVERYWHERE, ("F11",), "full_screen"),
    Keys(EVERYWHERE, ("F1",), "guide_book"),
    Keys(EVERYWHERE, ("Shift+F1", "Ctrl+/"), "shortcuts"),
    Keys(EVERYWHERE, ("Ctrl+Q",), "quit"),
    *_in_part(EVERYWHERE, "", _ANYWHERE),
    *_in_part(EVERYWHERE, QT_TRANSLATE_NOOP("Keys", "Page buttons"), _ON_RAIL),
    *_in_part(EVERYWHERE, PRESENTATION, PRESENTING),
)

KEYS: Final = (
    *_CONVOLUTION,
    *_DRAW,
    *_NETWORK,
    *_NETWORK_EDITOR,
    *_TRAIN,
    *_EVERYWHERE,
)
"""All of them, in the order of the overview."""

_BY_ACTION: Final = {(row.page, row.action): row for row in KEYS if row.action}


def keys_of(page: str) -> Iterator[Keys]:
    """Yield the rows of a page."""
    return (row for row in KEYS if row.page == page)


def give_keys(action: QAction, page: str, name: str) -> None:
    """Give an action its name and the keys that stand here for it, if there are any."""
    action.setObjectName(name)
    row = _BY_ACTION.get((page, name))
    if row is not None:
        action.setShortcuts(row.sequences())


def key_text(page: str, name: str) -> str:
    """Return the first key of an action, for a tip."""
    return _BY_ACTION[page, name].sequences()[0].toString()


def is_key_of(event: QKeyEvent, page: str, name: str) -> bool:
    """Whether a key is one of those that stand here for an action."""
    pressed = QKeySequence(event.keyCombination())
    return pressed in _BY_ACTION[page, name].sequences()
