from base64 import b64encode
from urllib.parse import quote

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from cnnviz.engine.images.files.loading import decode_picture
from cnnviz.shell.drop import OfferedAddress, OfferedNumbers, offered_picture


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


def test_that_an_address_alone_is_told_apart() -> None:
    for address in ("https://example.org/c.png", "www.example.org/c.png"):
        assert offered_picture(mime(text=f" {address}\n")) == OfferedAddress(address)
    alone = mime(urls=["https://example.org/cat.png"], text="a cat")
    assert offered_picture(alone) == OfferedAddress("https://example.org/cat.png")


def test_that_raw_pixels_keep_every_colour() -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    raw = QMimeData()
    raw.setImageData(image)
    data = offered_picture(raw)
    assert isinstance(data, bytes)
    assert decode_picture(data, "x").pixels_chw[:, 1, 2].tolist() == [0, 0, 255]


def test_that_words_are_no_path() -> None:
    for text in ("just words", "", "   ", "a\nb/c", "mailto://x", "room 12"):
        assert offered_picture(mime(text=text)) is None


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (" /home/ana/a b.png\n", "/home/ana/a b.png"),
        ('"C:\\ana\\a.png"', "C:\\ana\\a.png"),
        ("'/home/ana/a.png'", "/home/ana/a.png"),
        ("“/home/ana/a.png”", "/home/ana/a.png"),
        ("file:///home/ana/a%20b.png", "/home/ana/a b.png"),
        ('"file:///home/ana/a.png"', "/home/ana/a.png"),
        ("file:///home/ana/a.png\nfile:///home/ana/b.png\n", "/home/ana/a.png"),
        ("/home/ana/12/7.png", "/home/ana/12/7.png"),
        ("1/2/3.csv", "1/2/3.csv"),
    ],
)
def test_that_the_name_of_a_file_is_one_however_it_is_copied(
    text: str, path: str
) -> None:
    assert offered_picture(mime(text=text)) == path


@pytest.mark.parametrize(
    "text",
    [
        "1\t2\n3\t4",
        "1/9 1/9 1/9",
        "0,5;1,5",
        "7",
        "[[1, 2], [3, 4]]",
        "[1 2; 3 4]",
        "array([[1., 2.]])",
        "k = np.array([[1, 2]])",
        "tensor([[1., 2.]], device='cuda:0')",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        r"\begin{pmatrix} 1 & 2 \end{pmatrix}",
        "−1 0 1",
    ],
)
def test_that_numbers_are_numbers(text: str) -> None:
    assert offered_picture(mime(text=text)) == OfferedNumbers(text)


def test_that_the_cells_of_a_spreadsheet_come_before_their_picture() -> None:
    for text in ("1\t2\n3\t4\n", "7\n", "0,5\t-1\n", "name\t2\n"):
        cells = mime(text=text)
        cells.setData("image/png", QByteArray(b"a picture of cells"))
        cells.setImageData(QImage(3, 2, QImage.Format.Format_RGB32))
        assert offered_picture(cells) == OfferedNumbers(text)


def test_that_words_beside_a_picture_do_not_hide_it() -> None:
    both = mime(text="A cat on 2 chairs")
    both.setData("image/png", QByteArray(b"a cat"))
    assert offered_picture(both) == b"a cat"


@pytest.mark.parametrize("empty", ["image/png", "image/jpeg", "image/webp"])
def test_that_an_empty_format_does_not_hide_the_pixels(empty: str) -> None:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    part = mime()
    part.setData(empty, QByteArray())
    part.setImageData(image)
    data = offered_picture(part)
    assert isinstance(data, bytes)
    assert decode_picture(data, "x").pixels_chw.reshape(-1).tolist() == [255, 0, 0]
    later = mime()
    later.setData(empty, QByteArray())
    later.setData("image/bmp", QByteArray(b"BM"))
    assert offered_picture(later) == b"BM"


def test_that_a_picture_in_an_address_is_a_picture() -> None:
    data = b"\x89PNG bytes"
    for written in (
        f"data:image/png;base64,{b64encode(data).decode()}",
        f"data:image/svg+xml;charset=utf-8;base64,{b64encode(data).decode().rstrip('=')}",
        f"data:image/png,{quote(data)}",
    ):
        assert offered_picture(mime(text=written)) == data
    assert offered_picture(mime(text="data:image/png;base64,§§")) is None
