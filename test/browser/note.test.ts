// Note, appendix and the page over notes as a person sees them: in a real browser, at three widths, light, dark and print.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { appendixOf, noteOf, type PublicPage, toHtml } from "../../src/note/index.ts";
import { listPage, siteFeed, siteOf, toPng } from "../../src/press/index.ts";
import { ARTICLE_DAY, foundingStudy, LAST_DAY } from "../case.ts";
import { HOSTILE_NAME, listedNote } from "../press/manifests.ts";
import { CHROMIUM_ARGS, chromiumPath } from "./chromium.ts";

const skip = chromiumPath === undefined ? "no Chromium on this machine" : false;
const folder = mkdtempSync(join(tmpdir(), "lockstep-note-"));
const WIDTHS = [360, 768, 1280];
let browser: Browser | undefined;

const SITE = siteOf("https://example.org/notes", "Market notes", "site");
const PUBLISHED: PublicPage = {
  url: `${SITE.url}a/note.html`,
  image: { url: `${SITE.url}a/card.png`, alt: "A chart" },
  site: SITE.title,
  category: "Small caps",
};
const LONG = "A name of a group that goes on and on, as those of funds do, and has noBreakInItForAVeryLongTimeIndeedAndThenSome";
// A folder is named in whole characters.
const LISTED = [
  listedNote("a", {}, "didNot"),
  listedNote("b", { asOf: "2026-08-20", group: LONG, title: LONG, replayed: true }, "pending"),
  listedNote(HOSTILE_NAME.replace("\ud800", ""), {
    asOf: "2024-01-02",
    group: HOSTILE_NAME,
    title: HOSTILE_NAME,
    files: [{ file: "note.md", sha256: "0", bytes: 1 }],
  }),
];

const PAGES: Readonly<Record<string, () => string>> = {
  "the note": () => toHtml(noteOf(foundingStudy(LAST_DAY)), { beside: "appendix.html" }),
  "the published note of the article's day": () => toHtml(noteOf(foundingStudy(ARTICLE_DAY)), { page: PUBLISHED, beside: "appendix.html" }),
  "the appendix": () => toHtml(appendixOf(foundingStudy(LAST_DAY)), { beside: "note.html" }),
  "the page over notes": () => listPage(LISTED, SITE),
};
const fileOf = (name: string) => join(folder, `${Object.keys(PAGES).indexOf(name)}.html`);

before(async () => {
  if (chromiumPath === undefined) return;
  for (const [name, html] of Object.entries(PAGES)) writeFileSync(fileOf(name), html());
  const card = await toPng('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 63"><rect width="120" height="63" fill="#0062a3"/></svg>', {
    width: 1200,
  });
  for (const name of ["a", "b"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "card.png"), card);
  }
  browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGS });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withPage(name: string, check: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser!.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) troubles.push(request.url());
  });
  await page.goto(pathToFileURL(fileOf(name)).href);
  await check(page);
  assert.deepEqual(troubles, []);
  await context.close();
}

/** Words of pictures that run out of them. */
const OUTSIDE = `[...document.querySelectorAll("figure svg text")].filter((text) => {
  const box = text.getBoundingClientRect(), frame = text.ownerSVGElement.getBoundingClientRect();
  return box.width > 0 && (box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 1 || box.top < frame.top - 1);
}).map((text) => text.textContent)`;

for (const name of Object.keys(PAGES)) {
  test(`${name} fits at each width, asks for nothing, and axe finds nothing in light and in dark`, { skip }, async () => {
    await withPage(name, async (page) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        assert.equal(
          await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
          0,
          `at ${width} the page scrolls sideways`,
        );
        const [shown, figures] = [await page.locator("figure svg:visible").count(), await page.locator("figure").count()];
        assert.equal(shown, figures, "a figure is shown in one size");
        assert.deepEqual(await page.evaluate(OUTSIDE), [], `at ${width} words of a chart run out of it`);
      }
      const unnamed = `[...document.querySelectorAll("figure svg")].filter((svg) => svg.getAttribute("role") !== "img" || !svg.getAttribute("aria-label")).length`;
      assert.equal(await page.evaluate(unnamed), 0, "a picture has no words");
      // The published note of another day is the same page with more in its head.
      if (name === "the note") return;
      // What is in the pictures is checked with the charts. Rows of one kind tell axe nothing that the first few do not.
      await page.evaluate(`document.querySelectorAll("tbody tr:nth-child(n+4)").forEach((row) => row.remove())`);
      await page.evaluate(`document.querySelectorAll("figure svg").forEach((svg) => svg.replaceChildren())`);
      for (const [colorScheme, width] of [
        ["light", 360], // where most scrolls
        ["dark", 1280],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        const axe = new AxeBuilder({ page });
        // In the dark only the colours are others.
        const { violations } = await (colorScheme === "dark" ? axe.withRules("color-contrast") : axe).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
        assert.deepEqual(found, [], colorScheme);
      }
    });
  });
}

test("on the article's day the page says what was known then", { skip }, async () => {
  await withPage("the published note of the article's day", async (page) => {
    assert.equal(await page.locator("h1").innerText(), "IWM is at its record; BTC stands 25.8% below its own");
    // Meetings to come and the day on which a probability is due are of the next year; nothing else is.
    await page.evaluate(`["macro", "scorecard"].forEach((id) => document.getElementById(id).remove())`);
    assert.ok(!(await page.locator("body").innerText()).includes("2026"));
  });
});

