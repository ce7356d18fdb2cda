import type { Span } from "../../claims/article.ts";

/** The blocks of a text, which stand apart by an empty line, without the space around them. */
export function textBlocks(text: string): Span[] {
  return [...text.matchAll(/\S.*(?:\r?\n[^\S\r\n]*\S.*)*/gu)].map(({ 0: block, index }) => ({ from: index, to: index + block.trimEnd().length }));
}
