import type { Day } from "../../market/index.ts";
import { blocksOf, type PageBlocks } from "./blocksOf.ts";
import { attribute, boundedTree, isElement, type PageElement, textIn, visit } from "./boundedTree.ts";
import type { Draft } from "./draft.ts";
import { isHidden, isLeftOut } from "./isLeftOut.ts";
import { linkedDataDay } from "./linkedDataDay.ts";
import { folded, plainText } from "./plainText.ts";
import { dayOfMark } from "./writtenDays.ts";

const DATES = ["date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date", "pubdate", "publishdate", "publish-date", "parsely-pub-date"];
const LONGEST_BYLINE = 160; // units; a <time> in a longer block is a matter of its sentence

/**
 * The article of a page: `<article>` (that with the most text), else `<main>`, else `<body>` without its header.
 *
 * @throws Problem when the page is nested too deeply or too large
 */
export function htmlDraft(html: string, place: string): Draft {
  const page = partsOf(html, place);
  const part = longest(page.articles) ?? longest(page.mains) ?? longest(page.bodies) ?? { blocks: [], times: [], headline: null };
  const shared = page.meta.get("og:title") ?? null;
  const headline = shared ?? part.headline ?? page.headline;
  // The headline often stands above the article's own element; what it claims, the article claims.
  const above = headline !== null && part.headline === null && part.blocks.length > 0 && !part.blocks.slice(0, 3).includes(headline);
  const blocks = above ? [headline, ...part.blocks] : part.blocks;
  return { title: headline ?? page.title, blocks, published: publishedOf(page, part), lines: blocks };
}

interface Parts {
  meta: ReadonlyMap<string, string>; // the first of each name, in lower case
  linkedData: readonly string[];
  title: string | null;
  headline: string | null; // the first <h1> that is shown
  articles: readonly PageElement[];
  mains: readonly PageElement[];
  bodies: readonly PageElement[];
}

function partsOf(html: string, place: string): Parts {
  const meta = new Map<string, string>();
  const linkedData: string[] = [];
  const named: Record<string, PageElement[]> = { article: [], main: [], body: [], title: [], h1: [] };
  visit(boundedTree(html, place), (node) => {
    if (!isElement(node)) return "childNodes" in node;
    const { tagName } = node;
    if (tagName === "meta") {
      const content = folded(plainText(attribute(node, "content") ?? ""));
      const name = (attribute(node, "property") ?? attribute(node, "name") ?? attribute(node, "itemprop") ?? "").toLowerCase();
      if (content !== "" && !meta.has(name)) meta.set(name, content);
    }
    if (tagName === "script" && attribute(node, "type")?.trim().toLowerCase() === "application/ld+json") linkedData.push(textIn(node));
    if (tagName !== "head" && tagName !== "title" && tagName !== "form" && isLeftOut(node)) return false;
    // Some pages are one form from end to end.
    if (tagName === "form" && isHidden(node)) return false;
    named[tagName]?.push(node);
    return true;
  });
  const wordsIn = (element: PageElement | undefined) => (element && folded(plainText(textIn(element)))) || null;
  const { article = [], main = [], body = [], title = [], h1 = [] } = named;
  return { meta, linkedData, title: wordsIn(title[0]), headline: wordsIn(h1[0]), articles: article, mains: main, bodies: body };
}

/** The part with the most text; undefined where none has any. */
function longest(elements: readonly PageElement[]): PageBlocks | undefined {
  let best: { part: PageBlocks; size: number } | undefined;
  for (const element of elements) {
    const part = blocksOf(element);
    const size = part.blocks.reduce((sum, block) => sum + block.length, 0);
    if (size > (best?.size ?? 0)) best = { part, size };
  }
  return best?.part;
}

function publishedOf({ meta, linkedData }: Parts, { times, blocks }: PageBlocks): Day | null {
  const ofMeta = (name: string) => dayOfMark(meta.get(name) ?? "");
  const inByline = times.find(({ block }) => (blocks[block] ?? "").length <= LONGEST_BYLINE && (block < 5 || block >= blocks.length - 2));
  return (
    ofMeta("article:published_time") ??
    linkedData.map(linkedDataDay).find((day) => day !== undefined) ??
    (times.find(({ says }) => says) ?? inByline)?.day ??
    ["datepublished", ...DATES].map(ofMeta).find((day) => day !== undefined) ??
    null
  );
}
