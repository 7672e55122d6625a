"""The design tokens: type sizes, spaces, radii, colours and durations of the window.

Lengths are device-independent pixels, durations milliseconds, colours ``#rrggbb`` or
``QColor`` of red, green, blue (and alpha) from 0 to 255. What differs by theme is looked up by
whether it is dark. The colours of data are not here but in ``engine.images``.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QEasingCurve
from PySide6.QtGui import QColor, QPalette

# Type: the scale. Pages that are older than it multiply the font of the window instead.
TYPEFACE: Final = "Inter"
TYPEFACE_DISPLAY: Final = "Inter Display"
DISPLAY_FROM_PX: Final = 56
TEXT_PT: Final = 9.75
"""13 px where an inch has 96."""

AXIS_PX: Final = 11
TEXT_PX: Final = 13
VALUE_PX: Final = 15
TITLE_PX: Final = 20
SAY_PX: Final = 32
ANSWER_PX: Final = 64
ANSWER_LARGE_PX: Final = 96
ANSWER_SMALLER_PX: Final = (48, 40)

# Type: factors of the size of the desktop's font.
FONT_BAR: Final = 0.86
FONT_AXIS: Final = 0.88
FONT_NOTE: Final = 0.9
FONT_CAPTION: Final = 0.92
FONT_NAVIGATION: Final = 0.95
FONT_HEADING: Final = 1.15
FONT_HINT: Final = 1.25
FONT_SIGN: Final = 1.5
FONT_DROP: Final = 1.6
FONT_STEP_PT: Final = 0.25
"""Points by which a word that is too wide is made smaller, step by step."""

CODE_LESS_PT: Final = 0.5
CODE_LEAST_PT: Final = 7.0

# Type: the numbers in cells and beside bars, which follow the room that they have.
CELL_NUMBERED: Final = 28
CELL_LEAST_PX: Final = 11
CELL_READABLE_PX: Final = 12
CELL_MOST_PX: Final = 15
CELL_LARGE_PX: Final = 60
"""Pixels of a cell itself that counts as large."""

CELL_TEXTS_PX: Final = ((28, 11), (36, 11), (40, 13), (52, 20), (62, 28), (70, 32))
"""Pixels of a cell, and of the numbers in it; between two of them in proportion."""

BAR_LEAST_PX: Final = 11
BAR_MOST_PX: Final = 26

# Spaces: between things, and around them.
SPACE_HAIR: Final = 1
GAP_CELL: Final = 2
SPACE_XXS: Final = 2
SPACE_XS: Final = 4
SPACE_CHIP: Final = 5
SPACE_S: Final = 6
SPACE_M: Final = 8
SPACE_CARD: Final = 10
SPACE_L: Final = 12
SPACE_XL: Final = 16
SPACE_XXL: Final = 20
SPACE_LABEL: Final = 28
"""Half of a number such as "100,000" under the end of an axis."""

SPACE_XXXL: Final = 32
SPACE_RIBBON: Final = 40
"""Between objects that a ribbon ties."""

SPACE_SIGN: Final = 48
"""Left of a message: its sign, and the margins of the sign."""

LABEL_HALO: Final = 5
"""Of the ground, under letters that lie on curves."""

# What marks things in a presentation, in pixels of the screen.
LASER_PX: Final = 9
PEN_MARK_PX: Final = 6
SPOT_SHARE: Final = 0.3
"""Radius of the light, of the height of the window."""

SPOT_CLEAR: Final = 0.28
"""Share of that radius within which nothing is dimmed."""

# What is hit with the pointer, and the glyphs on it.
HIT_SMALL: Final = 28
HIT: Final = 32
HIT_WIDE: Final = 34
HIT_LARGE: Final = 36
ICON_S: Final = 18
ICON: Final = 20
ICON_L: Final = 24
ICON_KERNEL: Final = 40
ICON_PICTURE: Final = 68
"""A part of a picture that can be chosen."""

# Radii of corners.
RADIUS_MARK: Final = 1.5
RADIUS_RING: Final = 3
RADIUS_CELL: Final = 4
RADIUS_CELL_LARGE: Final = 7
RADIUS_CHIP: Final = 5
RADIUS_FIELD: Final = 6
RADIUS_PANEL: Final = 8
RADIUS_NAVIGATION_RING: Final = 9
RADIUS_NAVIGATION: Final = 10
RADIUS_DROP: Final = 12
RADIUS_OPENED: Final = 16

# Widths of lines, and shares of an ink: mixed into a ground, or how opaque it lies on one.
LINE_THIN: Final = 1
LINE_MARK: Final = 1.5
LINE_STRONG: Final = 2
LINE_TRAIL: Final = 3
LINE_HALO: Final = 2
"""By so much an edge is wider than the line that lies on it."""

MIX_NONE: Final = 0.0
MIX_TRACE: Final = 0.05
MIX_WELL: Final = 0.07
MIX_WASH: Final = 0.08
MIX_GROOVE: Final = 0.1
MIX_CHOSEN: Final = 0.12
MIX_GRID: Final = 0.15
MIX_CHIP: Final = 0.16
MIX_OUTLINE: Final = 0.22
MIX_TINT: Final = 0.3
MIX_FADED: Final = 0.35
MIX_MUTED: Final = 0.38
MIX_PALE: Final = 0.4
MIX_BAR: Final = 0.42
MIX_AXIS: Final = 0.45
MIX_HALF: Final = 0.5
MIX_EDGE: Final = 0.55
MIX_LINE: Final = 0.6
MIX_TAKES_NO_PART: Final = 0.55
MIX_LARGE_TAKES_NO_PART: Final = 0.3
LARGE_PX: Final = 128
"""Pixels a side from which what takes no part dims more than a small map."""

MIX_FAINT_HUE: Final = 0.28
MIX_RIBBON: Final = 0.26
MIX_RIBBON_END: Final = 0.05
MIX_DIM: Final = 0.62
MIX_STRONG: Final = 0.8
MIX_COVER: Final = 0.92
REACH_SPARSE: Final = 0.25
REACH_DENSE: Final = 0.55
"""What a dense area of cells is more opaque than a sparse one."""

# Durations of motion: the scale, and three that are older than it.
PRESS_MS: Final = 70
DIM_MS: Final = 110
HOVER_MS: Final = 150
OPEN_MS: Final = 240
EXPLAIN_MS: Final = 700
WINDOW_STEP_MS: Final = 140
FLIP_MS: Final = 380
FLIGHT_MS: Final = 420
"""Products into their sum, and the sum into its cell, both together."""

TURN_MS: Final = 420
BOB_MS: Final = 1100
SWAY_MS: Final = 3200

# Durations of waiting: before what is typed or pointed at counts, and for a notice.
POINTING_PAUSE_MS: Final = 40
TYPING_PAUSE_MS: Final = 600
NOTICE_MS: Final = 4000
OFFER_MS: Final = 10_000
"""So long an offer lies over a page that nobody has asked for it on."""

MARK_MS: Final = 8000
"""For so long a mark of a presentation is seen, and fades in the last part of it."""

# Easing of motion: control points of a cubic Bezier, and two of Qt's own, older ones.
EASING: Final = (0.2, 0.0, 0.38, 0.9)
EASING_NONE: Final = QEasingCurve.Type.Linear
"""Of what is eased part by part."""

EASING_STEP: Final = QEasingCurve.Type.InOutQuad
EASING_OPEN: Final = QEasingCurve.Type.InOutCubic

ThemeName = Literal["paper", "stage", "contrast"]
"""Light, dark, and black on white for eyes and rooms that need it."""

# Inks and grounds: "paper" and "stage". Zero is the ground: the colours of data
# (`engine.images.ground_maps`) begin near it. Every text role keeps a contrast of at least
# 4.5:1 on every ground that it meets (tests/gui/ui/test_theme.py counts). The accent is a
# magenta that no table of data uses.
_PAPER_AND_STAGE: Final = {
    "ground": ("#f6f1e6", "#0e0f1a"),
    "raised": ("#fffcf5", "#171927"),
    "chosen": ("#eae2d2", "#222538"),
    "ink": ("#1b1826", "#f2f0fa"),
    "ink_2": ("#534e62", "#b4b3c9"),
    "ink_3": ("#645e72", "#8b8aa6"),
    "accent": ("#c2185b", "#ff5c93"),
    "on_accent": ("#ffffff", "#14040b"),
    "positive": ("#a8420a", "#ffb36b"),
    "negative": ("#1660a8", "#7fc4ff"),
    "training": ("#4f5bd5", "#9aa8ff"),
    "marker_edge": ("#ffffff", "#000000"),
}
# Every text role of "contrast" keeps at least 7:1 on every ground.
_CONTRAST: Final = {
    "ground": "#ffffff",
    "raised": "#ffffff",
    "chosen": "#e6e6e6",
    "ink": "#000000",
    "ink_2": "#262626",
    "ink_3": "#383838",
    "accent": "#8a0040",
    "on_accent": "#ffffff",
    "positive": "#7a2600",
    "negative": "#003a75",
    "training": "#2a2a9c",
    "marker_edge": "#ffffff",
}
ROLES: Final[Mapping[ThemeName, Mapping[str, str]]] = {
    "paper": {role: paper for role, (paper, _stage) in _PAPER_AND_STAGE.items()},
    "stage": {role: stage for role, (_paper, stage) in _PAPER_AND_STAGE.items()},
    "contrast": _CONTRAST,
}

# What Qt's own widgets are painted with: a role of the look, or a colour of each theme.
_Role = QPalette.ColorRole
PALETTE: Final[Mapping[QPalette.ColorRole, str | Mapping[ThemeName, str]]] = {
    _Role.Window: "ground",
    _Role.WindowText: "ink",
    _Role.Base: "raised",
    _Role.AlternateBase: "chosen",
    _Role.Text: "ink",
    _Role.PlaceholderText: "ink_3",
    _Role.Button: "raised",
    _Role.ButtonText: "ink",
    _Role.BrightText: {"paper": "#b3261e", "stage": "#ffb4ab", "contrast": "#8c0009"},
    _Role.ToolTipBase: "ink",
    _Role.ToolTipText: "ground",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: {"paper": "#6a3fa0", "stage": "#cdb0f5", "contrast": "#4b2585"},
    _Role.Light: "chosen",
    _Role.Midlight: "chosen",
    _Role.Mid: "hairline",
    _Role.Dark: "ground",
    _Role.Shadow: "ground",
}

# The curves of a plot: blue and orange of Okabe and Ito, told apart with every common
# colour deficiency.
PLOT_INKS: Final[Mapping[ThemeName, tuple[str, str]]] = {
    "paper": ("#0072b2", "#c25700"),
    "stage": ("#56b4e9", "#f0a030"),
    "contrast": ("#00497a", "#7d3300"),
}

# Several runs side by side: the two of a plot, and two more of Okabe and Ito's.
LANE_INKS: Final[Mapping[ThemeName, tuple[str, ...]]] = {
    "paper": (*PLOT_INKS["paper"], "#00795a", "#9c3b85"),
    "stage": (*PLOT_INKS["stage"], "#3ecfa0", "#e59cc9"),
    "contrast": (*PLOT_INKS["contrast"], "#00513b", "#701f5e"),
}

# Code: a contrast of at least 4.5:1 on its ground and on that of the line that is run
# (tests/gui/pages/convolution/test_algorithm_panel.py counts).
CodeKind = Literal["keyword", "call", "number", "text"]
CODE_INKS: Final[Mapping[ThemeName, Mapping[CodeKind, str]]] = {
    "paper": {
        "keyword": "#7b2d9e",
        "call": "#2450a4",
        "number": "#0a6168",
        "text": "#7a4a00",
    },
    "stage": {
        "keyword": "#dcb6ff",
        "call": "#a9cbff",
        "number": "#86dccb",
        "text": "#f0cf94",
    },
    "contrast": {
        "keyword": "#4e0f69",
        "call": "#0d2f6e",
        "number": "#003d42",
        "text": "#4d2e00",
    },
}

# Marks on painted cells, the same in both themes, as they lie on the colours of data.
BLACK: Final = QColor(0, 0, 0)
WHITE: Final = QColor(255, 255, 255)
HAIRLINE: Final = QColor(128, 128, 128, 90)
TEXT_ON_BLANK: Final = QColor(255, 255, 255, 170)
TEXT_ON_DARK: Final = QColor(255, 255, 255, 225)
TEXT_ON_LIGHT: Final = QColor(0, 0, 0, 225)
ZERO_ON_DARK: Final = QColor(255, 255, 255, 140)
ZERO_ON_LIGHT: Final = QColor(0, 0, 0, 150)
WEIGHT_REFUSED: Final = QColor(190, 0, 30)
WEIGHT_EDGE: Final = QColor(128, 132, 142)
BORDER: Final = QColor(58, 68, 84)
BORDER_HATCH: Final = QColor(112, 126, 148)
BORDER_VEIL: Final = QColor(58, 68, 84, 128)
GAP: Final = QColor(24, 58, 60)
GAP_DOTS: Final = QColor(96, 150, 146)
GAP_VEIL: Final = QColor(24, 58, 60, 120)
WINDOW_VEIL: Final = QColor(58, 68, 84, 150)
READING_EDGE: Final = QColor(0, 0, 0, 160)
POINTED: Final = QColor(255, 255, 255, 0)
REACH: Final = QColor(150, 118, 255, 110)
REACH_ORIGIN: Final = QColor(150, 118, 255, 70)
REACH_VEIL: Final = QColor(164, 140, 156, 150)
REACH_CROSSES: Final = QColor(92, 62, 88, 235)
EMPTY_TILE_ALPHA: Final = 70


class Sheet(NamedTuple):
    """Colours of a sheet that is drawn on: dark ink on white paper, or light on black."""

    paper: QColor
    pen: QColor
    hint: QColor
    note: QColor


SHEETS: Final[Mapping[bool, Sheet]] = {
    False: Sheet(
        paper=QColor(255, 255, 255),
        pen=QColor(24, 26, 36),
        hint=QColor(96, 98, 108),
        note=QColor(255, 255, 255, 205),
    ),
    True: Sheet(
        paper=QColor(9, 10, 18),
        pen=QColor(242, 240, 250),
        hint=QColor(139, 138, 166),
        note=QColor(23, 25, 39, 205),
    ),
}
PEN_OUTLINE: Final = QColor(128, 128, 128)
