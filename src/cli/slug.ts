import { sha256 } from "../press/sha256.ts";

/** The name of a note's folder: its day and its group in letters that every file system and address takes. */
export function slug(asOf: string, group: string): string {
  const words = group
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "");
  // A name in other letters has one of its own all the same.
  return `${asOf}-${words === "" ? sha256(group).slice(0, 8) : words}`;
}
