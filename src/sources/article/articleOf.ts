import type { Article, StatementList } from "../../claims/article.ts";
import { Problem } from "../../market/index.ts";
import { LARGEST_INPUT, LARGEST_TEXT } from "./bounds.ts";
import { decodedText } from "./decodedText.ts";
import type { Draft } from "./draft.ts";
import { type Format, formatOf } from "./formatOf.ts";
import { htmlDraft } from "./htmlDraft.ts";
import { markdownDraft } from "./markdownDraft.ts";
import { pdfDraft } from "./pdfDraft.ts";
import { publishedIn } from "./publishedIn.ts";
import { statementListOf } from "./statementListOf.ts";
import { textDraft } from "./textDraft.ts";

/** What is known of an article's bytes. */
export interface ArticleOrigin {
  source: string; // "article.html"; "standard input"; "https://example.org/article"
  contentType?: string | undefined; // "text/html; charset=utf-8"; of the answer that they came with
  name?: string | undefined; // "article.html"; for its ending
  place?: string | undefined; // what a Problem names in place of the source
}

/**
 * An article as plain text: of bytes that are text, Markdown, HTML or PDF; or, where they are a list of claims (YAML) from a file or an input, that list.
 *
 * Nothing in it is run, followed or believed: what a page says to whoever reads it is text like any other. The day of publication is what it says itself; null
 * when it says none. Straight quotation marks stand for all kinds.
 *
 * @throws Problem naming the source, when it is of another format, cannot be decoded, is larger than 5 MB or 200,000 characters of text, or holds no text
 *
 * @example
 * import { articleOf } from "lockstep/sources";
 * const bytes = new TextEncoder().encode("<h1>Small caps at a record</h1><p>Published: 12 December 2025<p>Bitcoin is 27&nbsp;% below its&#32;own.");
 * const { title, text, published } = await articleOf(bytes, { source: "standard input", contentType: "text/html" });
 * [title, published]; // => ["Small caps at a record", "2025-12-12"]
 * text.split("\n\n")[2]; // => "Bitcoin is 27 % below its own."
 */
export async function articleOf(bytes: Uint8Array, origin: ArticleOrigin): Promise<Article | StatementList> {
  const { source, place = source } = origin;
  if (bytes.length > LARGEST_INPUT) throw new Problem("usage", `expected an article of at most ${LARGEST_INPUT} bytes; received ${bytes.length}`, place);
  const format = formatOf(bytes, origin, place);
  if (format === "pdf") return judged(await pdfDraft(bytes, place), source, place);
  const raw = decodedText(bytes, { contentType: origin.contentType, page: format === "html" }, place);
  // A page of the web is never a list: whoever sets the expected verdicts is the one who asks.
  const list = format === "text" && origin.contentType === undefined ? statementListOf(raw, place) : undefined;
  return list ? { ...list, source } : judged(draftOf(format, raw, place), source, place);
}

function judged({ title, blocks, published, lines }: Draft, source: string, place: string): Article {
  const text = blocks.join("\n\n");
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Problem("usage", "expected an article; received no text", place);
  if (text.length > LARGEST_TEXT) throw new Problem("usage", `expected an article of at most ${LARGEST_TEXT} characters; received ${text.length}`, place);
  return { title: title?.slice(0, 300) ?? null, text, published: published ?? publishedIn(lines), source };
}

function draftOf(format: Exclude<Format, "pdf">, text: string, place: string): Draft {
  switch (format) {
    case "html":
      return htmlDraft(text, place);
    case "markdown":
      return markdownDraft(text, place);
    case "text":
      return textDraft(text);
    default:
      throw new RangeError(`invalid format: ${String(format satisfies never)}`);
  }
}
