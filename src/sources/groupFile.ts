import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "../market/index.ts";
import { type Group, groupSchema } from "../study/group.ts";
import { didYouMean } from "./didYouMean.ts";
import { readText, type TextFile } from "./readText.ts";
import { readYaml } from "./readYaml.ts";

/** The folder of the cases that come with the package. */
const EMBEDDED = fileURLToPath(new URL("../../cases", import.meta.url));

/** The case that is opened when none is named. */
export const FOUNDING_CASE = "small-caps-and-bitcoin";

/** Where a group's definitions and its markets' descriptions stand. */
interface Place {
  group: string; // the group file
  markets: string; // the catalogue
}

/**
 * The names of the cases that come with the package.
 *
 * @example
 * import { embeddedCases } from "lockstep/sources";
 * embeddedCases(); // => ["small-caps-and-bitcoin"]
 */
export function embeddedCases(): string[] {
  return readdirSync(EMBEDDED)
    .filter((name) => existsSync(join(EMBEDDED, name, "group.yaml")))
    .sort();
}

/** The files behind a group's name or path. */
export function placeOf(name: string): Place {
  const founding = join(EMBEDDED, FOUNDING_CASE, "markets.yaml");
  const beside = (group: string): Place => {
    const markets = join(dirname(group), "markets.yaml");
    return { group, markets: existsSync(markets) ? markets : founding };
  };
  if (embeddedCases().includes(name)) return beside(join(EMBEDDED, name, "group.yaml"));
  if (existsSync(name)) return beside(statSync(name).isDirectory() ? join(name, "group.yaml") : name);
  const looksLikePath = /[\\/]|\.ya?ml$/.test(name);
  if (looksLikePath) throw new Problem("usage", "expected a group file; received a path at which there is none", name);
  const names = embeddedCases();
  throw new Problem("usage", `expected a group (${names.join(", ")}) or a group file; received ${name}${didYouMean(name, names)}`);
}

/** A group file, read and checked. */
export function readGroup(path: string): { group: Group; file: TextFile; given: ReadonlySet<string> } {
  const file = readText(path, "usage");
  const { data: group, written } = readYaml(file, groupSchema, "usage");
  const { definitions } = written as { definitions?: object };
  return { group, file, given: new Set(Object.keys(definitions ?? {})) };
}
