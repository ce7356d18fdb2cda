import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Article, StatementList } from "../../claims/article.ts";
import { Problem } from "../../market/index.ts";
import { articleOf } from "./articleOf.ts";
import { LARGEST_INPUT } from "./bounds.ts";

/**
 * The article of a file, or the list of claims, by its ending and content.
 *
 * @param bytes what the file holds, where it has been read already
 *
 * @throws Problem "usage", naming the path, when it is absent, a folder, cannot be read or is no article
 */
export async function readArticleFile(path: string, bytes: Uint8Array = articleBytes(path)): Promise<Article | StatementList> {
  return articleOf(bytes, { source: path, name: basename(path) });
}

/** What a file holds. @throws Problem "usage" as {@link readArticleFile} */
export function articleBytes(path: string): Uint8Array {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new Problem("usage", `expected a file; received ${found.isDirectory() ? "a folder" : "something else"}`, path);
    if (found.size > LARGEST_INPUT) throw new Problem("usage", `expected an article of at most ${LARGEST_INPUT} bytes; received ${found.size}`, path);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("usage", `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`, path);
  }
}
