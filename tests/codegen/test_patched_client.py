"""What the template patches achieve: each check holds for the patched client, and fails for the unpatched one."""

from __future__ import annotations

import copy
import importlib
import inspect
import io
import math
import pickle
import py_compile
import subprocess
import sys
import warnings
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

KEY = "sk-mavi-0123456789"
ITEM: dict[str, Any] = {"name": "x", "rows": []}


class Tiny:
    """A generated client, patched or not."""

    def __init__(self, package: ModuleType) -> None:
        self.package = package
        self.types = importlib.import_module(f"{package.__name__}.types")

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.modules[f"{self.package.__name__}.models"], name)

    def operation(self, name: str) -> Any:
        with warnings.catch_warnings(action="ignore"):
            return importlib.import_module(f"{self.package.__name__}.api.things.{name}")

    def item(self, **members: Any) -> Any:
        return self.Item.from_dict({**ITEM, **members})

    def client(self, **arguments: Any) -> Any:
        arguments = {"base_url": "http://example.invalid", "token": KEY, **arguments}
        return self.package.AuthenticatedClient(**arguments)

    def answer(self, operation: str, body: Any, status: int = 200) -> Any:
        """What the generated function makes of an answer."""
        client = self.client()
        transport = httpx.MockTransport(lambda _: httpx.Response(status, json=body))
        with httpx.Client(base_url="http://example.invalid", transport=transport) as http:
            client.set_httpx_client(http)
            return self.operation(operation).sync_detailed(client=client)

    def form(self, **members: Any) -> Any:
        form = self.Form(file=self.types.File(payload=io.BytesIO(b"film"), file_name="a.mp4"), title="t")
        for name, value in members.items():
            setattr(form, name, value)
        return form

    def parts(self, form: Any) -> dict[str, Any]:
        return {name: part[1] for name, part in form.to_multipart()}

    def wire(self, form: Any) -> httpx.Request:
        arguments = self.operation("send")._get_kwargs(body=form)
        arguments["url"] = "http://example.invalid" + arguments["url"]
        return httpx.Request(**arguments)


def raises(call: Callable[[], Any], *words: str) -> bool:
    """Whether a ValueError comes whose text holds all the words."""
    try:
        call()
    except ValueError as error:
        return all(word in str(error) for word in words)
    return False


# Multipart forms.


def a_boundary_is_random_and_never_in_the_file(tiny: Tiny) -> None:
    first, second = (tiny.wire(tiny.form()).headers["Content-Type"] for _ in range(2))
    assert first.startswith("multipart/form-data; boundary=")
    assert first != second
    assert "+++" not in first


def a_boundary_is_random_beside_other_kinds_of_body(tiny: Tiny) -> None:
    operation = tiny.operation("send_either")
    assert "Content-Type" not in operation._get_kwargs(body=tiny.form())["headers"]
    assert operation._get_kwargs(body=tiny.Part(id="1"))["headers"]["Content-Type"] == "application/json"


def a_boolean_is_sent_as_json_spells_it(tiny: Tiny) -> None:
    assert tiny.parts(tiny.form(keep=True))["keep"] == b"true"
    assert tiny.parts(tiny.form(keep=False))["keep"] == b"false"


def an_additional_value_is_sent_as_json_spells_it(tiny: Tiny) -> None:
    form = tiny.form()
    form["flag"] = True
    form["more"] = {"a": None}
    assert tiny.parts(form)["flag"] == b"true"
    assert tiny.parts(form)["more"] == b'{"a": null}'


def a_const_that_is_no_text_is_sent(tiny: Tiny) -> None:
    assert b'name="version"' in tiny.wire(tiny.form(version=2)).read()


def null_is_not_sent_as_text(tiny: Tiny) -> None:
    assert tiny.parts(tiny.form(note=None)).keys() == {"file", "title"}


