// The page of a check as a person sees it: in a real browser, narrow and wide, light, dark and print.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { checkPage } from "../../../src/note/claims/checkPage.ts";
import { CHROMIUM_ARGS, chromiumPath } from "../../browser/chromium.ts";
import { LIST_ARTICLE, LIST_CHECK, SAMPLE_ARTICLE, SAMPLE_CHECK } from "./samples.ts";

const skip = chromiumPath === undefined ? "no Chromium on this machine" : false;
let browser: Browser | undefined;

before(async () => {
  if (chromiumPath !== undefined) browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGS });
});
after(() => browser?.close());

const PAGES: Readonly<Record<string, () => string>> = {
  "the page of an article": () => checkPage(SAMPLE_CHECK, SAMPLE_ARTICLE),
  "the page of a list": () => checkPage(LIST_CHECK, LIST_ARTICLE),
};

async function withPage(html: string, check: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser!.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => troubles.push(request.url()));
  await page.setContent(html);
  await check(page);
  assert.deepEqual(troubles, []);
  await context.close();
}

for (const [name, html] of Object.entries(PAGES)) {
  test(`${name} fits at each width, asks for nothing, and axe finds nothing in light and in dark`, { skip }, async () => {
    await withPage(html(), async (page) => {
      for (const [colorScheme, width] of [
        ["light", 390],
        ["dark", 800],
        ["light", 1280],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        assert.equal(
          await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
          0,
          `at ${width} the page scrolls sideways`,
        );
        // Looking at every element takes seconds: the middle width is there for the layout.
        if (width === 390 && name !== "the page of an article") continue;
        await page.evaluate(`document.querySelectorAll("details").forEach((one) => { one.open = true; })`);
        // Rows of one kind tell axe nothing that the first few do not, and in the dark only the colours are others.
        await page.evaluate(`document.querySelectorAll("tbody tr:nth-child(n+4), .pair:nth-of-type(n+5)").forEach((one) => one.remove())`);
        const axe = new AxeBuilder({ page });
        const { violations } = await (colorScheme === "dark" ? axe.withRules("color-contrast") : axe).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
          [],
          `${colorScheme}, ${width}`,
        );
      }
    });
  });
}

test("wide, a finding stands beside its paragraph; narrow, after it", { skip }, async () => {
  await withPage(PAGES["the page of an article"]!(), async (page) => {
    const places = `[...document.querySelectorAll(".pair")].map((pair) => [pair.querySelector(".said"), pair.querySelector(".findings")].map((one) => one.getBoundingClientRect())).map(([said, found]) => [found.left >= said.right, found.top >= said.bottom])`;
    const wide = await page.evaluate<boolean[][]>(places);
    assert.ok(wide.length === 4 && wide.every(([beside]) => beside), JSON.stringify(wide));
    await page.setViewportSize({ width: 390, height: 900 });
    const narrow = await page.evaluate<boolean[][]>(places);
    assert.ok(
      narrow.every(([beside, below]) => !beside && below),
      JSON.stringify(narrow),
    );
  });
});

test("in print paper is white, the findings are there, and what is closed is not", { skip }, async () => {
  await withPage(PAGES["the page of an article"]!(), async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.equal(await page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)");
    assert.equal(await page.locator(".finding:visible").count(), SAMPLE_CHECK.claims.length);
    assert.equal(await page.locator("details:visible").count(), 0);
    const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 1 && pages <= 6, `${pages} pages`);
  });
});
