"""The platform's envelope: which codes there are, and how its members go together."""

from memories_ai_contract.cut_text import JsonValue

SUCCESS = "0000"
# Code of a stream's end marker, and of a superseded search answer.
SUCCESS_CODES = frozenset({SUCCESS, "SUCCESS"})
UNAUTHORIZED = "0401"
# Text that ends a stream well, in the dialects that have an end marker.
END = "Done"
FAILURE_CODES = {
    "0001": "wrong parameter, video not found, passing trouble",
    "0003": "wrong parameter, unknown value of an enumeration",
    UNAUTHORIZED: "key missing or wrong",
    "0402": "no credits left",
    "0403": "account disabled",
    "0409": "may not be repeated",
    "0429": "rate limit",
    "9009": "key lacks permission",
}


def envelope_problems(body: JsonValue) -> list[str]:
    """Where the members of an envelope contradict each other, or its code is none that is known.

    A body without a code is no envelope, and has none of these problems.
    """
    if not isinstance(body, dict) or "code" not in body:
        return []
    code = body["code"]
    good = code in SUCCESS_CODES
    problems = [] if good or code in FAILURE_CODES else [f"/code: {code!r} is no documented code"]
    for flag, expected in (("success", good), ("failed", not good)):
        if body.get(flag, expected) is not expected:
            problems.append(f"/{flag}: is {body[flag]!r} beside code {code!r}")
    if not good and body.get("data") is not None:
        problems.append(f"/data: is there beside code {code!r}")
    return problems


def is_end_marker(data: JsonValue) -> bool:
    """Does this data of an event end a stream, well or badly? Text and objects without `type` do."""
    return isinstance(data, str) or (isinstance(data, dict) and "type" not in data)


def is_good_end(data: JsonValue) -> bool:
    """Can a complete stream end with this: a marker, or (where there are none) an envelope of success?"""
    return data in (END, {"code": "SUCCESS", "data": END}) or (isinstance(data, dict) and data.get("code") == SUCCESS)
