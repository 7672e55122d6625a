"""What signals, kernels and their bars are called, in the language of the window."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot, number_of
from cnnviz.ui.numbers import full, short, whole

_SIGNALS: Final = {
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
}
_KERNELS: Final = {
    "identity": QT_TRANSLATE_NOOP("SignalWords", "Identity"),
    "shift": QT_TRANSLATE_NOOP("SignalWords", "Shift"),
    "average_3": QT_TRANSLATE_NOOP("SignalWords", "Moving average of 3"),
    "average_5": QT_TRANSLATE_NOOP("SignalWords", "Moving average of 5"),
    "gaussian": QT_TRANSLATE_NOOP("SignalWords", "Gaussian blur of 5"),
    "sharpen": QT_TRANSLATE_NOOP("SignalWords", "Sharpen"),
    "difference": QT_TRANSLATE_NOOP("SignalWords", "Difference"),
    "derivative": QT_TRANSLATE_NOOP("SignalWords", "Derivative (as Sobel’s)"),
    "second_difference": QT_TRANSLATE_NOOP("SignalWords", "Second difference"),
    "echo": QT_TRANSLATE_NOOP("SignalWords", "Echo"),
}


def no_picture_here() -> str:
    """Return why a source of pictures has nothing to give in one dimension."""
    return QCoreApplication.translate(
        "SignalWords",
        "In one dimension there is a signal, no picture: choose or type it in the "
        "settings",
    )


def picture_not_seen() -> str:
    """Return where a picture is to be seen that has come in one dimension."""
    return QCoreApplication.translate(
        "SignalWords",
        "New picture, not seen in one dimension: choose another operation, or "
        "Samples ▸ Row of the picture.",
    )


def signal_name(key: str) -> str:
    """Return what a signal is called."""
    return QCoreApplication.translate("SignalWords", str(_SIGNALS[key]))


def signal_kernel_name(key: str) -> str:
    """Return what a kernel in one dimension is called."""
    return QCoreApplication.translate("SignalWords", str(_KERNELS[key]))


def told(scene: Scene, spot: Spot) -> str:
    """Say what a bar is, with its number and what belongs to it."""
    match spot.row:
        case "signal":
            return _of_signal(scene, spot)
        case "kernel":
            return _of_kernel(scene, spot)
        case "products":
            return _of_product(scene, spot)
        case "output":
            return _of_output(scene, spot)


def _of_signal(scene: Scene, spot: Spot) -> str:
    translate, picture = QCoreApplication.translate, scene.picture
    if 0 <= spot.index < len(picture.signal_n):
        text = translate("SignalWords", "Signal, position {position}: {value}.")
        text = text.format(
            position=whole(spot.index + 1), value=full(number_of(scene, spot))
        )
    else:
        text = translate("SignalWords", "Padding: a 0 that is added.")
    count = len(picture.fed_by(spot.index))
    if not count:
        rest = translate("SignalWords", "No window reaches it.")
    elif count == 1:
        rest = translate("SignalWords", "It is part of 1 output.")
    else:
        rest = translate("SignalWords", "It is part of {count} outputs.")
    return f"{text} {rest.format(count=whole(count))}"


def _of_kernel(scene: Scene, spot: Spot) -> str:
    text = QCoreApplication.translate(
        "SignalWords", "Kernel, number {position}: {value}. It meets {count} cells."
    )
    return text.format(
        position=whole(spot.index + 1),
        value=full(number_of(scene, spot)),
        count=whole(len(scene.picture.met_by(spot.index))),
    )


def _of_product(scene: Scene, spot: Spot) -> str:
    start = scene.picture.start(scene.position or 0)
    cell = scene.picture.value(start + spot.index)
    weight = float(scene.picture.kernel_k[spot.index])
    text = QCoreApplication.translate(
        "SignalWords", "Product: {cell} × {weight} = {value}"
    )
    return text.format(
        cell=short(cell, 6),
        weight=_in_brackets(weight),
        value=full(number_of(scene, spot)),
    )


def _of_output(scene: Scene, spot: Spot) -> str:
    translate = QCoreApplication.translate
    if not scene.whole and scene.position is not None and spot.index > scene.position:
        text = translate(
            "SignalWords", "Output, position {position}: not computed yet."
        )
    else:
        text = translate("SignalWords", "Output, position {position}: {value}")
    return text.format(
        position=whole(spot.index + 1), value=full(number_of(scene, spot))
    )


def _in_brackets(value: float) -> str:
    return f"({short(value, 6)})" if value < 0 else short(value, 6)
