"""Reads form bodies as a server gets them.

A form carries text only: one value for a list is a list of one, and a number for a text is a text. Whether a generated
form is invalid shows on the wire, not in the value it was made from.
"""

import email.parser
import email.policy
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl

from memories_ai_contract.cut_text import JsonPath, JsonValue
from memories_ai_contract.specification import Specification

MULTIPART = "multipart/form-data"
URLENCODED = "application/x-www-form-urlencoded"


def form_fits(specification: Specification, operation_id: str, content_type: str, body: bytes) -> bool:
    """Does a form body, as sent, fit the schema of the operation's form? False for other bodies."""
    media_type = content_type.partition(";")[0].strip().lower()
    schema = specification.request_schema(operation_id, media_type)
    if schema is None or media_type not in (MULTIPART, URLENCODED):
        return False
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for name, text in _fields(content_type, media_type, body):
        texts[name].append(text)
    return specification.is_valid(schema, _typed(specification, schema, texts))


def _fields(content_type: str, media_type: str, body: bytes) -> Iterator[tuple[str, str]]:
    if media_type == URLENCODED:
        yield from parse_qsl(body.decode("ascii", "replace"), keep_blank_values=True)
        return
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1")
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
    for part in message.iter_parts():
        content = part.get_payload(decode=True)
        name = part.get_param("name", header="content-disposition")
        if isinstance(content, bytes) and isinstance(name, str):
            yield name, content.decode("utf-8", "replace")


def _typed(specification: Specification, schema: JsonPath, texts: Mapping[str, list[str]]) -> dict[str, JsonValue]:
    """The fields that the schema declares, with the JSON types it asks for where their text allows."""
    values: dict[str, JsonValue] = {}
    for name, found in texts.items():
        if name not in specification.value((*schema, "properties")):
            continue
        types = specification.value(specification.resolve((*schema, "properties", name))).get("type")
        if types == "array" or len(found) > 1:
            values[name] = list(found)
        elif types == "object":
            values[name] = _document(found[0])
        else:
            values[name] = found[0] if types == "string" else _literal(found[0])
    return values


def _document(text: str) -> JsonValue:
    """The JSON that a part holds, or its text."""
    try:
        value: JsonValue = json.loads(text)
    except ValueError:
        return text
    return value


def _literal(text: str) -> JsonValue:
    """The number or truth value that a text spells, or the text."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, bool | int | float) else text
