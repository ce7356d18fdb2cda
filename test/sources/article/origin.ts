import { type ArticleOrigin, articleOf } from "../../../src/sources/article/articleOf.ts";

/** An article of a text or bytes. */
export function articleFrom(content: string | Uint8Array, origin: Partial<ArticleOrigin> = {}) {
  return articleOf(typeof content === "string" ? new TextEncoder().encode(content) : content, { source: "here", ...origin });
}

/** Its blocks. */
export async function blocksFrom(content: string | Uint8Array, origin: Partial<ArticleOrigin> = {}): Promise<string[]> {
  return (await articleFrom(content, origin)).text.split("\n\n");
}

export const HTML = { contentType: "text/html; charset=utf-8" };
