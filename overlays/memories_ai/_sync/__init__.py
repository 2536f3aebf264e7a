# Generated from overlays/memories_ai/_async/__init__.py by `make generate`. Do not edit.
"""The client with I/O. The sync twin in `_sync` is made from it by `make generate`."""
