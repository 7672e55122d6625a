"""An animation of the walk: chosen, seen beforehand, made, and told of."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.animation.labels import TEXTS, AnimationLabels
from cnnviz.engine.animation.settings import seconds
from cnnviz.engine.animation.writer import Written
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.shown_text import MOST
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.export_presenter import (
    AnimationProgress,
    ExportPresenter,
)
from cnnviz.pages.convolution.views.export.animation_fields import AnimationFields
from cnnviz.state.level import set_level
from cnnviz.ui.controls.file_dialogs import ask_where_to_save
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.i18n import current_language
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import set_names, set_tip
from cnnviz.ui.picture_image import pixels_image
from cnnviz.ui.texts import filled, keep_plain, plain, sentence
from cnnviz.ui.theme import tokens

_PREVIEW = (480, 300)


class AnimationDialog(QDialog):
    """Fields, a frame to see beforehand, and the way to the file; never in the way.

    It stays beside the window, which goes on being used while the animation is made.
    """

    def __init__(
        self,
        presenter: ExportPresenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.setObjectName("animation_dialog")
        self._presenter = presenter
        self._operation: object = None
        self.fields = AnimationFields(self)
        self._preview = QLabel(self)
        self._preview.setFixedSize(*_PREVIEW)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._estimate = QLabel(self)
        self._estimate.setWordWrap(True)
        self._news = FittingLabel(self)
        self._save, self._close = QPushButton(self), QPushButton(self)
        self._cancel, self._bar = QPushButton(self), QProgressBar(self)
        self._foot = QStackedWidget(self)
        for part, name in (
            (self._preview, "animation_preview"),
            (self._estimate, "animation_estimate"),
            (self._news, "animation_news"),
            (self._bar, "animation_progress"),
        ):
            part.setObjectName(name)
        self._lay_out()
        self._connect()
        keep_plain(self)
        self._retranslate()

    def _lay_out(self) -> None:
        for button in (self._save, self._close, self._cancel):
            button.setMinimumHeight(tokens.HIT)
        self._save.setDefault(True)
        self._bar.setTextVisible(False)
        # Two lines: a refusal is longer than an estimate, and nothing may jump.
        self._estimate.setMinimumHeight(2 * self._estimate.fontMetrics().lineSpacing())
        self._estimate.setAlignment(Qt.AlignmentFlag.AlignTop)
        idle, busy = QWidget(self._foot), QWidget(self._foot)
        in_row(None, self._close, self._save, of=idle)
        in_row((self._bar, 1), self._cancel, of=busy)
        for page in (idle, busy):
            self._foot.addWidget(page)
        upper = self._preview, self.fields, self._estimate, self._news
        column = in_column(*upper, self._foot, gap=tokens.SPACE_L, of=self)
        edge = tokens.SPACE_XXL
        column.setContentsMargins(edge, edge, edge, tokens.SPACE_XL)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)

    def _connect(self) -> None:
        presenter = self._presenter
        self.fields.edited.connect(self._on_edited)
        self._save.clicked.connect(self._on_save_clicked)
        self._close.clicked.connect(self.close)
        self._cancel.clicked.connect(presenter.cancel_animation)
        presenter.progress.changed.connect(self._on_progress_changed)
        presenter.animation_saved.connect(self._on_animation_saved)
        presenter.animation_given_up.connect(self._on_animation_given_up)
        presenter.animation_failed.connect(self._on_failed)
        presenter.preview_made.connect(self._on_preview_made)
        presenter.lab.changed.connect(self._on_state_changed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take(self._presenter.lab.state)
        self._refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return in a field take its number, and press no button."""
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if returned and not isinstance(self.focusWidget(), QPushButton):
            event.accept()
        else:
            super().keyPressEvent(event)

    @Slot(object, object)
    def _on_state_changed(self, new: LabState, _old: LabState) -> None:
        if self.isVisible():
            self._take(new)

    def _take(self, state: LabState) -> None:
        """Follow the page to another walk; a step of the same one is no news."""
        news = self.fields.take_walk(state)
        operation = None if state.walk is None else state.walk.operation
        if news or operation is not self._operation:
            self._operation = operation
            self._refresh()

    @Slot()
    def _on_edited(self) -> None:
        self._news.clear()
        self._refresh()

    def _refresh(self) -> None:
        """Estimate the animation of now, and ask for one of its frames."""
        state = self._presenter.lab.state
        idle = self._presenter.progress.state.phase == "none"
        try:
            if state.walk is None:
                raise CnnvizError("output_not_ready")
            settings = self.fields.settings(state)
            frames = len(settings.positions(state.walk.steps))
        except CnnvizError as error:
            self._estimate.setText(sentence(error))
            self._save.setEnabled(False)
            return
        lasts = short(seconds(frames, settings.steps_per_second), 4)
        text = self.tr("{frames} {frames|frame|frames}, {seconds} s")
        self._estimate.setText(filled(text, frames=frames, seconds=lasts))
        self._save.setEnabled(idle)
        if self.isVisible():
            self._presenter.request_preview(settings, animation_labels())

    @Slot(object)
    def _on_preview_made(self, pixels: NDArray[np.uint8]) -> None:
        ratio = self.devicePixelRatioF()
        image = pixels_image(pixels).scaled(
            self._preview.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image.setDevicePixelRatio(ratio)
        self._preview.setPixmap(QPixmap.fromImage(image))

    @Slot()
    def _on_save_clicked(self) -> None:
        ending = self.fields.ending
        dialog = ask_where_to_save(
            self,
            "save_animation_dialog",
            self.tr("Save animation"),
            [f"{self.fields.format.currentText()} (*{ending})"],
            self.tr("convolution") + ending,
        )
        dialog.fileSelected.connect(self._on_file_selected)

    @Slot(str)
    def _on_file_selected(self, path: str) -> None:
        self._news.clear()
        settings = self.fields.settings(self._presenter.lab.state)
        self._presenter.save_animation(path, settings, animation_labels())

    @Slot(object, object)
    def _on_progress_changed(
        self, new: AnimationProgress, _old: AnimationProgress
    ) -> None:
        busy = new.phase != "none"
        self._foot.setCurrentIndex(int(busy))
        self.fields.setEnabled(not busy)
        self._cancel.setEnabled(new.phase == "writing")
        self._bar.setRange(0, max(new.total, 1))
        self._bar.setValue(new.done)
        if not busy:
            self._refresh()
            return
        text = self.tr("Frame {done} of {total}").format(
            done=whole(new.done), total=whole(new.total)
        )
        if new.seconds_left is not None:
            left = self.tr("{seconds} s left")
            text += ", " + left.format(seconds=whole(max(round(new.seconds_left), 1)))
        self._news.setText(text)

    @Slot(object, object)
    def _on_animation_saved(self, path: Path, written: Written) -> None:
        text, file = self.tr("Saved: {path} ({megabytes} MB)"), plain(str(path), MOST)
        size = short(written.bytes / 1e6, 2)
        self._news.setText(text.format(path=file, megabytes=size))
        set_tip(self._news, file)

    @Slot()
    def _on_animation_given_up(self) -> None:
        self._news.setText(self.tr("Cancelled; nothing was saved."))

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self._news.setText(sentence(error))
        set_tip(self._news, sentence(error))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refresh()
        elif event.type() == QEvent.Type.PaletteChange:
            self._refresh()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Save animation"))
        self._preview.setAccessibleName(self.tr("A frame of the animation"))
        self._bar.setAccessibleName(self.tr("Progress of the animation"))
        saving = self.tr("Choose a file and save the animation in it")
        cancelling = self.tr("Stop and discard this animation")
        for button, name, text, tip in (
            (self._save, "animation_save", self.tr("Save…"), saving),
            (self._close, "animation_close", self.tr("Close"), ""),
            (self._cancel, "animation_cancel", self.tr("Cancel"), cancelling),
        ):
            set_names(button, name, text, tip)
            button.setText(text)


def animation_labels() -> AnimationLabels:
    """Return the texts of an animation in the language of now."""
    return AnimationLabels(
        decimal_point=QLocale().decimalPoint(),
        language=current_language(),
        texts={
            name: QCoreApplication.translate("AnimationLabels", text)
            for name, text in TEXTS.items()
        },
    )
