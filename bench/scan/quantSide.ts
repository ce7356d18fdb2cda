import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { wordsOf } from "../../src/scan/bits.ts";
import { plainKernels } from "../../src/scan/index.ts";
import { RowCutter } from "../../src/scan/kernelRows.ts";
import type { BenchSample } from "./benchSample.ts";
import type { StageRun } from "./stages.ts";

const SCRIPT = fileURLToPath(new URL("./quant.py", import.meta.url));

/** Whether there is a python3 with numpy and scipy here; "numpy 2.4.6, scipy 1.17.1", or nothing. */
export function quantHere(): string | undefined {
  const { status, stdout } = spawnSync("python3", ["-c", "import numpy, scipy; print(f'numpy {numpy.__version__}, scipy {scipy.__version__}')"], {
    encoding: "utf8",
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** Writes what the other side counts: closes as they are, and the events on the circle as rows of bits. */
export function writeSample({ events, closes, circle }: BenchSample, folder: string): void {
  writeFileSync(join(folder, "closes.f64"), closes);
  const words = wordsOf(circle.to - circle.from);
  const kernels = plainKernels();
  const cutter = new RowCutter(kernels, events);
  const at = kernels.reserve(4 * words);
  const rows = new Uint32Array(words * events.ids.length);
  for (let k = 0; k < events.ids.length; k++) {
    cutter.events(k, circle, at);
    rows.set(new Uint32Array(kernels.buffer, at, words), k * words);
  }
  writeFileSync(join(folder, "events.bits"), rows);
}

/** The script in a process of its own, which is asked for one stage after the other; `threads` of its matrix products and transforms. */
export async function quantSide({ events, circle, leaders, seconds, families }: BenchSample, folder: string, threads: number) {
  const { highWindow, below, window } = events.definition;
  const [markets, sessions, allSessions] = [events.ids.length, circle.to - circle.from, events.days.length];
  const asked = { markets, sessions, allSessions, highWindow, below, window, leaders, seconds, families, threads };
  const child = spawn("python3", [SCRIPT, folder, JSON.stringify(asked)], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, OPENBLAS_NUM_THREADS: String(threads), OMP_NUM_THREADS: String(threads), MKL_NUM_THREADS: String(threads) },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => {
    const { done, value } = await lines.next();
    if (done) throw new Error("expected an answer of quant.py; received the end");
    return JSON.parse(value);
  };
  await answer();
  return {
    /** Also "products single", "exact single" and "exact round", which no other side has. */
    async run(stage: string, digest: boolean): Promise<StageRun> {
      child.stdin.write(`${JSON.stringify({ stage, digest })}\n`);
      return (await answer()) as StageRun;
    },
    close: () =>
      new Promise<void>((resolve) => {
        child.once("exit", () => resolve());
        child.stdin.end();
      }),
  };
}
