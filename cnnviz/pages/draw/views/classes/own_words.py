"""What the tool Own classes says: what to do next, and how good the network is."""

from PySide6.QtCore import QObject

from cnnviz.engine.datasets.own.collection import (
    LEAST_CLASSES,
    LEAST_EXAMPLES,
    OwnClass,
    OwnClasses,
)
from cnnviz.pages.draw.presenters.classes.own_state import Learned, OwnState
from cnnviz.ui.keys import key_text
from cnnviz.ui.numbers import fixed, percent
from cnnviz.ui.texts import filled, plain, sentence


class OwnWords(QObject):
    """Say it in the language of now."""

    def next_step(
        self, classes: OwnClasses, state: OwnState, place: int, *, answers: bool
    ) -> str:
        """Return what to do next, where the class of that place is chosen."""
        if not classes.classes:
            return self.tr("Name your first class: a mood, a letter, any sign.")
        if len(classes.classes) < LEAST_CLASSES:
            return self.tr("Name a second class: a network tells classes apart.")
        lacking = [
            at
            for at, one in enumerate(classes.classes)
            if len(one.examples) < LEAST_EXAMPLES
        ]
        if lacking:
            at = place if place in lacking else lacking[0]
            return self._about_drawing(classes.classes[at], is_chosen=at == place)
        return self._about_training(classes, state, answers=answers)

    def _about_drawing(self, one: OwnClass, *, is_chosen: bool) -> str:
        count, key = LEAST_EXAMPLES - len(one.examples), ""
        text = self.tr(
            "Choose “{label}” in the list: it needs {count} more "
            "{count|example|examples}."
        )
        if is_chosen:
            key = key_text("draw", "add_example")
            text = self.tr(
                "Draw “{label}” on the sheet and add it ({key}): {count} more "
                "{count|example|examples} needed."
            )
        return filled(text, label=plain(one.name), key=key, count=count)

    def _about_training(
        self, classes: OwnClasses, state: OwnState, *, answers: bool
    ) -> str:
        learned = state.learned
        if state.is_training:
            return self.tr("It learns from your examples, each changed a little.")
        if learned is None:
            return self.tr("Enough to train. More examples make it surer.")
        if not learned.is_of(classes):
            return self.tr("The classes have changed since training: train again.")
        if not answers:
            return self.tr("Another network answers now. Choose yours above, or train.")
        return self.tr("Draw something: your classes answer at the right.")

    def outcome(self, state: OwnState) -> str:
        """Return what came of the last thing that was asked for."""
        if state.problem is not None:
            return sentence(state.problem)
        if state.saved:
            text = self.tr("Saved as {file}, with all examples in it.")
            return text.format(file=plain(state.saved))
        if state.refused:
            text = self.tr(
                "{count} {count|picture|pictures} could not be read; the others were "
                "added."
            )
            return filled(text, count=state.refused)
        if state.is_reading:
            return self.tr("Reading…")
        return "" if state.learned is None else self._quality(state.learned)

    def _quality(self, learned: Learned) -> str:
        said = []
        if learned.seconds:
            text = self.tr("Trained in {seconds} s.")
            if learned.percent < 100:
                text = self.tr(
                    "Stopped after {seconds} s, with {share} of the training done: try "
                    "it, or train again while the computer has less to do."
                )
            seconds = fixed(learned.seconds, 1)
            share = percent(learned.percent / 100, 0)
            said.append(text.format(seconds=seconds, share=share))
        accuracy = learned.network.validation_accuracy
        if accuracy is not None and learned.held_out:
            text = self.tr(
                "Of {count} {count|example|examples} kept for validation, {share} were "
                "read correctly."
            )
            share = percent(accuracy, 0)
            said.append(filled(text, count=learned.held_out, share=share))
        elif learned.seconds:
            said.append(
                self.tr(
                    "With 5 or more examples per class, some are kept for validation."
                )
            )
        return " ".join(said)
