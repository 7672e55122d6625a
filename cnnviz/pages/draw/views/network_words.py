"""What the network is called, where it comes from and how good it is."""

from PySide6.QtCore import QCoreApplication

from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.ui.numbers import percent


def network_line(state: DrawState) -> str:
    """Return one line on the network whose answer is shown, or is being made ready.

    E.g. ``LeNet-5 · shipped with cnnviz · 99.25% of held-out digits right``.
    """
    ready = state.ready if state.answer is None else state.answer.network
    current = state.current if ready is None else ready.current
    accuracy = current.validation_accuracy if ready is None else ready.accuracy
    parts = [current.network.title, _origin(current)]
    if accuracy is not None:
        text = QCoreApplication.translate(
            "NetworkWords", "{share} of held-out digits right"
        )
        parts.append(text.format(share=percent(accuracy, 2)))
    return " · ".join(parts)


def _origin(current: CurrentNetwork) -> str:
    match current.origin:
        case "shipped":
            return QCoreApplication.translate("NetworkWords", "shipped with cnnviz")
        case "file":
            return QCoreApplication.translate("NetworkWords", "opened from a file")
        case "trained":
            return QCoreApplication.translate("NetworkWords", "trained by you")
