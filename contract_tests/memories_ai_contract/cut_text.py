"""Read the beginning of a printed value, as far as it was printed.

Some recordings were cut off in the middle. What stands before the cut is evidence, what came after it is unknown: so
the reader keeps every value that was printed whole, drops the one the cut went through, and says which containers
were still open and may have held more.
"""

import ast
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

JsonValue: TypeAlias = "dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"
# The way from the root to a value: member names and list positions.
JsonPath: TypeAlias = tuple[str | int, ...]

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 64


class CutTextError(ValueError):
    """The text is not the beginning of a value in the form it was said to have."""


@dataclass(frozen=True, slots=True)
class CutValue:
    """What a cut text says.

    `value` holds only what was printed whole. `open_paths` names the containers that were not closed, outermost first
    (`()` is the root); it is empty when the text was not cut at all.
    """

    value: JsonValue
    open_paths: tuple[JsonPath, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    quotes: str
    string: re.Pattern[str]
    words: Mapping[str, bool | None]
    decode: Callable[[str], object]


_FORMS = {
    "json-text": _Form(
        quotes='"',
        string=re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL),
        words={"true": True, "false": False, "null": None},
        decode=json.loads,
    ),
    "python-repr": _Form(
        quotes="'\"",
        string=re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL),
        words={"True": True, "False": False, "None": None},
        decode=ast.literal_eval,
    ),
}
_PLAIN = re.compile(r"[\w.+-]*")
# Python refuses to convert integers of more than 4,300 digits.
_INTEGER = r"-?(0|[1-9][0-9]{0,999})"
_NUMBER = re.compile(_INTEGER + r"(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_NUMBER_BEGINNING = re.compile(rf"-|{_INTEGER}(\.[0-9]*)?([eE][+-]?[0-9]*)?")


def read_cut_text(text: str, form: str) -> CutValue:
    """Read JSON text (`form` "json-text") or the repr of JSON-like Python data ("python-repr") up to its cut.

    A string or number that reaches the end of the text may have gone on: it is dropped, a member together with its
    name. `true`, `None` and their like cannot go on, and are kept.

    Raises:
        CutTextError: unknown form; a text longer than `MAX_CHARACTERS`, nested deeper than `MAX_DEPTH`, or without one
            value to keep; a text that no continuation could make valid.
    """
    if form not in _FORMS:
        raise CutTextError(f"form {form!r} is unknown; use one of {', '.join(_FORMS)}")
    if len(text) > MAX_CHARACTERS:
        raise CutTextError(f"the text has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read")
    return _Reader(text, form).read()


class _EndOfTextError(Exception):
    """The text ended where more was needed."""


class _Reader:
    def __init__(self, text: str, form: str) -> None:
        self._text = text
        self._form_name = form
        self._form = _FORMS[form]
        self._position = 0
        self._open_paths: list[JsonPath] = []

    def read(self) -> CutValue:
        try:
            value = self._value(())
        except _EndOfTextError:
            raise CutTextError("the text ends before its first value is whole; nothing can be read from it") from None
        self._skip_space()
        if self._position < len(self._text):
            raise self._error("the end of the text")
        return CutValue(value, tuple(reversed(self._open_paths)))

    def _value(self, path: JsonPath) -> JsonValue:
        match self._peek():
            case "{":
                return self._object(path)
            case "[":
                return self._array(path)
            case quote if quote in self._form.quotes:
                return self._string()
            case _:
                return self._word_or_number()

    def _object(self, path: JsonPath) -> dict[str, JsonValue]:
        members: dict[str, JsonValue] = {}
        with self._container(path):
            while self._has_next("}", first=not members):
                name = self._string()
                self._take(":")
                members[name] = self._value((*path, name))
        return members

    def _array(self, path: JsonPath) -> list[JsonValue]:
        items: list[JsonValue] = []
        with self._container(path):
            while self._has_next("]", first=not items):
                items.append(self._value((*path, len(items))))
        return items

    @contextmanager
    def _container(self, path: JsonPath) -> Iterator[None]:
        """Step inside; where the text ends inside, keep what is there and note the container as open."""
        if len(path) >= MAX_DEPTH:
            raise CutTextError(f"the text nests deeper than {MAX_DEPTH} levels")
        self._position += 1
        try:
            yield
        except _EndOfTextError:
            self._open_paths.append(path)
            # The enclosing containers meet the end of the text next, and note themselves.
            self._position = len(self._text)

    def _has_next(self, closing: str, *, first: bool) -> bool:
        if self._peek() == closing:
            self._position += 1
            return False
        if not first:
            self._take(",")
        return True

    def _string(self) -> str:
        if self._peek() not in self._form.quotes:
            raise self._error("a string")
        found = self._form.string.match(self._text, self._position)
        if found is None:
            raise _EndOfTextError
        try:
            value = str(self._form.decode(found[0]))
        except (ValueError, SyntaxError):
            raise self._error("a string") from None
        self._position = found.end()
        return value

    def _word_or_number(self) -> int | float | bool | None:
        found = _PLAIN.match(self._text, self._position)
        token = found[0] if found else ""
        at_the_end = self._position + len(token) == len(self._text)
        if at_the_end and token not in self._form.words and self._may_go_on(token):
            raise _EndOfTextError
        if token not in self._form.words and not _NUMBER.fullmatch(token):
            raise self._error("a value")
        self._position += len(token)
        return self._form.words[token] if token in self._form.words else _number(token)

    def _may_go_on(self, token: str) -> bool:
        return bool(_NUMBER_BEGINNING.fullmatch(token)) or any(word.startswith(token) for word in self._form.words)

    def _peek(self) -> str:
        self._skip_space()
        if self._position == len(self._text):
            raise _EndOfTextError
        return self._text[self._position]

    def _take(self, character: str) -> None:
        if self._peek() != character:
            raise self._error(repr(character))
        self._position += 1

    def _skip_space(self) -> None:
        while self._text[self._position : self._position + 1] in (" ", "\t", "\r", "\n"):
            self._position += 1

    def _error(self, expected: str) -> CutTextError:
        found = self._text[self._position : self._position + 20]
        return CutTextError(
            f"character {self._position}: expected {expected}, found {found!r}; "
            f"check that the text was copied exactly and that its form is {self._form_name}"
        )


def _number(token: str) -> int | float:
    return float(token) if set(token) & set(".eE") else int(token)
