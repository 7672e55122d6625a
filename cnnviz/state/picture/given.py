"""The shared picture as a network reads it."""

from cnnviz.engine.images.preparation import prepare_drawing
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.network_input import NetworkInput, network_input
from cnnviz.state.picture.shared_picture import SharedPicture


def given_to(
    picture: SharedPicture, network: Network, *, fit: bool = False
) -> NetworkInput:
    """Return a picture as a network reads it; ink is prepared as on the Draw page.

    ``fit`` gives the whole picture instead of its middle.

    Raises
    ------
    CnnvizError
        ``drawing_empty`` where a drawing is read and there is no ink.
    """
    if picture.ink_hw is not None and network.reads_drawings:
        ink_hw, keep_spots = picture.ink_hw, network.drawings
        return NetworkInput(prepare_drawing(ink_hw, keep_spots=keep_spots).digit_hw)
    return network_input(picture.picture, network, fit=fit)
