"""What a network is called, where it comes from and how good it is."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import Network
from cnnviz.state.built_names import first_name
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.ui.network_title import title_words
from cnnviz.ui.numbers import percent, whole
from cnnviz.ui.picture_text import shortened

_LONGEST_NAME = 40


def network_facts(network: CurrentNetwork) -> str:
    """Return where a network comes from and how good it is, in one line.

    E.g. ``shipped with cnnviz · 99.25% of held-out pictures right``.
    """
    accuracy = network.validation_accuracy
    if accuracy is None:
        return _origin(network)
    translate = QCoreApplication.translate
    text = translate("NetworkWords", "{share} of the validation pictures correct")
    return f"{_origin(network)} · {text.format(share=percent(accuracy, 2))}"


def network_facts_briefly(network: CurrentNetwork) -> tuple[str, ...]:
    """Return the facts on a network at several lengths, the longest first."""
    accuracy = network.validation_accuracy
    if accuracy is None:
        return _origin(network), _origin_in_a_word(network)
    share = percent(accuracy, 2)
    return (
        network_facts(network),
        f"{_origin(network)} · {share}",
        f"{_origin_in_a_word(network)} · {share}",
        share,
    )


def network_title(network: CurrentNetwork, among: Sequence[CurrentNetwork] = ()) -> str:
    """Return what a network is called: ``LeNet-5``, ``LeNet-5, changed``.

    What the program calls it is said in the language of now; of several ``among`` which
    that is the same, all but the first have a number: ``LeNet-5, changed (2)``.
    """
    made = _made_title(network)
    same = [each.key for each in among if made and _made_title(each) == made]
    number = same.index(network.key) + 1 if network.key in same else 1
    title = made or _title(network)
    return title if number == 1 else f"{title} ({whole(number)})"


def _made_title(network: CurrentNetwork) -> str:
    """Return what the program calls a network; nothing where the title says it all."""
    title, known = _title(network), NETWORKS.get(network.network.name)
    if network.origin == "changed" or _is_trained_copy(network, known):
        text = QCoreApplication.translate("NetworkWords", "{network}, changed")
        return text.format(network=title)
    title, first = network.network.title, first_name(network.network.name)
    if not first or (first in NETWORKS and NETWORKS[first].title != title):
        return ""  # the second: somebody gave it a title of its own
    text = QCoreApplication.translate("NetworkWords", "{network}, built")
    return text.format(network=title_words(title))


def _title(network: CurrentNetwork) -> str:
    """Return a network's own title, and which of its shipped weights it has."""
    title = title_words(network.network.title)
    if network.weights_name != "lenet5-over-fit":
        return title
    text = QCoreApplication.translate(
        "NetworkWords", "{network}, over-fitted (1,000 pictures)"
    )
    return text.format(network=title)


def _is_trained_copy(network: CurrentNetwork, known: Network | None) -> bool:
    """Whether a changed copy of a network was trained, which has the same title."""
    if network.origin != "trained" or known is None:
        return False
    return known.title == network.network.title and known != network.network


def network_line(network: CurrentNetwork, among: Sequence[CurrentNetwork] = ()) -> str:
    """Return a network's name and the facts on it, in one line."""
    return f"{network_title(network, among)} · {network_facts(network)}"


def _origin(network: CurrentNetwork) -> str:
    translate = QCoreApplication.translate
    match network.origin:
        case "shipped":
            return translate("NetworkWords", "comes with cnnviz")
        case "untrained":
            return translate("NetworkWords", "random weights: it has learned nothing")
        case "changed":
            return translate("NetworkWords", "changed here by hand")
        case "built":
            return translate("NetworkWords", "built here")
        case "own":
            return translate("NetworkWords", "own classes")
        case "file":
            text = translate("NetworkWords", "opened from {file}")
            return text.format(file=_plain(network.file))
        case "trained":
            text = translate(
                "NetworkWords", "trained here: run {run}, epoch {epoch}, batch {batch}"
            )
            run, epoch, batch = map(whole, (network.run, network.epoch, network.step))
            return text.format(run=run, epoch=epoch, batch=batch)


def _origin_in_a_word(network: CurrentNetwork) -> str:
    match network.origin:
        case "shipped":
            return QCoreApplication.translate("NetworkWords", "shipped")
        case "untrained":
            return QCoreApplication.translate("NetworkWords", "not trained")
        case "changed":
            return QCoreApplication.translate("NetworkWords", "changed")
        case "built":
            return QCoreApplication.translate("NetworkWords", "built here")
        case "own":
            return QCoreApplication.translate("NetworkWords", "own classes")
        case "file":
            return QCoreApplication.translate("NetworkWords", "from a file")
        case "trained":
            return QCoreApplication.translate("NetworkWords", "trained here")


def _plain(name: str) -> str:
    """Return a file's name in one line, whatever is in it."""
    return shortened(
        "".join(c if c.isprintable() else "?" for c in name), _LONGEST_NAME
    )
