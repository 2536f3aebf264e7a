"""The one place where the HTTP library is chosen; every other module takes it from here."""

import httpx

__all__ = ["httpx"]
