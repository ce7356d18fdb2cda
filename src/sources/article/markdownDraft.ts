import MarkdownIt from "markdown-it";
import { z } from "zod";
import { type Day, Problem } from "../../market/index.ts";
import { readYaml } from "../text/readYaml.ts";
import { LARGEST_MARKDOWN } from "./bounds.ts";
import type { Draft } from "./draft.ts";
import { htmlDraft } from "./htmlDraft.ts";
import { folded, plainText } from "./plainText.ts";
import { dayOfMark } from "./writtenDays.ts";

const DATES = ["published", "date", "pubDate", "publishDate", "publishedAt"];
const TITLES = ["title"];

/**
 * A text in Markdown as blocks; tags in it are text. The YAML between two lines of three dashes at its head gives title and day, and is not part of the text.
 *
 * @throws Problem when that YAML has a fault, the text is too large, or the page that it makes is nested too deeply or too large
 */
export function markdownDraft(raw: string, place: string): Draft {
  if (raw.length > LARGEST_MARKDOWN) throw new Problem("usage", `expected at most ${LARGEST_MARKDOWN} characters of Markdown; received ${raw.length}`, place);
  const { head, body } = apart(raw.replace(/^\uFEFF/, ""));
  const front = head === undefined ? {} : frontOf(head, place);
  const draft = htmlDraft(`<!doctype html><body>${new MarkdownIt({ html: false }).render(body)}`, place);
  const title = TITLES.map((key) => front[key]).find((value) => typeof value === "string");
  return { ...draft, title: folded(plainText(title ?? "")) || draft.title, published: dayIn(front) ?? draft.published };
}

function apart(text: string): { head?: string; body: string } {
  const lines = text.split("\n");
  const end = lines.findIndex((line, k) => k > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (!/^---\s*$/.test(lines[0] ?? "") || end < 0) return { body: text };
  const head = lines.slice(1, end);
  // Between two rules may stand a paragraph as well.
  return head.some((line) => /^[\w-]+\s*:/.test(line)) ? { head: head.join("\n"), body: lines.slice(end + 1).join("\n") } : { body: text };
}

function frontOf(head: string, place: string): Record<string, unknown> {
  // The empty line keeps the count of lines that of the file.
  return readYaml({ path: place, name: place, text: `\n${head}`, sha256: "" }, z.record(z.string(), z.unknown()), "usage").data;
}

function dayIn(front: Record<string, unknown>): Day | undefined {
  return DATES.map((key) => front[key])
    .map((value) => (typeof value === "string" ? dayOfMark(value) : undefined))
    .find((day) => day !== undefined);
}
