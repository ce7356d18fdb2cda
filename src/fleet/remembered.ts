import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../market/index.ts";
import type { ScanJob } from "../scan/index.ts";
import type { Crew } from "./crew.ts";
import { readResultFile, resultFile } from "./resultFile.ts";

/** A crew that does no job twice, and what it found in its folder. */
export interface RememberingCrew extends Crew {
  readonly recalled: number; // results that were there and hold
  readonly refused: number; // files that were torn, damaged or of something else: their jobs are done again
}

const BEGUN = /^\.[\w-]+\.(\d+)\.begun$/;

/**
 * A crew whose results are kept in a folder, a file each, and that does only what is not there: an interrupted scan goes on where it was.
 *
 * Results that are there are handed over first. A file takes its name only when it is complete and on the disk.
 *
 * @throws Problem "output" that names the place where it cannot be written; what was done before is kept
 */
export function remembered(crew: Crew, folder: string, scan: string): RememberingCrew {
  let recalled = 0;
  let refused = 0;

  async function recall(job: ScanJob): Promise<Uint8Array | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(fileOf(folder, job));
    } catch (error) {
      if (codeOf(error) !== "ENOENT") refused++;
      return undefined;
    }
    const result = readResultFile(bytes, scan, job.id);
    if (result === undefined) refused++;
    else recalled++;
    return result;
  }

  return {
    what: crew.what,
    get recalled() {
      return recalled;
    },
    get refused() {
      return refused;
    },
    async run(jobs, { signal, done }) {
      await made(folder);
      const missing: ScanJob[] = [];
      for (const job of jobs) {
        signal.throwIfAborted();
        const result = await recall(job);
        if (result === undefined) missing.push(job);
        else await done(job, result);
      }
      if (missing.length === 0) return;
      await crew.run(missing, {
        signal,
        done: async (job, result) => {
          await kept(folder, job, resultFile(scan, job.id, result));
          await done(job, result);
        },
      });
    },
    close: () => crew.close(),
  };
}

function fileOf(folder: string, job: ScanJob): string {
  return join(folder, `${job.id}.result`);
}

/** Makes the folder, and takes away what processes that are no more had begun in it. */
async function made(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      const pid = BEGUN.exec(name)?.[1];
      if (pid !== undefined && !isAlive(Number(pid))) await rm(join(folder, name), { force: true });
    }
  } catch (error) {
    throw unwritable(error, folder);
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** Writes under another name first, and through to the disk: the name of a result never stands for half of one. */
async function kept(folder: string, job: ScanJob, bytes: Uint8Array): Promise<void> {
  const begun = join(folder, `.${job.id}.${process.pid}.begun`);
  try {
    const file = await open(begun, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(begun, fileOf(folder, job));
  } catch (error) {
    // What cannot be taken away must not hide why.
    await rm(begun, { force: true }).catch(() => {});
    throw unwritable(error, fileOf(folder, job));
  }
}

function unwritable(error: unknown, place: string): Problem {
  return new Problem("output", `cannot be written (${codeOf(error) ?? String(error)}); what was done before is kept`, place);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
