import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Article } from "../claims/index.ts";
import { type Day, Problem, toDay } from "../market/index.ts";
import type { Net } from "../sources/transport/net.ts";
import { dataFolder } from "../store/storePath.ts";
import { keysOf } from "./keys.ts";

/** All that a command does to the world; tests pass others. */
export interface Effects {
  out(text: string): void;
  err(text: string): void;
  /** Writes whole files into a folder and folders in it, all of them or none. */
  write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
  /** The article at an address of the web, reached only because it was asked for. */
  article(url: string): Promise<Article>;
  today(): Day;
  /** The folder of the program's own data: the store and the keys. */
  data: string;
  /** The network, the clock and the keys. */
  net: Net;
  /** A signal that aborts when the user stops the command; until it is asked for, stopping ends the process. */
  interruptible(): AbortSignal;
  width: number; // columns of the terminal
  color: boolean;
  /** Whether standard error is a terminal, on which a line can be written over. */
  live: boolean;
}

const WIDTH_WITHOUT_TERMINAL = 100;

/** The effects of the real process. */
export function realEffects(process: NodeJS.Process): Effects {
  const { stdout, stderr, env } = process;
  const columns = stdout.columns ?? Number(env.COLUMNS);
  const data = dataFolder({ env, platform: process.platform, home: homedir() });
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    write: writeFiles,
    input: () => allOf(process.stdin),
    // Nothing is half done while it is read: stopping ends the process.
    article: async (url) => (await import("../sources/article/index.ts")).fetchArticle(url, { signal: new AbortController().signal }),
    today: () => toDay(Math.floor(Date.now() / 86_400_000)),
    data,
    net: { fetch: globalThis.fetch, now: () => Date.now(), sleep: (ms, signal) => delay(ms, undefined, { signal }), key: keysOf(env, data) },
    interruptible: () => {
      const stop = new AbortController();
      for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
      return stop.signal;
    },
    width: Number.isInteger(columns) && columns > 0 ? columns : WIDTH_WITHOUT_TERMINAL,
    color: stdout.isTTY && !env.NO_COLOR && env.TERM !== "dumb",
    live: stderr.isTTY ?? false,
  };
}

// What is longer is no article; its reader says so, and needs no more of it.
const LONGEST_INPUT = 8 * 1024 * 1024; // bytes

async function allOf(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Uint8Array>) {
    parts.push(part);
    size += part.byteLength;
    if (size > LONGEST_INPUT) break;
  }
  return Buffer.concat(parts);
}

/** Every file is written under another name first and takes its own only when all are complete: a full disk leaves the old ones as they were. */
function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const pending: { temporary: string; final: string }[] = [];
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new Problem("usage", "expected a folder to write into; received a file", folder);
  let place = folder;
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      place = join(folder, name);
      mkdirSync(dirname(place), { recursive: true });
      const temporary = join(dirname(place), `.${basename(name)}.${globalThis.process.pid}`);
      if (existsSync(place) && !statSync(place).isFile()) throw new Problem("usage", "expected a file to replace; received something else", place);
      pending.push({ temporary, final: place });
      writeFileSync(temporary, content, { flush: true });
    }
    for (const { temporary, final } of pending) {
      place = final;
      renameSync(temporary, final);
    }
  } catch (error) {
    for (const { temporary } of pending) removed(temporary);
    if (error instanceof Problem) throw error;
    throw new Problem("output", `cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`, place);
  }
}

/** Takes away what was begun; what cannot be taken away must not hide why. */
function removed(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The reason that is told is the first.
  }
}
