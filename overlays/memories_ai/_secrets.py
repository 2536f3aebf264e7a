"""Secrets besides the keys: checked without being shown, and kept out of errors."""

from __future__ import annotations

from ._errors import MemoriesError, ValidationError

MASK = "***"


def secret(field: str, value: str) -> str:
    """Text that can stand in a header; the message does not show it.

    Raises:
        ValidationError: no text, empty, or with blanks or other than ASCII characters.
    """
    if not isinstance(value, str):
        raise ValidationError(f"{field}: {type(value).__name__} is not text. Pass a str.", field=field)
    if not is_secret(value):
        raise ValidationError(
            f"{field}: it is empty, or holds a space, a control or a non-ASCII character. Copy it again.", field=field
        )
    return value


def is_secret(value: str) -> bool:
    """Whether it can stand in a header."""
    return bool(value) and value.isascii() and value.isprintable() and " " not in value


def hide(error: MemoriesError, *values: str) -> None:
    """Take secrets out of the texts of an error."""
    for name, text in vars(error).items():
        if isinstance(text, str):
            for value in values:
                text = text.replace(value, MASK)
            setattr(error, name, text)
    error.reword(error.message)