def none_in_an_optional_field_is_not_sent_as_text(tiny: Tiny) -> None:
    assert tiny.parts(tiny.form(keep=None, tags=["a", None])).keys() == {"file", "title", "tags"}
    assert b"None" not in tiny.wire(tiny.form(keep=None, tags=["a", None])).read()


def none_in_an_additional_field_is_not_sent_as_text(tiny: Tiny) -> None:
    form = tiny.form()
    form["more"] = None
    assert "more" not in tiny.parts(form)


def none_in_a_required_field_is_refused(tiny: Tiny) -> None:
    assert raises(lambda: tiny.form(title=None).to_multipart(), "Form.title is required")
    assert raises(lambda: tiny.form(title=tiny.types.UNSET).to_multipart(), "Form.title is required")


# Enums.


def an_unknown_value_is_kept(tiny: Tiny) -> None:
    item = tiny.item(color="mauve", level=7, colors=["red", "mauve"])
    assert (item.color, item.level) == ("mauve", 7)
    assert item.to_dict() == {**ITEM, "color": "mauve", "level": 7, "colors": ["red", "mauve"]}


def an_unknown_value_is_a_value_of_the_enum(tiny: Tiny) -> None:
    color, level = tiny.Color("mauve"), tiny.Level(7)
    assert isinstance(color, tiny.Color)
    assert isinstance(level, tiny.Level)
    assert (str(color), color.value, color.is_known, tiny.Color.RED.is_known) == ("mauve", "mauve", False, True)
    assert (str(level), level.value, level.is_known, tiny.Level(1).is_known) == ("7", 7, False, True)
    assert list(tiny.Color) == ["green", "red"]


def an_unknown_value_survives_copies(tiny: Tiny) -> None:
    for value in (tiny.Color("mauve"), tiny.Level(7), tiny.Color.RED):
        for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
            assert (twin, type(twin), hash(twin)) == (value, type(value), hash(value))


def an_unknown_value_equals_itself_and_its_text(tiny: Tiny) -> None:
    assert tiny.Color("mauve") == tiny.Color("mauve") == "mauve"
    assert hash(tiny.Color("mauve")) == hash("mauve")
    assert tiny.Color("mauve") != tiny.Color.RED
    assert {tiny.Color("mauve"): 1}["mauve"] == 1


def a_nullable_enum_keeps_both(tiny: Tiny) -> None:
    assert tiny.item(favourite=None).to_dict()["favourite"] is None
    assert tiny.item(favourite="mauve").to_dict()["favourite"] == "mauve"
    assert isinstance(tiny.item(favourite="mauve").favourite, tiny.Color)


def a_body_of_several_kinds_stays_required(tiny: Tiny) -> None:
    parameter = inspect.signature(tiny.operation("send_either").sync_detailed).parameters["body"]
    assert parameter.default is inspect.Parameter.empty


def an_enum_has_the_description_of_the_spec(tiny: Tiny) -> None:
    assert tiny.Color.__doc__.strip() == "What it looks like."
    assert tiny.Level.__doc__.strip() == "How high it is."


# The client.


def the_key_is_in_no_repr(tiny: Tiny) -> None:
    client = tiny.client(cookies={"session": KEY}, httpx_args={"auth": ("", KEY)})
    with client, client.with_headers({"X-Other": KEY}) as other:
        assert client.get_httpx_client().headers["Authorization"].endswith(KEY)
        assert KEY not in repr(client) + repr(other)


def a_secret_is_in_no_repr(tiny: Tiny) -> None:
    token = tiny.Token.from_dict({"access": KEY, "refresh": KEY, "kind": "raw"})
    assert repr(token).startswith("Token(kind='raw'")
    assert KEY not in repr(token)
    assert token.to_dict() == {"access": KEY, "refresh": KEY, "kind": "raw"}
    assert tiny.Token(access=KEY).to_dict() == {"access": KEY}


def the_key_is_not_written_into_the_headers_of_the_caller(tiny: Tiny) -> None:
    headers: dict[str, str] = {}
    tiny.client(headers=headers).get_httpx_client().close()
    assert headers == {}


