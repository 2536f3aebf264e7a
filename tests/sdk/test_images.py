"""The image library: what is sent, what comes back, what is refused."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

import memories_ai as m
from memories_ai import _file_kinds
from resource_support import Answers, Refusal, picture, refuse_unsent
from sdk_support import MakeClient, envelope

PNG = picture()
IDS = [{"id": "568102998803353601"}, {"id": "568102998803353602"}]


def test_several_images_go_in_one_request(make_client: MakeClient, tmp_path: Path) -> None:
    path = tmp_path / "photo.JPG"
    path.write_bytes(picture("JPEG"))
    named = io.BytesIO(b"skipped" + PNG)
    named.name = "/somewhere/holiday.png"
    named.seek(7)
    answers = Answers(envelope(IDS))
    uploaded = make_client(answers, unique_id="mine").images.upload(
        path,
        named,
        PNG,
        datetime_taken=datetime(2025, 9, 7, 22, 52),  # noqa: DTZ001 (the service knows no time zone)
        camera_model="Canon EOS 5D",
        latitude=39.9042,
        longitude=116,
        tags=["outdoor", "2025"],
    )
    assert [image.id for image in uploaded] == ["568102998803353601", "568102998803353602"]
    assert (uploaded[0].name, uploaded[0].status, uploaded[0].uploaded_at) == (None, None, None)
    assert answers.path == "/serve/api/v1/upload_img"
    files = [part for part in answers.parts if part.name == "files"]
    assert [(part.filename, part.content_type) for part in files] == [
        ("photo.JPG", "image/jpeg"),
        ("holiday.png", "image/png"),
        ("image.png", "image/png"),
    ]
    assert [part.content for part in files] == [path.read_bytes(), PNG, PNG]
    assert [part.content for part in answers.parts if part.name == "tags"] == [b"outdoor", b"2025"]
    assert answers.fields | {"tags": ""} == {
        "unique_id": "mine",
        "datetime_taken": "2025-09-07 22:52:00",
        "camera_model": "Canon EOS 5D",
        "latitude": "39.9042",
        "longitude": "116.0",
        "tags": "",
    }
    assert not named.closed


@pytest.mark.parametrize(
    ("format_", "name", "media_type"),
    [
        ("JPEG", "image.jpg", "image/jpeg"),
        ("PNG", "image.png", "image/png"),
        ("GIF", "image.gif", "image/gif"),
        ("BMP", "image.bmp", "image/bmp"),
        ("WEBP", "image.webp", "image/webp"),
    ],
)
def test_bytes_are_named_after_their_format(make_client: MakeClient, format_: str, name: str, media_type: str) -> None:
    answers = Answers(envelope(IDS))
    content = picture(format_)
    make_client(answers).images.upload(content, bytearray(content), memoryview(content))
    assert answers.parts == [("files", name, media_type, content)] * 3


def test_a_nameless_file_is_read_from_where_it_stands(make_client: MakeClient) -> None:
    file = io.BytesIO(b"skipped" + PNG)
    file.seek(7)
    answers = Answers(envelope(IDS))
    make_client(answers).images.upload(file)
    assert answers.parts == [("files", "image.png", "image/png", PNG)]


def test_a_file_may_come_twice(make_client: MakeClient) -> None:
    answers = Answers(envelope(IDS))
    file = io.BytesIO(PNG)
    make_client(answers).images.upload(file, file)
    assert [part.content for part in answers.parts] == [PNG, PNG]


def test_a_file_that_cannot_be_read(make_client: MakeClient) -> None:
    file = io.BytesIO(PNG)
    file.close()
    answers = Answers(envelope(IDS))
    for names in (["a.png"], None):
        with pytest.raises(m.ValidationError, match="closed file") as caught:
            make_client(answers).images.upload(file, filenames=names)
        assert caught.value.field == "images"
    assert answers.requests == []


def test_progress_tells_which_image(make_client: MakeClient) -> None:
    steps: list[tuple[int, int, int | None]] = []
    make_client(Answers(envelope(IDS))).images.upload(
        PNG, Pipe(PNG), on_progress=lambda number, sent, total: steps.append((number, sent, total))
    )
    assert steps == [(0, len(PNG), len(PNG)), (1, len(PNG), None)]


def test_bytes_that_are_gone(make_client: MakeClient) -> None:
    view = memoryview(PNG)
    view.release()
    with pytest.raises(m.ValidationError, match="released"):
        make_client(Answers(envelope(IDS))).images.upload(view)


def test_names_can_be_chosen(make_client: MakeClient) -> None:
    answers = Answers(envelope(IDS))
    make_client(answers).images.upload(PNG, b"anything", filenames=["a.png", "dir/b.gif"])
    assert [part.filename for part in answers.parts] == ["a.png", "b.gif"]


class Pipe(io.RawIOBase):
    """Gives its content piece by piece, however little it is asked for, and cannot go back."""

    def __init__(self, *pieces: bytes) -> None:
        super().__init__()
        self._pieces = list(pieces)

    def read(self, _size: int = -1, /) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""


@pytest.mark.parametrize("pieces", [[PNG], [PNG[:3], PNG[3:5], PNG[5:]]])
def test_a_stream_that_cannot_go_back_is_sent_whole(make_client: MakeClient, pieces: list[bytes]) -> None:
    answers = Answers(envelope(IDS))
    client = make_client(answers)
    client.images.upload(Pipe(*pieces), Pipe(*pieces), filenames=["a.png", None])
    assert answers.parts == [("files", "a.png", "image/png", PNG), ("files", "image.png", "image/png", PNG)]
    with pytest.raises(m.MediaError, match="no format"):
        client.images.upload(Pipe(b"no ", b"image"))
    assert len(answers.requests) == 1


def test_all_that_a_table_promises(make_client: MakeClient) -> None:
    row = {
        "id": 568102998803353601,
        "imageNo": "568102998803353601",
        "imageName": "test1",
        "uploadStatus": "UNPARSE",
        "uploadTime": "1757285520000",
        "news": [1],
    }
    (image,) = make_client(Answers(envelope([row]))).images.upload(PNG)
    assert image == m.UploadedImage(
        id="568102998803353601",
        name="test1",
        status="UNPARSE",
        uploaded_at=datetime(2025, 9, 7, 22, 52, tzinfo=UTC),
    )
    assert image.raw == row


CLIENT_ROW = {"image_no": 619915496901337088, "image_name": "OIX", "status": "NEW", "upload_time": "1757285520000"}
SEARCH_ROW = {
    "id": "619915496901337088",
    "name": "OIX",
    "img_url": "https://a.example/OIX.jpg?signed",
    "datetime_taken": "1757285520000",
    "camera_model": "Canon",
    "latitude": 39.9042,
    "longitude": 116,
    "tag": "kept",
}


def page(rows: Any, name: str = "images", **changes: Any) -> httpx.Response:
    return envelope({name: rows, "current_page": 1, "page_size": 20, "total_count": "1", **changes})


def test_a_list_in_the_form_that_a_client_expects(make_client: MakeClient) -> None:
    answers = Answers(page([CLIENT_ROW]))
    listed = make_client(answers).images.list(page=1, page_size=20, unique_id="mine")
    moment = datetime(2025, 9, 7, 22, 52, tzinfo=UTC)
    assert listed.items == (m.Image(id="619915496901337088", name="OIX", status="NEW", uploaded_at=moment),)
    assert (listed.page, listed.size, listed.total) == (1, 20, 1)
    assert answers.json == {"page": 1, "page_size": 20, "unique_id": "mine"}


def test_a_list_in_the_form_of_a_search(make_client: MakeClient) -> None:
    listed = make_client(Answers(page([SEARCH_ROW], "item", current_page=0, total_count=1))).images.list()
    (image,) = listed
    assert (image.id, image.taken_at) == ("619915496901337088", datetime(2025, 9, 7, 22, 52, tzinfo=UTC))
    assert (image.latitude, image.longitude, image.url) == (39.9042, 116, SEARCH_ROW["img_url"])
    assert image.raw == SEARCH_ROW
    assert listed.page == 1, "pages are asked for from 1 on"


def test_pages_counted_from_0_are_all_fetched(make_client: MakeClient) -> None:
    asked = []

    def handler(request: httpx.Request) -> httpx.Response:
        answers = Answers(envelope(None))
        answers.requests.append(request)
        number = answers.json.get("page", 1)
        asked.append(number)
        rows = [{**SEARCH_ROW, "id": str(number)}] if number < 4 else []
        return page(rows, "item", current_page=number - 1, page_size=1, total_count="3")

    client = make_client(handler)
    assert [image.id for image in client.paginate(client.images.list)] == ["1", "2", "3"]
    assert asked == [1, 2, 3, 4]


@pytest.mark.parametrize("form", ["2025-09-07 22:52:00", "yesterday"])
def test_a_time_in_another_form_stays_as_it_came(make_client: MakeClient, form: str) -> None:
    (image,) = make_client(Answers(page([{**CLIENT_ROW, "upload_time": form}]))).images.list()
    assert image.uploaded_at is None
    assert image.raw["upload_time"] == form


@pytest.mark.parametrize("absent", [{}, {"upload_time": None}, {"upload_time": "null"}])
def test_what_is_not_told_is_none(make_client: MakeClient, absent: dict[str, Any]) -> None:
    (image,) = make_client(Answers(page([{"image_no": "1", **absent}]))).images.list()
    assert image == m.Image(id="1")


@pytest.mark.parametrize(
    "answer",
    [
        page([{**CLIENT_ROW, "image_no": "abc"}]),
        page([{**CLIENT_ROW, "image_no": None}]),
        page([{**CLIENT_ROW, "image_no": 1.5}]),
        page([{**CLIENT_ROW, "image_name": 7}]),
        page([{**SEARCH_ROW, "latitude": "39.9"}], "item"),
        page([CLIENT_ROW], current_page=None),
        page([CLIENT_ROW], page_size=True),
        page([CLIENT_ROW], total_count="many"),
        page({}),
        page([CLIENT_ROW], "pictures"),
        envelope([]),
    ],
)
def test_other_lists_are_errors(make_client: MakeClient, answer: httpx.Response) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(Answers(answer)).images.list()


@pytest.mark.parametrize("data", [{}, None, [{}], [{"id": None}], [{"id": "x"}], [{"id": True}], [{"id": ""}]])
def test_other_uploads_are_errors(make_client: MakeClient, data: Any) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(Answers(envelope(data))).images.upload(PNG)


def test_an_operation_that_was_withdrawn(make_client: MakeClient) -> None:
    gone = envelope(None, code="0001", msg="No static resource serve/api/v1/img_list_page.")
    with pytest.raises(m.NotFoundError, match="No static resource"):
        make_client(Answers(gone)).images.list()


REFUSED: list[Refusal] = [
    ("images", lambda c: c.images.upload(), "empty"),
    ("images", lambda c: c.images.upload("nowhere.png"), "does not exist"),
    ("images", lambda c: c.images.upload("https://a.example/a.png"), "on this machine"),
    ("images", lambda c: c.images.upload(Path(__file__).parent), "a folder, not a file"),
    ("images", lambda c: c.images.upload("a\0.png"), "cannot be a file"),
    ("images", lambda c: c.images.upload(__file__), r"\.py' has an extension .* \.jpg"),
    ("images", lambda c: c.images.upload(io.StringIO("x")), "mode 'rb'"),
    ("images", lambda c: c.images.upload(7), "int is neither"),
    ("images", lambda c: c.images.upload([PNG]), "list is neither .* Pass its items"),
    ("images", lambda c: c.images.upload(b"no image"), "no format"),
    ("images", lambda c: c.images.upload(b"", filenames=["a.png"]), "empty"),
    ("images", lambda c: c.images.upload(PNG, PNG[:3]), "no format"),
    ("filenames", lambda c: c.images.upload(PNG, filenames=["a.png", "b.png"]), "2 for 1"),
    ("filenames", lambda c: c.images.upload(PNG, filenames="a.png"), "not a list"),
    ("filename", lambda c: c.images.upload(PNG, filenames=["/"]), "empty"),
    ("on_progress", lambda c: c.images.upload(PNG, on_progress="x"), "cannot be called"),
    ("tags", lambda c: c.images.upload(PNG, tags=["t"] * 51), "at most 50"),
    ("tags", lambda c: c.images.upload(PNG, tags=7), "int, not a list"),
    ("camera_model", lambda c: c.images.upload(PNG, camera_model="x" * 201), "200"),
    ("latitude", lambda c: c.images.upload(PNG, latitude=91), "between -90 and 90"),
    ("longitude", lambda c: c.images.upload(PNG, longitude="1"), "between -180 and 180"),
    ("datetime_taken", lambda c: c.images.upload(PNG, datetime_taken="2025"), "yyyy-MM-dd"),
    ("unique_id", lambda c: c.images.upload(PNG, unique_id=""), "empty"),
    ("page", lambda c: c.images.list(page=0), "at least 1"),
    ("page_size", lambda c: c.images.list(page_size="20"), "whole number"),
]


@pytest.mark.parametrize(("field", "call", "text"), REFUSED)
def test_refused_unsent(make_client: MakeClient, field: str, call: Any, text: str) -> None:
    refuse_unsent(make_client, field, call, text)


def test_the_limits_themselves(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_file_kinds, "IMAGE", attrs.evolve(_file_kinds.IMAGE, most=len(PNG)))
    answers = Answers(envelope(IDS))
    client = make_client(answers)
    client.images.upload(PNG, tags=["t"] * 50, camera_model="x" * 200)
    with pytest.raises(m.MediaError, match=f"{len(PNG) + 1} bytes; the service takes at most {len(PNG)}"):
        client.images.upload(PNG + b" ")
    assert len(answers.requests) == 1


def test_files_that_were_opened_are_closed(make_client: MakeClient, tmp_path: Path) -> None:
    """Warnings of files that stay open are errors here."""
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    with pytest.raises(m.MediaError):
        make_client(Answers(envelope(IDS))).images.upload(path, b"no image")


def test_with_the_emulator(emulated: Any, tmp_path: Path) -> None:
    path = tmp_path / "sunset.png"
    path.write_bytes(picture(colour="orange"))
    uploaded = emulated.images.upload(path, picture("JPEG", "blue"), tags=["sky"], camera_model="Canon")
    assert len(uploaded) == 2
    listed = list(emulated.paginate(emulated.images.list, page_size=1))
    assert {image.id for image in listed} == {image.id for image in uploaded}
    assert {image.name for image in listed} == {"sunset", "image"}
    assert all(image.uploaded_at for image in listed)
    found = {image.id for image in emulated.search("sunset", "BY_IMAGE")}
    assert found <= {image.id for image in uploaded}
    with pytest.raises(m.InvalidRequestError, match="files"):
        emulated.images.upload(b"no image at all", filenames=["a.png"])
