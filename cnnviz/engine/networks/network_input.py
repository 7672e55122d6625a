"""Any picture brought to the size and the channels that a network reads."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import prepare_picture
from cnnviz.engine.images.resizing import Box, crop, middle, resize
from cnnviz.engine.networks.layers import Network


@dataclass(frozen=True, slots=True, eq=False)
class NetworkInput:
    """A picture as a network reads it, and the part of it that was taken.

    Attributes
    ----------
    pixels
        uint8, of `Network.picture_shape`.
    box
        The part of the picture; ``None`` where it was read as a drawing, whose ink is
        fitted and centred.
    filled
        Where in the input that part lies; the margin around it has `zero_levels`.
    """

    pixels: NDArray[np.uint8]
    box: Box | None = None
    filled: Box | None = None


def network_input(
    picture: Picture, network: Network, *, fit: bool = False
) -> NetworkInput:
    """Bring a picture to what a network reads.

    A network of digits, or of other drawings, gets the ink, fitted and centred as MNIST's
    is. Others get the
    largest part in the middle that has the proportions of their input, reduced or
    enlarged; a grey picture has three equal channels for them, a coloured one is turned
    grey for a network of one channel.

    Parameters
    ----------
    fit
        Take the whole picture instead of its middle, with a margin where its proportions
        are others. No choice for a network of drawings.

    Raises
    ------
    CnnvizError
        ``drawing_empty`` where a drawing is read and there is no ink.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> grey = Picture(np.zeros((1, 100, 300), np.uint8), "grey")
    >>> made = network_input(grey, network("tiny-vgg"))
    >>> made.pixels.shape, made.box
    ((3, 64, 64), Box(top=0, left=100, height=100, width=100))
    """
    if network.reads_drawings:
        prepared = prepare_picture(picture, keep_spots=network.drawings)
        return NetworkInput(prepared.digit_hw)
    channels, height, width = network.input_chw
    box, filled = Box(0, 0, *picture.size_hw), Box(0, 0, height, width)
    if fit:
        filled = middle((height, width), picture.size_hw)
    else:
        box = middle(picture.size_hw, (height, width))
    part = crop(picture, box)
    part = part.to_grey() if channels == 1 else part.to_rgb()
    pixels_chw = np.empty(network.input_chw, np.uint8)
    pixels_chw[:] = zero_levels(network)[:, np.newaxis, np.newaxis]
    resized = resize(part, (filled.height, filled.width), "bilinear").pixels_chw
    rows = slice(filled.top, filled.top + filled.height)
    columns = slice(filled.left, filled.left + filled.width)
    pixels_chw[:, rows, columns] = resized
    return NetworkInput(pixels_chw.reshape(network.picture_shape), box, filled)


def zero_levels(network: Network) -> NDArray[np.uint8]:
    """Return the level of each channel that the network sees as 0, or almost so.

    A network may scale its pixels to 0.01..1, so that none is 0: its mean is below 0.
    The nearest level stands for 0 then.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> zero_levels(network("alexnet")).tolist()
    [124, 116, 104]
    """
    means = [mean for mean, _ in network.channel_normalizations]
    levels: NDArray[np.uint8] = np.rint(255 * np.clip(means, 0, 1)).astype(np.uint8)
    return levels
