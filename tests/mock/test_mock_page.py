"""The emulator's page in a real browser: shows everything, believes nothing, needs nobody else."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from mock_support import eventually
from page_support import HOSTILE, LONG, FakeEmulator, busy_journal, callback, plenty, request_entry, serving, video

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
needs_browser = pytest.mark.skipif(
    BROWSER is None or DRIVER is None,
    reason="needs Chromium and its driver on the PATH (apt-get install chromium chromium-driver)",
)
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900")
SECTIONS = ("library", "tasks", "callbacks", "inbox", "usage", "accounts", "journal")
# Set: the pictures that are worth a look are left there.
PICTURES = os.environ.get("PAGE_PICTURES")
# Texts whose contrast to what is behind them is below 4.5 to 1. Half-transparent colours occur nowhere.
FAINT_TEXTS = """
const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const light = (rgb) => { const [r, g, b] = rgb.map(channel); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
const ground = (node) => {
  for (let at = node; at; at = at.parentElement) {
    const found = rgb(getComputedStyle(at).backgroundColor);
    if (found.length === 3) return found;
  }
  return rgb('255, 255, 255');
};
return [...document.querySelectorAll('body *')].filter((node) =>
  node.checkVisibility({visibilityProperty: true}) &&
  [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())
).map((node) => {
  const [a, b] = [light(rgb(getComputedStyle(node).color).slice(0, 3)), light(ground(node))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  return [ratio, node.textContent.slice(0, 40)];
}).filter(([ratio]) => ratio < 4.5);
"""
# What reaches out of the window at its sides.
CUT_OFF = """
return [...document.querySelectorAll('main button, main td > *, header *')].filter((node) => {
  const box = node.getBoundingClientRect();
  return box.width > 1 && (box.right > innerWidth || box.left < 0);
}).map((node) => node.textContent);
"""


class Page:
    """The page in the browser, as somebody sees and uses it."""

    def __init__(self, browser: Chrome, origin: str) -> None:
        self.browser = browser
        self.origin = origin

    def open(self, section: str = "", width: int = 1280, height: int = 900, scheme: str = "light") -> None:
        """Load it anew and wait until it shows data (or that there are none)."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        self.browser.get("about:blank")
        self.browser.get(f"{self.origin}/__mock__/#{section}")
        eventually(lambda: self.count("library"))

    def find(self, selector: str) -> WebElement:
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def count(self, section: str) -> str:
        return self.text(f"#tab-{section} .count")

    def text(self, selector: str) -> str:
        found: str = self.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector)
        return found

    def run(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, *arguments)

    def rows(self, section: str) -> list[list[str]]:
        """The texts of the cells."""
        cells = "[...row.cells].map((cell) => cell.textContent)"
        found: list[list[str]] = self.run(
            f"return [...document.querySelectorAll('#panel-{section} tbody tr')].map((row) => {cells})"
        )
        return found

    def press(self, *keys: str) -> None:
        for key in keys:
            self.browser.switch_to.active_element.send_keys(key)

    def focused(self) -> str:
        """Name of what has the focus: its text."""
        found: str = self.run(
            "return document.activeElement === document.body ? '' : document.activeElement.textContent.trim()"
        )
        return found

    def tab_to(self, wanted: Callable[[], bool], most: int = 60) -> None:
        """Press Tab until it is so."""
        for _ in range(most):
            if wanted():
                return
            self.press(Keys.TAB)
        raise AssertionError(f"not reached; the focus is at {self.focused()!r}")

    def wide(self) -> int:
        """How many pixels the page is wider than the window."""
        found: int = self.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return found

    def keep_picture(self, name: str) -> None:
        if PICTURES:
            self.browser.save_screenshot(str(Path(PICTURES, f"{name}.png")))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    options = ChromeOptions()
    options.binary_location = str(BROWSER)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    # Our own path: Selenium would else look for a driver to download.
    driver = Chrome(options=options, service=Service(executable_path=str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture
def emulator() -> FakeEmulator:
    return FakeEmulator()


@pytest.fixture
def origin(emulator: FakeEmulator) -> Iterator[str]:
    with serving(emulator) as url:
        yield url


@pytest.fixture
def page(browser: Chrome, origin: str) -> Iterator[Page]:
    """The page; afterwards nothing may have gone wrong in it, and nothing been asked of anybody else."""
    for log in ("browser", "performance"):
        browser.get_log(log)
    yield Page(browser, origin)
    complaints = [entry["message"] for entry in browser.get_log("browser")]
    asked = requested(browser)
    browser.get("about:blank")
    assert complaints == []
    assert asked
    assert [url for url in asked if url.partition(":")[0] not in {"data", "about"} and not url.startswith(origin)] == []


def requested(browser: Chrome) -> list[str]:
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return [url for url in sent if not url.startswith("chrome")]


# Without a browser


@pytest.mark.parametrize(
    ("path", "media_type"), [("", "text/html"), ("page.css", "text/css"), ("page.js", "text/javascript")]
)
def test_each_file_is_served_with_its_type_and_guarded(origin: str, path: str, media_type: str) -> None:
    answer = httpx.get(f"{origin}/__mock__/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == f"{media_type}; charset=utf-8"
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert policy == {
        "default-src": "'self'",
        "img-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "form-action": "'none'",
    }
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"


# What it shows


@needs_browser
def test_every_section_shows_its_rows(page: Page, emulator: FakeEmulator) -> None:
    emulator.overview, emulator.journal = plenty(), busy_journal(30)
    page.open()
    assert [page.count(section) for section in SECTIONS] == ["1,200", "7", "10", "8", "9", "2", "30"]
    assert page.text("#panel-library .note") == "The newest 10 of 1,200."
    assert page.rows("library")[0] == [
        "whale 1VI569482390180627",
        "PARSE",
        "1:03",
        "12.3 MB",
        "h2641920 \N{MULTIPLICATION SIGN} 1080",
        "defaultfolder -1",
        "3f2a9c0b1d2e",
        "2026-09-21 14:12:20",
    ]
    assert page.rows("library")[2][1] == "FAILcodec mpeg4 is not supported; use h264, h265 or vp9"
    eventually(lambda: page.run("return document.querySelector('#panel-library img').naturalWidth"))
    page.find("#tab-callbacks").click()
    assert page.rows("callbacks")[1][2] == "given up3 attemptsthe answer was HTTP 500"
    page.find("#panel-callbacks summary").click()
    assert (
        json.loads(eventually(lambda: page.text("#panel-callbacks pre"))) == emulator.overview["callbacks"][0]["body"]
    )
    page.find("#tab-inbox").click()
    assert page.text("#panel-inbox pre") == '{\n  "a": {\n    "b": [\n      1,\n      2\n    ]\n  }\n}'
    assert f"{page.origin}/__mock__/inbox/anything" in page.text("#panel-inbox")
    page.find("#tab-usage").click()
    assert ["upload", "1,234", "17 (1 %)", "2026-09-21 14:13:20", "Show requests of upload"] in page.rows("usage")
    page.find("#tab-accounts").click()
    assert page.rows("accounts")[0] == ["3f2a9c0b1d2e", "3", "1", "12.3 KB", "4,990"]
    assert page.rows("accounts")[1][4] == "not counted"
    assert page.text("#time") == "2026-09-21 14:13:20"
    assert page.find("#frozen").is_displayed()


@needs_browser
def test_hostile_text_stays_text(page: Page, emulator: FakeEmulator) -> None:
    emulator.overview, emulator.journal = plenty(), busy_journal(20)
    page.open()
    for section in SECTIONS:
        page.find(f"#tab-{section}").click()
        page.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        texts = page.text(f"#panel-{section} table")
        assert any(text in texts for text in HOSTILE), section
        assert page.run("return document.querySelectorAll('main :is(script, b, a[href], [onerror])').length") == 0
        assert page.wide() == 0, section
    names = [row[0] for row in page.rows("library")]
    assert [name for text in HOSTILE for name in names if name.startswith(text)] == names[3:]
    assert page.browser.title == "Memories.ai emulator"


@needs_browser
def test_what_changes_is_changed_in_place(page: Page, emulator: FakeEmulator) -> None:
    emulator.overview = {**plenty(), "callbacks": [callback(1), callback(2, outcome="waiting")]}
    page.open("callbacks")
    page.run(
        "document.querySelectorAll('#panel-callbacks tbody button')[1].focus(); document.activeElement.mark = true"
    )
    emulator.overview = {**emulator.overview, "callbacks": [callback(3), callback(2, attempts=2)]}
    eventually(lambda: [row[0] for row in page.rows("callbacks")] == ["VI3", "VI2"])
    assert page.rows("callbacks")[1][2] == "delivered2 attempts"
    assert page.run("return document.activeElement.mark") is True


@needs_browser
def test_empty_sections_say_what_to_do_next(page: Page) -> None:
    page.open()
    for section in SECTIONS:
        page.find(f"#tab-{section}").click()
        assert f"{page.origin}/" in page.text(f"#panel-{section} .empty code")
        assert not page.find(f"#panel-{section} table").is_displayed()
    page.keep_picture("empty")


# The journal


@needs_browser
def test_the_journal_holds_the_newest_requests_and_goes_on(page: Page, emulator: FakeEmulator) -> None:
    emulator.journal = busy_journal(3000)
    page.open("journal")
    eventually(lambda: page.count("journal") == "500")
    assert len(emulator.journal_asked) < 6
    rows = page.rows("journal")
    assert len(rows) == 500
    assert rows[0][1].startswith("POST /javascript:alert(1)")
    assert rows[-1][0] == "14:17:30.100"
    assert rows[7][2:5] == ["500", "7.3 ms", "injected fail the next 2 with HTTP 500"]
    emulator.journal = [*emulator.journal, request_entry(3001, path="/new")]
    eventually(lambda: page.rows("journal")[0][1] == "POST /newlist_videos")
    assert len(page.rows("journal")) == 500


@needs_browser
def test_the_journal_can_be_filtered_and_paused(page: Page, emulator: FakeEmulator) -> None:
    emulator.journal = [
        request_entry(1),
        request_entry(2, path="/upload", code="0001"),
        request_entry(3, path="/upload"),
    ]
    page.open()
    page.press("/")
    page.press("UPLOAD", " -0001")
    assert [row[1] for row in page.rows("journal")] == ["POST /uploadlist_videos"]
    assert page.text("#panel-journal").count("1 request of 3 match.") == 1
    page.find("#filter").clear()
    page.press(*" ")
    page.find("#only-failures").click()
    assert [row[2] for row in page.rows("journal")] == ["200 · 0001"]
    page.find("#only-failures").click()
    page.find("#pause").click()
    emulator.journal = [*emulator.journal, request_entry(4, path="/late")]
    eventually(lambda: "1 newer wait" in page.text("#panel-journal"))
    assert len(page.rows("journal")) == 3
    page.find("#pause").click()
    assert page.rows("journal")[0][1] == "POST /latelist_videos"


@needs_browser
def test_another_emulator_at_the_same_address_begins_a_new_journal(page: Page, emulator: FakeEmulator) -> None:
    emulator.journal = busy_journal(30)
    page.open("journal")
    emulator.journal = [request_entry(1, path="/other")]
    eventually(lambda: [row[1] for row in page.rows("journal")] == ["POST /otherlist_videos"])


# Orders


@needs_browser
def test_orders_are_sent_with_the_header(page: Page, emulator: FakeEmulator) -> None:
    emulator.overview, emulator.journal = plenty(), busy_journal(30)
    page.open("callbacks")
    page.find("#panel-callbacks tbody button").click()
    eventually(lambda: page.text("#news") == "Callback 3 is delivered again.")
    for button in page.browser.find_elements(By.CSS_SELECTOR, "[data-advance]"):
        sent = len(emulator.orders)
        button.click()
        eventually(lambda sent=sent: len(emulator.orders) > sent)
    eventually(lambda: page.text("#time") == "2026-09-21 15:14:21")
    assert [(path, header, body and json.loads(body)) for path, header, body in emulator.orders] == [
        ("callbacks/3/redeliver", "1", ""),
        ("clock", "1", {"advance": 1}),
        ("clock", "1", {"advance": 60}),
        ("clock", "1", {"advance": 3600}),
    ]


@needs_browser
def test_a_reset_asks_first(page: Page, emulator: FakeEmulator) -> None:
    emulator.overview, emulator.journal = plenty(), busy_journal(30)
    page.open()
    page.find("#reset").click()
    assert page.focused() == "Keep everything"
    page.keep_picture("reset")
    page.press(Keys.ENTER)
    page.find("#reset").click()
    page.press(Keys.ESCAPE)
    assert not page.find("#ask").is_displayed()
    assert emulator.orders == []
    page.find("#reset").click()
    page.find("#ask-yes").click()
    eventually(lambda: page.count("library") == "0")
    assert emulator.orders == [("reset", "1", "")]
    assert [page.count(section) for section in SECTIONS] == ["0"] * 7
    assert page.find("#panel-library .empty").is_displayed()


# Somebody without a mouse


@needs_browser
def test_the_keyboard_alone_reaches_and_operates_everything(page: Page, emulator: FakeEmulator) -> None:
    emulator.overview, emulator.journal = {**plenty(), "callbacks": [callback(7)]}, busy_journal(10)
    page.open()
    page.press(Keys.TAB)
    assert page.focused() == "Skip to the content"
    page.tab_to(lambda: page.focused() == "+1 min")
    assert page.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.press(Keys.SPACE)
    eventually(lambda: emulator.orders == [("clock", "1", '{"advance":60}')])
    page.tab_to(lambda: page.focused().startswith("Library"))
    page.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert page.find("#tab-callbacks").get_attribute("aria-selected") == "true"
    page.tab_to(lambda: page.focused() == "Show Body for VI7")
    page.press(Keys.ENTER)
    eventually(lambda: page.text("#panel-callbacks pre"))
    page.tab_to(lambda: page.focused().startswith("Redeliver"))
    page.press(Keys.ENTER)
    eventually(lambda: emulator.orders[-1] == ("callbacks/7/redeliver", "1", ""))
    page.press("/")
    assert page.run("return document.activeElement.id") == "filter"
    page.press("upload", "/")
    assert page.run("return document.activeElement.value") == "upload/"
    page.tab_to(lambda: page.focused() == "Pause")
    page.press(Keys.ENTER)
    assert page.focused() == "Resume"
    page.run("document.querySelector('#tab-journal').focus()")
    page.press(Keys.ARROW_RIGHT)
    assert page.focused().startswith("Library")
    page.press(Keys.END)
    assert page.focused().startswith("Journal")


@needs_browser
def test_a_screen_reader_finds_names_and_roles(page: Page, emulator: FakeEmulator) -> None:
    emulator.overview, emulator.journal = plenty(), busy_journal(10)
    for width in (1280, 400):
        page.open("callbacks", width)
        tree = page.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        found = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if not node["ignored"]}
        assert {
            ("banner", ""),
            ("main", ""),
            ("contentinfo", ""),
            ("tablist", "What to look at"),
            ("tab", "Callbacks 10"),
            ("tabpanel", "Callbacks 10"),
            ("table", "Callbacks that the emulator sends, newest first"),
            ("columnheader", "State"),
            ("button", "Redeliver callback 3 about VI3"),
            ("group", "Advance the clock"),
        } <= found, width
        assert any(role == "rowheader" for role, _ in found)
    assert page.run("return [...document.querySelectorAll('[role=status]')].every((e) => e.ariaLive === 'polite')")


# How it looks


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_in_both_schemes(page: Page, emulator: FakeEmulator, scheme: str) -> None:
    emulator.overview, emulator.journal = plenty(), busy_journal(40)
    page.open(scheme=scheme)
    ground = page.run("return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (max(ground) < 60) == (scheme == "dark")
    for section in SECTIONS:
        page.find(f"#tab-{section}").click()
        assert page.run(FAINT_TEXTS) == [], section
        page.keep_picture(f"{scheme}-{section}")


@needs_browser
def test_a_narrow_window_needs_no_scrolling_sideways(page: Page, emulator: FakeEmulator) -> None:
    emulator.overview = {**plenty(), "videos": [video(1), video(2, video_name=LONG, status="FAIL", cause=LONG)]}
    emulator.journal = busy_journal(40)
    page.open(width=400, height=800)
    beside = "return document.querySelector('#panel-library tr:last-child bdi').offsetWidth > 200"
    assert page.run(beside), "the name of the last video has too little room"
    for section in SECTIONS:
        page.find(f"#tab-{section}").click()
        assert page.wide() == 0, section
        assert page.run(CUT_OFF) == [], section
        page.keep_picture(f"narrow-{section}")


# When nobody answers


@needs_browser
def test_it_says_that_the_emulator_is_gone_and_recovers(browser: Chrome, emulator: FakeEmulator) -> None:
    emulator.overview, emulator.journal = plenty(), busy_journal(10)
    with serving(emulator) as origin:
        page = Page(browser, origin)
        page.open()
    eventually(lambda: "has not answered since" in page.text("#connection"))
    page.find("[data-advance]").click()
    eventually(lambda: page.text("#news").startswith("The emulator did not answer"))
    page.keep_picture("gone")
    emulator.journal = busy_journal(3)
    with serving(emulator, port=urlsplit(origin).port or 0):
        eventually(lambda: page.text("#news") == "The emulator answers again.")
        assert not page.find("#connection").is_displayed()
        eventually(lambda: page.count("journal") == "9")
        emulator.broken = True
        eventually(lambda: "HTTP 502" in page.text("#connection"))
        browser.get("about:blank")


@needs_browser
def test_a_refusal_is_shown_in_its_own_words(browser: Chrome, origin: str, emulator: FakeEmulator) -> None:
    emulator.refusal = "the clock runs by itself; <b>start</b> with a clock that stands still"
    page = Page(browser, origin)
    page.open()
    page.find("[data-advance]").click()
    eventually(lambda: page.text("#news") == f"Refused: {emulator.refusal}")
    browser.get("about:blank")
