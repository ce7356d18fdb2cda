import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Problem } from "../market/index.ts";

const siteSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, hostname: /./ })
    // Notes are named by what is added to the address: nothing may follow its path.
    .refine((url) => !/[?#]|\/\/[^/]*@/.test(url), { error: "expected an address without user, query and fragment" })
    .transform((url) => new URL(url.endsWith("/") ? url : `${url}/`).href),
  title: z
    .string()
    .min(1)
    .max(120)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: "expected characters that can be shown" }),
});

/** Where a folder of notes is published, and what it is called there. */
export type Site = z.infer<typeof siteSchema>;

export const SITE_FILE = "site.json";

/**
 * A site from an address and a title.
 *
 * @param place what gave them, as an error names it
 * @throws Problem (usage) when the address is none of http or https, or has a user, query or fragment
 *
 * @example
 * import { siteOf } from "lockstep/press";
 * siteOf("https://example.org/notes", "Market notes", "--publish").url; // => "https://example.org/notes/"
 */
export function siteOf(url: string, title: string, place: string): Site {
  const { success, data, error } = siteSchema.safeParse({ url, title });
  if (success) return data;
  throw new Problem("usage", `expected an address as https://example.org/notes and a title; received ${url}, ${title} (${error.issues[0]?.message})`, place);
}

/**
 * What a folder of notes says of its site; undefined where it is not published.
 *
 * @throws Problem (data) when its site.json cannot be read or is none
 *
 * @example
 * import { siteIn } from "lockstep/press";
 * siteIn("no-such-folder"); // => undefined
 */
export function siteIn(folder: string): Site | undefined {
  const path = join(folder, SITE_FILE);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new Problem("data", `cannot be read (${code ?? String(error)})`, path);
  }
  try {
    return siteSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Problem("data", `expected {"url": "https://…", "title": "…"}; received ${(error as Error).message.split("\n")[0]}`, path);
  }
}
