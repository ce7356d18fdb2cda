import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../market/index.ts";
import { type Manifest, readManifest } from "./manifest.ts";

const LARGEST = 32 * 1024 * 1024; // bytes of a manifest

/** A note that stands in a folder of its own. */
export interface StoredNote {
  name: string; // "2025-12-11-small-caps-and-bitcoin"; of its folder
  folder: string;
  manifest: Manifest;
}

/** What a folder of notes holds: notes in order of their day, and folders whose manifest cannot be read, each with the reason. */
export interface NotesFolder {
  notes: StoredNote[];
  unread: { folder: string; reason: string }[];
}

/**
 * The notes in a folder, each in a folder of its own with a manifest. A folder without one is none; one that cannot be read is said, not passed over.
 *
 * @throws Problem (data) when the folder itself cannot be read; a folder that is not there holds no notes
 *
 * @example
 * import { notesIn } from "lockstep/press";
 * notesIn("no-such-folder").notes; // => []
 */
export function notesIn(folder: string): NotesFolder {
  const found: NotesFolder = { notes: [], unread: [] };
  for (const name of foldersIn(folder)) {
    const own = join(folder, name);
    try {
      const manifest = manifestIn(own);
      if (manifest) found.notes.push({ name, folder: own, manifest });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      found.unread.push({ folder: own, reason: error.message });
    }
  }
  found.notes.sort((a, b) => compare(a.manifest.asOf, b.manifest.asOf) || compare(a.name, b.name));
  return found;
}

/**
 * The manifest of a note's folder; undefined where there is none.
 *
 * @throws Problem (data) when it cannot be read or is no manifest
 *
 * @example
 * import { manifestIn } from "lockstep/press";
 * manifestIn("no-such-folder"); // => undefined
 */
export function manifestIn(folder: string): Manifest | undefined {
  const path = join(folder, "manifest.json");
  let text: string;
  try {
    if (statSync(path).size > LARGEST) throw new Problem("data", `expected a manifest of at most ${LARGEST} bytes`, path);
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new Problem("data", `cannot be read (${code ?? String(error)})`, path);
  }
  return readManifest(text, path);
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw new Problem("data", `cannot be read (${code ?? String(error)})`, folder);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
