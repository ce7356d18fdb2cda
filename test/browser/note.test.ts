// The note as a person sees it: in a real browser, at three widths, light, dark and print.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { noteOf, toHtml } from "../../src/note/index.ts";
import { ARTICLE_DAY, foundingStudy, LAST_DAY } from "../case.ts";
import { CHROMIUM_ARGS, chromiumPath } from "./chromium.ts";

const skip = chromiumPath === undefined ? "no Chromium on this machine" : false;
const folder = mkdtempSync(join(tmpdir(), "lockstep-note-"));
let browser: Browser | undefined;

before(async () => {
  for (const day of [ARTICLE_DAY, LAST_DAY]) writeFileSync(join(folder, `${day}.html`), toHtml(noteOf(foundingStudy(day))));
  if (chromiumPath !== undefined) browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGS });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withPage(
  day: string,
  look: { width: number; colorScheme?: "light" | "dark" },
  check: (page: Page, troubles: string[]) => Promise<void>,
): Promise<void> {
  const context = await browser!.newContext({ viewport: { width: look.width, height: 900 }, colorScheme: look.colorScheme ?? "light" });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) troubles.push(request.url());
  });
  await page.goto(pathToFileURL(join(folder, `${day}.html`)).href);
  await check(page, troubles);
  assert.deepEqual(troubles, []);
  await context.close();
}

for (const width of [360, 768, 1280]) {
  for (const [day, colorScheme] of [
    [LAST_DAY, "light"],
    [ARTICLE_DAY, "dark"],
  ] as const) {
    // What axe finds hangs on what is there and on its colours, hardly on both at once: each page and each scheme once.
    const axe = (width === 360) === (colorScheme === "dark") && width !== 768;
    test(`at ${width} pixels, ${colorScheme}, the note of ${day} fits${axe ? " and axe finds nothing" : ""}`, { skip }, async () => {
      await withPage(day, { width, colorScheme }, async (page) => {
        const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert.equal(overflow, 0, "the page scrolls sideways");
        const [shown, figures] = [await page.locator("figure svg:visible").count(), await page.locator("figure").count()];
        assert.equal(shown, figures, "a figure is shown in one size");
        const outside = await page.evaluate(`[...document.querySelectorAll("figure svg text")].filter((text) => {
          const box = text.getBoundingClientRect(), frame = text.ownerSVGElement.getBoundingClientRect();
          return box.width > 0 && (box.right > frame.right + 1 || box.left < frame.left - 1);
        }).map((text) => text.textContent)`);
        assert.deepEqual(outside, [], "words of the chart run out of it");
        const unnamed = await page.evaluate(
          `[...document.querySelectorAll("figure svg")].filter((svg) => svg.getAttribute("role") !== "img" || !svg.getAttribute("aria-label")).length`,
        );
        assert.equal(unnamed, 0, "a picture has no words");
        if (!axe) return;
        // The colours of words in the pictures are checked with the charts. Thousands of rows of one kind tell axe nothing that the first twenty do not.
        await page.evaluate(`document.querySelectorAll("details.data tbody tr:nth-child(n+21)").forEach((row) => row.remove())`);
        const { violations } = await new AxeBuilder({ page }).exclude("figure svg").analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
          [],
        );
      });
    });
  }
}

test("on the article's day the page says what was known then", { skip }, async () => {
  await withPage(ARTICLE_DAY, { width: 1280 }, async (page) => {
    assert.equal(await page.locator("h1").innerText(), "IWM is at its record; BTC stands 25.8% below its own");
    // Meetings to come, what is planned of a month and forecasts are of the next year; nothing else is.
    await page.evaluate(`["policy", "path", "bills", "earnings"].forEach((id) => document.getElementById(id).remove())`);
    assert.ok(!(await page.locator("body").innerText()).includes("2026"));
  });
});

test("the table behind the chart opens by keyboard and has a row for each session", { skip }, async () => {
  await withPage(LAST_DAY, { width: 1280 }, async (page) => {
    await page.locator("#distance details.data summary").focus();
    await page.keyboard.press("Enter");
    const rows = page.locator("#distance details.data tbody tr");
    assert.equal(await rows.count(), foundingStudy(LAST_DAY).underwater.sessions.length);
    assert.equal(await rows.last().locator("th").innerText(), LAST_DAY);
  });
});

test("in print the chart is there and the long table is not", { skip }, async () => {
  await withPage(LAST_DAY, { width: 1280 }, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("details.data:visible").count(), 0);
    assert.equal(await page.locator("figure svg:visible").count(), await page.locator("figure").count());
    const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 2 && pages <= 14, `${pages} pages`);
  });
});
