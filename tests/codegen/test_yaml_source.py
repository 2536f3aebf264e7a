from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen.findings import SpecError
from codegen.source import Document, read_yaml


def read(directory: Path, text: str | bytes) -> Document:
    path = directory / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml(path, "openapi/x.yaml")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0402", "0402"),
        ("2025-08-14", "2025-08-14"),
        ("12:30:45", "12:30:45"),
        ("yes", "yes"),
        ("off", "off"),
        ("~", "~"),
        ("True", "True"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("3.1.1", "3.1.1"),
        (".inf", ".inf"),
        ("<<", "<<"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-7", -7),
        ("1.50", 1.5),
        ("1e3", 1000.0),
        ("611586405060993024", 611586405060993024),
        ('"true"', "true"),
        ("'5'", "5"),
    ],
)
def test_scalars_are_those_of_json(tmp_path: Path, text: str, value: Any) -> None:
    result = read(tmp_path, f"a: {text}\n").data["a"]
    assert (result, type(result)) == (value, type(value))


def test_keys_are_text(tmp_path: Path) -> None:
    assert read(tmp_path, "200: a\nnull: b\ntrue: c\n").data == {"200": "a", "null": "b", "true": "c"}


def test_every_key_and_item_has_its_line(tmp_path: Path) -> None:
    document = read(tmp_path, "a:\n  b: 1\n  c:\n    - x\n    - {d:\n        2}\n")
    lines = {pointer: document.location(pointer).line for pointer in document.lines}
    assert lines == {
        (): 1,
        ("a",): 1,
        ("a", "b"): 2,
        ("a", "c"): 3,
        ("a", "c", 0): 4,
        ("a", "c", 1): 5,
        ("a", "c", 1, "d"): 5,
    }
    assert str(document.location(("a", "c", 0))) == "openapi/x.yaml:4"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "openapi/x.yaml:3: duplicate key 'a' (first on line 1). Keep one."),
        ("a:\n  b: {c: 1, c: 2}\n", "openapi/x.yaml:2: duplicate key 'c' (first on line 2). Keep one."),
        ("a: &x 1\nb: *x\n", "openapi/x.yaml:1: a YAML alias (*name) is used. Use $ref to share content."),
        ("a: !!python/object/apply:os.getcwd []\n", "openapi/x.yaml:1: the YAML tag tag:yaml.org,2002:python/object"),
        ("a: 1\nb: !!binary aGk=\n", "openapi/x.yaml:2: the YAML tag tag:yaml.org,2002:binary is used."),
        ("a: 1\n  b: 2\n", "openapi/x.yaml:2: not valid YAML: mapping values are not allowed here."),
        ("a: [1,\n", "openapi/x.yaml:2: not valid YAML: "),
        ("? [a]\n: 1\n", "openapi/x.yaml:1: a key is not plain text."),
        ("a: 1\n---\nb: 2\n", "openapi/x.yaml:2: not valid YAML: but found another document."),
        ("", "openapi/x.yaml:1: the file is empty."),
        (b"a: \xff\n", "openapi/x.yaml:1: the file cannot be read ("),
        ("a:\n  " + "[" * 3000, "openapi/x.yaml:2: not valid YAML: nested more than 100 levels deep."),
        (
            "a: 1\nb: " + "7" * 5000,
            "openapi/x.yaml:2: an integer of 5000 characters is used. Write a 64-bit number, or",
        ),
        ("a: 1\nb: 1e999\n", "openapi/x.yaml:2: a number is too large for JSON."),
        ("a: 1\nb: !!int x\n", "openapi/x.yaml:2: 'x' does not fit the YAML tag tag:yaml.org,2002:int."),
        ('a: 1\n"\\ud800": 2\n', "openapi/x.yaml:2: half a character (a surrogate, \\ud800 to \\udfff) is used."),
        ('a: 1\nb: "\\udfff"\n', "openapi/x.yaml:2: half a character (a surrogate, \\ud800 to \\udfff) is used."),
        ('a: 1\nb: "\\U99999999"\n', "openapi/x.yaml:2: not valid YAML: "),
        ("a: \x07\n", "openapi/x.yaml:1: not valid YAML: unacceptable character"),
    ],
)
def test_faults_name_the_line(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(SpecError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match=r"^openapi/y.yaml:1: the file does not exist\. Create it"):
        read_yaml(tmp_path / "y.yaml", "openapi/y.yaml")


def test_nesting_that_any_spec_needs_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "[" * 90 + "]" * 90).data
    assert read(tmp_path, "\n".join("- " * 20 for _ in range(200))).data
