"""Requests that schemathesis makes from the specification, sent to the emulator: every kind of right and wrong input,
and scenarios along the links.
"""

import time
from collections import Counter
from collections.abc import Iterator

import hypothesis
import pytest
import requests
from schemathesis.core.transport import Response
from schemathesis.generation.stateful.state_machine import RecordingStateMachine

from memories_ai_contract.checks import CHECKS, AnyCase, succeeded
from memories_ai_contract.film import CUT_NAME, short_cut
from memories_ai_contract.generation import gather, load_schema, make_real
from memories_ai_contract.specification import load_specification
from memories_ai_contract.targets import MOCK_KEY
from memories_ai_mock import Emulator

KEY = {"Authorization": MOCK_KEY}
RESET = {"X-Memories-Mock": "reset"}
SPECIFICATION = load_specification()
SCHEMA = load_schema(SPECIFICATION, max_examples=60)
SCENARIOS, STEPS = 200, 10
# So many links, at the least, are followed by such a number of scenarios.
LINKS = 15
INDEXING_SECONDS = 10.0
SETTINGS = hypothesis.settings(
    max_examples=SCENARIOS,
    stateful_step_count=STEPS,
    derandomize=True,
    database=None,
    deadline=None,
    # A failing scenario is shown as it was found: shrinking repeats it hundreds of times.
    phases=[hypothesis.Phase.generate],
    suppress_health_check=list(hypothesis.HealthCheck),
)


@pytest.fixture(scope="session")
def connection() -> Iterator[requests.Session]:
    with requests.Session() as session:
        # No proxy stands between this machine and itself.
        session.trust_env = False
        yield session


@SCHEMA.parametrize()
def test_generated_requests(
    case: AnyCase, emulator: Emulator, connection: requests.Session, film_url: str, generated: Counter[str]
) -> None:
    make_real(case, film_url)
    response = case.call(base_url=emulator.base_url, session=connection, headers=KEY)
    generated[case.meta.phase.name.value if case.meta else "other"] += 1
    case.validate_response(response, checks=CHECKS)


def test_scenarios_along_the_links(
    emulator: Emulator, connection: requests.Session, film_url: str, generated: Counter[str]
) -> None:
    reached: set[str] = set()

    class Scenario(SCHEMA.as_state_machine()):
        def setup(self) -> None:
            super().setup()
            # What a scenario can draw depends on what earlier ones left behind; hypothesis wants every run alike.
            connection.post(f"{emulator.base_url}/__mock__/reset", headers=RESET, timeout=5).raise_for_status()
            talk_about_a_film(connection, emulator.base_url)

        def before_call(self, case: AnyCase) -> None:
            make_real(case, film_url)
            gather(case)

        def get_call_kwargs(self, case: AnyCase) -> dict[str, object]:  # noqa: ARG002 (overrides)
            return {"base_url": emulator.base_url, "session": connection, "headers": KEY}

        def after_call(self, response: Response, case: AnyCase) -> None:
            super().after_call(response, case)
            generated["stateful"] += 1
            if succeeded(response, case):
                reached.update(followed_link(self, case))
                if case.path.rpartition("/")[2].startswith("upload"):
                    wait_until_indexed(response.json()["data"]["videoNo"], connection, emulator.base_url)

        def validate_response(self, response: Response, case: AnyCase, **_: object) -> None:
            case.validate_response(response, checks=CHECKS, recorder=self.recorder)

    Scenario.run(settings=SETTINGS)
    # All of them are followed one by one in test_every_operation.py; here it is chance that does.
    assert len(reached) >= LINKS


def talk_about_a_film(connection: requests.Session, base_url: str) -> None:
    """What a scenario begins with: a session with one question, so that the links from lists of sessions lead on."""
    film = {"file": (CUT_NAME, short_cut(), "video/mp4")}
    uploaded = connection.post(f"{base_url}/serve/api/v1/upload", files=film, headers=KEY, timeout=5)
    video_no = uploaded.json()["data"]["videoNo"]
    wait_until_indexed(video_no, connection, base_url)
    question = {"video_nos": [video_no], "prompt": "What is shown?"}
    connection.post(f"{base_url}/serve/api/v1/chat", json=question, headers=KEY, timeout=5).raise_for_status()


def wait_until_indexed(video_no: str, connection: requests.Session, base_url: str) -> None:
    condition = {"video_no": video_no}
    deadline = time.monotonic() + INDEXING_SECONDS
    while time.monotonic() < deadline:
        listed = connection.post(f"{base_url}/serve/api/v1/list_videos", json=condition, headers=KEY, timeout=5)
        if listed.json()["data"]["videos"][0]["status"] != "UNPARSE":
            return
        time.sleep(0.005)
    raise TimeoutError(f"{video_no} is still UNPARSE after {INDEXING_SECONDS} s")


def followed_link(machine: RecordingStateMachine, case: AnyCase) -> list[str]:
    """The link that led to a step, as `source -> name`; none for a first step, or where a link was ignored."""
    node = machine.recorder.cases[case.id]
    if node.transition is None or not node.is_transition_applied:
        return []
    source = machine.recorder.cases[node.transition.parent_id].value.operation
    # As schemathesis names a transition: POST /path -> [200] name -> GET /other
    name = node.transition.id.split(" -> ")[1].partition("] ")[2]
    return [f"{source.definition.raw['operationId']} -> {name}"]
