"""The kinds of hostile requests: each makes the n-th attack of its kind, the same one every time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TypeVar

from hostile_data import BROKEN_JSON, LONG, NAUGHTY_STRINGS, WRONG_VALUES
from hostile_requests import (
    BOUNDARY,
    FORM_TYPE,
    HEADER,
    JSON,
    JSON_TYPE,
    MULTIPART_TYPE,
    PATH,
    QUERY,
    Headers,
    Kit,
    Operation,
    Part,
    Request,
    Slot,
    encode_parts,
    without,
)

T = TypeVar("T")

EMULATOR_GUIDE = Path(__file__).parents[2] / "docs" / "emulator.md"
# How an attack ends: the connection goes on, is half closed, or torn down at once.
KEEP, HALF_CLOSE, ABORT = "keep", "half close", "abort"


@dataclass(frozen=True)
class Attack:
    """What is sent to one connection, and what has to come of it.

    Attributes:
        blocks: Sent one after another, `pause` seconds apart.
        answers: How many answers must come; 0: an answer will do, and so will a closed connection.
        status: What the answers must have, if that matters.
        bodiless: The answer has no body whatever its head says, as that to HEAD.
    """

    kind: str
    blocks: tuple[bytes, ...]
    answers: int = 1
    end: str = KEEP
    pause: float = 0.0
    status: int | None = None
    bodiless: bool = False


Maker = Callable[[int, Random, Kit], Attack]


class Attacks:
    """All attacks, by number; the same seed and kit give the same ones."""

    def __init__(self, kit: Kit, seed: int) -> None:
        self._kit = kit
        self._seed = seed
        self._cycle = _cycle()

    def __getitem__(self, number: int) -> Attack:
        rounds, place = divmod(number, len(self._cycle))
        kind = self._cycle[place]
        turn = rounds * self._cycle.count(kind) + self._cycle[:place].count(kind)
        # No secrets are made here.
        random = Random(f"{self._seed}/{number}")  # noqa: S311
        return replace(MAKERS[kind][1](turn, random, self._kit), kind=kind)


def _cycle() -> list[str]:
    """Each kind as often as its weight says, evenly mixed."""
    spread = [((turn + 0.5) / weight, kind) for kind, (weight, _) in MAKERS.items() for turn in range(weight)]
    return [kind for _, kind in sorted(spread)]


def complete(request: Request) -> Attack:
    """A request whose framing is right: it must be answered."""
    return Attack("", (request.raw(),), bodiless=request.method == "HEAD")


def lenient(*blocks: bytes) -> Attack:
    """What need not be answered as HTTP, but must come to an end."""
    return Attack("", blocks, answers=0, end=HALF_CLOSE)


def plain_requests(turn: int, random: Random, kit: Kit) -> Attack:
    return complete(kit.plain(pick(kit.operations, turn), random))


def health(_: int, __: Random, kit: Kit) -> Attack:
    return replace(complete(Request("GET", b"/__mock__/health", host(kit))), status=200)


def broken_json(turn: int, random: Random, kit: Kit) -> Attack:
    """Broken JSON as a body, and in a body in place of a member."""
    text = pick(BROKEN_JSON, turn)
    rounds = turn // len(BROKEN_JSON)
    slots = [slot for slot in kit.typed_slots if slot.where == JSON]
    if (turn + rounds) % 2 and slots:
        return complete(kit.filled(random.choice(slots), text, random))
    request = kit.plain(pick(kit.with_body(JSON_TYPE), turn + rounds), random, JSON_TYPE)
    kit.put_body(request, JSON_TYPE, text)
    return complete(request)


def naughty_strings(turn: int, random: Random, kit: Kit) -> Attack:
    """Every slot in turn, with another string each time round."""
    rounds, place = divmod(turn, len(kit.slots))
    slot = kit.slots[place]
    own_address = f"http://{kit.address}/__mock__/reset"
    strings = (*NAUGHTY_STRINGS, own_address, f"http://{kit.address}{pick(kit.operations, turn).path}")
    text = pick(strings, place * 31 + rounds)
    if slot.where == JSON:
        escaped = json.dumps(text, ensure_ascii=random.random() < 0.5)
        return complete(kit.filled(slot, escaped.encode("utf-8", "surrogatepass"), random))
    encoded = text.encode("utf-8", "surrogatepass")
    request = kit.filled(slot, encoded, random)
    if slot.where == HEADER:
        return _with_header(request, encoded)
    head_size = len(request.target)
    if slot.where in (QUERY, PATH) and random.random() < 0.3:
        request.target = request.target.split(b"?")[0] + b"?" + str(slot.path[0]).encode() + b"=" + encoded
        return lenient(request.raw())
    return complete(request) if head_size < 50_000 else lenient(request.raw())


def _with_header(request: Request, value: bytes) -> Attack:
    sound = len(value) < 10_000 and all(byte == 9 or 32 <= byte != 127 for byte in value)
    return complete(request) if sound else lenient(request.raw())


def wrong_types(turn: int, random: Random, kit: Kit) -> Attack:
    rounds, place = divmod(turn, len(kit.typed_slots))
    slot = kit.typed_slots[place]
    text = pick(WRONG_VALUES, place * 17 + rounds)
    if slot.where == JSON:
        return complete(kit.filled(slot, text, random))
    if slot.where in (QUERY, PATH):
        return _wrong_parameter(slot, text[:20_000], random, kit)
    return complete(kit.filled(slot, text, random))


def _wrong_parameter(slot: Slot, text: bytes, random: Random, kit: Kit) -> Attack:
    request = kit.filled(slot, text, random)
    way = random.randrange(4)
    if way == 0:
        request.target += b"&" + str(slot.path[0]).encode() + b"=again"
    elif way == 1:
        request.target = request.target.partition(b"?")[0]
    return complete(request)


def raw_bytes(turn: int, random: Random, _: Kit) -> Attack:
    """What is no HTTP at all."""
    if turn % 2:
        return lenient(random.randbytes(random.choice((1, 7, 64, 1_000, 70_000))))
    return lenient(
        pick(
            (
                b"",
                b"\0",
                b"\n",
                b"\r\n" * 5_000,
                b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(512),
                b"SSH-2.0-OpenSSH_9.0\r\n",
                b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9),
                b"*1\r\n$4\r\nPING\r\n",
                b"PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\nGET / HTTP/1.1\r\n\r\n",
                b"\r\n\r\n\x00\r\nQUIT\n",
                b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                b"EHLO localhost\r\n",
                b"\xff" * 100_000,
                b"A" * 100_000,
                b"GET",
                b"GET / HTTP/1.1",
                b"GET / HTTP/1.1\r\nHost",
                b"\x1f\x8b\x08" + bytes(100),
                b"<?xml version='1.0'?>",
                b"{}\n",
            ),
            turn // 2,
        )
    )


def request_lines(turn: int, random: Random, kit: Kit) -> Attack:
    operation = pick(kit.operations, turn)
    path = operation.path.encode()
    line = pick(
        (
            b"get %s HTTP/1.1",
            b"GET %s HTTP/1.2",
            b"GET %s HTTP/2.0",
            b"GET %s HTTP/0.9",
            b"GET %s HTTP/9.9",
            b"GET %s HTTP/1.",
            b"GET %s HTTP/",
            b"GET %s",
            b"GET  %s  HTTP/1.1",
            b"GET\t%s\tHTTP/1.1",
            b" GET %s HTTP/1.1",
            b"GET %s HTTP/1.1 more",
            b"GET%s HTTP/1.1",
            b"%s",
            b"G\0ET %s HTTP/1.1",
            b"GET %s\0 HTTP/1.1",
            b"GET %s\xff\xfe HTTP/1.1",
            b"GET %s\x01\x02 HTTP/1.1",
            b"GET %s#fragment HTTP/1.1",
            b"GET %s?a=%%zz&b=%% HTTP/1.1",
            b"GET %s?" + b"&" * 5_000 + b" HTTP/1.1",
            b"GET %s?" + b"a=1&" * 5_000 + b" HTTP/1.1",
            b"GET %s?" + b"a" * 60_000 + b" HTTP/1.1",
            b"GET %s?" + b"a" * 200_000 + b" HTTP/1.1",
            b"GET %s" + b"/a" * 10_000 + b" HTTP/1.1",
            b"A" * 50_000 + b" %s HTTP/1.1",
            b"\r\n\r\nGET %s HTTP/1.1",
            b"GET http://example.invalid%s HTTP/1.1",
            b"GET * HTTP/1.1",
            b"CONNECT 127.0.0.1:9 HTTP/1.1",
            b"GET /%s HTTP/1.1",
            b"GET %s http/1.1",
            b"GET %s ICE/1.0",
            b"GET %s RTSP/1.0",
        ),
        turn,
    )
    ending = random.choice((b"\r\n", b"\n", b"\r"))
    rest = ending + b"Host: a" + ending + b"Authorization: k" + ending * 2
    return lenient(line.replace(b"%s", path).replace(b"%%", b"%") + rest)


def content_lengths(turn: int, random: Random, kit: Kit) -> Attack:
    request, body = _json_request(turn, random, kit)
    size = str(len(body)).encode()
    lengths = pick(
        (
            (),
            (b"",),
            (b" ",),
            (b"-1",),
            (b"+" + size,),
            (b"0x5",),
            (b"5 5",),
            (b"5,5",),
            (b"1e1",),
            (b"\xd9\xa5",),
            (size + b".0",),
            (b"0" * 1_000 + size,),
            (b"9" * 30,),
            (b"9223372036854775807",),
            (b"9223372036854775808",),
            (b"18446744073709551615",),
            (b"18446744073709551616",),
            (b"4294967297",),
            (b"1000000000000",),
            (size, size),
            (size, b"0"),
            (b"0", size),
            (size + b", " + size,),
            (str(len(body) - 1).encode(),),
            (str(len(body) + 1).encode(),),
            (b"1",),
            (b"0",),
            (size + b"\0",),
        ),
        turn,
    )
    return lenient(request.head([*request.headers, *((b"Content-Length", each) for each in lengths)]) + body)


def chunks(turn: int, random: Random, kit: Kit) -> Attack:
    request, body = _json_request(turn, random, kit)
    head = request.head([*request.headers, (b"Transfer-Encoding", b"chunked")])
    whole = b"%x\r\n%s\r\n" % (len(body), body) if body else b""
    small = b"".join(b"1\r\n%c\r\n" % byte for byte in body)
    sound = (
        whole + b"0\r\n\r\n",
        small + b"0\r\n\r\n",
        (whole.upper() if body.isupper() else whole) + b"0000\r\n\r\n",
        whole + b"0\r\nX-Trailer: 1\r\n\r\n",
        b"%x;name=value\r\n%s\r\n0;last\r\n\r\n" % (len(body) or 1, body or b" "),
        b'%x;a="quoted \\" text"\r\n%s\r\n0\r\n\r\n' % (len(body) or 1, body or b" "),
    )
    broken = (
        whole,
        whole + b"0\r\n",
        whole + b"0\r\nX-Trailer",
        whole + b"-1\r\n\r\n",
        b"\r\n" + whole + b"0\r\n\r\n",
        b"g\r\n{}\r\n0\r\n\r\n",
        b"0x2\r\n{}\r\n0\r\n\r\n",
        b" 2\r\n{}\r\n0\r\n\r\n",
        b"2\n{}\n0\n\n",
        b"2\r\n{}0\r\n\r\n",
        b"2\r\n{}}}\r\n0\r\n\r\n",
        b"ffffffff\r\n{}\r\n0\r\n\r\n",
        b"7fffffffffffffff\r\n{}",
        b"ffffffffffffffff\r\n{}",
        b"10000000000000000\r\n{}",
        b"0" * LONG + b"2\r\n{}\r\n0\r\n\r\n",
        b"2;" + b"e" * LONG + b"\r\n{}\r\n0\r\n\r\n",
        b"2;a=\0\r\n{}\r\n0\r\n\r\n",
        b"2;" + b"a=b;" * 10_000 + b"\r\n{}\r\n0\r\n\r\n",
        whole + b"0\r\n" + b"X-Trailer: 1\r\n" * 10_000 + b"\r\n",
        whole + b"0\r\nContent-Length: 1\r\nTransfer-Encoding: x\r\n\r\n",
        b"100000\r\n" + b" " * 0x100000 + b"\r\n100000\r\n" + b" " * 0x100000 + b"\r\n0\r\n\r\n",
    )
    if turn % 3 == 0:
        return Attack("", (head + pick(sound, turn // 3),))
    return lenient(head + pick(broken, turn - turn // 3))


def transfer_encodings(turn: int, random: Random, kit: Kit) -> Attack:
    request, body = _json_request(turn, random, kit)
    length = (b"Content-Length", str(len(body)).encode())
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body) or 1, body or b" ")
    name, coding = b"Transfer-Encoding", b"chunked"
    headers: tuple[Headers, ...] = (
        [length, (name, coding)],
        [(name, coding), length],
        [(b"Content-Length", b"0"), (name, coding)],
        [(name, b"Chunked")],
        [(name, b"chunked, chunked")],
        [(name, coding), (name, coding)],
        [(name, b"gzip, chunked")],
        [(name, b"chunked, gzip")],
        [(name, b"gzip")],
        [(name, b"identity")],
        [(name, b"identity"), length],
        [(name, b"")],
        [(name, b"x" * 5_000)],
        [(name, b"chunked\x0b")],
        [(name, b"\tchunked ")],
        [(name, b'"chunked"')],
        [(name, b"chunked;q=1")],
        [(name + b" ", coding)],
        [(b"Transfer\tEncoding", coding), length],
        [(b"X-A: 1\n" + name, coding), length],
        [(b"Transfer_Encoding", coding), length],
        [(name, b"\r\n chunked")],
    )
    return lenient(request.head([*request.headers, *pick(headers, turn)]) + random.choice((chunked, body)))


def header_blocks(turn: int, random: Random, kit: Kit) -> Attack:
    request = kit.plain(pick(kit.operations, turn), random)
    sound: tuple[Headers, ...] = (
        [(b"X-Many-%d" % number, b"1") for number in range(500)],
        [(b"X-Same", b"1")] * 500,
        [(b"Authorization", b"another")],
        [(b"Host", b"another")],
        [(b"Cookie", b"a=b; " * 2_000)],
        [(b"Range", b"bytes=" + b"0-0," * 1_000 + b"0-0")],
        [(b"Range", b"bytes=9-1")],
        [(b"If-None-Match", b"*"), (b"If-Match", b'"x"'), (b"If-Modified-Since", b"yesterday")],
        [(b"Expect", b"100-continue")],
        [(b"Expect", b"nonsense")],
        [(b"Connection", b"Upgrade, HTTP2-Settings"), (b"Upgrade", b"h2c"), (b"HTTP2-Settings", b"AAA")],
        [(b"Connection", b"Upgrade"), (b"Upgrade", b"websocket"), (b"Sec-WebSocket-Version", b"13")],
        [(b"Upgrade", b"foo/1")],
        [(b"Connection", b"close, keep-alive")],
        [(b"Connection", b"keep-alive, x" + b",y" * 500)],
        [(b"Keep-Alive", b"timeout=0, max=-1")],
        [(b"TE", b"trailers, deflate;q=0.5")],
        [(b"Trailer", b"Content-Length")],
        [(b"Content-Encoding", b"gzip")],
        [(b"X-Forwarded-For", b"' OR 1=1 --"), (b"X-Forwarded-Proto", b"https"), (b"X-Forwarded-Host", b"a\\b")],
        [(b"X-HTTP-Method-Override", b"DELETE"), (b"X-Original-URL", b"/__mock__/reset")],
        [(b"Accept", b"*/*;q=" + b"9" * 1_000), (b"Accept-Language", b"\xff\xfe")],
        [(b"X-Empty", b"")],
        [(b"X-Bytes", bytes(range(128, 256)))],
    )
    broken: tuple[bytes, ...] = (
        b"X-Huge: " + b"a" * 200_000,
        b"\r\n".join(b"X-%d: 1" % number for number in range(20_000)),
        b"x" * 100_000 + b": 1",
        b"X-Folded: a\r\n b\r\n\tc",
        b"X-Folded: a" + b"\r\n b" * 30_000,
        b" X-First-Folded: 1",
        b"X-Nul: a\0b",
        b"X\0Nul: a",
        b"X-Return: a\rb",
        b"X-Feed: a\nb",
        b"X-Control: \x01\x02\x1b\x7f",
        b"no colon",
        b": no name",
        b":",
        b"X-Blank : 1",
        b"X-\xff\xfe: 1",
        b"X-(brackets)[]{}@: 1",
        b"X-A: 1\r\n\r\r\n",
        b"\0",
        b"X-Open: ",
    )
    if turn % 2:
        request.headers = [*request.headers, *pick(sound, turn // 2)]
        return complete(request)
    head = request.head(request.headers).removesuffix(b"\r\n")
    return lenient(head + pick(broken, turn // 2) + b"\r\n\r\n" + (request.body or b""))


def content_types(turn: int, random: Random, kit: Kit) -> Attack:
    with_body = [operation for operation in kit.operations if operation.bodies]
    request = kit.plain(pick(with_body, turn), random)
    boundary = b"; boundary=" + BOUNDARY
    types: tuple[tuple[bytes, ...], ...] = (
        (),
        (b"",),
        (b" ",),
        (b";",),
        (b"/",),
        (b"json",),
        (b"application/json; charset=utf-16",),
        (b"application/json; charset=\xff",),
        (b"application/json; charset=" + b"x" * 5_000,),
        (b"application/json;;;;",),
        (b"application/json" + b";a=b" * 2_000,),
        (b"APPLICATION/JSON",),
        (b"application/json, text/plain",),
        (b"application/json\x0b" if turn % 2 else b"application/json ",),
        (b"application/json-patch+json",),
        (b"application/problem+json",),
        (b"text/json",),
        (b"text/plain",),
        (b"text/plain; charset=utf-7",),
        (b"text/xml",),
        (b"application/octet-stream",),
        (b"application/x-www-form-urlencoded; charset=utf-16",),
        (FORM_TYPE.encode(),),
        (JSON_TYPE.encode(),),
        (MULTIPART_TYPE.encode(),),
        (b"multipart/mixed" + boundary,),
        (b"multipart/form-data" + boundary + boundary,),
        (b"multipart/form-data; boundary=",),
        (b'multipart/form-data; boundary=""',),
        (b'multipart/form-data; boundary="' + BOUNDARY,),
        (b"multipart/form-data; boundary=" + b"b" * 71,),
        (b"multipart/form-data; boundary=" + b"b" * 10_000,),
        (b"multipart/form-data; boundary=\xff\xfe",),
        (b'multipart/form-data; boundary="a\\"b"',),
        (b"multipart/form-data; boundary*=utf-8''%ff",),
        (b"multipart/form-data; boundary*0=--; boundary*1=hostile",),
        (b"*/*",),
        (b"\xff/\xfe",),
        (b"a" * 5_000 + b"/b",),
        (JSON_TYPE.encode(), JSON_TYPE.encode()),
        (JSON_TYPE.encode(), MULTIPART_TYPE.encode() + boundary),
        (b"text/plain", JSON_TYPE.encode()),
    )
    given = pick(types, turn)
    request.headers = [*without(request.headers, b"content-type"), *((b"Content-Type", each) for each in given)]
    return complete(request) if not any(b"\x0b" in each for each in given) else lenient(request.raw())


def multipart_bodies(turn: int, random: Random, kit: Kit) -> Attack:
    targets = kit.with_body(MULTIPART_TYPE)
    if not targets:
        return plain_requests(turn, random, kit)
    request = kit.plain(pick(targets, turn), random, MULTIPART_TYPE)
    body = request.body or b""
    request.body = pick(tuple(_broken_multiparts(body, random, turn)), turn)
    return complete(request)


def _broken_multiparts(body: bytes, random: Random, turn: int) -> Iterator[bytes]:
    """Bodies that are no good multipart data, made from a good one."""
    opening, closing, form = b"--" + BOUNDARY + b"\r\n", b"--" + BOUNDARY + b"--\r\n", b"Content-Disposition: form-data"
    yield b""
    yield closing
    yield opening
    yield opening * 50
    yield body.removesuffix(closing)
    yield body.removesuffix(b"--\r\n")
    yield body[: random.randrange(len(body))]
    yield body.replace(BOUNDARY, b"another")
    yield body.replace(b"\r\n", b"\n")
    yield body.replace(b"\r\n\r\n", b"\r\n")
    yield body.replace(form, b"Content-Disposition: attachment")
    yield body.replace(form, b"X-Other: 1")
    yield body.replace(b'name="', b"name=")
    yield body.replace(b'name="', b"name*=utf-8''%ff")
    yield body.replace(b'filename="', b'filename="b.mp4"; filename="')
    yield body.replace(b'filename="', b"filename*=utf-8''%e2%82%ac%zz; filename=\"")
    yield b"preamble\r\n" * 1_000 + body
    yield body + b"epilogue" * 1_000
    yield body + body
    yield opening + b"\r\nno headers\r\n" + closing
    yield opening + b"no colon\r\n\r\nx\r\n" + closing
    yield opening + b": no name\r\n\r\nx\r\n" + closing
    yield opening + form + b"\r\n\r\nno name\r\n" + closing
    yield opening + form + b'; name=""\r\n\r\nx\r\n' + closing
    yield opening + form + b'; name="a' + b"a" * LONG + b'"\r\n\r\nx\r\n' + closing
    yield opening + b"X-Huge: " + b"a" * 1_000_000 + b"\r\n\r\nx\r\n" + closing
    yield opening + b"X-Many: 1\r\n" * 20_000 + form + b'; name="a"\r\n\r\nx\r\n' + closing
    yield opening + form + b'; name="a"' + b"; x=y" * 20_000 + b"\r\n\r\nx\r\n" + closing
    yield opening + form + b';\r\n name="a"\r\n\r\nfolded\r\n' + closing
    yield opening + form + b'; name="\xff\xfe"\r\n\r\nx\r\n' + closing
    yield opening + form + b'; name="a"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!\r\n' + closing
    yield opening + form + b'; name="a"\r\nContent-Transfer-Encoding: unknown\r\n\r\n!!!\r\n' + closing
    yield opening + form + b'; name="a"\r\nContent-Length: 99999999\r\n\r\nx\r\n' + closing
    yield encode_parts([Part(b"file", b"x", b"a.mp4")] * 50)
    yield encode_parts([Part(b"file", b"x", None)])
    yield encode_parts([Part(b"n%d" % number, b"x", b"f" if turn % 2 else None) for number in range(10_000)])
    yield encode_parts([Part(b"tags", b"x")] * 99)
    yield encode_parts([Part(b"unique_id", b"\xff\xfe"), Part(b"file", b"x", b"a.mp4")])
    yield encode_parts([Part(b"unknown", random.randbytes(200_000), b"x" * 5_000)])
    yield encode_parts([Part(b"a", b"x" * 1_500_000)])
    yield encode_parts([Part(b"file", encode_parts([Part(b"file", b"x", b"a")], b"inner"), b"a", b"multipart/mixed")])
    yield encode_parts([Part(b"file", (b"\r\n--" + BOUNDARY[:-1]) * 5_000, b"a.mp4")])
    yield encode_parts([Part(b"file", b"\r" * LONG, b"a.mp4")])
    yield encode_parts([Part(b"file", random.randbytes(300_000), b"a.mp4", b"video/mp4")])
    yield opening + random.randbytes(5_000) + closing
    yield random.randbytes(5_000)


def pipelines(turn: int, random: Random, kit: Kit) -> Attack:
    """Several requests in one go."""
    count = random.choice((2, 3, 8, 30))
    requests = [kit.plain(random.choice(kit.operations), random) for _ in range(count)]
    raw = b"".join(request.raw() for request in requests)
    if turn % 4 == 3:
        return lenient(raw + b"\0\0 broken")
    if turn % 4 == 2:
        cut = random.randrange(len(raw))
        return Attack("", (raw[:cut], raw[cut:]), answers=count, pause=0.02)
    return Attack("", (raw,), answers=count)


def half_closed(turn: int, random: Random, kit: Kit) -> Attack:
    raw = kit.plain(pick(kit.operations, turn), random).raw()
    return lenient(raw if turn % 2 else raw[: random.randrange(len(raw))])


def early_closes(turn: int, random: Random, kit: Kit) -> Attack:
    raw = kit.plain(pick(kit.operations, turn), random).raw()
    sent = raw if turn % 2 else raw[: random.randrange(len(raw))]
    return Attack("", (sent,), answers=0, end=ABORT, pause=random.choice((0, 0, 0.001, 0.01)))


def slow_senders(turn: int, random: Random, kit: Kit) -> Attack:
    raw = kit.plain(pick(kit.operations, turn), random).raw()
    cuts = sorted(random.randrange(len(raw)) for _ in range(5))
    blocks = tuple(raw[start:end] for start, end in zip([0, *cuts], [*cuts, len(raw)], strict=True))
    return Attack("", blocks, pause=0.1)


def methods_and_paths(turn: int, random: Random, kit: Kit) -> Attack:
    path = pick(kit.operations, turn).path
    if turn % 2:
        return _other_method(path.encode(), turn // 2, random, kit)
    start, _, last = path.rpartition("/")
    targets = (
        f"/{path}",
        f"{path}/",
        f"{path}//",
        f"{start}//{last}",
        f"{start}/./{last}",
        f"{start}/../{last}",
        f"{path}/..",
        f"{path}/%2e%2e/%2e%2e",
        f"{start}/%2e/{last}",
        f"{start}%2f{last}",
        f"{start}%5c{last}",
        f"{path}%00",
        f"%00{path}",
        f"/%00{path}",
        f"{path}%0d%0aX-Injected:1",
        f"{path}%ff%fe",
        f"{path}%",
        f"{path}%zz",
        f"{path}%u002f",
        f"{path};a=b",
        f"{path}.json",
        f"{path}%20",
        f"{path}%C0%AF",
        f"{path}%ED%A0%80",
        f"{path.upper()}",
        f"{path}/{'a/' * 5_000}",
        f"{path}{'a' * 20_000}",
        f"{'/..' * 1_000}/etc/passwd",
        f"{'/%2e%2e' * 100}/etc/passwd",
        "/",
        "//",
        "/?",
        "/??=&&",
        "/favicon.ico",
        "/openapi.json",
        "/docs",
        "/{path}",
        "/serve/api/v1/",
        f"http://{kit.address}{path}",
        f"https://other.invalid{path}",
        "http://[::1",
        f"{path}?",
        f"{path}?&&&&",
        f"{path}?=",
        f"{path}?%00=%00",
        f"{path}?a[]=1&a[b]=2",
        f"{path}?{'a=1&' * 1_001}",
        f"{path}?{'a' * 30_000}=1",
        f"{path}?a={'%' * 5_000}",
        f"{path}?\\^`{{|}}",
    )
    request = kit.plain(pick(kit.operations, turn), random)
    request.target = pick(targets, turn // 2).encode()
    return lenient(request.raw()) if request.target.startswith((b"http", b"%")) else complete(request)


def _other_method(path: bytes, turn: int, random: Random, kit: Kit) -> Attack:
    sound = ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "MKCOL", "SEARCH")
    broken = ("CONNECT", "get", "PoSt", "FOO", "GETT", "M-SEARCH", "A" * 1_000, "GET\0", "\xc3\x89", "-", "PRI", "")
    request = Request(random.choice(sound), path, [*host(kit), (b"Authorization", b"k")], random.choice((None, b"{}")))
    if turn % 3 == 0:
        request.method = pick(broken, turn // 3)
        return lenient(request.raw())
    return complete(request)


def control_paths(turn: int, random: Random, kit: Kit) -> Attack:
    """The emulator's own paths, without the header that lets them change anything."""
    paths = control_paths_of(EMULATOR_GUIDE.read_text(encoding="utf-8") if EMULATOR_GUIDE.exists() else "")
    tails = ("", "/", "?a=1", "/..", "%00", "//", "/%2e%2e/reset", ";x", "?" + "a" * 5_000)
    method = random.choice(("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"))
    bodies = (None, b"", b"{}", b"[]", b"\xff", b"null", random.choice(BROKEN_JSON), random.choice(WRONG_VALUES))
    # Any text would do as its value, but for an empty one.
    control = [(b"X-Memories-Mock", random.choice((b"", b"  ", b"\t")))] if random.random() < 0.5 else []
    types = random.choice(((), (JSON_TYPE.encode(),), (b"text/plain",), (MULTIPART_TYPE.encode(),)))
    headers = [*host(kit), *control, *((b"Content-Type", each) for each in types)]
    target = pick(paths, turn) + random.choice(tails)
    return complete(Request(method, target.encode(), headers, random.choice(bodies)))


