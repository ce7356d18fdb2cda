import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../market/index.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { sha256 } from "./sha256.ts";

const LARGEST = 32 * 1024 * 1024; // bytes of a manifest

/** A note that stands in a folder of its own. */
export interface StoredNote {
  name: string; // "2025-12-11-small-caps-and-bitcoin"; of its folder
  folder: string;
  manifest: Manifest;
  sha256: string; // of its manifest.json
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
      const text = textIn(own);
      if (text !== undefined) found.notes.push({ name, folder: own, manifest: readManifest(text, manifestPath(own)), sha256: sha256(text) });
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
  const text = textIn(folder);
  return text === undefined ? undefined : readManifest(text, manifestPath(folder));
}

/** What the manifest of a note beside another one's folder is now, as a hash; undefined where there is none. */
export function manifestHash(folder: string): string | undefined {
  const text = textIn(folder);
  return text === undefined ? undefined : sha256(text);
}

function manifestPath(folder: string): string {
  return join(folder, "manifest.json");
}

function textIn(folder: string): string | undefined {
  const path = manifestPath(folder);
  try {
    if (statSync(path).size > LARGEST) throw new Problem("data", `expected a manifest of at most ${LARGEST} bytes`, path);
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new Problem("data", `cannot be read (${code ?? String(error)})`, path);
  }
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
