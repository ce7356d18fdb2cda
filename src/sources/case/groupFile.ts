import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "../../market/index.ts";
import { type Group, groupSchema } from "../../study/group.ts";
import { didYouMean } from "../text/didYouMean.ts";
import { readText, type TextFile } from "../text/readText.ts";
import { readYaml } from "../text/readYaml.ts";

/** The folder of the cases that come with the package. */
const EMBEDDED = fileURLToPath(new URL("../../../cases", import.meta.url));

/** The folder of the groups that come with the package without figures: these are fetched. */
const SHIPPED = fileURLToPath(new URL("../../../groups", import.meta.url));

/** The case that is opened when none is named. */
export const FOUNDING_CASE = "small-caps-and-bitcoin";

/** Where a group's definitions and its markets' descriptions stand. */
interface Place {
  group: string; // the group file
  markets: readonly string[]; // the catalogues, the nearest first
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

/**
 * The names of the groups that come with the package without figures of their own.
 *
 * @example
 * import { shippedGroups } from "lockstep/sources";
 * shippedGroups().includes("us-indices"); // => true
 */
export function shippedGroups(): string[] {
  return readdirSync(SHIPPED)
    .filter((name) => name.endsWith(".yaml") && name !== "markets.yaml")
    .map((name) => name.slice(0, -".yaml".length))
    .sort();
}

/** The files behind a group's name or path. */
export function placeOf(name: string): Place {
  const common = [join(EMBEDDED, FOUNDING_CASE, "markets.yaml"), join(SHIPPED, "markets.yaml")];
  const beside = (group: string): Place => {
    const own = join(dirname(group), "markets.yaml");
    // A market's figures come from the nearest catalogue that knows it; the others are still there to be named.
    return { group, markets: existsSync(own) && !common.includes(own) ? [own, ...common] : common };
  };
  const names = [...embeddedCases(), ...shippedGroups()];
  if (embeddedCases().includes(name)) return beside(join(EMBEDDED, name, "group.yaml"));
  if (names.includes(name)) return { group: join(SHIPPED, `${name}.yaml`), markets: common };
  if (existsSync(name)) return beside(statSync(name).isDirectory() ? join(name, "group.yaml") : name);
  const looksLikePath = /[\\/]|\.ya?ml$/.test(name);
  if (looksLikePath) throw new Problem("usage", "expected a group file; received a path at which there is none", name);
  throw new Problem("usage", `expected a group (${names.join(", ")}) or a group file; received ${name}${didYouMean(name, names)}`);
}

/** A group file, read and checked. */
export function readGroup(path: string): { group: Group; file: TextFile; given: ReadonlySet<string> } {
  const file = readText(path, "usage");
  const { data: group, written } = readYaml(file, groupSchema, "usage");
  const { definitions } = written as { definitions?: object };
  return { group, file, given: new Set(Object.keys(definitions ?? {})) };
}
