import type { Effects } from "../../src/cli/effects.ts";
import { run } from "../../src/cli/program.ts";

/** What a command did. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
  files: Record<string, string>;
  /** Files that are no text. */
  pictures: Record<string, Uint8Array>;
  /** What was on standard output when the first file was written. */
  outBeforeFiles: string;
}

export const TODAY = "2026-11-22";

/** Runs the command line with effects that touch nothing. */
export async function cli(args: string, changes: Partial<Effects> = {}): Promise<Outcome> {
  return cliWith(args === "" ? [] : args.split(" "), changes);
}

export async function cliWith(args: readonly string[], changes: Partial<Effects> = {}): Promise<Outcome> {
  const outcome: Outcome = { code: -1, out: "", err: "", files: {}, pictures: {}, outBeforeFiles: "" };
  const effects: Effects = {
    out: (text) => void (outcome.out += text),
    err: (text) => void (outcome.err += text),
    write: (folder, files) => {
      outcome.outBeforeFiles = outcome.out;
      for (const [name, content] of Object.entries(files)) {
        if (typeof content === "string") outcome.files[`${folder}/${name}`] = content;
        else outcome.pictures[`${folder}/${name}`] = content;
      }
    },
    input: () => Promise.resolve(new Uint8Array()),
    article: () => Promise.reject(new Error("no network in tests")),
    today: () => TODAY,
    data: "/nowhere/lockstep",
    net: {
      fetch: () => Promise.reject(new TypeError("fetch failed", { cause: { code: "ENETUNREACH" } })),
      now: () => Date.parse(`${TODAY}T12:00:00Z`),
      sleep: () => Promise.resolve(),
      key: () => undefined,
    },
    interruptible: () => new AbortController().signal,
    width: 100,
    color: false,
    live: false,
    ...changes,
  };
  outcome.code = await run(args, "0.0.0-test", effects);
  return outcome;
}
