"""What an input channel is called: in a sentence, and before its numbers."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.images.picture import COLOUR_LETTERS


def channel_name(channel: int, channels: int) -> str:
    """Return what a channel is called in a sentence: red, or by its number."""
    translate = QCoreApplication.translate
    if channels == len(COLOUR_LETTERS):
        names = (
            translate("ChannelNames", "red"),
            translate("ChannelNames", "green"),
            translate("ChannelNames", "blue"),
        )
        return names[channel]
    text = translate("ChannelNames", "channel {number}")
    return text.format(number=channel + 1)


def channel_mark(channel: int, channels: int) -> str:
    """Return what stands before a channel's numbers: R, or a short word and number."""
    if channels == len(COLOUR_LETTERS):
        return COLOUR_LETTERS[channel]
    text = QCoreApplication.translate("ChannelNames", "ch. {number}")
    return text.format(number=channel + 1)
