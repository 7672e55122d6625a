"""The page on which a whole network is seen, and any number of it opened."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.blocks import Block, picture_block
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.engine.networks.regions import feeding_maps, regions
from cnnviz.pages.network.model.opened_unit import OpenedUnit
from cnnviz.pages.network.presenters.network_presenter import (
    NetworkPresenter,
    NetworkState,
)
from cnnviz.pages.network.views.network_actions import NetworkActions
from cnnviz.pages.network.views.opened_panel import OpenedPanel
from cnnviz.pages.network.views.path_bar import Crumb, PathBar
from cnnviz.pages.network.views.range_switch import RangeSwitch
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_chooser.network_chooser import NetworkChooser
from cnnviz.ui.network_view.columns.block_words import block_title, tile_label
from cnnviz.ui.network_view.columns.column_marks import Region
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.network_view.columns.read_columns import ColumnsShown
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import Page, set_names
from cnnviz.ui.picture_text import picture_title
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.look import look, look_palette
