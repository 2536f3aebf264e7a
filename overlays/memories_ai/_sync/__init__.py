"""The client with async I/O. The sync twin in `_sync` is made from it by `make generate`."""