def the_key_is_sent_raw(tiny: Tiny) -> None:
    with tiny.client() as client:
        assert client.get_httpx_client().headers["Authorization"] == KEY


def there_is_a_default_timeout(tiny: Tiny) -> None:
    for client in (tiny.client(), tiny.package.Client(base_url="http://example.invalid")):
        with client:
            timeout = client.get_httpx_client().timeout
        assert None not in (timeout.connect, timeout.read, timeout.write, timeout.pool)
        assert "By default 10 s to connect, and 60 s for each" in " ".join(str(type(client).__doc__).split())


# Statuses.


def a_status_without_a_name_is_kept(tiny: Tiny) -> None:
    for status in (520, 999):
        assert tiny.answer("send_nothing", {}, status).status_code == status


def a_status_with_a_name_has_it(tiny: Tiny) -> None:
    assert tiny.answer("find", {"code": "0001"}).status_code is HTTPStatus.OK


# null.


def null_in_an_optional_property_is_unset(tiny: Tiny) -> None:
    names = ("size", "color", "level", "kind", "part", "either", "number", "parts", "colors", "tags", "when", "hits")
    for name in names:
        item = tiny.item(**{name: None})
        assert getattr(item, name) is tiny.types.UNSET, name
        assert item.to_dict() == ITEM, name


def declared_null_is_kept(tiny: Tiny) -> None:
    item = tiny.item(note=None, perhaps=None)
    assert (item.note, item.perhaps) == (None, None)
    assert item.to_dict() == {**ITEM, "note": None, "perhaps": None}


def null_in_a_required_property_is_refused(tiny: Tiny) -> None:
    assert raises(lambda: tiny.item(name=None), "Item", "'name' is null")
    assert raises(lambda: tiny.item(rows=None), "Item", "'rows' is null")
    assert raises(lambda: tiny.Found.from_dict({"code": "0000", "data": None}), "Found", "'data' is null")


def a_missing_required_property_is_named(tiny: Tiny) -> None:
    assert raises(lambda: tiny.Item.from_dict({"rows": []}), "Item", "'name' is missing")


def null_in_a_list_is_refused(tiny: Tiny) -> None:
    assert raises(lambda: tiny.item(tags=["a", None]), "tags", "null at index 1")
    assert raises(lambda: tiny.item(parts=[None]), "Part", "NoneType")
    assert raises(lambda: tiny.answer("list_parts", [None]), "Part", "NoneType")


def what_is_no_list_is_refused(tiny: Tiny) -> None:
    for value in ("ab", {"a": 1}, 5):
        assert raises(lambda value=value: tiny.item(tags=value), "tags must be an array")
        assert raises(lambda value=value: tiny.item(rows=value), "rows must be an array")
        assert raises(lambda value=value: tiny.item(parts=value), "parts must be an array")
        assert raises(lambda value=value: tiny.answer("list_parts", value), "must be an array")


def what_is_no_object_is_refused(tiny: Tiny) -> None:
    for value in ([], [("id", "1")], "id", 5):
        assert raises(lambda value=value: tiny.item(part=value), "Part must be an object")


def a_number_that_is_not_finite_is_refused(tiny: Tiny) -> None:
    for number in (math.inf, -math.inf, math.nan):
        assert raises(lambda number=number: tiny.item(price=number), "'price' must be a finite number")
        assert raises(lambda number=number: tiny.item(prices=[1, number]), "prices must be a finite number")
        assert raises(lambda number=number: tiny.item(score=number), "score must be a finite number")
    for number in (1, 1.5, -0.0):
        item = tiny.item(price=number, prices=[number], score=number)
        assert (item.price, item.prices, item.score) == (number, [number], number)
    assert raises(lambda: tiny.item(price=True), "'price' must be float")
    assert raises(lambda: tiny.item(score=True), "score fits no variant")


