"""What the tool Own classes says of a training."""

from cnnviz.engine.datasets.own.collection import OwnClasses
from cnnviz.engine.networks.catalogue.own_classes import own_classes_network
from cnnviz.pages.draw.presenters.classes.own_state import Learned, OwnState
from cnnviz.pages.draw.views.classes.own_words import OwnWords
from cnnviz.state.current_network import CurrentNetwork


def test_that_a_training_that_was_cut_off_says_how_far_it_came() -> None:
    network = CurrentNetwork(own_classes_network(("a", "b")), None, "own")
    learned = Learned(network, OwnClasses(), seconds=9.2, percent=40)
    said = OwnWords().outcome(OwnState(learned=learned))
    assert said.startswith("Stopped after 9.2 s, with 40% of the training done")
