"""Ten phones in a real browser: Chromium, driven by playwright. Skipped, with a word, where it is missing."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("aiohttp", reason="phones need the extra 'workshop'")
pytest.importorskip("playwright", reason="playwright is not installed: no phones in a real browser")

from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from game.workshop.log import Workshop, resume_workshop, view_workshop
from game.workshop.phones.limits import Limits
from game.workshop.session import Step
from tests.workshop.phones import LIBRARY, PRINCIPLES, serving, to_the_step, to_the_vote, workshop_in

if TYPE_CHECKING:
    from game.workshop.phones.server import Phones

CHROMIUM = os.environ.get("LUISTERKAMER_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
MODELS = ("iPhone 13", "Pixel 7")
PATIENCE = 20_000  # ms; how long to wait for what has to come, not how long it takes

pytestmark = pytest.mark.skipif(
    not Path(CHROMIUM).exists(), reason=f"{CHROMIUM} is not there: no phones in a real browser"
)

Join = Callable[..., Awaitable[Page]]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Start Chromium."""
    async with async_playwright() as driver:
        started = await driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        started_with = {model: driver.devices[model] for model in MODELS}
        _DEVICES.update(started_with)
        yield started
        await started.close()


_DEVICES: dict[str, dict[str, object]] = {}


async def _pocket(browser: Browser, number: int = 0, **options: object) -> BrowserContext:
    """Return a phone, in Dutch."""
    told = {
        name: value for name, value in _DEVICES[MODELS[number % 2]].items() if name != "default_browser_type"
    }
    context = await browser.new_context(**{"locale": "nl-NL", **told, **options})  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    return context


async def _join(context: BrowserContext, phones: Phones) -> Page:
    """Scan the QR."""
    page = await context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    await page.goto(phones.join_url)
    await page.wait_for_url(f"{phones.url}/?in=1")
    return page


async def _tap(page: Page, letter: str, *, times: int = 1) -> None:
    button = page.locator("button.choice", has=page.locator(f".letter:text-is('{letter}')"))
    for _ in range(times):
        await button.click()
    await expect(button).to_have_attribute("aria-pressed", "true", timeout=PATIENCE)
    await expect(button.locator(".mark")).to_have_text("✓ jouw stem", timeout=PATIENCE)


def _tally(workshop: Workshop) -> list[int]:
    assert workshop.session.ballot is not None
    return list(workshop.session.ballot.tally.values())


async def _heading(page: Page, words: str) -> None:
    await expect(page.locator("h1")).to_have_text(words, timeout=PATIENCE)


