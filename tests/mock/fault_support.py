"""What the tests of faults, of the verdict and of limits share."""

from __future__ import annotations

import json
from typing import Any

import httpx

from memories_ai_mock import Emulator
from mock_support import KEY, RESET, Api

VIDEO_NO = "VI900000000000000001"
CONTENT = {"duration": 9, "speech": [{"start": 0, "end": 4, "text": "The blue whale sings — ça va, 鯨 …"}]}
SEED = {"videos": [{"key": KEY, "video_name": "whale", "video_no": VIDEO_NO, "content": CONTENT}]}
QUESTION = {"video_nos": [VIDEO_NO], "prompt": "What does the whale sing?"}


def control(emulator: Emulator, path: str, body: Any) -> Any:
    """Change something by the emulator's own interface."""
    answer = httpx.post(f"{emulator.base_url}/__mock__/{path}", json=body, headers=RESET)
    assert answer.status_code == 200, answer.text
    return answer.json()


def look(emulator: Emulator, path: str) -> Any:
    answer = httpx.get(f"{emulator.base_url}/__mock__/{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def fault(api: Api, kind: str, **members: Any) -> None:
    control(api.emulator, "faults", {"kind": kind, **members})


def stream(api: Api, **members: Any) -> list[bytes]:
    """The events of a chat, as bytes; the last one may be cut. `httpx.RemoteProtocolError` ends them, if it does."""
    received = bytearray()
    try:
        with api.http.stream("POST", "/chat_stream", json={**QUESTION, **members}) as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            for piece in answer.iter_raw():
                received.extend(piece)
    except (httpx.RemoteProtocolError, httpx.ReadError):
        received.extend(b"\0")
    return bytes(received).split(b"\n\n")


def session_of(event: bytes) -> str:
    session_id: str = json.loads(event.removeprefix(b"data:"))["sessionId"]
    return session_id


def findings(emulator: Emulator) -> list[str]:
    """The rules that the verdict says were broken."""
    told = look(emulator, "verdict")
    assert told["clean"] is not told["findings"] or not told["findings"]
    assert all(each["entries"] and each["message"] for each in told["findings"])
    return [each["rule"] for each in told["findings"]]
