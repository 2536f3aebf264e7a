"""The platform's envelope: which codes there are, and how its members go together."""

from memories_ai_contract.cut_text import JsonValue

SUCCESS = "0000"
# Besides: code of a stream's end marker and of a superseded search answer, and that of the caption host.
SUCCESS_CODES: frozenset[JsonValue] = frozenset({SUCCESS, "SUCCESS", 0})
GOOD_ENDS = frozenset({"done", "[done]"})
UNAUTHORIZED = "0401"
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
# Of the caption host.
CAPTION_FAILURE = -1
# Of the second generation, which serves a download of the first.
SECOND_GENERATION_FAILURES = frozenset({400, 401, 402, 403, 409, 429})


def envelope_problems(body: JsonValue) -> list[str]:
    """Where the members of an envelope contradict each other, or its code is none that is known.

    A body without a code is no envelope, and has none of these problems.
    """
    if not isinstance(body, dict) or "code" not in body:
        return []
    code = body["code"]
    good = code in SUCCESS_CODES
    known = good or code in FAILURE_CODES or code == CAPTION_FAILURE or code in SECOND_GENERATION_FAILURES
    problems = [] if known else [f"/code: {code!r} is no documented code"]
    for flag, expected in (("success", good), ("failed", not good)):
        if body.get(flag, expected) is not expected:
            problems.append(f"/{flag}: is {body[flag]!r} beside code {code!r}")
    if not good and body.get("data") is not None:
        problems.append(f"/data: is there beside code {code!r}")
    return problems


def is_good_end(data: JsonValue) -> bool:
    """Is this the end of a complete stream? Text and object say so, and case does not matter."""
    if isinstance(data, dict) and data.get("code") in SUCCESS_CODES:
        data = data.get("data")
    return isinstance(data, str) and data.lower() in GOOD_ENDS