def control_paths_of(guide: str) -> list[str]:
    """The control paths that the emulator's guide names, and some that should not exist."""
    found = set(re.findall(r"/__mock__/[A-Za-z0-9_/-]*[A-Za-z0-9]", guide))
    return sorted({*found, "/__mock__", "/__mock__/", "/__mock__/health", "/__mock__/reset", "/__mock__/nothing"})


# How often in each round, and what makes it.
MAKERS: dict[str, tuple[int, Maker]] = {
    "plain requests": (6, plain_requests),
    "health": (2, health),
    "broken JSON": (44, broken_json),
    "naughty strings": (56, naughty_strings),
    "wrong types": (26, wrong_types),
    "content types": (8, content_types),
    "multipart bodies": (10, multipart_bodies),
    "methods and paths": (10, methods_and_paths),
    "control paths": (5, control_paths),
    "raw bytes": (4, raw_bytes),
    "request lines": (6, request_lines),
    "content lengths": (5, content_lengths),
    "chunks": (5, chunks),
    "transfer encodings": (4, transfer_encodings),
    "header blocks": (6, header_blocks),
    "pipelines": (3, pipelines),
    "half-closed": (2, half_closed),
    "early closes": (3, early_closes),
    "slow senders": (1, slow_senders),
}


def pick(values: Sequence[T], turn: int) -> T:
    return values[turn % len(values)]


def host(kit: Kit) -> Headers:
    return [(b"Host", kit.address.encode())]


def _json_request(turn: int, random: Random, kit: Kit) -> tuple[Request, bytes]:
    """A request with a small JSON body, without the length of it."""
    targets: list[Operation] = kit.with_body(JSON_TYPE)
    request = kit.plain(pick(targets, turn), random, JSON_TYPE)
    return request, request.body or b""
