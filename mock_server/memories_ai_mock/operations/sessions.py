"""list_sessions, get_session_detail."""

from __future__ import annotations

from typing import Any

from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import ENCODER, SUCCESS, RequestError, shown, success_text
from memories_ai_mock.operations import fields
from memories_ai_mock.sessions import Session

PAGE_SIZE = 20


def list_sessions(call: Call) -> Any:
    """A page of the namespace's sessions, newest first."""
    page = call.query.get("page", 1)
    found, count = call.services.sessions.page(call.account, call.unique_id, PAGE_SIZE, fields.offset(page, PAGE_SIZE))
    return {
        "sessions": [{"sessionId": session.session_id, "title": session.title} for session in found],
        "current_page": page,
        "page_size": PAGE_SIZE,
        "total_count": str(count),
    }


def get_session_detail(call: Call) -> Any:
    """A session with its messages, or null."""
    session = call.services.sessions.get(call.account, call.unique_id, call.query["sessionId"])
    if session is None:
        return None
    call.entry.code = SUCCESS
    # They are many and long; as they are JSON already, they need not be read.
    messages = ",".join(call.services.sessions.messages(session.session_id))
    title, session_id = ENCODER.encode(session.title), ENCODER.encode(session.session_id)
    return success_text(f'{{"title":{title},"messages":[{messages}],"session_id":{session_id}}}')


def existing_session(call: Call, session_id: str | int) -> Session:
    """The session that a chat continues."""
    session = call.services.sessions.get(call.account, call.unique_id, str(session_id))
    if session is None:
        raise RequestError(
            f"session_id: there is no session {shown(str(session_id))} in namespace {shown(call.unique_id)}; "
            "list_sessions names them"
        )
    return session
