import { csvParseRows } from "d3-dsv";
import { SourceFailure } from "../failure.ts";
import type { Source } from "../source.ts";
import { causeOfStatus } from "../vendors/causeOfStatus.ts";
import type { Answer } from "./exchange.ts";

/**
 * The body of an answer, parsed, once it has been judged: the source's own complaint first, whatever the status; then the status; then
 * whether it is what the source speaks at all. A page for people, an empty body and a part of a body are failures, never "no rows".
 *
 * @returns parsed JSON, or the rows of cells of CSV
 * @throws SourceFailure
 */
export function bodyOf(source: Pick<Source, "format" | "complaint">, answer: Answer): unknown {
  const { status, contentType, text } = answer;
  const notBefore = answer.retryAfter === undefined ? {} : { notBefore: answer.retryAfter };
  const json = jsonOf(text);
  const complaint = source.complaint({ status, text, json: json.value });
  if (complaint) throw new SourceFailure(complaint.cause, `expected figures; received ${said(status, complaint.words)}`, notBefore);
  if (status >= 300 && status < 400) throw new SourceFailure("redirect", `expected figures; received status ${status}, which leads to ${hostOf(answer)}`);
  if (isPage(contentType, text)) {
    // An outage is answered with a page as well: asking later can help then, and only then.
    const cause = status >= 400 ? causeOfStatus(status) : "page";
    throw new SourceFailure(cause, `expected ${source.format.toUpperCase()}; received ${said(status, `a page, ${titleOf(text)}`)}`, notBefore);
  }
  if (status >= 400) throw new SourceFailure(causeOfStatus(status), `expected figures; received ${said(status, start(text))}`, notBefore);
  if (status !== 200) throw new SourceFailure("malformed", `expected status 200; received ${status}`);
  if (text.trim() === "") throw new SourceFailure("malformed", `expected ${source.format.toUpperCase()}; received an empty body`);
  if (source.format === "csv") return csvOf(text);
  if (json.value !== undefined) return json.value;
  if (json.cut) throw new SourceFailure("truncated", `expected whole JSON; received ${text.length} characters that end in ${JSON.stringify(text.slice(-20))}`);
  throw new SourceFailure("malformed", `expected JSON; received ${start(text)}`);
}

function jsonOf(text: string): { value: unknown; cut: boolean } {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (!/^[[{]/.test(trimmed)) return { value: undefined, cut: false };
  try {
    return { value: JSON.parse(trimmed), cut: false };
  } catch {
    return { value: undefined, cut: !/[\]}]$/.test(trimmed) || opens(trimmed) > 0 };
  }
}

/** How many brackets are still open at the end, texts aside. */
function opens(text: string): number {
  let depth = 0;
  for (const [bracket] of text.replace(/"(?:[^"\\]|\\.)*"?/gs, "").matchAll(/[[\]{}]/g)) depth += bracket === "[" || bracket === "{" ? 1 : -1;
  return depth;
}

function csvOf(text: string): string[][] {
  const rows = csvParseRows(text.replace(/^\uFEFF/, ""));
  // A last line without its break may have lost digits of its last figure.
  if (rows.length > 1 && !text.endsWith("\n")) throw new SourceFailure("truncated", `expected a line break at the end; received ${start(text.slice(-40))}`);
  const [header] = rows;
  const last = rows.at(-1);
  if (header && last && rows.length > 1 && last.length < header.length) {
    throw new SourceFailure("truncated", `expected ${header.length} cells in line ${rows.length}; received ${last.length}`);
  }
  return rows;
}

function isPage(contentType: string, text: string): boolean {
  return /\bhtml\b/i.test(contentType) || /^\uFEFF?\s*<(!doctype|html|head|body|\?xml|script)/i.test(text);
}

function titleOf(text: string): string {
  const title = /<title[^>]*>([^<]{0,200})/i.exec(text)?.[1]?.trim();
  return title ? JSON.stringify(title) : "without a title";
}

function hostOf({ location, url }: Answer): string {
  try {
    return new URL(location ?? "", url).host;
  } catch {
    return "nowhere";
  }
}

function said(status: number, words: string): string {
  return `status ${status}, ${words}`;
}

function start(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line === "" ? "an empty body" : JSON.stringify(line.length > 80 ? `${line.slice(0, 77)}...` : line);
}
