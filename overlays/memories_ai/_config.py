"""Settings of a client: keys, addresses, timeouts, and what else its calls have in common."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from ._deadlines import LONGEST, SHORTEST
from ._errors import ConfigurationError, ValidationError
from ._http import httpx
from ._retries import Retries
from ._secrets import MASK, is_secret
from ._validation import non_empty, positive, positive_seconds, shown

if TYPE_CHECKING:
    from memories_ai_generated.operations import Operation

    from ._rate_limits import RateLimits
    from ._request_hook import RequestHook
    from ._token_auth import TokenAuth

DEFAULT_BASE_URL: Final = "https://api.memories.ai"
KEY_VARIABLE: Final = "MEMORIES_API_KEY"
CAPTION_KEY_VARIABLE: Final = "MEMORIES_CAPTION_KEY"
BASE_URL_VARIABLE: Final = "MEMORIES_BASE_URL"

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[\x20-\x7e]*")
# The client's own business: another value would break requests or answers, or send the key in the wrong form.
_OWN_HEADERS = frozenset(
    {"authorization", "host", "content-length", "content-type", "transfer-encoding"}
    | {"accept-encoding", "connection", "if-range", "range", "upgrade"}
)


@attrs.frozen(kw_only=True)
class Timeouts:
    """Seconds to wait, by the tier that the specification gives an operation (`x-timeout-tier`).

    Two limits hold at once: one for each step (connecting, or the silence between two pieces of data), and one for the
    whole call with its retries, which also ends an answer that comes in drops. With an HTTP client of your own,
    the synchronous client looks at the second one between two pieces of the answer only.

    Attributes:
        connect: until a connection stands, in all tiers.
        short: silence on reads, lists and searches.
        model: silence until a language model has answered (chat, summary).
        upload: silence while sending a file, and until it is acknowledged.
        stream: silence between two pieces of a stream or a download.
        total: the whole call, in the tiers short and model.
        transfer: the whole call, in the tiers upload and stream.

    Raises:
        ValidationError: not a positive number of seconds.
    """

    connect: float = attrs.field(default=10.0, validator=positive)
    short: float = attrs.field(default=60.0, validator=positive)
    model: float = attrs.field(default=300.0, validator=positive)
    upload: float = attrs.field(default=300.0, validator=positive)
    stream: float = attrs.field(default=120.0, validator=positive)
    total: float = attrs.field(default=900.0, validator=positive)
    transfer: float = attrs.field(default=6 * 3600.0, validator=positive)

    def silence(self, tier: str) -> float:
        """The silence that a tier bears; an unknown tier bears the longest.

        Args:
            tier: short, model, upload or stream.
        """
        return {"short": self.short, "model": self.model, "upload": self.upload, "stream": self.stream}.get(
            tier, max(self.short, self.model, self.upload, self.stream)
        )

    def whole(self, tier: str) -> float:
        """How long a call of a tier may take in all.

        Args:
            tier: short, model, upload or stream.
        """
        return self.total if tier in {"short", "model"} else self.transfer

    def steps(self, seconds: float, left: float) -> dict[str, float]:
        """Limits for so much silence, as the HTTP library has them; connecting keeps its own limit if that is shorter.

        Waiting for a connection of the pool ends with what is left of the call; the other steps see to that themselves.

        Args:
            seconds: longest silence.
            left: seconds until the end of the call.
        """
        seconds = min(seconds, LONGEST)
        return {
            "connect": min(seconds, self.connect),
            "read": seconds,
            "write": seconds,
            "pool": min(seconds, max(left, SHORTEST)),
        }


@attrs.frozen(kw_only=True)
class Config:
    """What every request of a client needs. The keys are in no repr."""

    api_key: str = attrs.field(repr=False)
    caption_key: str = attrs.field(repr=False)
    base_url: str
    timeouts: Timeouts
    timeout: float | None
    unique_id: str | None
    max_response_bytes: int
    retries: Retries
    headers: Mapping[str, str] = attrs.field(repr=False)
    on_request: RequestHook | None = attrs.field(repr=False)
    rate_limits: RateLimits | None
    token_auth: TokenAuth | None = None

    def redact(self, text: str) -> str:
        """The text without the keys and tokens, should the service have echoed one."""
        redacted = text.replace(self.api_key, MASK).replace(self.caption_key, MASK)
        return redacted if self.token_auth is None else self.token_auth.redact(redacted)

    def address(self, operation: Operation) -> str:
        """The base URL for an operation: its own host's, unless the client was given another address."""
        if operation.host == "platform" or self.base_url != DEFAULT_BASE_URL:
            return self.base_url
        from memories_ai_generated.operations import HOSTS

        return HOSTS[operation.host]

    def key(self, operation: Operation) -> str | None:
        """The key for an operation; None: it wants none."""
        if operation.security is None or self.auth(operation) is not None:
            return None
        return self.caption_key if operation.security == "captionKey" else self.api_key

    def auth(self, operation: Operation) -> TokenAuth | None:
        """What gives an operation its access token; None: it gets a key, or nothing."""
        return self.token_auth if operation.security == "accessToken" else None

    def with_options(
        self,
        *,
        timeout: float | None,
        retries: Retries | None,
        headers: Mapping[str, str] | None,
        unique_id: str | None,
    ) -> Config:
        """A copy in which what is not None takes the place of what there was; headers are added.

        Raises:
            ConfigurationError: a header, a namespace or retries that cannot be right.
            ValidationError: the timeout is not a positive number of seconds.
        """
        _check_kinds(retries=retries)
        return attrs.evolve(
            self,
            timeout=self.timeout if timeout is None else positive_seconds("timeout", timeout),
            retries=retries or self.retries,
            headers=MappingProxyType({**self.headers, **_check_headers(headers)}),
            unique_id=self.unique_id if unique_id is None else _check_namespace(unique_id),
        )