async def test_ten_phones_vote_sleep_and_come_back(browser: Browser, tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    async with serving(workshop, limits=Limits()) as phones:
        contexts = [await _pocket(browser, number) for number in range(10)]
        pages = list(await asyncio.gather(*[_join(context, phones) for context in contexts]))
        await asyncio.gather(*[_heading(page, "Welkom") for page in pages])
        assert phones.joined == phones.present == 10

        to_the_vote(workshop)  # all are told
        await asyncio.gather(*[_heading(page, "Wat zeg jij?") for page in pages])
        await asyncio.gather(*[_tap(page, "ABCD"[number % 4]) for number, page in enumerate(pages)])
        assert _tally(workshop) == [3, 3, 2, 2]
        await _tap(pages[0], "D")  # changes
        await _tap(pages[1], "B", times=3)  # taps three times
        assert _tally(workshop) == [2, 3, 2, 3]

        await pages[2].reload()  # sees its own vote again
        await expect(pages[2].locator("button[aria-pressed=true] .letter")).to_have_text("C")
        assert phones.joined == 10

        late = await _join(await _pocket(browser, 11), phones)  # comes late
        await _tap(late, "A")
        plain = await _join(await _pocket(browser, 12, java_script_enabled=False), phones)  # no JavaScript
        await plain.locator("button.choice").nth(1).click()
        await expect(plain.locator("button[aria-pressed=true] .letter")).to_have_text("B")
        assert _tally(workshop) == [3, 4, 2, 3]
        assert phones.joined == 12

        phones.cut_streams()  # all fall asleep; meanwhile the room goes on
        workshop.do({"act": "close"})
        workshop.do({"act": "discuss"})
        workshop.do({"act": "revote"})
        everyone = [*pages, late]
        await asyncio.gather(*[_heading(page, "En nu?") for page in everyone])
        await _heading(plain, "En nu?")  # asks anew by itself
        await asyncio.gather(*[_tap(page, "A") for page in everyone])
        assert _tally(workshop) == [11, 0, 0, 0]
        workshop.do({"act": "close"})
        await asyncio.gather(*[_heading(page, "De stemming is dicht") for page in everyone])
        await expect(late.locator("main")).to_contain_text("Jij koos A")
    workshop.close()
    assert workshop.path is not None
    assert view_workshop(tmp_path, workshop.path)[0] == workshop.session


async def test_a_vote_made_while_the_server_is_away_arrives_when_it_is_back(
    browser: Browser, tmp_path: Path
) -> None:
    workshop = workshop_in(tmp_path)
    to_the_vote(workshop)
    assert workshop.path is not None
    async with serving(workshop, limits=Limits()) as phones:
        port = int(phones.url.rpartition(":")[2])
        page = await _join(await _pocket(browser), phones)
        await _heading(page, "Wat zeg jij?")
    workshop.close()
    await expect(page.locator("#notice")).to_contain_text("Even geen verbinding", timeout=PATIENCE)
    await page.locator("button.choice").nth(2).click()
    again = resume_workshop(tmp_path, workshop.path)
    async with serving(again, limits=Limits(), port=port):
        button = page.locator("button.choice").nth(2)
        await expect(button.locator(".mark")).to_have_text("✓ jouw stem", timeout=PATIENCE)
        await expect(page.locator("#notice")).to_have_text("", timeout=PATIENCE)
        assert _tally(again) == [0, 0, 1, 0]
    again.close()


async def test_coming_back_to_the_page_connects_at_once(browser: Browser, tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    async with serving(workshop, limits=Limits()) as phones:
        page = await _join(await _pocket(browser), phones)
        await _heading(page, "Welkom")
        await page.evaluate("delay = 10000; stream.close(); clearTimeout(timer)")  # as a sleeping phone
        to_the_vote(workshop)
        await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        await _heading(page, "Wat zeg jij?")


async def test_the_plan_for_tomorrow_never_leaves_the_phone(browser: Browser, tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    to_the_step(workshop, Step.PRINCIPLE)
    async with serving(workshop, limits=Limits()) as phones:
        page = await _join(await _pocket(browser), phones)
        workshop.do({"act": "open"})
        await _heading(page, "Welk principe neem je mee?")
        name = LIBRARY.principles[PRINCIPLES[1]].name.in_language("nl")
        await expect(page.locator("button.choice").nth(1)).to_contain_text(name)
        await _tap(page, "B")
        workshop.do({"act": "close"})
        workshop.do({"act": "step", "to": "tomorrow"})
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.post_data or ""))
        plan = "Als <b>zij</b> zwijgt, dan tel ik tot drie."
        await page.locator("textarea").fill(plan)
        await page.reload()
        await expect(page.locator("textarea")).to_have_value(plan)
        assert not [told for told in sent if "zwijgt" in told]
        await page.locator("header button").click()
        await _heading(page, "My plan for tomorrow")
    assert workshop.path is not None
    assert b"zwijgt" not in workshop.path.read_bytes()


async def test_a_code_typed_on_a_small_phone_leads_in(browser: Browser, tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    async with serving(workshop, limits=Limits()) as phones:
        context = await _pocket(browser, viewport={"width": 320, "height": 568}, locale="en-GB")
        page = await context.new_page()
        await page.goto(phones.url)
        await page.locator("input").fill(phones.code.lower())
        await page.locator("button.go").click()
        await _heading(page, "Welcome")
        to_the_vote(workshop)
        await _heading(page, "What do you say?")
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        heights = await page.locator("button.choice").evaluate_all(
            "all => all.map(each => each.clientHeight)"
        )
        assert min(heights) >= 44
        if folder := os.environ.get("LUISTERKAMER_SCREENSHOTS"):
            await page.screenshot(path=f"{folder}/phone-vote.png", full_page=True)


async def test_teams_read_vote_and_see_what_comes_on_their_own_phones(
    browser: Browser, tmp_path: Path
) -> None:
    workshop = workshop_in(tmp_path, teams=2, together=True)
    async with serving(workshop, limits=Limits()) as phones:
        one, two = [await _join(await _pocket(browser, number), phones) for number in range(2)]
        plain = await _join(await _pocket(browser, 2, java_script_enabled=False), phones)
        for page, team in ((one, 1), (two, 1), (plain, 2)):
            await _heading(page, "In welk team zit je?")
            await page.locator("button.choice").nth(team - 1).click()
            await expect(page.locator("main")).to_contain_text(f"Team {team}")
        await two.locator(".leave button").click()  # the wrong one
        await two.locator("button.choice").nth(1).click()
        await expect(two.locator("main")).to_contain_text("Team 2")
        workshop.do({"act": "next"})
        await _heading(two, "Lees mee")
        workshop.do({"act": "open"})
        await _heading(one, "Wat zeg jij?")
        await _tap(one, "A")
        await _tap(two, "B")
        await _heading(plain, "Wat zeg jij?")
        await plain.locator("button.choice").nth(1).click()
        await expect(plain.locator("button[aria-pressed=true] .letter")).to_have_text("B")
        workshop.do({"act": "close"})
        workshop.do({"act": "play"})
        for page, team in ((one, 0), (two, 1), (plain, 1)):
            await _heading(page, "Dit gebeurt er")
            turn = workshop.session.game_of(team).turns[0]
            await expect(page.locator("main")).to_contain_text(turn.reaction[-1].text.in_language("nl"))
        if folder := os.environ.get("LUISTERKAMER_SCREENSHOTS"):
            await one.screenshot(path=f"{folder}/phone-team.png", full_page=True)
    workshop.close()
    assert workshop.path is not None
    assert view_workshop(tmp_path, workshop.path)[0] == workshop.session
