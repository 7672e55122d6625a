"""Everything that the window says, place by place: texts, tips, accessible names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, get_args

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from cnnviz.app import Session
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.pages.convolution.model.lab_settings import OperationKind
from cnnviz.pages.convolution.views.inspector.inspector import SECTIONS, Inspector
from cnnviz.pages.draw.presenters.why.explaining import Method
from cnnviz.pages.train.model.step_state import PARTS, StepPart
from cnnviz.shell.navigation_bar import NavigationButton
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Run
from cnnviz.state.run.timeline import Timeline
from cnnviz.state.workers.weight_file import offered_networks
from cnnviz.ui.controls.fitting_label import FittingLabel

Said = Iterator[tuple[str, str]]
"""A role (``text``, ``tip`` ...) and what is said there."""


@dataclass(frozen=True, slots=True)
class Place:
    """A state of the window to be looked at, and how to get there."""

    name: str
    go: Callable[[Session], None]
    is_ready: Callable[[Session], bool] = lambda session: True


def _page(key: str) -> Callable[[Session], None]:
    return lambda session: session.window.show_page(key)


def _tab(operation: OperationKind, index: int) -> Callable[[Session], None]:
    def go(session: Session) -> None:
        session.window.show_page("convolution")
        session.walk.commands.set("operation", operation)
        keys = SECTIONS[operation]
        inspector = session.window.findChild(Inspector)
        assert inspector is not None
        inspector.open_section(keys[min(index, len(keys) - 1)])

    return go


def _press(name: str, page: str = "convolution") -> Callable[[Session], None]:
    """Return what clicks a button of a page, or triggers an action."""

    def go(session: Session) -> None:
        window = session.window
        window.show_page(page)
        button = window.findChild(QAbstractButton, name)
        action = window.findChild(QAction, name)
        if button is not None:
            button.click()
        elif action is not None:
            action.trigger()
        else:
            raise LookupError(name)

    return go


def _why(method: Method) -> Callable[[Session], None]:
    """Return what lets the Draw page explain, always against the same class."""

    def go(session: Session) -> None:
        session.window.show_page("draw")
        _press("draw_why_button", "draw")(session)
        session.draw.why.choose_other(1)
        session.draw.why.choose_method(method)

    return go


def _is_explained(session: Session) -> bool:
    why = session.draw.why
    found = why.store.state.explanation
    is_there = found is not None and found.question.method == why.store.state.method
    return is_there and not why.is_waiting


def _are_stages_known(session: Session) -> bool:
    stages = session.draw.stages
    return stages.store.state.outcome is not None and not stages.is_waiting


EXPLAINED: Final[tuple[Method, ...]] = ("occlusion", "gradient", "ink", "grad_cam")
"""Of the others, what is said depends on numbers."""

OPERATIONS: Final = get_args(OperationKind)


def _is_answered(session: Session) -> bool:
    state = session.draw.store.state
    said = state.answer is not None or state.error is not None
    return said and not state.loading


def _network_empty(session: Session) -> bool:
    return session.network.store.state.error is not None


def _network_answered(session: Session) -> bool:
    return session.network.store.state.answer is not None


def _knows_data(session: Session) -> bool:
    """Whether it was looked for data: of a test only the built-in digits are here."""
    has_guessed = session.train.awaiting.seen.state is not None
    return has_guessed and session.train.recipes.here.store.state == {"builtin"}


def _sample(session: Session) -> None:
    session.picture.open_sample("seven")


def _is_measured(session: Session) -> bool:
    return session.looking.closer.store.state.field is not None


def _network_of(name: str) -> Callable[[Session], None]:
    """Return what lets the Network page look at a network of the catalogue."""

    def go(session: Session) -> None:
        named = {one.network.name: one for one in offered_networks()}
        session.looking.choices.choose(named[name])

    return go


def _is_of(name: str) -> Callable[[Session], bool]:
    def is_ready(session: Session) -> bool:
        state = session.network.store.state
        return state.network.name == name and state.answer is not None

    return is_ready


def _is_as_while_training(session: Session) -> bool:
    return session.network.store.state.is_as_while_training


def _is_compared(session: Session) -> bool:
    compared = session.looking.comparison.store.state
    return compared.answer is not None and compared.curve is not None


def _network_number(session: Session) -> None:
    session.network.open_cell(0, 5)


def _network_place(layer: str, channel: int) -> Callable[[Session], None]:
    return lambda session: session.network.open_map(layer, channel)


def _one_step(session: Session) -> None:
    """Open a step of LeNet-5 from weights of 0: the same numbers on every machine."""
    lenet5 = NETWORKS["lenet5"]
    shapes = parameter_shapes(lenet5)
    weights = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    shot = SnapshotPictures(20, 1, weights, NetworkPictures(lenet5))
    config, timeline = TrainingConfig(), Timeline((shot,))
    run = Run(1, "finished", lenet5, config, "builtin", timeline=timeline)
    session.train.run.replace(run)


def _step_part(part: StepPart) -> Callable[[Session], None]:
    return lambda session: session.train.steps.show_part(part)


def _is_stepped(session: Session) -> bool:
    hint = session.window.findChild(QLabel, "timeline_hint")
    knows_how_sure = hint is not None and ";" in hint.text()
    return knows_how_sure and session.train.steps.store.state.answer is not None


PLACES = (
    *(
        Place(f"convolution, {operation}, tab {index + 1}", _tab(operation, index))
        for operation in OPERATIONS
        for index in range(4)
    ),
    Place("convolution again", _tab("convolution", 1)),
    Place("learned kernels", _press("learned_button")),
    Place("kernels again", _press("learned_button")),
    Place("algorithm", _press("algorithm_action")),
    Place("no algorithm", _press("algorithm_action")),
    Place("drawing", _press("draw_action")),
    Place("no drawing", _press("draw_action")),
    Place("numbers", _press("source_numbers_action")),
    Place("no numbers", _press("source_numbers_action")),
    Place("data set", _press("source_dataset_action")),
    Place("no data set", _press("source_dataset_action")),
    Place("animation", _press("save_animation_action")),
    Place("keys", _press("shortcuts")),
    Place("about", _press("about")),
    Place("draw", _page("draw"), _is_answered),
    Place("own classes", _press("own_classes_button", "draw")),
    Place("why, nothing drawn", _press("draw_why_button", "draw")),
    Place("what if, nothing drawn", _press("draw_what_if_button", "draw")),
    Place("stages, nothing drawn", _press("draw_stages_button", "draw")),
    Place("drawings, nothing drawn", _press("draw_drawings_button", "draw")),
    Place("maps", _press("draw_maps_button", "draw")),
    Place("network, nothing drawn", _page("network"), _network_empty),
    Place("network", _sample, _network_answered),
    Place("whole map", _network_place("c3", 13)),
    Place("number of a map", _network_number),
    Place("steps to it", _press("step_by_step_button", "network")),
    Place("no steps", _press("unit_step_by_step", "network")),
    Place("weights to change", _press("change_network_button", "network")),
    Place("layers to build", _press("build_network_button", "network")),
    Place("a closer look", _press("look_closer_button", "network"), _is_measured),
    Place("no closer look", _press("look_closer_button", "network")),
    Place("compared", _press("compare_button", "network"), _is_compared),
    Place("not compared", _press("compare_button", "network")),
    Place("summary", _press("network_summary_button", "network")),
    Place("no summary", _press("network_summary_button", "network")),
    Place("number of the picture", _network_place("input", 0)),
    Place("number of a vector", _network_place("output", 7)),
    Place("another network", _network_of("sign-language"), _is_of("sign-language")),
    Place("batch normalization", _network_place("conv1", 2)),
    Place(
        "as while training",
        _press("batch_statistics_box", "network"),
        _is_as_while_training,
    ),
    *(Place(f"why, {method}", _why(method), _is_explained) for method in EXPLAINED),
    Place("stages", _press("draw_stages_button", "draw"), _are_stages_known),
    Place("maps again", _press("draw_maps_button", "draw")),
    Place("train", _page("train"), _knows_data),
    Place("one step, without a run", _press("train_one_step_button", "train")),
    Place("one step", _one_step, _is_stepped),
    *(Place(f"one step, {part}", _step_part(part)) for part in PARTS),
)


def said_by(widget: QWidget) -> Said:
    """Yield what one widget says to eyes and to screen readers."""
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit():
            yield "placeholder", widget.placeholderText()
        case QGroupBox():
            yield "title", widget.title()
        case QComboBox():
            for index in range(widget.count()):
                yield "item", widget.itemText(index)
    yield "tip", widget.toolTip()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    if widget.windowTitle():
        yield "window title", widget.windowTitle()


def said_by_action(action: QAction) -> Said:
    """Yield what an action says in menus, on buttons and in the status line."""
    yield "text", action.text()
    yield "tip", action.toolTip()
    yield "status tip", action.statusTip()
    yield "keys", " ".join(keys.toString() for keys in action.shortcuts())


def widgets_of(root: QWidget) -> list[QWidget]:
    """Return a widget and all widgets in it that are shown."""
    return [
        widget
        for widget in (root, *root.findChildren(QWidget))
        if widget.isVisibleTo(root) and widget.isVisible()
    ]


def place_of(widget: QWidget) -> str:
    """Return the names on the way to a widget; nameless ones by their class."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None:
        if at.isWindow() and not isinstance(at, QDialog):
            break
        if at.objectName() and not at.objectName().startswith("qt_"):
            names.append(at.objectName())
        elif at is widget:
            names.append(type(at).__name__)
        at = at.parentWidget()
    return "/".join(reversed(names)) or type(widget).__name__


