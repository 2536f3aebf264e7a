"""What the client and its parts look like, and that they are not copied by accident."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import httpx
import pytest

import memories_ai as m
from memories_ai import MemoriesAI
from sdk_support import KEY, MakeClient

EVENTS = (
    'data:{"type":"thinking","title":"t","content":"c","sessionId":"1"}\n\ndata:{"code":"SUCCESS","data":"Done"}\n\n'
)
RESOURCES = [name for name, member in vars(MemoriesAI).items() if type(member).__name__ == "cached_property"]


def prefix(mode: str) -> str:
    return "Async" if mode == "async" else ""


@pytest.mark.parametrize("name", RESOURCES)
def test_a_resource_names_itself_and_the_address(make_client: MakeClient, mode: str, name: str) -> None:
    text = repr(getattr(make_client(base_url="http://127.0.0.1:9"), name))
    assert text == f"{prefix(mode)}{name.capitalize()}(base_url='http://127.0.0.1:9')"


def test_pages_name_the_call(make_client: MakeClient, mode: str) -> None:
    client, pages = make_client(), f"{prefix(mode)}Pages({prefix(mode)}"
    assert repr(client.paginate(client.videos.list, size=50)) == f"{pages}Videos.list, size=50)"
    assert repr(client.paginate(client.folders.videos, 7)) == f"{pages}Folders.videos, 7)"
    assert len(repr(client.paginate(client.videos.list, tag="x" * 5000))) < 200


def test_a_stream_tells_how_far_it_is(make_client: MakeClient, mode: str) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, text=EVENTS)

    stream = make_client(answer).chat.stream("secret?", video_nos=["VI1"])
    kind = f"{prefix(mode)}EventStream"
    assert repr(stream) == f"{kind}(chat_stream, not begun)"
    events = iter(stream)
    next(events)
    assert repr(stream) == f"{kind}(chat_stream, being read)"
    stream.close()
    assert repr(stream) == f"{kind}(chat_stream, ended)"


@pytest.mark.parametrize("kind", [m.MemoriesAI, m.AsyncMemoriesAI])
@pytest.mark.parametrize("attempt", [copy.deepcopy, pickle.dumps])
@pytest.mark.parametrize("part", ["client", "videos"])
def test_a_client_is_not_copied(kind: type[object], attempt: Callable[[object], object], part: str) -> None:
    client = kind(KEY)  # type: ignore[call-arg]  # both take a key
    with pytest.raises(TypeError, match=r"cannot be copied or pickled.*with_options\(\)") as caught:
        attempt(client if part == "client" else getattr(client, part))
    assert KEY not in str(caught.value)
