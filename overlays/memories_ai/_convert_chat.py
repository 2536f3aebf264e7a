"""Answers of the chats about the whole library and of v1.0, and answers that came in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from memories_ai_generated import models as wire

from . import _convert as convert
from . import _types as types
from ._values import optional_words, untouched


def personal_answer(payload: Mapping[str, object]) -> types.ChatAnswer:
    """In the envelope, with the id of the conversation in it or beside it; or bare."""
    if "code" not in payload:
        bare = wire.BarePersonalChatAnswer.from_dict(payload)
        return types.ChatAnswer(text=bare.response, session_id=bare.session_id, raw=payload)
    answer = convert.chat_answer(payload)
    if answer.session_id is not None:
        return answer
    return attrs.evolve(answer, session_id=optional_words(payload.get("session_id")) or None)


def mavi_answer(payload: Mapping[str, object]) -> types.ChatAnswer:
    answer = wire.MaviChatResponse.from_dict(payload).data
    return types.ChatAnswer(text=answer.msg, session_id=None, raw=untouched(payload))


def pieces(answer: types.ChatAnswer) -> list[types.ChatEvent]:
    """The events that an answer in one piece stands for; the last one carries what came in `raw`."""
    session = answer.session_id
    events: list[types.ChatEvent] = [
        types.ThinkingEvent(title=step.title, text=step.text, session_id=session) for step in answer.thinkings
    ]
    if answer.references:
        events.append(types.ReferenceEvent(references=answer.references, session_id=session))
    events.append(types.ContentEvent(text=answer.text, session_id=session, raw=answer.raw))
    return events


def joined(events: Iterable[types.ChatEvent]) -> types.ChatAnswer:
    """The answer that events make up; `raw` is theirs, or `{"events": [...]}` where several have one."""
    text: list[str] = []
    thinkings: list[types.Thinking] = []
    references: list[types.Reference] = []
    raws: list[types.Raw] = []
    session: str | None = None
    for event in events:
        raws.append(event.raw)
        if isinstance(event, types.ContentEvent):
            text.append(event.text)
        elif isinstance(event, types.ThinkingEvent):
            thinkings.append(types.Thinking(title=event.title, text=event.text, raw=event.raw))
        elif isinstance(event, types.ReferenceEvent):
            references.extend(event.references)
        if not isinstance(event, types.UnknownEvent):
            session = event.session_id or session
    told = [raw for raw in raws if raw]
    return types.ChatAnswer(
        text="".join(text),
        session_id=session,
        thinkings=tuple(thinkings),
        references=tuple(references),
        raw=told[0] if len(told) == 1 else {"events": told},
    )