def roots(window: QWidget) -> list[QWidget]:
    """Return a window and the dialogs that are open beside it."""
    dialogs = (dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    return [window, *dialogs]


def lines_of(window: QWidget) -> set[str]:
    """Return a line for everything that a window and its dialogs say now."""
    lines = {
        f"{place_of(widget)} | {role} | {text!r}"
        for root in roots(window)
        for widget in widgets_of(root)
        for role, text in said_by(widget)
        if text
    }
    for menu in window.findChildren(QMenu):  # some are filled when they are shown
        menu.aboutToShow.emit()
    return lines | {
        f"action {action.objectName()} | {role} | {text!r}"
        for action in window.findChildren(QAction)
        for role, text in said_by_action(action)
        if text and action.objectName()
    }


def _needs(widget: QWidget) -> int:
    """Return how many pixels wide a widget's text is, with what stands around it."""
    match widget:
        case FittingLabel():
            return 0  # it says less, or presses itself, by design; its tip has all
        case QLabel() if widget.wordWrap() or widget.pixmap():
            return 0
        case QLabel():
            metrics = widget.fontMetrics()
            if widget.textFormat() == Qt.TextFormat.RichText:
                return 0
            lines = widget.text().replace("&", "").splitlines() or [""]
            return max(metrics.horizontalAdvance(line) for line in lines)
        case NavigationButton():
            return 0  # makes its letters smaller, by design
        case QAbstractButton() if widget.text():
            if isinstance(widget, QToolButton):
                return (
                    0
                    if not widget.icon().isNull()
                    else widget.minimumSizeHint().width()
                )
            text = widget.text().replace("&", "")
            return widget.fontMetrics().horizontalAdvance(text) + 8
        case _:
            return 0


def _needs_height(widget: QWidget) -> int:
    """Return how many pixels high a widget's text is at the width that it has."""
    match widget:
        case FittingLabel():
            return 0
        case QLabel() if widget.text() and widget.wordWrap():
            return widget.heightForWidth(widget.width())
        case QLabel() | QAbstractButton() if widget.text():
            metrics = widget.fontMetrics()
            *above, last = widget.text().splitlines() or [""]
            # An accent may reach a pixel above the line, where no label leaves room.
            ink = metrics.tightBoundingRect(last).height() - 1
            return len(above) * metrics.lineSpacing() + ink
        case _:
            return 0


def clipped(window: QWidget) -> list[str]:
    """Name every visible widget that is smaller than its text, and every cut tab."""
    found = []
    for widget in (one for root in roots(window) for one in widgets_of(root)):
        wide, high = _needs(widget), _needs_height(widget)
        is_cut = widget.width() < wide or widget.height() < high
        if is_cut and not widget.visibleRegion().isEmpty():
            found.append(
                f"{place_of(widget)}: {widget.width()} x {widget.height()} px of "
                f"{wide} x {high} for "
                f"{[text for role, text in said_by(widget) if role == 'text']}"
            )
    return found
