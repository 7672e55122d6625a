"""What signals, kernels and their bars are called, in the language of the window."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot
from cnnviz.ui.numbers import full, short
from cnnviz.ui.texts import filled

_NAMES: Final = {
    "mixed": QT_TRANSLATE_NOOP("SignalWords", "Ramp and pulse"),
    "step": QT_TRANSLATE_NOOP("SignalWords", "Step"),
    "impulse": QT_TRANSLATE_NOOP("SignalWords", "Impulse"),
    "pulse": QT_TRANSLATE_NOOP("SignalWords", "Pulse"),
    "two_pulses": QT_TRANSLATE_NOOP("SignalWords", "Two pulses"),
    "ramp": QT_TRANSLATE_NOOP("SignalWords", "Ramp"),
    "sine": QT_TRANSLATE_NOOP("SignalWords", "Sine"),
    "noise": QT_TRANSLATE_NOOP("SignalWords", "Step with noise"),
    "random": QT_TRANSLATE_NOOP("SignalWords", "Random numbers"),
    "picture_row": QT_TRANSLATE_NOOP("SignalWords", "Row of the picture"),
    "identity": QT_TRANSLATE_NOOP("SignalWords", "Identity"),
    "shift": QT_TRANSLATE_NOOP("SignalWords", "Shift"),
    "average_3": QT_TRANSLATE_NOOP("SignalWords", "Moving average of 3"),
    "average_5": QT_TRANSLATE_NOOP("SignalWords", "Moving average of 5"),
    "gaussian": QT_TRANSLATE_NOOP("SignalWords", "Gaussian blur of 5"),
    "sharpen": QT_TRANSLATE_NOOP("SignalWords", "Sharpen"),
    "difference": QT_TRANSLATE_NOOP("SignalWords", "Difference"),
    "derivative": QT_TRANSLATE_NOOP("SignalWords", "Derivative (as in Sobel)"),
    "second_difference": QT_TRANSLATE_NOOP("SignalWords", "Second difference"),
    "echo": QT_TRANSLATE_NOOP("SignalWords", "Echo"),
}


def no_picture_here() -> str:
    """Return why a source of pictures has nothing to give in one dimension."""
    return QCoreApplication.translate(
        "SignalWords",
        "In one dimension, the input is a signal, not a picture. Choose or "
        "type one in the settings",
    )


def picture_not_seen() -> str:
    """Return where a picture is to be seen that has come in one dimension."""
    return QCoreApplication.translate(
        "SignalWords",
        "The new picture is not used in one dimension. Choose another "
        "operation, or Examples ▸ Row of the picture.",
    )


def signal_name(key: str) -> str:
    """Return what a signal, or a kernel in one dimension, is called."""
    return QCoreApplication.translate("SignalWords", str(_NAMES[key]))


def told(scene: Scene, spot: Spot) -> str:
    """Say what a bar is, with its number and what belongs to it."""
    match spot.row:
        case "signal":
            return _of_signal(scene, spot)
        case "kernel":
            text = QCoreApplication.translate(
                "SignalWords",
                "Kernel, number {position}: {value}. It multiplies {n} {n|cell|cells}.",
            )
            met = scene.picture.met_by(spot.index)
            return _said(text, scene, spot, n=len(met))
        case "products":
            return _of_product(scene, spot)
        case "output":
            text = QCoreApplication.translate(
                "SignalWords", "Output, position {position}: {value}"
            )
            if not scene.is_known(spot):
                text = QCoreApplication.translate(
                    "SignalWords", "Output, position {position}: not computed yet."
                )
            return _said(text, scene, spot)


def _said(text: str, scene: Scene, spot: Spot, **facts: object) -> str:
    """Fill a text with place and number of a bar, and with what else is said of it."""
    value = full(scene.number(spot))
    return filled(text, position=spot.index + 1, value=value, **facts)


def _of_signal(scene: Scene, spot: Spot) -> str:
    translate = QCoreApplication.translate
    text = translate("SignalWords", "Padding: a 0 that is added.")
    if spot.index in scene.own("signal"):
        text = translate("SignalWords", "Signal, position {position}: {value}.")
    rest = translate("SignalWords", "No window reaches it.")
    count = len(scene.picture.fed_by(spot.index))
    if count:
        rest = translate("SignalWords", "It is part of {n} {n|output|outputs}.")
    return _said(f"{text} {rest}", scene, spot, n=count)


def _of_product(scene: Scene, spot: Spot) -> str:
    start = scene.picture.start(scene.position or 0)
    cell = scene.picture.value(start + spot.index)
    weight = float(scene.picture.kernel_k[spot.index])
    text = QCoreApplication.translate(
        "SignalWords", "Product: {cell} × {weight} = {value}"
    )
    written = short(weight, 6)
    return _said(
        text,
        scene,
        spot,
        cell=short(cell, 6),
        weight=f"({written})" if weight < 0 else written,
    )
