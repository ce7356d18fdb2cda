import type { Draft } from "./draft.ts";
import { joinedLines, wordsOf } from "./joinedLines.ts";
import { folded, plainText } from "./plainText.ts";
import { publishedIn } from "./publishedIn.ts";
import { withoutRunningHeads } from "./withoutRunningHeads.ts";

const LONGEST_WRAPPED = 200; // units; nobody breaks lines by hand beyond
const ENDS = 15; // lines, empty ones as well, among which a date may stand alone
const MOST_PAGES = 1000;

/**
 * A plain text as blocks: paragraphs are lines apart by an empty line, and their lines are joined. Where a line is longer than any that is broken by hand, the
 * text has a line for each paragraph. A form feed ends a page, as in text taken out of a PDF; items of a list, and a line that is the date, are blocks of their own.
 */
export function textDraft(raw: string): Draft {
  // At the end of a line a soft hyphen is one that was shown; text taken out of a PDF has them.
  const pages = plainText(raw.replaceAll(/\u00AD(?=\r?\n)/g, "-"))
    .split("\f")
    .map((page) => page.split("\n").map((line) => ({ text: folded(line) })));
  const paged = pages.length > 1 && pages.length <= MOST_PAGES;
  const lines = paged ? joinedPages(withoutRunningHeads(pages.map(trimmed))) : pages.flat().map(({ text }) => text);
  const held = lines.filter((line) => line !== "");
  const blocks = held.some((line) => line.length > LONGEST_WRAPPED) ? held : paragraphs(lines, wordsOf(held));
  return { title: headlineOf(blocks), blocks: blocks.map(withoutBullet), published: null, lines: held };
}

/** A page without the empty lines at its ends, which would hide its edges. */
function trimmed<Line extends { text: string }>(page: readonly Line[]): readonly Line[] {
  const first = page.findIndex(({ text }) => text !== "");
  return first < 0 ? [] : page.slice(first, page.findLastIndex(({ text }) => text !== "") + 1);
}

/** The lines of pages, one after another: a paragraph goes on over the end of a page unless its sentence ended there. */
function joinedPages(pages: readonly (readonly { text: string }[])[]): string[] {
  const lines: string[] = [];
  for (const page of pages.map(trimmed)) {
    if (endsSentence(lines.at(-1) ?? "")) lines.push("");
    for (const { text } of page) lines.push(text);
  }
  return lines;
}

/** Whether a sentence may end with a line. */
export function endsSentence(line: string): boolean {
  return /[.!?:]["')\]]*$/.test(line);
}

function paragraphs(lines: readonly string[], known: ReadonlySet<string>): string[] {
  const groups: string[][] = [[]];
  for (const [k, line] of lines.entries()) {
    const alone = line !== "" && (k < ENDS || k >= lines.length - ENDS) && isDateLine(line);
    if (line === "" || alone || startsItem(line)) groups.push([]);
    if (line !== "") groups.at(-1)?.push(line);
    if (alone) groups.push([]);
  }
  return groups.filter((group) => group.length > 0).map((group) => joinedLines(group, known));
}

function isDateLine(line: string): boolean {
  return line.length <= 80 && publishedIn([line]) !== null;
}

/** Whether a line begins an item of a list; a dash before a figure may be a sign. */
export function startsItem(line: string): boolean {
  return /^[-*\u2022\u25AA\u25E6\u2023] ?(?=["'(\p{L}])/u.test(line) && /^(?:[-*] |[^-*])/.test(line);
}

/** A block without the sign that begins an item of a list. */
export function withoutBullet(block: string): string {
  return startsItem(block) ? block.slice(1).trimStart() : block;
}

/** The first block where it stands as a headline does: short, no sentence, with text after it. */
function headlineOf(blocks: readonly string[]): string | null {
  const [first, second] = blocks;
  return first !== undefined && second !== undefined && first.length <= 150 && !/[.,;:]$/.test(first) && publishedIn([first]) === null ? first : null;
}
