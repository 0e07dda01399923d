"""The page in a real browser, where Debian's Chromium is installed."""

import re
import shutil
import threading
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tests.api.conftest import NOTES

from afternote.api.app import create
from afternote.api.keys import Keys
from afternote.settings import Settings

CHROMIUM = shutil.which("chromium")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update"
).split()
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.browser,
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    keys = Keys(tmp_path_factory.mktemp("keys") / "keys.json")
    app = create(Settings(rate=100_000), keys=keys)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, ws="none"))
    serving = threading.Thread(target=server.run)
    serving.start()
    while not server.started:
        pass
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    serving.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


class Visit:
    """A page that is open, and what went wrong on it."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.trouble: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", lambda m: self.trouble.append(m.text))
        self.page.on("pageerror", lambda e: self.trouble.append(str(e)))
        self.page.on("request", lambda r: self.hosts.add(r.url.split("/")[2]))
        self.page.goto(site)

    def write(self, notes: str = NOTES) -> None:
        self.page.fill("#notes", notes)
        self.page.click("text=Write the note")
        self.page.wait_for_selector(".letter")

    @property
    def note(self) -> str:
        return self.page.locator(".sheet textarea").first.input_value()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    made = Visit(context, site)
    yield made
    context.close()
    assert made.trouble == []
    assert made.hosts == {site.split("/")[2]}


def test_notes_become_a_note_with_its_moves_marked(visit: Visit) -> None:
    visit.write()

    assert visit.note.startswith("Hi Dana,")
    for move in ("acknowledge", "appreciate", "keep_in_touch"):
        assert visit.page.locator(f".under .{move}").count()
    marked = "".join(visit.page.locator(".under .keep_in_touch").all_text_contents())
    assert len(marked) > 20
    assert marked in visit.note


def test_a_chip_lights_up_its_words_in_the_notes(visit: Visit) -> None:
    visit.write()

    visit.page.get_by_label("Company: Northwind Analytics. Show in my notes").click()

    assert visit.page.locator(".lit .on").all_text_contents() == ["Northwind Analytics"]


def test_words_beyond_the_basic_plane_light_up_in_the_right_place(visit: Visit) -> None:
    visit.write("🙂🙂 " + NOTES)

    visit.page.get_by_label("Role: Data Engineer. Show in my notes").click()

    assert visit.page.locator(".lit .on").all_text_contents() == ["Data Engineer"]


def test_a_corrected_fact_reaches_the_note(visit: Visit) -> None:
    visit.write()

    visit.page.get_by_label("Correct To: Dana Whitfield").click()
    visit.page.locator(".mend input").fill("Ravi Menon")
    visit.page.keyboard.press("Enter")

    expect(visit.page.locator(".sheet textarea")).to_have_value(re.compile("^Hi Ravi,"))
    assert "Ravi Menon" in visit.page.locator(".chips").inner_text()


def test_a_topic_can_be_left_out_and_another_added(visit: Visit) -> None:
    visit.write()

    for topic in ("the dbt migration", "their blameless post-mortems"):
        pencil = visit.page.locator(f'[aria-label*="Correct"][aria-label$="{topic}"]')
        if pencil.count():
            pencil.click()
            visit.page.click("text=Leave it out")
            expect(pencil).to_have_count(0)
    visit.page.locator(".chip.gap button").last.click()
    visit.page.locator(".mend input").fill("the harbour survey")
    visit.page.click("text=Put it right")

    expect(visit.page.locator(".chips")).to_contain_text("the harbour survey")
    assert "dbt" not in visit.note


def test_what_is_held_back_says_why_and_can_be_let_out(visit: Visit) -> None:
    visit.write()
    rows = visit.page.locator("ul.held li")
    before = rows.count()
    assert "a grumble, however fair" in visit.page.locator("ul.held").inner_text()

    rows.first.get_by_role("button").click()

    expect(rows).to_have_count(before - 1)


def test_corrections_outlive_a_release(visit: Visit) -> None:
    visit.write()
    visit.page.get_by_label("Correct To: Dana Whitfield").click()
    visit.page.locator(".mend input").fill("Ravi Menon")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(".sheet textarea")).to_have_value(re.compile("^Hi Ravi,"))

    before = visit.page.locator(".held li").count()
    visit.page.locator(".held button").first.click()

    expect(visit.page.locator(".held li")).to_have_count(before - 1)
    assert visit.note.startswith("Hi Ravi,")


def test_an_edit_is_checked_as_it_is_typed_and_mended_on_request(visit: Visit) -> None:
    visit.write()
    bitter = visit.note.replace("\n\nWith", "\n\nYou wasted my time.\n\nWith")

    visit.page.locator(".sheet textarea").fill(bitter)
    visit.page.wait_for_selector(".problems .blocking")
    assert visit.page.locator(".under .blocking").count()
    assert visit.page.locator("#sleep").count()
    visit.page.locator(".problems .blocking button", has_text="kinder").first.click()

    visit.page.wait_for_selector(".fine")
    assert "wasted" not in visit.note


def test_another_and_shorter_change_the_words(visit: Visit) -> None:
    visit.write()
    first = visit.note
    area = visit.page.locator(".sheet textarea")

    visit.page.get_by_role("button", name="Another", exact=True).click()
    expect(area).not_to_have_value(first)
    second = visit.note
    visit.page.get_by_role("button", name="Shorter").click()
    expect(area).not_to_have_value(second)

    assert len(visit.note) < len(second)


def test_the_note_is_copied_mailed_and_saved(visit: Visit) -> None:
    visit.write()

    visit.page.get_by_role("button", name="Copy").click()
    visit.page.wait_for_selector("text=Copied")
    assert visit.page.evaluate("navigator.clipboard.readText()") == visit.note
    with visit.page.expect_download() as download:
        visit.page.click("text=Save .eml")
    raw = Path(download.value.path()).read_bytes()
    mail = message_from_bytes(raw, policy=policy.default)
    assert mail.get_content().splitlines() == visit.note.splitlines()
    link = visit.page.locator("a", has_text="Open in mail app")
    visit.page.evaluate(
        "document.addEventListener('click', (event) => event.preventDefault())"
    )
    link.click()
    href = link.get_attribute("href")
    assert href is not None
    assert href.startswith("mailto:?subject=")
    assert "Hi%20Dana" in href


def test_linkedin_counts_its_characters(visit: Visit) -> None:
    visit.page.locator("input[value=linkedin]").check(force=True)
    visit.write()
    count = visit.page.locator(".count")

    assert count.inner_text() == f"{len(visit.note)} of 200 characters"
    visit.page.locator(".sheet textarea").fill("x" * 201)
    expect(count).to_have_class(re.compile("over"))


def test_new_notes_forget_the_old_corrections(visit: Visit) -> None:
    visit.write()
    visit.page.get_by_label("Correct To: Dana Whitfield").click()
    visit.page.locator(".mend input").fill("Ravi Menon")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(".sheet textarea")).to_have_value(re.compile("^Hi Ravi,"))

    visit.page.click("text=Change the notes")
    visit.write("Met Ana Ruiz, head of design at Harbor Print. Liked the type archive.")

    expect(visit.page.locator(".sheet textarea")).to_have_value(re.compile("^Hi Ana,"))


def test_markup_in_the_notes_is_text(visit: Visit) -> None:
    visit.write(NOTES + "Liked the <img src=x onerror=alert(1)><b>bold</b> plan.")

    assert "<b>bold</b>" in visit.page.locator(".lit").inner_text()
    assert visit.page.locator("main img, main b").count() == 0


def test_trouble_is_said_and_the_notes_stay(visit: Visit) -> None:
    visit.page.fill("#notes", "la el los que y de un con por para se su me lo como muy")
    visit.page.click("text=Write the note")

    visit.page.wait_for_selector(".trouble")
    assert "look like Spanish" in visit.page.locator(".trouble").inner_text()
    assert "para" in visit.page.input_value("#notes")
    visit.trouble = [t for t in visit.trouble if "422" not in t]


def test_everything_can_be_done_by_keyboard(visit: Visit) -> None:
    page = visit.page
    page.focus("#notes")
    page.keyboard.type(NOTES)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".letter")

    reached: set[Any] = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.slice(0, 20)"))

    assert {
        "Copy",
        "Open in mail app",
        "Save .eml",
        "Another",
        "Shorter",
        "✎",
    } <= reached
    assert {"Let it be used", "Change the notes", "Write the note"} <= reached


def test_without_scripts_the_form_still_gives_a_note(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)

    page.fill("#notes", NOTES)
    page.click("text=Write the note")
    page.locator("input[name=released]").first.check()
    page.click("text=Another")

    assert page.locator("textarea[name=text]").input_value().startswith("Hi Dana,")
    context.close()


STATES = ("empty", "note", "mending", "trouble", "docs")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_and_nothing_runs_over(
    browser: Browser, site: str, state: str, width: int, scheme: Any
) -> None:
    # bypass_csp lets the checker in; the policy itself is held by every test above.
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    visit = Visit(context, site + ("docs" if state == "docs" else ""))
    _reach(visit, state)

    visit.page.add_script_tag(path=AXE)
    found = visit.page.evaluate("tags => axe.run(document, {runOnly: tags})", WCAG)
    over = visit.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    context.close()

    assert [
        (v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]
    ] == []
    assert over <= 0


def _reach(visit: Visit, state: str) -> None:
    if state in ("note", "mending"):
        visit.write()
    if state == "mending":
        visit.page.locator(".sheet textarea").fill("Hi Dana,\n\nYou wasted my time.")
        visit.page.wait_for_selector(".problems .blocking")
        visit.page.locator(".chip button").nth(1).click()
    if state == "trouble":
        visit.page.fill("#notes", "...")
        visit.page.click("text=Write the note")
        visit.page.wait_for_selector(".trouble")