def a_figure_is_a_number_or_decimal_text(tiny: Tiny) -> None:
    for page in (5, "5", "007"):
        assert tiny.Figures.from_dict({"page": page}).page == page
    for page in ("one", "", "-1", " 5", "1_0", "\N{ARABIC-INDIC DIGIT FIVE}"):
        assert raises(lambda page=page: tiny.Figures.from_dict({"page": page}), "page must be a number")
    assert raises(lambda: tiny.Figures.from_dict({"page": 1.5}), "page fits no variant of int | str")


def an_optional_boolean_const_is_python(tiny: Tiny) -> None:
    path = Path(str(tiny.package.__file__)).parent / "models" / "flagged.py"
    py_compile.compile(str(path), doraise=True)
    assert tiny.Flagged.from_dict({}).to_dict() == {}
    assert raises(lambda: tiny.Flagged.from_dict({"done": False}), "done must match const")


# UNSET.


def unset_stays_itself(tiny: Tiny) -> None:
    unset = tiny.types.UNSET
    assert copy.copy(unset) is copy.deepcopy(unset) is pickle.loads(pickle.dumps(unset)) is unset


def a_copied_model_sends_the_same(tiny: Tiny) -> None:
    item = tiny.item()
    assert copy.deepcopy(item).to_dict() == ITEM
    assert pickle.loads(pickle.dumps(item)).to_dict() == ITEM
    assert copy.deepcopy(item) == item
    assert repr(tiny.types.UNSET) == "UNSET"


# Unions.


def a_nullable_object_with_a_fault_is_refused(tiny: Tiny) -> None:
    assert raises(lambda: tiny.item(perhaps={"id": None}), "Part", "'id' is null")
    assert raises(lambda: tiny.item(perhaps={}), "Part", "'id' is missing")
    assert raises(lambda: tiny.item(perhaps="text"), "perhaps fits no variant")


def a_value_that_fits_no_variant_is_refused(tiny: Tiny) -> None:
    assert raises(lambda: tiny.item(number=[]), "number fits no variant of int | str")
    assert raises(lambda: tiny.item(number=True), "number fits no variant")
    assert raises(lambda: tiny.item(either="text"), "either fits no variant")
    assert raises(lambda: tiny.item(marker="middle"), "marker fits no variant")
    assert raises(lambda: tiny.item(hits=[{"other": 1}]), "hits fits no variant")


def a_value_finds_its_variant(tiny: Tiny) -> None:
    assert (tiny.item(number=5).number, tiny.item(number="5").number) == (5, "5")
    assert isinstance(tiny.item(either={"id": "1"}).either, tiny.Part)
    assert tiny.item(marker="end").marker == "end"
    assert isinstance(tiny.item(hits=[{"id": "1"}]).hits[0], tiny.Part)
    assert isinstance(tiny.item(hits=[{"start": 1}]).hits[0], tiny.Chapter)
    assert tiny.item(hits=[{"start": 1}]).to_dict()["hits"] == [{"start": 1}]


def an_answer_finds_its_variant(tiny: Tiny) -> None:
    assert isinstance(tiny.answer("find", {"code": "0000", "data": {"id": "1"}}).parsed, tiny.Found)
    assert isinstance(tiny.answer("find", {"code": "0001", "msg": "no"}).parsed, tiny.Failure)
    assert isinstance(tiny.answer("find", {"results": []}).parsed, tiny.Bare)


def a_fault_within_an_answer_is_no_other_variant(tiny: Tiny) -> None:
    assert raises(lambda: tiny.answer("find", {"code": "0000", "data": {}}), "Part", "'id' is missing")
    assert raises(lambda: tiny.answer("find", {"code": "SUCCESS"}), "response_200 fits no variant")
    assert raises(lambda: tiny.answer("find", {"other": 1}), "response_200 fits no variant")
    assert raises(lambda: tiny.answer("find", []), "response_200 fits no variant")


def a_type_is_named_once(tiny: Tiny) -> None:
    source = inspect.getsource(tiny.operation("find").sync)
    assert "-> Bare | Failure | Found | None:" in source


