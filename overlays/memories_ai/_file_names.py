"""Names that others give to files, made safe for any system."""

from __future__ import annotations

import re
import unicodedata
from email.message import Message
from typing import Final

# Bytes that file systems take, less than most of them do.
LONGEST_NAME: Final = 200
_LONGEST_SUFFIX: Final = 20
_NOT_IN_NAMES: Final = re.compile(r'[<>:"|?*]')
_RESERVED: Final = re.compile(r"(CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3])", re.I)


def safe_name(name: str, instead: str = "download") -> str:
    """A name in one folder: the last part of a path, without what some system gives a meaning of its own.

    No separators, drives, controls, leading or trailing dots and spaces, no name of a device, bounded in length. If
    nothing is left: `instead`.
    """
    shown = "".join(sign for sign in last_part(name) if unicodedata.category(sign)[0] != "C")
    cleaned = _NOT_IN_NAMES.sub("_", shown).strip(" .")
    if _RESERVED.fullmatch(cleaned.partition(".")[0].rstrip()):
        cleaned = f"_{cleaned}"
    return shorten(cleaned) or instead


def last_part(path: str) -> str:
    """What follows the last separator of a path, of whichever system."""
    return re.split(r"[\\/]", path)[-1]


def shorten(name: str, longest: int = LONGEST_NAME) -> str:
    """A name of at most so many bytes; what is cut off is the end of its stem."""
    if len(name.encode()) <= longest:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix.encode()) > _LONGEST_SUFFIX:
        stem, dot, suffix = name, "", ""
    room = longest - len((dot + suffix).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + dot + suffix


def name_in(disposition: str | None) -> str | None:
    """The name in a Content-Disposition header, as it came; None if there is none that can be read."""
    if disposition is None:
        return None
    message = Message()
    message["Content-Disposition"] = _extended_form_only(disposition)
    try:
        return message.get_filename() or None
    except (LookupError, TypeError, ValueError):
        return None


def _extended_form_only(disposition: str) -> str:
    """Without the plain form of the name if there is the extended one (filename*), which is the better one."""
    if not re.search(r";\s*filename\*\s*=", disposition, re.I):
        return disposition
    return re.sub(r';\s*filename\s*=\s*("(\\.|[^"\\])*"|[^;]*)', "", disposition, flags=re.I)
