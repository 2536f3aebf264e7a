"""Parts of the emulator by themselves, on documents and data of their own."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from memories_ai_mock import Clock, Emulator, ManualClock, Settings, SetupError, create_app
from memories_ai_mock.coercion import typed_members
from memories_ai_mock.database import Database
from memories_ai_mock.dispatch import Handler
from memories_ai_mock.envelope import RequestError, shown
from memories_ai_mock.library import VIDEO_OF_POST
from memories_ai_mock.operations import HANDLERS
from memories_ai_mock.runner import Server, bind, url_of
from memories_ai_mock.scenes import SceneBuilder
from memories_ai_mock.schedule import Schedule
from memories_ai_mock.spec import Spec, load_document
from memories_ai_mock.validation import RequestValidator
from mock_support import BLUE, RED, data, envelope, frame

TEXT = {"type": "string"}
DOCUMENT: Mapping[str, Any] = {
    "openapi": "3.1.1",
    "paths": {
        "/things/{thing}": {
            "parameters": [{"name": "thing", "in": "path", "required": True, "schema": {"type": "integer"}}],
            "get": {
                "operationId": "get_thing",
                "parameters": [
                    {"$ref": "#/components/parameters/colour"},
                    {"name": "Accept", "in": "header", "schema": TEXT},
                ],
            },
            "put": {
                "operationId": "put_thing",
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
            },
        }
    },
    "components": {
        "parameters": {"colour": {"name": "colour", "in": "query", "schema": {"$ref": "#/components/schemas/Colour"}}},
        "schemas": {
            "Colour": {"type": "string", "enum": ["red", "blue"]},
            "Base": {"type": "object", "properties": {"size": {"type": ["integer", "null"]}}},
            "Thing": {
                "allOf": [{"$ref": "#/components/schemas/Base"}, {"required": ["name"], "properties": {"name": TEXT}}]
            },
        },
    },
}
FORM: Mapping[str, Any] = {
    "text": TEXT,
    "both": {"type": ["string", "integer"]},
    "number": {"type": "number"},
    "integer": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
    "flag": {"type": "boolean"},
    "texts": {"type": "array", "items": TEXT},
    "integers": {"type": "array", "items": {"type": "integer"}},
}


def test_operations_are_read_from_the_document() -> None:
    spec = Spec(DOCUMENT)
    get, put = spec.operations["get_thing"], spec.operations["put_thing"]
    assert (get.method, get.path, get.bodies) == ("GET", "/things/{thing}", {})
    assert [(each.name, each.location, each.required) for each in get.parameters] == [
        ("thing", "path", True),
        ("colour", "query", False),
    ]
    assert (put.method, put.body_required, list(put.bodies)) == ("PUT", False, ["application/json"])
    thing = put.bodies["application/json"]
    assert set(spec.properties(thing)) == {"size", "name"}
    assert spec.types(spec.properties(thing)["size"]) == {"integer", "null"}


def test_every_handler_is_for_an_operation_of_the_bundle() -> None:
    assert Spec(load_document()).operations.keys() >= HANDLERS.keys()


def test_handler_without_an_operation_is_an_error_at_start() -> None:
    with pytest.raises(SetupError, match="chat, chat_personal"):
        create_app(Settings(document=DOCUMENT))
    with pytest.raises(SetupError, match="chat, chat_personal"):
        Emulator(Settings(document=DOCUMENT))


@contextmanager
def serving(handlers: Mapping[str, Handler]) -> Iterator[httpx.Client]:
    """A client of an emulator of the small document that has these handlers."""
    listener = bind("127.0.0.1", 0)
    ready = threading.Event()
    server = Server(create_app(Settings(document=DOCUMENT), handlers), listener, ready.set)
    thread = threading.Thread(target=server.serve_until_stopped)
    thread.start()
    try:
        assert ready.wait(5)
        with httpx.Client(base_url=url_of(listener), headers={"Authorization": "k"}) as http:
            yield http
    finally:
        server.should_exit = True
        thread.join(5)
        assert not thread.is_alive()


def test_operation_without_a_handler_is_answered_like_an_unknown_path() -> None:
    with serving({}) as http:
        answer = envelope(http.get("/things/1"))
        assert (answer["code"], answer["msg"]) == ("0001", "No static resource things/1.")
        assert http.get("/__mock__/health").json()["operations"] == 0


def test_methods_of_one_path_and_a_handler_that_breaks(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: Any) -> Any:
        raise ZeroDivisionError

    with serving({"get_thing": lambda call: call.query["thing"] + 1, "put_thing": broken}) as http:
        assert data(envelope(http.get("/things/41"))) == 42
        assert envelope(http.get("/things/many"))["msg"].startswith("thing: ")
        assert envelope(http.get("/things/1?colour=green"))["code"] == "0003"
        broke = http.put("/things/1")
        assert (broke.status_code, broke.json()["code"]) == (500, "0001")
        assert "ZeroDivisionError" in broke.json()["msg"]
        wrong = http.post("/things/1")
        assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET, PUT")
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ({}, "0001", "name: is missing; it is required"),
        ({"name": 1}, "0001", "name: 1 has the wrong type; send string"),
        ({"name": "x", "size": "1"}, "0001", 'size: "1" has the wrong type; send integer or null'),
        ([], "0001", "body: [] has the wrong type; send object"),
    ],
)
def test_validation_messages(body: Any, code: str, message: str) -> None:
    spec = Spec(DOCUMENT)
    with pytest.raises(RequestError) as caught:
        RequestValidator(spec).check_body(spec.operations["put_thing"], "application/json", body)
    assert (caught.value.code, caught.value.message) == (code, message)


def test_long_values_are_cut_in_messages() -> None:
    assert shown("x" * 1000) == '"' + "x" * 79 + "…"
    assert "\n" not in shown("a\nb\u0000")


def test_unusable_schema_is_an_error_at_start() -> None:
    broken = {"paths": {"/x": {"post": {"operationId": "x", "requestBody": {"content": {"application/json": {}}}}}}}
    broken["paths"]["/x"]["post"]["requestBody"]["content"]["application/json"]["schema"] = {"type": "colour"}  # type: ignore[index]
    with pytest.raises(SetupError, match="make generate"):
        RequestValidator(Spec(broken))


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("text", "5"), ("both", "5")], {"text": "5", "both": "5"}),
        ([("number", "-1.50")], {"number": -1.5}),
        ([("number", "1e3")], {"number": 1000.0}),
        ([("integer", "-7")], {"integer": -7}),
        ([("integer", "7.0")], {"integer": "7.0"}),
        ([("integer", "")], {"integer": ""}),
        ([("integer", "\uff11")], {"integer": "\uff11"}),
        ([("number", "nan"), ("integer", "0x1")], {"number": "nan", "integer": "0x1"}),
        ([("flag", "True")], {"flag": True}),
        ([("flag", "off")], {"flag": "off"}),
        ([("flag", "2")], {"flag": "2"}),
        ([("texts", "b"), ("texts", "a")], {"texts": ["b", "a"]}),
        ([("texts[10]", "c"), ("texts[2]", "b"), ("texts", "a")], {"texts": ["a", "b", "c"]}),
        ([("integers", "1"), ("integers", "x")], {"integers": [1, "x"]}),
        ([("text[0]", "x"), ("unknown", "y")], {}),
    ],
)
def test_text_gets_the_asked_type(pairs: list[tuple[str, str]], expected: dict[str, Any]) -> None:
    assert typed_members(pairs, FORM, Spec({})) == expected


def test_one_value_given_twice_is_refused() -> None:
    with pytest.raises(RequestError, match="text: given 2 times"):
        typed_members([("text", "a"), ("text", "b")], FORM, Spec({}))


def test_clocks() -> None:
    real, manual = Clock(), ManualClock(start=100)
    woken: list[str] = []
    unsubscribe = manual.on_advance(lambda: woken.append("woken"))
    before = real.now()
    real.advance(1000)
    assert 1000 <= real.now() - before < 1010
    assert 0 < (real.real_seconds_until(real.now() + 5) or 0) <= 5
    assert manual.real_seconds_until(101) is None
    manual.advance(1.5)
    assert manual.now() == 101.5
    assert manual.real_seconds_until(101) == 0
    unsubscribe()
    manual.advance(0)
    assert woken == ["woken"]
    with pytest.raises(ValueError, match="-1"):
        manual.advance(-1)


def test_ids_are_snowflakes_that_keep_their_length() -> None:
    database = Database(None)
    # As recorded: 611471886560694272 beside a create_time of 1755245460412.
    recorded = database.new_id(1755245460.412)
    assert abs((recorded >> 22) - (611471886560694272 >> 22)) < 3000
    assert database.new_id(0) == recorded + 1
    late = [database.new_id(3_000_000_000.0) for _ in range(2)]
    assert late[1] == late[0] + 1
    assert len(str(late[1])) == 18
    database.close()


def test_failed_transaction_changes_nothing() -> None:
    database = Database(None)

    def change_and_fail() -> None:
        with database.transaction() as connection:
            connection.execute("UPDATE last_id SET value = 5")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    row = database.row("SELECT value FROM last_id", {})
    database.close()
    assert row is not None
    assert row["value"] == 0


INBOX = "INSERT INTO inbox (name, time, content_type, body) VALUES ('a', 1.5, '', '')"


@pytest.mark.parametrize("name", [None, "state.sqlite3"])
def test_a_database_becomes_another_but_for_its_ids(tmp_path: Path, name: str | None) -> None:
    path = tmp_path / name if name else None
    beginning, database = Database(None), Database(path)
    with beginning.transaction() as connection:
        connection.execute("INSERT INTO accounts (account, credits) VALUES ('first', 7)")
    first_id = database.new_id(0)
    for _ in range(3):
        changes = database.changes
        with database.transaction() as connection:
            connection.execute("INSERT INTO accounts (account) VALUES ('second')")
            inbox_id = connection.execute(INBOX).lastrowid
        database.become(beginning)
        assert database.changes > changes + 2
        assert [tuple(row) for row in database.rows("SELECT account, credits FROM accounts", {})] == [("first", 7)]
        assert database.rows("SELECT * FROM inbox", {}) == []
        with database.transaction() as connection:
            assert connection.execute(INBOX).lastrowid == (inbox_id or 0) + 1
    assert database.new_id(0) == first_id + 1
    database.close()
    if path:
        again = Database(path)
        assert (again.is_new, len(again.rows("SELECT * FROM accounts", {}))) == (False, 1)
        again.close()
    beginning.close()


class Jobs:
    """Work for a schedule: job "bad" breaks, the others are done by being noted."""

    def __init__(self, times: dict[str, float]) -> None:
        self.times = times
        self.done: list[str] = []
        self.tries = 0

    def due(self, now: float) -> list[str]:
        return [name for name, time in self.times.items() if time <= now and name not in self.done]

    def next_due(self, now: float) -> float | None:
        return min((time for time in self.times.values() if time > now), default=None)

    async def run(self, job: str) -> None:
        if job == "bad":
            self.tries += 1
            raise ZeroDivisionError
        self.done.append(job)


@pytest.mark.parametrize("clock", [Clock(), ManualClock()])
def test_schedule_runs_what_is_due(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    now = clock.now()
    jobs = Jobs({"early": now, "bad": now, "soon": now + 0.2, "late": now + 50})

    async def scenario() -> None:
        schedule = Schedule(clock, jobs, parallel=1)
        running = asyncio.create_task(schedule.run())
        await asyncio.sleep(0.1)
        assert jobs.done == ["early"]
        await asyncio.sleep(0.3)
        assert jobs.done == (["early"] if isinstance(clock, ManualClock) else ["early", "soon"])
        await asyncio.to_thread(clock.advance, 60)
        await asyncio.sleep(0.1)
        assert jobs.done == ["early", "soon", "late"]
        jobs.times["new"] = clock.now()
        schedule.wake()
        await asyncio.sleep(0.1)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    with caplog.at_level(logging.ERROR):
        asyncio.run(scenario())
    assert sorted(jobs.done) == ["early", "late", "new", "soon"]
    assert jobs.tries == 1
    assert "Jobs broke at bad" in caplog.text


def test_scenes_follow_cuts_and_length() -> None:
    builder = SceneBuilder(sample_seconds=0.5)
    for tenths in range(200):
        colour = RED if tenths < 100 else BLUE
        builder.add(tenths / 10, frame(tenths, colour))
    scenes = builder.finish(20.0)
    assert [(scene.start, scene.end) for scene in scenes] == [(0.0, 8.0), (8.0, 10.0), (10.0, 18.0), (18.0, 20.0)]
    assert ["red" in scene.text for scene in scenes] == [True, True, False, False]
    assert ["cut" in scene.text for scene in scenes] == [False, False, True, False]
    assert builder.samples == 40


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ((0, 0, 0), "black"),
        ((255, 255, 255), "white"),
        ((128, 128, 128), "grey"),
        ((255, 140, 0), "orange"),
        ((101, 67, 33), "brown"),
        ((255, 235, 0), "yellow"),
        ((0, 160, 0), "green"),
        ((0, 220, 220), "cyan"),
        ((128, 0, 200), "purple"),
        ((255, 105, 180), "pink"),
        ((220, 0, 20), "red"),
    ],
)
def test_colours_have_names(colour: tuple[int, int, int], name: str) -> None:
    builder = SceneBuilder(sample_seconds=0.5)
    builder.add(0, frame(0, colour))
    assert f"mostly {name} (100 %)" in builder.finish(1)[0].text


def test_motion_is_told_apart() -> None:
    builder = SceneBuilder(sample_seconds=0.5)
    for index in range(10):
        builder.add(index / 2, frame(index, (index * 25 % 75,) * 3))
    assert "much motion" in builder.finish(5)[0].text


def test_missing_bundle_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "memories_ai_generated"
    package.mkdir()
    monkeypatch.setattr("memories_ai_mock.spec._bundle_path", lambda: package / "openapi.json")
    with pytest.raises(SetupError, match="make generate"):
        load_document()
    (package / "openapi.json").write_text("{")
    with pytest.raises(SetupError, match="make generate"):
        load_document()
    (package / "openapi.json").write_text("[]")
    with pytest.raises(SetupError, match="no JSON object"):
        load_document()


def test_posts_are_found_without_reading_all_of_them() -> None:
    """An import looks for each of thousands of posts, and others wait for it meanwhile."""
    database = Database(None)
    plan = database.rows(f"EXPLAIN QUERY PLAN {VIDEO_OF_POST}", {"account": "public", "url": "https://a.example/1"})
    database.close()
    assert any("posts_by_url" in row["detail"] for row in plan)
    assert not any(row["detail"].startswith("SCAN") for row in plan)
