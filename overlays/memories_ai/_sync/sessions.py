# Generated from overlays/memories_ai/_async/sessions.py by `make generate`. Do not edit.
"""Earlier conversations."""

from __future__ import annotations

from memories_ai_generated.api.sessions import get_session_detail, list_sessions
from memories_ai_generated.operations import OPERATIONS

from .. import _convert as convert
from .. import _validation as check
from .._options import given
from .._reading import existing
from .._types import Page, Session, SessionDetail
from .resource import Resource


class Sessions(Resource):
    """Sessions: `client.sessions`."""

    def list(
        self, *, page: int | None = None, unique_id: str | None = None, timeout: float | None = None
    ) -> Page[Session]:
        """One page of conversations; the service decides the size (20 recorded).

        Args:
            page: 1-based; the service assumes 1.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        arguments = list_sessions._get_kwargs(
            page=given(check.between("page", page, 1)), unique_id=self._namespace(unique_id)
        )
        return self._transport.call(OPERATIONS["list_sessions"], arguments, convert.session_page, timeout=timeout)

    def get(
        self, session_id: str | int, *, unique_id: str | None = None, timeout: float | None = None
    ) -> SessionDetail:
        """A conversation with its messages, oldest first.

        Args:
            session_id: id of a conversation; digits.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            NotFoundError: no such conversation in this namespace.
            MemoriesError: anything else.
        """
        arguments = get_session_detail._get_kwargs(
            session_id=check.digits("session_id", session_id), unique_id=self._namespace(unique_id)
        )
        operation = OPERATIONS["get_session_detail"]
        read = existing(convert.session_detail, f"No session {session_id!r} in this namespace. Check the id.")
        return self._transport.call(operation, arguments, read, timeout=timeout)
