"""Requests that schemathesis makes from the specification, sent to the emulator: every kind of right and wrong input,
and scenarios along the links.
"""

import os
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
SPECIFICATION = load_specification()
SCHEMA = load_schema(SPECIFICATION, max_examples=60)
SCENARIOS, STEPS = 200, 10
# So many links, at the least, are followed by such a number of scenarios.
LINKS = 15
SETTINGS = hypothesis.settings(
    max_examples=SCENARIOS,
    stateful_step_count=STEPS,
    # A seed of one's own comes with --hypothesis-seed.
    derandomize="MEMORIES_CONTRACT_SEED" not in os.environ,
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
            emulator.control.settle()
            emulator.control.reset()
            talk_about_a_film(connection, emulator)

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
            # So that the next step finds the same at every run.
            emulator.control.settle()

        def validate_response(self, response: Response, case: AnyCase, **_: object) -> None:
            case.validate_response(response, checks=CHECKS, recorder=self.recorder)

    Scenario.run(settings=SETTINGS)
    # All of them are followed one by one in test_every_operation.py; here it is chance that does.
    assert len(reached) >= LINKS


def talk_about_a_film(connection: requests.Session, emulator: Emulator) -> None:
    """What a scenario begins with: a session with one question, so that the links from lists of sessions lead on."""
    film = {"file": (CUT_NAME, short_cut(), "video/mp4")}
    uploaded = connection.post(f"{emulator.base_url}/serve/api/v1/upload", files=film, headers=KEY, timeout=5)
    emulator.control.settle()
    question = {"video_nos": [uploaded.json()["data"]["videoNo"]], "prompt": "What is shown?"}
    connection.post(f"{emulator.base_url}/serve/api/v1/chat", json=question, headers=KEY, timeout=5).raise_for_status()


def followed_link(machine: RecordingStateMachine, case: AnyCase) -> list[str]:
    """The link that led to a step, as `source -> name`; none for a first step, or where a link was ignored."""
    node = machine.recorder.cases[case.id]
    if node.transition is None or not node.is_transition_applied:
        return []
    source = machine.recorder.cases[node.transition.parent_id].value.operation
    # As schemathesis names a transition: POST /path -> [200] name -> GET /other
    name = node.transition.id.split(" -> ")[1].partition("] ")[2]
    return [f"{source.definition.raw['operationId']} -> {name}"]
