import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Effects } from "../../src/cli/effects.ts";
import { TODAY } from "./cli.ts";

/** What a command said, with a data folder of its own. */
export interface ScanWorld {
  folder: string; // for files
  said: { out: string; err: string };
  effects: (changes?: Partial<Effects>) => Effects;
}

/** Runs work with effects that reach nothing but a folder that is taken away afterwards. */
export async function inScanWorld(work: (world: ScanWorld) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-scan-"));
  const said = { out: "", err: "" };
  const refuse = () => Promise.reject(new Error("no network in tests"));
  try {
    await work({
      folder,
      said,
      effects: (changes = {}) => ({
        out: (text) => void (said.out += text),
        err: (text) => void (said.err += text),
        write: () => {
          throw new Error("nothing is written by this way");
        },
        input: () => Promise.resolve(new Uint8Array()),
        article: refuse,
        today: () => TODAY,
        data: join(folder, "data"),
        net: { fetch: refuse, now: () => Date.parse(`${TODAY}T12:00:00Z`), sleep: () => Promise.resolve(), key: () => undefined },
        interruptible: () => new AbortController().signal,
        width: 100,
        color: false,
        live: false,
        ...changes,
      }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
