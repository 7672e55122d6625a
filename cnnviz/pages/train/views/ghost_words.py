"""What an earlier run is called beside the one of now: by what was different."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.training.optimizers import CONTEXT as OPTIMIZERS_CONTEXT
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.state.run.earlier_runs import EarlierRun
from cnnviz.state.run.run_state import Run
from cnnviz.ui.network_title import title_words
from cnnviz.ui.numbers import short
from cnnviz.ui.picture_text import dataset_title
from cnnviz.ui.texts import filled, plain


def ghost_words(earlier: EarlierRun, run: Run) -> str:
    """Return the name of an earlier run."""
    text = QCoreApplication.translate("GhostWords", "run {number}: {difference}")
    different = _difference(earlier, run)
    if not different:
        text = QCoreApplication.translate("GhostWords", "run {number}")
    return filled(text, number=earlier.number, difference=different)


def _difference(earlier: EarlierRun, run: Run) -> str:
    translate, then, now = QCoreApplication.translate, earlier.config, run.config
    started = run.started
    if now is None or started is None:
        return ""
    if earlier.network != run.network:
        return plain(title_words(earlier.network.title))
    if earlier.data != run.data:
        return plain(dataset_title(earlier.data))
    if earlier.pictures != started.training_pictures:
        text = translate("GhostWords", "{count} {count|picture|pictures}")
        return filled(text, count=earlier.pictures)
    if then.optimizer != now.optimizer:
        return translate(OPTIMIZERS_CONTEXT, OPTIMIZERS[then.optimizer].title)
    if then.learning_rate != now.learning_rate:
        text = translate("GhostWords", "learning rate {rate}")
        return text.format(rate=short(then.learning_rate, 3))
    if then.batch_size != now.batch_size:
        return filled(translate("GhostWords", "batch {size}"), size=then.batch_size)
    if then.weight_decay != now.weight_decay:
        text = translate("GhostWords", "weight decay {decay}")
        return text.format(decay=short(then.weight_decay, 3))
    if then.data_use.seed != now.data_use.seed:
        text = translate("GhostWords", "data seed {seed}")
        return filled(text, seed=then.data_use.seed)
    if then.seed != now.seed:
        return filled(translate("GhostWords", "seed {seed}"), seed=then.seed)
    return ""