test("every link, region that scrolls and table behind a chart is reached by keyboard, and shows that it is", { skip }, async () => {
  for (const name of ["the published note of the article's day", "the page over notes"]) {
    await withPage(name, async (page) => {
      await page.setViewportSize({ width: 360, height: 900 });
      const reachable = Number(
        await page.evaluate(`[...document.querySelectorAll("a[href], summary, [tabindex]")].filter((one) => one.checkVisibility()).length`),
      );
      assert.ok(reachable >= 5, `${reachable}`);
      const reached = new Set<string>();
      for (let k = 0; k < reachable; k++) {
        await page.keyboard.press("Tab");
        const [place, outline] = await page.evaluate<[string, string]>(
          `[[...document.querySelectorAll("*")].indexOf(document.activeElement), getComputedStyle(document.activeElement).outlineStyle].map(String)`,
        );
        reached.add(place);
        assert.notEqual(outline, "none", `${name}: what is focused does not show it`);
      }
      assert.equal(reached.size, reachable);
      const unscrolled = `[...document.querySelectorAll("*")].filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(one).overflowX) && one.tabIndex < 0).length`;
      assert.equal(await page.evaluate(unscrolled), 0, `${name}: a region scrolls that no key reaches`);
    });
  }
});

test("the table behind the chart opens by keyboard and has a row for each session", { skip }, async () => {
  await withPage("the note", async (page) => {
    await page.locator("#distance details.data summary").focus();
    await page.keyboard.press("Enter");
    const rows = page.locator("#distance details.data tbody tr");
    assert.equal(await rows.count(), foundingStudy(LAST_DAY).underwater.sessions.length);
    assert.equal(await rows.last().locator("th").innerText(), LAST_DAY);
  });
});

test("in print the charts are there; long tables, links to share and ways elsewhere are not", { skip }, async () => {
  const most: Readonly<Record<string, number>> = { "the published note of the article's day": 9, "the appendix": 14, "the page over notes": 2 };
  for (const [name, pagesAtMost] of Object.entries(most)) {
    await withPage(name, async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      assert.equal(await page.locator("details.data:visible, .share:visible, .beside:visible").count(), 0, name);
      assert.equal(await page.locator("figure svg:visible").count(), await page.locator("figure").count());
      assert.equal(await page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)", "paper is white");
      const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      assert.ok(pages >= 1 && pages <= pagesAtMost, `${name}: ${pages} pages`);
    });
  }
});

test("links of the page over notes lead to files beside it, and nothing of a hostile name runs", { skip }, async () => {
  await withPage("the page over notes", async (page) => {
    const hrefs = await page.evaluate<string[]>(`[...document.querySelectorAll("main a")].map((link) => link.href)`);
    const base = pathToFileURL(`${folder}/`).href;
    const files = hrefs.filter((href) => !href.includes("#")).map((href) => decodeURIComponent(href.slice(base.length)));
    assert.deepEqual(files, ["b/note.html", "a/note.html", `${HOSTILE_NAME.replace("\ud800", "")}/note.md`]);
    const jumps = hrefs.filter((href) => href.includes("#")).map((href) => decodeURIComponent(new URL(href).hash.slice(1)));
    assert.equal(jumps.length, 3);
    for (const id of jumps) assert.ok(await page.evaluate(`document.getElementById(${JSON.stringify(id)}) !== null`), id);
    assert.equal(await page.locator("h2").last().innerText(), HOSTILE_NAME.replace(/\s+/g, " ").replace("\ud800", "\ufffd"));
    assert.equal(await page.locator("script, iframe, object, link[rel=stylesheet]").count(), 0);
  });
});

test("the feed is well-formed, and its texts are what the notes say", { skip }, async () => {
  await withPage("the page over notes", async (page) => {
    const read = await page.evaluate<{ errors: number; titles: unknown[]; ids: string[]; categories: unknown[] }>(`((xml) => {
      const feed = new DOMParser().parseFromString(xml, "application/xml");
      const html = (text) => { const one = document.createElement("p"); one.innerHTML = text; return [one.textContent, one.childElementCount]; };
      return {
        errors: feed.querySelectorAll("parsererror").length,
        titles: [...feed.querySelectorAll("entry > title")].map((one) => html(one.textContent)),
        ids: [...feed.querySelectorAll("entry > id")].map((one) => new URL(one.textContent).protocol),
        categories: [...feed.querySelectorAll("category")].map((one) => html(one.getAttribute("term"))),
      };
    })(${JSON.stringify(siteFeed(LISTED, SITE))})`);
    const hostile = HOSTILE_NAME.replaceAll(/[\u0007\ud800]/gu, "");
    assert.deepEqual(read, {
      errors: 0,
      titles: [
        [LONG, 0],
        ["IWM is at its record; BTC stands 25.8% below its own", 0],
        [hostile, 0],
      ],
      ids: ["https:", "https:", "https:"],
      categories: [
        [LONG, 0],
        ["Small caps and bitcoin", 0],
        [hostile, 0],
      ],
    });
  });
});
