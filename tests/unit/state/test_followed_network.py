"""The network that a page looks at: it follows the one that classifies, or stays."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.networks.catalogue import network
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.followed_network import FollowedNetwork
from cnnviz.state.store import Store

LENET = CurrentNetwork(network("lenet5"), None, "shipped")
CONVNET = CurrentNetwork(network("convnet"), None, "untrained")
ALEXNET = CurrentNetwork(network("alexnet"), None, "untrained")


def test_that_it_goes_along_until_another_is_looked_at(qapp: QCoreApplication) -> None:
    leader = Store(LENET)
    followed = FollowedNetwork(leader)
    leader.replace(CONVNET)
    assert followed.store.state is CONVNET
    followed.store.replace(ALEXNET)
    assert leader.state is CONVNET
    leader.replace(LENET)
    assert followed.store.state is ALEXNET


def test_that_it_follows_again_when_it_is_asked_to(qapp: QCoreApplication) -> None:
    leader = Store(LENET)
    followed = FollowedNetwork(leader)
    followed.store.replace(ALEXNET)
    followed.follow()
    assert followed.store.state is LENET
    leader.replace(CONVNET)
    assert followed.store.state is CONVNET
