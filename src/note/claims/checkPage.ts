import type { Article, Span } from "../../claims/article.ts";
import type { Check } from "../../claims/schema.ts";
import { escapeXml } from "../../text/index.ts";
import { measurePaths } from "../binding/measurePaths.ts";
import { pageShell } from "../pageShell.ts";
import { backLink } from "./backLink.ts";
import { checkHead } from "./checkHead.ts";
import { CHECK_STYLE } from "./checkStyle.ts";
import { finding } from "./finding.ts";
import { GLYPHS } from "./glyphs.ts";
import { inert } from "./inert.ts";
import { markedText } from "./markedText.ts";
import { type Mark, marksOf } from "./marks.ts";
import { statementLine, statementTable } from "./statementLines.ts";
import { textBlocks } from "./textBlocks.ts";

// A longer paragraph would not fit a screen, and its end could not be read while it is held beside its findings.
const HELD = 1200;

/**
 * A check as one self-contained HTML page: the text with its claims marked, beside it what the figures say of each. No script, no request, light, dark and
 * print. The same bytes for the same check.
 *
 * @param check spans count in the UTF-16 units of the text
 * @param article its text is shown as text, whatever markup or signs are in it
 *
 * @example
 * import { checkPage } from "lockstep/note";
 * const article = { source: "a.txt", title: null, published: "2025-12-12", publishedBy: "asked", characters: 9, sentences: 1 };
 * const check = { schema: "lockstep.check/1", article, group: "G", asOf: "2025-12-12", figuresEnd: null, claims: [], statements: null, notUnderstood: [], inputs: [] };
 * checkPage(check, { title: null, text: "1 < 2, so." }).includes("1 &lt; 2, so."); // => true
 */
export function checkPage(check: Check, article: Pick<Article, "text" | "title">): string {
  const unnamed = check.statements === null ? "An article\u2019s claims" : "A list of statements";
  const title = inert(article.title ?? check.article.title ?? "").trim() || unnamed;
  const blocks = textBlocks(article.text);
  // A part that lies in no block has no place that a finding could lead back to.
  const marked = marksOf(check).filter((mark) => blocks.some(({ from, to }) => mark.from >= from && mark.from < Math.min(to, mark.to)));
  const body = [
    GLYPHS,
    checkHead(check, title),
    check.statements === null ? "" : statementTable(check.statements),
    textAndFindings(check, article.text, title, marked),
    notUnderstood(check, marked),
  ];
  return pageShell({
    title: escapeXml(`Claims checked: ${title}`),
    description: escapeXml(`What the figures say of this text’s claims, as of ${check.asOf}.`),
    head: "",
    style: CHECK_STYLE,
    main: `${body.filter((one) => one !== "").join("\n")}\n`,
  });
}

function textAndFindings(check: Check, text: string, title: string, marked: readonly Mark[]): string {
  const held = textBlocks(text);
  const blocks = held.length > 0 ? held : [{ from: 0, to: 0 }];
  const paths = measurePaths(check);
  const claimsOf = inBlocks(check.claims, blocks);
  const statementsOf = inBlocks(check.statements ?? [], blocks);
  const placed = new Set(marked.map(({ id }) => id));
  const pairs = blocks.map((block, k) => {
    const words = text.slice(block.from, block.to);
    const headline = k === 0 && inert(words) === title;
    const begun = claimsOf.get(k) ?? [];
    // Above stands the title already; it is repeated only for what is marked in it.
    if (headline && begun.length === 0 && !marked.some((mark) => mark.from < block.to)) return "";
    const said = words === "" ? "" : `<p class="text${headline ? " headline" : ""}" dir="auto">${markedText(text, block, marked)}</p>`;
    const lines = (statementsOf.get(k) ?? []).map((n) => statementLine(check.statements![n]!, n)).join("");
    const findings = begun.map((n) => finding(check.claims[n]!, { label: String(n + 1), mark: placed.has(`m${n + 1}`) ? `m${n + 1}` : undefined, paths }));
    const beside = findings.length === 0 ? "" : `<div class="findings">${findings.join("\n")}</div>`;
    return `<div class="pair${block.to - block.from > HELD ? "" : " held"}"><div class="said">${said}${lines}</div>${beside}</div>`;
  });
  const none = check.claims.length === 0 ? "<p>No claim that figures could bear or refute was found in this text.</p>" : "";
  return `<section class="checked" aria-labelledby="checked-h"><h2 id="checked-h">The text, and what the figures say</h2>
${none}${pairs.filter((one) => one !== "").join("\n")}
</section>`;
}

/** Which of some parts of the text begin in each block: the last block that begins before them, or the first of all. */
function inBlocks(parts: readonly { span: Span }[], blocks: readonly Span[]): Map<number, number[]> {
  const held = new Map<number, number[]>();
  for (const [n, { span }] of parts.entries()) {
    const k = Math.max(
      0,
      blocks.findLastIndex(({ from }) => from <= span.from),
    );
    held.set(k, [...(held.get(k) ?? []), n]);
  }
  return held;
}

function notUnderstood({ notUnderstood: unread, claims }: Check, marked: readonly Mark[]): string {
  if (unread.length === 0) return "";
  const marks = marksOf({ claims, notUnderstood: unread }).slice(claims.length);
  const items = unread.map(({ quote, why }, k) => {
    const { id, leadsTo, label } = marks[k]!;
    const back = backLink(label, marked.find((mark) => mark.id === id)?.id);
    return `<li id="${leadsTo}">${back}<div><blockquote dir="auto">“${escapeXml(inert(quote))}”</blockquote><p class="read">${escapeXml(inert(why))}</p></div></li>`;
  });
  return `<section class="open" aria-labelledby="open-h"><h2 id="open-h">What was not understood</h2><p>No rule took these sentences. That nothing is said of them is no support.</p><ol>${items.join("\n")}</ol></section>`;
}
