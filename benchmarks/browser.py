"""A real Chromium for the measurements, with the probe in every page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from scripts.programs import find

PROBE = Path(__file__).parent / "probe.js"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Start a headless Chromium that reaches nothing but this machine."""
    program = find("chromium")
    if program is None:
        raise RuntimeError("no Chromium was found; run scripts/browsers.py or set LDCASE_CHROMIUM")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(program), args=list(QUIET))
        try:
            yield browser
        finally:
            await browser.close()


async def opened(browser: Browser, url: str, *, patience: float = 90.0) -> tuple[Page, float]:
    """Open a page as a new visitor; return it, and the milliseconds from the request to its first usable control."""
    context = await browser.new_context(viewport={"width": 1366, "height": 900})
    page = await context.new_page()
    await page.add_init_script(path=str(PROBE))
    await page.goto(url, wait_until="commit", timeout=patience * 1000)
    try:
        await page.wait_for_function("window.__bench?.usableAt", timeout=patience * 1000, polling=50)
    except Exception as error:
        shown = (await page.inner_text("body"))[:600]
        shown += "".join(await page.locator("pre").all_text_contents())[:600]
        raise RuntimeError(f"{url} did not become usable within {patience:.0f} s; it shows:\n{shown}") from error
    return page, float(await page.evaluate("__bench.usableAt"))
