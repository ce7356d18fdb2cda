const EDGE = 2; // lines at the head and at the foot of a page

/**
 * Pages without what stands at their edges again and again: running heads and feet, which are lines equal but for their numbers on at least half of the pages
 * and on two at least, and page numbers ("7", "- 7 -", "Page 7 of 12").
 */
export function withoutRunningHeads<Line extends { text: string }>(pages: readonly (readonly Line[])[]): Line[][] {
  const counts = new Map<string, number>();
  for (const page of pages) for (const key of new Set(edgesOf(page).map((k) => keyOf(page[k]!)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const often = Math.max(2, Math.ceil(pages.length / 2));
  return pages.map((page) => {
    const edges = new Set(edgesOf(page));
    return page.filter((line, k) => !(edges.has(k) && (isPageNumber(line.text) || (counts.get(keyOf(line)) ?? 0) >= often)));
  });
}

/** Whether a line says the number of its page and nothing else. */
function isPageNumber(text: string): boolean {
  return /^(?:-\s*\d{1,4}\s*-|\d{1,4}(?:\s*\/\s*\d{1,4})?|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)$/i.test(text.trim());
}

function edgesOf(page: readonly unknown[]): number[] {
  return page.map((_, k) => k).filter((k) => k < EDGE || k >= page.length - EDGE);
}

function keyOf({ text }: { text: string }): string {
  return text.trim().toLowerCase().replaceAll(/\d+/g, "#");
}
