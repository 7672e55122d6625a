from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from cnnviz.engine.images.loading import decode_picture
from cnnviz.shell.drop import offered_picture


def mime(**parts: object) -> QMimeData:
    made = QMimeData()
    if "urls" in parts:
        made.setUrls([QUrl(url) for url in parts["urls"]])  # type: ignore[attr-defined]
    if "text" in parts:
        made.setText(str(parts["text"]))
    return made


def test_that_a_file_comes_before_the_pixels_of_the_same_drag() -> None:
    both = mime(urls=["file:///home/ana/cat.png"])
    both.setData("image/png", QByteArray(b"pixels"))
    assert offered_picture(both) == "/home/ana/cat.png"


def test_that_a_browsers_address_with_pixels_gives_the_pixels() -> None:
    both = mime(urls=["https://example.org/cat.png"])
    both.setData("image/jpeg", QByteArray(b"jpeg bytes"))
    assert offered_picture(both) == b"jpeg bytes"


def test_that_an_address_alone_is_no_picture() -> None:
    alone = mime(urls=["https://example.org/cat.png"], text="https://example.org/c.png")
    assert offered_picture(alone) is None


def test_that_raw_pixels_keep_every_colour() -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    raw = QMimeData()
    raw.setImageData(image)
    data = offered_picture(raw)
    assert isinstance(data, bytes)
    assert decode_picture(data, "x").pixels_chw[:, 1, 2].tolist() == [0, 0, 255]


def test_that_words_and_tables_are_no_path() -> None:
    for text in ("just words", "1\t2\n3\t4", "", "   "):
        assert offered_picture(mime(text=text)) is None
    assert offered_picture(mime(text=" /home/ana/a b.png\n")) == "/home/ana/a b.png"
    assert offered_picture(mime(text='"C:\\ana\\a.png"')) == "C:\\ana\\a.png"