FAULTS = (AssertionError, AttributeError, LookupError, NameError, TypeError, ValueError, py_compile.PyCompileError)


def a_description_is_not_indented(tiny: Tiny) -> None:
    assert "\nLooks everywhere." in str(inspect.getdoc(tiny.operation("find").sync))


# These hold without patches as well; patches must not break them.
ALWAYS_TRUE = (declared_null_is_kept, a_status_with_a_name_has_it, an_answer_finds_its_variant)
PATCHED_ONLY = (
    a_boundary_is_random_and_never_in_the_file,
    a_boundary_is_random_beside_other_kinds_of_body,
    a_body_of_several_kinds_stays_required,
    a_boolean_is_sent_as_json_spells_it,
    an_additional_value_is_sent_as_json_spells_it,
    a_const_that_is_no_text_is_sent,
    null_is_not_sent_as_text,
    none_in_an_optional_field_is_not_sent_as_text,
    none_in_an_additional_field_is_not_sent_as_text,
    none_in_a_required_field_is_refused,
    an_unknown_value_is_kept,
    an_unknown_value_is_a_value_of_the_enum,
    an_unknown_value_survives_copies,
    an_unknown_value_equals_itself_and_its_text,
    a_nullable_enum_keeps_both,
    an_enum_has_the_description_of_the_spec,
    the_key_is_in_no_repr,
    a_secret_is_in_no_repr,
    the_key_is_not_written_into_the_headers_of_the_caller,
    the_key_is_sent_raw,
    there_is_a_default_timeout,
    a_status_without_a_name_is_kept,
    null_in_an_optional_property_is_unset,
    null_in_a_required_property_is_refused,
    a_missing_required_property_is_named,
    null_in_a_list_is_refused,
    what_is_no_list_is_refused,
    what_is_no_object_is_refused,
    a_number_that_is_not_finite_is_refused,
    a_figure_is_a_number_or_decimal_text,
    an_optional_boolean_const_is_python,
    unset_stays_itself,
    a_copied_model_sends_the_same,
    a_nullable_object_with_a_fault_is_refused,
    a_value_that_fits_no_variant_is_refused,
    a_value_finds_its_variant,
    a_fault_within_an_answer_is_no_other_variant,
    a_type_is_named_once,
    a_description_is_not_indented,
)


@pytest.mark.parametrize("check", [*ALWAYS_TRUE, *PATCHED_ONLY])
def test_the_patched_client_is_right(patched: ModuleType, check: Callable[[Tiny], None]) -> None:
    check(Tiny(patched))


@pytest.mark.parametrize("check", PATCHED_ONLY)
def test_without_patches_the_fault_is_back(unpatched: ModuleType, check: Callable[[Tiny], None]) -> None:
    with pytest.raises(FAULTS):
        check(Tiny(unpatched))


def test_a_file_that_holds_the_old_boundary_arrives_whole(patched: ModuleType) -> None:
    tiny = Tiny(patched)
    film = b"first\r\n--+++\r\nsecond"
    form = tiny.form(file=tiny.types.File(payload=io.BytesIO(film), file_name="a.mp4"))
    request = tiny.wire(form)
    boundary = request.headers["Content-Type"].partition("boundary=")[2].encode()
    parts = request.read().split(b"--" + boundary)
    assert film in parts[1]


def test_the_patched_client_is_strictly_typed(tiny: Path, patched: ModuleType, tmp_path: Path) -> None:
    use = tiny / "use.py"
    use.write_text(
        "from typing import assert_type\n"
        "from patched.models import Color, Item, Part\n"
        "from patched.types import UNSET, Unset\n"
        "item = Item(name='x', rows=[])\n"
        "assert_type(item.color, Color | Unset)\n"
        "assert_type(item.perhaps, Part | None | Unset)\n"
        "assert_type(Color('mauve').is_known, bool)\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), "patched", "use.py"]
    result = subprocess.run(command, cwd=tiny, capture_output=True, text=True, check=False, timeout=80)
    assert result.returncode == 0, result.stdout
