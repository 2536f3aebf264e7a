"""Server-sent events, read as the HTML standard has it."""

import re
from collections.abc import Iterator

_LINE_END = re.compile(r"\r\n|\r|\n")


def event_data(text: str) -> list[str]:
    """The data of every event of a whole stream, in order.

    An event that is not closed by an empty line never arrives, and neither does one without data.
    """
    return list(_dispatched(_LINE_END.split(text.removeprefix("\ufeff"))))


def _dispatched(lines: list[str]) -> Iterator[str]:
    data: list[str] = []
    # What follows the last line end is no complete line.
    for line in lines[:-1]:
        name, _, value = line.partition(":")
        if name == "data":
            data.append(value.removeprefix(" "))
        elif not line and data:
            yield "\n".join(data)
            data = []
