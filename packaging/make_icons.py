"""Make the program's icons for desktops, Windows and macOS from `resources/icons/app.svg`."""

import io
import os
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = ROOT / "resources" / "icons" / "app.svg"
FOLDER: Final = ROOT / "resources" / "desktop" / "icons"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
LARGEST: Final = 1024
"""What a Mac with a dense screen asks for."""


def drawn(side: int) -> Image.Image:
    """Return the icon, drawn anew at a size: nothing is scaled."""
    image = QImage(side, side, QImage.Format.Format_RGBA8888)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(str(SOURCE)).render(painter)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # a QBuffer is a device
    return Image.open(io.BytesIO(data.data()))


def main() -> None:
    """Write all icons."""
    QGuiApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    for side in SIZES:
        drawn(side).save(FOLDER / f"cnnviz-{side}.png", optimize=True)
    ico = [drawn(side) for side in ICO_SIZES]
    ico[-1].save(
        FOLDER / "cnnviz.ico",
        sizes=[(side, side) for side in ICO_SIZES],
        append_images=ico[:-1],
    )
    icns = [drawn(side) for side in (32, 64, 128, 256, 512)]
    drawn(LARGEST).save(FOLDER / "cnnviz.icns", append_images=icns)


if __name__ == "__main__":
    main()
