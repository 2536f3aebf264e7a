# Generated from openapi/ by `make generate`. Do not edit.

"""A client library for accessing Memories.ai"""

from .client import AuthenticatedClient, Client

__all__ = (
    "AuthenticatedClient",
    "Client",
)
