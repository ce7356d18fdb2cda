import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Manifest } from "./manifest.ts";
import { type MovedMeasure, movedMeasures } from "./movedMeasures.ts";
import { manifestHash } from "./notesFolder.ts";
import { sha256 } from "./sha256.ts";

/** A file of a note, held against its manifest and against the same file made again. */
export interface FileVerdict {
  file: string;
  onDisk: "as written" | "changed" | "missing" | "not named"; // not named = the manifest says nothing of it
  again: "the same" | "other bytes" | "not compared" | "not made";
}

/** What holds of a note that was made again, and what does not. */
export interface Verification {
  holds: boolean;
  files: FileVerdict[];
  /** What else stands in the folder: no part of the note. */
  beside: string[];
  /** The earlier notes of which this one says what came: whether their manifests are what they were. */
  earlier: { folder: string; now: "as it was" | "changed" | "not there" }[];
  /** Inputs that are others now, or that only one of the two was made from. */
  inputs: string[];
  measures: MovedMeasure[];
  /** What else is other than it was: versions of the program and its renderers. */
  versions: { name: string; before: string; now: string }[];
}

/** Whether a file is what its manifest says and comes out the same, as far as it can be compared. */
export function stands({ onDisk, again }: FileVerdict): boolean {
  return onDisk === "as written" && (again === "the same" || again === "not compared");
}

/** What is drawn by a renderer: with another version of it other bytes are no fault. */
const DRAWN = /\.(?:png|pdf)$/;

/**
 * A note's folder held against its manifest, and against the same note made again.
 *
 * @param again the manifest and files as they are made now from what the manifest says
 */
export function verification(
  folder: string,
  manifest: Manifest,
  again: { manifest: Manifest; files: Readonly<Record<string, string | Uint8Array>> },
): Verification {
  const versions = versionsMoved(manifest, again.manifest);
  const drawnAlike = versions.every(({ name }) => name === "lockstep");
  const made = new Map(again.manifest.files.map((one) => [one.file, one]));
  const files = manifest.files.map((one): FileVerdict => {
    const { file } = one;
    const now = made.get(file);
    const alike = now !== undefined && now.sha256 === one.sha256 && now.bytes === one.bytes;
    return {
      file,
      onDisk: onDisk(folder, one),
      again: now === undefined ? "not made" : alike ? "the same" : DRAWN.test(file) && !drawnAlike ? "not compared" : "other bytes",
    };
  });
  const named = new Set(["manifest.json", ...manifest.files.map(({ file }) => file)]);
  const extra = again.manifest.files
    .filter(({ file }) => !named.has(file))
    .map(({ file }): FileVerdict => ({ file, onDisk: "not named", again: "other bytes" }));
  // The manifest itself may have been edited: what it says beside the files must come out the same too.
  const own: FileVerdict = {
    file: "manifest.json",
    onDisk: "as written",
    again: sameBesideVersions(manifest, again.manifest) ? "the same" : "other bytes",
  };
  const all = [...files, ...extra, own];
  const earlier = manifest.earlier.map(({ from }) => ({ folder: from.folder, now: earlierNow(folder, from) }));
  return {
    holds: all.every(stands) && earlier.every(({ now }) => now !== "changed"),
    files: all,
    beside: filesIn(folder).filter((file) => !named.has(file) && !made.has(file)),
    earlier,
    inputs: inputsMoved(manifest, again.manifest),
    measures: movedMeasures(studyOn(folder), JSON.parse(String(again.files["study.json"] ?? "null"))),
    versions,
  };
}

function earlierNow(folder: string, { folder: name, sha256: hash }: Manifest["earlier"][number]["from"]): Verification["earlier"][number]["now"] {
  const now = manifestHash(join(dirname(resolve(folder)), name));
  return now === undefined ? "not there" : now === hash ? "as it was" : "changed";
}

function onDisk(folder: string, { file, sha256: hash, bytes }: Manifest["files"][number]): FileVerdict["onDisk"] {
  try {
    const content = readFileSync(join(folder, file));
    return sha256(content) === hash && content.length === bytes ? "as written" : "changed";
  } catch {
    return "missing";
  }
}

/** The files of a folder and of those in it, by their way from there; hidden ones are the machine's. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((file) => !file.split("/").some((part) => part.startsWith(".")))
    .sort();
}

function studyOn(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, "study.json"), "utf8"));
  } catch {
    return null;
  }
}

function inputsMoved({ inputs: then }: Manifest, { inputs: now }: Manifest): string[] {
  const [before, after] = [then, now].map((inputs) => new Map(inputs.map(({ file, sha256: hash }) => [file, hash])));
  return [...new Set([...before!.keys(), ...after!.keys()])].filter((file) => before!.get(file) !== after!.get(file));
}

function versionsMoved(then: Manifest, now: Manifest): Verification["versions"] {
  const all = (one: Manifest): Record<string, string> => ({ lockstep: one.lockstep, ...one.renderers });
  const [before, after] = [all(then), all(now)];
  return Object.keys({ ...before, ...after })
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ name, before: before[name] ?? "none", now: after[name] ?? "none" }));
}

/** Whether two manifests say the same, whatever the versions. */
function sameBesideVersions(then: Manifest, now: Manifest): boolean {
  const beside = ({ lockstep: _, renderers: __, files: ___, ...rest }: Manifest) => JSON.stringify(rest);
  return beside(then) === beside(now);
}
