import type { Day } from "../../market/index.ts";
import { attribute, isElement, type PageElement, type PageNode, textIn, visit } from "./boundedTree.ts";
import { isLeftOut } from "./isLeftOut.ts";
import { folded, plainText } from "./plainText.ts";
import { dayOfMark } from "./writtenDays.ts";

const BLOCKS = new Set(
  "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hgroup hr legend li main ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);

/** A `<time>` of an article. */
export interface TimeMark {
  day: Day;
  block: number; // position of the block that it stands in
  says: boolean; // whether it says of itself that it is the day of publication
}

/** What a part of a page holds for a reader. */
export interface PageBlocks {
  blocks: readonly string[];
  times: readonly TimeMark[];
  headline: string | null; // its first <h1>
}

/**
 * The text of a part of a page, block by block, as a reader sees it; an article within it (a comment, a teaser) is not part of it. A row of a table is one block.
 */
export function blocksOf(root: PageElement): PageBlocks {
  const blocks: string[] = [];
  const times: TimeMark[] = [];
  let headline: string | null = null;
  let begun: string[] = [];
  let filled = false; // whether the block begun has words, so that a cell is not its first
  let asSet = 0; // <pre> open
  const end = () => {
    for (const part of plainText(begun.join("")).split(/\n[^\S\n]*\n/)) {
      let block = folded(part);
      while (block.endsWith(" |")) block = block.slice(0, -2);
      if (block !== "") blocks.push(block);
    }
    begun = [];
    filled = false;
  };
  const enter = (node: PageNode): boolean => {
    if (!isElement(node)) {
      if (node.nodeName !== "#text" || !("value" in node)) return false;
      begun.push(asSet > 0 ? node.value : node.value.replaceAll(/[ \t\n\f\r]+/g, " "));
      filled ||= /\S/.test(node.value);
      return false;
    }
    const { tagName } = node;
    const nested = node !== root && (tagName === "article" || (tagName === "header" && root.tagName === "body"));
    if (nested || isLeftOut(node) || isNoteMark(node)) return false;
    if (BLOCKS.has(tagName)) end();
    if (tagName === "br") begun.push("\n");
    if ((tagName === "td" || tagName === "th") && filled) begun.push(" | ");
    if (tagName === "q") begun.push('"');
    // 10<sup>6</sup> is not 106.
    if (tagName === "sup" && /^\s*\d/.test(wordsAmong(few(node)))) begun.push("^");
    if (tagName === "pre") asSet++;
    if (tagName === "h1") headline ??= folded(plainText(textIn(node))) || null;
    if (tagName === "time") noteTime(node);
    return true;
  };
  const noteTime = (node: PageElement) => {
    const day = dayOfMark(attribute(node, "datetime") ?? "");
    const kind = `${attribute(node, "itemprop") ?? ""} ${attribute(node, "class") ?? ""}`;
    if (day === undefined || /modified|updated/i.test(kind)) return;
    times.push({ day, block: blocks.length, says: /\bdatePublished\b/i.test(kind) || attribute(node, "pubdate") !== undefined });
  };
  const leave = (node: PageNode) => {
    if (!isElement(node)) return;
    if (node.tagName === "q") begun.push('"');
    if (node.tagName === "pre") asSet--;
    if (BLOCKS.has(node.tagName)) end();
  };
  visit(root, enter, leave);
  end();
  return { blocks, times, headline };
}

/** Whether an element is the mark of a footnote, which would stand as a digit behind a number. */
function isNoteMark(element: PageElement): boolean {
  if (element.tagName !== "sup") return false;
  const within = few(element);
  const linked = element.parentNode?.nodeName === "a" || within.some(({ nodeName }) => nodeName === "a");
  return linked && /^\s*\[?(?:\d{1,3}|[*\u2020\u2021a-z])\]?\s*$/.test(wordsAmong(within));
}

/** The first nodes of an element and of those: as much as a mark has. */
function few(element: PageElement): PageNode[] {
  return element.childNodes.slice(0, 3).flatMap((node) => ("childNodes" in node ? [node, ...node.childNodes.slice(0, 3)] : [node]));
}

function wordsAmong(nodes: readonly PageNode[]): string {
  return nodes.map((node) => (node.nodeName === "#text" && "value" in node ? node.value : "")).join("");
}