def make_config(
    api_key: str | None,
    base_url: str | None,
    *,
    caption_key: str | None = None,
    timeouts: Timeouts | None = None,
    unique_id: str | None = None,
    max_response_bytes: int = 64 * 1024 * 1024,
    retries: Retries | None = None,
    headers: Mapping[str, str] | None = None,
    on_request: RequestHook | None = None,
    rate_limits: RateLimits | None = None,
    token_auth: TokenAuth | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Config:
    """Arguments win over the environment, the environment over the defaults.

    Raises:
        ConfigurationError: a setting is missing or cannot be right; the message names it and the remedy.
    """
    _check_kinds(timeouts=timeouts, retries=retries, rate_limits=rate_limits, token_auth=token_auth)
    if on_request is not None and not callable(on_request):
        raise ConfigurationError(f"on_request: {shown(on_request)} cannot be called. Pass a function of one argument.")
    _check_texts(api_key=api_key, base_url=base_url, caption_key=caption_key)
    address = _check_base_url(base_url or environ.get(BASE_URL_VARIABLE) or DEFAULT_BASE_URL)
    if token_auth is not None:
        token_auth.serve(None if address == DEFAULT_BASE_URL else address)
    key = _check_key("api_key", api_key if api_key is not None else environ.get(KEY_VARIABLE, ""), KEY_VARIABLE)
    return Config(
        api_key=key,
        caption_key=_check_key(
            "caption_key", caption_key or environ.get(CAPTION_KEY_VARIABLE) or key, CAPTION_KEY_VARIABLE
        ),
        base_url=address,
        timeouts=timeouts or Timeouts(),
        timeout=None,
        unique_id=None if unique_id is None else _check_namespace(unique_id),
        max_response_bytes=_check_size("max_response_bytes", max_response_bytes),
        retries=retries or Retries(),
        headers=MappingProxyType(_check_headers(headers)),
        on_request=on_request,
        rate_limits=rate_limits,
        token_auth=token_auth,
    )


def _check_kinds(**settings: object) -> None:
    """Whether settings are of the classes that are made for them; None stands for a setting that was not given."""
    modules = {"timeouts": "_config", "retries": "_retries", "rate_limits": "_rate_limits", "token_auth": "_token_auth"}
    for name, value in settings.items():
        if value is None:
            continue
        kind = name.title().replace("_", "")
        # By name: not every client needs all of these modules.
        if not isinstance(value, getattr(import_module(f".{modules[name]}", __package__), kind)):
            raise ConfigurationError(f"{name}: {type(value).__name__} is not {kind}. Pass {name}={kind}(...).")


def _check_texts(**settings: object) -> None:
    """Whether settings are text; they are not shown, as they may be secrets."""
    for name, value in settings.items():
        if value is not None and not isinstance(value, str):
            raise ConfigurationError(f"{name}: {type(value).__name__} is not text. Pass a str.")


def _check_namespace(unique_id: str) -> str:
    try:
        return non_empty("unique_id", unique_id)
    except ValidationError as error:
        raise ConfigurationError(error.message) from None


def _check_size(name: str, value: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigurationError(f"{name}: {shown(value)} is not a number of bytes. Pass a whole number above 0.")
    return value


def _check_headers(headers: Mapping[str, str] | None) -> dict[str, str]:
    if headers is not None and not isinstance(headers, Mapping):
        raise ConfigurationError(
            f"headers: {type(headers).__name__} is not a mapping. Pass a dict of names and values."
        )
    for name, value in (headers or {}).items():
        if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name) or name.lower() in _OWN_HEADERS:
            raise ConfigurationError(f"headers: {name!r} is not a header that can be set. Leave it out.")
        # The value may be a secret: it is not shown.
        if not isinstance(value, str) or not _HEADER_VALUE.fullmatch(value):
            raise ConfigurationError(f"headers: the value of {name!r} is not one line of ASCII text.")
    return dict(headers or {})


def _check_key(name: str, key: str, variable: str) -> str:
    if not isinstance(key, str):
        raise ConfigurationError(f"{name}: {type(key).__name__} is not text. Pass the key as the service gave it.")
    key = key.strip()
    if not key:
        raise ConfigurationError(f"No API key: pass {name}=... or set the environment variable {variable}.")
    if key.lower().startswith("bearer "):
        raise ConfigurationError(
            f"{name} begins with 'Bearer ': pass the raw key (sk-mavi-...), the service wants no prefix."
        )
    if not is_secret(key):
        raise ConfigurationError(f"{name} holds a space, a control or a non-ASCII character: copy the key again.")
    return key


def _check_base_url(text: str) -> str:
    # A password may stand before the host; what httpx says of an address may quote it.
    visible = re.sub(r"//.*@", f"//{MASK}@", repr(text))
    try:
        url = httpx.URL(text)
        # As the lookup of its address will do it; an internationalised name is decoded by asking for it.
        (url.host and url.raw_host.decode("ascii")).encode("idna")
    except (httpx.InvalidURL, TypeError, ValueError):
        raise ConfigurationError(f"base_url {visible} is not a URL. Example: {DEFAULT_BASE_URL}") from None
    if url.scheme not in {"http", "https"} or not url.host:
        raise ConfigurationError(f"base_url {visible} must begin with http:// or https://. Example: {DEFAULT_BASE_URL}")
    if not 0 < (url.port or 443) < 65536:
        raise ConfigurationError(f"base_url {visible}: port {url.port} is out of range (1 to 65535).")
    if url.userinfo or url.query or url.fragment:
        raise ConfigurationError(
            "base_url must not carry a user, a query or a fragment: give scheme, host and port only."
        )
    return str(url).rstrip("/")
