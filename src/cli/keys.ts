import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problem } from "../market/index.ts";

const FILE = "keys";

/**
 * The keys of sources: from the environment, or from the file `keys` in the data folder (lines `NAME=value`), which nobody else may read.
 *
 * @throws Problem (usage) when the file can be read by others, or a line is no key; the value of a key is never part of a message
 */
export function keysOf(env: Readonly<Record<string, string | undefined>>, folder: string): (name: string) => string | undefined {
  let held: ReadonlyMap<string, string> | undefined;
  return (name) => {
    if (env[name]) return env[name];
    held ??= readKeys(join(folder, FILE));
    return held.get(name);
  };
}

function readKeys(path: string): Map<string, string> {
  let found: ReturnType<typeof statSync>;
  try {
    found = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new Problem(
      "usage",
      `expected a folder for the program's data; received something else (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      dirname(path),
    );
  }
  if (!found) return new Map();
  // Windows knows no mode; there the profile folder keeps others out.
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0) {
    throw new Problem("usage", `expected a file that only its owner can read (chmod 600); received mode ${(found.mode & 0o777).toString(8)}`, path);
  }
  const keys = new Map<string, string>();
  for (const [at, line] of readFileSync(path, "utf8").split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, name, value] = /^([A-Z][A-Z0-9_]*)=(\S+)$/.exec(line.trim()) ?? [];
    if (name === undefined || value === undefined) throw new Problem("usage", "expected NAME=value; received another line", `${path}:${at + 1}`);
    keys.set(name, value);
  }
  return keys;
}
