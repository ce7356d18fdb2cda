import { Problem } from "../../market/index.ts";
import type { Draft } from "./draft.ts";
import { joinedLines, wordsOf } from "./joinedLines.ts";
import { type PdfLine, pdfPages } from "./pdfPages.ts";
import { folded, plainText } from "./plainText.ts";
import { endsSentence, startsItem, withoutBullet } from "./textDraft.ts";
import { withoutRunningHeads } from "./withoutRunningHeads.ts";

const LARGER = 1.15; // letters by so much larger or smaller begin a new block
const APART = 1.3; // lines so many times the usual distance apart, too

/**
 * A PDF as blocks: lines belong to one paragraph where they have letters of one size and stand no further apart than lines usually do.
 *
 * @throws Problem when it cannot be read, or has no text
 */
export async function pdfDraft(bytes: Uint8Array, place: string): Promise<Draft> {
  const set = (await pdfPages(bytes, place)).map((page) =>
    page.map((line) => ({ ...line, text: folded(plainText(line.text)) })).filter(({ text }) => text !== ""),
  );
  const pages = withoutRunningHeads(set);
  const lines = pages.flat();
  if (lines.length === 0) throw new Problem("usage", "expected a PDF with text; received one without (a scan holds pictures of it)", place);
  const usual = usualDistance(pages);
  const groups: PdfLine[][] = [];
  for (const page of pages) {
    for (const [k, line] of page.entries()) {
      const before = k === 0 ? undefined : page[k - 1];
      const open = groups.at(-1);
      if (open && (before ? goesOn(before, line, usual) : goesOnOverPage(open.at(-1), line))) open.push(line);
      else groups.push([line]);
    }
  }
  const known = wordsOf(lines.map(({ text }) => text));
  const blocks = groups.map((group) =>
    withoutBullet(
      joinedLines(
        group.map(({ text }) => text),
        known,
      ),
    ),
  );
  return { title: titleOf(groups, blocks), blocks, published: null, lines: lines.map(({ text }) => text) };
}

function goesOn(before: PdfLine, line: PdfLine, usual: number): boolean {
  const distance = before.y - line.y;
  if (distance < 0) return goesOnOverPage(before, line);
  const indented = line.x > before.x + 0.8 * line.size && endsSentence(before.text);
  return sameSize(before, line) && distance <= APART * usual && !indented && !startsItem(line.text);
}

/** Whether a paragraph goes on at the head of the next page or column. */
function goesOnOverPage(before: PdfLine | undefined, line: PdfLine): boolean {
  return before !== undefined && sameSize(before, line) && !endsSentence(before.text) && !startsItem(line.text);
}

function sameSize(one: PdfLine, other: PdfLine): boolean {
  return Math.max(one.size, other.size) <= LARGER * Math.min(one.size, other.size);
}

/** The median distance of two lines below one another. */
function usualDistance(pages: readonly (readonly PdfLine[])[]): number {
  const distances = pages.flatMap((page) =>
    page.flatMap((line, k) => {
      const before = page[k - 1];
      return before && before.y > line.y && sameSize(before, line) ? [before.y - line.y] : [];
    }),
  );
  return distances.sort((a, b) => a - b)[Math.floor((distances.length - 1) / 2)] ?? 0;
}

/** The block in the largest letters of the first page, where they are larger than those of the text. */
function titleOf(groups: readonly (readonly PdfLine[])[], blocks: readonly string[]): string | null {
  const sizes = groups.flat().map(({ size }) => size);
  const usual = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  const first = groups.slice(0, 5).map(([line]) => line?.size ?? 0);
  const largest = Math.max(...first);
  return largest > LARGER * usual ? (blocks[first.indexOf(largest)] ?? null) : null;
}
