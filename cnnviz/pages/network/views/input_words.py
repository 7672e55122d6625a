"""What was done to a picture so that a network can read it, in words."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.resizing import Box
from cnnviz.pages.network.model.network_answer import NetworkAnswer
from cnnviz.ui.numbers import whole


def input_words(answer: NetworkAnswer) -> str:
    """Return what became of the picture; nothing where it was read as a digit.

    E.g. ``Grey copied into 3 channels, the middle 300 × 300 reduced to 64 × 64.``
    """
    given, picture = answer.given, answer.question.picture.picture
    if given.box is None or given.filled is None:
        return ""
    parts = _channels(picture, answer.network.input_chw[0])
    parts.append(_part(picture, given.box, given.filled))
    _, height, width = answer.network.input_chw
    if _size(given.filled) != (height, width):
        margin = QCoreApplication.translate(
            "InputWords", "with a margin to {size}, which the network sees as 0"
        )
        parts.append(margin.format(size=_written((height, width))))
    said = ", ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def _channels(picture: Picture, channels: int) -> list[str]:
    translate = QCoreApplication.translate
    if picture.is_grey and channels > 1:
        text = translate("InputWords", "grey copied into {channels} channels")
        return [text.format(channels=channels)]
    if channels == 1 and not picture.is_grey:
        return [translate("InputWords", "colours turned grey")]
    return []


def _part(picture: Picture, box: Box, filled: Box) -> str:
    translate, given, taken = QCoreApplication.translate, _size(filled), _size(box)
    is_whole = taken == picture.size_hw
    if given == taken:
        text = translate("InputWords", "the middle {part} taken as it is")
        if is_whole:
            text = translate("InputWords", "the whole {part} taken as it is")
    elif given < taken:
        text = translate("InputWords", "the middle {part} reduced to {size}")
        if is_whole:
            text = translate("InputWords", "the whole {part} reduced to {size}")
    else:
        text = translate("InputWords", "the middle {part} enlarged to {size}")
        if is_whole:
            text = translate("InputWords", "the whole {part} enlarged to {size}")
    return text.format(part=_written(taken), size=_written(given))


def _size(box: Box) -> tuple[int, int]:
    return box.height, box.width


def _written(size_hw: tuple[int, int]) -> str:
    """Return height × width, as the columns write it."""
    return " × ".join(map(whole, size_hw))
