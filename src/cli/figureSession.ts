import { existsSync } from "node:fs";
import { Problem } from "../market/index.ts";
import { storePath } from "../store/storePath.ts";
import type { Effects } from "./effects.ts";
import { instantAsked } from "./instantAsked.ts";
import { wordAsked } from "./wordAsked.ts";

/** The options that say which figures are meant. */
export interface FigureOptions {
  asOf?: string;
  figures?: string;
  knownAt?: string;
  /** The store as it stood then, whatever has come since; "last" names the instant of what it holds. No option of the user's. */
  readAt?: string;
  /** The universe that a pair is of. */
  universe?: string;
  json?: boolean;
  csv?: boolean;
}

const PREFER = ["fresher", "store", "case"] as const;

/** Which figures are meant by a word of the command line. */
export function preferred(figures: string): (typeof PREFER)[number] {
  return wordAsked(figures, PREFER, "--figures");
}

/** Where a command takes its figures from: the store as long as it lasts, or only what is embedded. */
export interface FigureSession {
  options: FigureOptions;
  effects: Effects;
  held: Held | undefined;
  /** Why the store was not looked at, where there is one. */
  unread: string | undefined;
}

/** A store that is open, and what is asked of it. */
interface Held {
  store: Awaited<ReturnType<typeof import("../store/openStoreToRead.ts")["openStoreToRead"]>>;
  prefer: (typeof PREFER)[number];
  knownAt: number | undefined; // ms since 1970 UTC
  readAt: number | undefined; // the same; the last write, where that was asked for
}

/** Reads the figures that the options of a command ask for. The store is opened once, only where there is one, and its code is read only then. */
export async function withFigures<T>(options: FigureOptions, effects: Effects, use: (session: FigureSession) => Promise<T>): Promise<T> {
  const { figures = "fresher", knownAt, readAt, json, csv } = options;
  const prefer = preferred(figures);
  if (prefer === "case" && knownAt !== undefined)
    throw new Problem("usage", "expected --known-at with figures of the store; received --figures case: embedded figures do not say when they were known");
  const instant = knownAt === undefined ? undefined : instantAsked(knownAt, "--known-at", effects.net.now());
  const path = storePath(effects.data);
  const must = prefer === "store" || knownAt !== undefined;
  if (prefer === "case" || !existsSync(path)) {
    if (must) throw new Problem("data", "expected a store; there is none yet: lockstep fetch or lockstep import makes one", path);
    return use({ options, effects, held: undefined, unread: undefined });
  }
  const { openStoreToRead } = await import("../store/openStoreToRead.ts");
  let store: Held["store"];
  try {
    store = await openStoreToRead(path);
  } catch (error) {
    // What is embedded needs no store, and the screen says that it was not looked at. A program that reads the output would not see it.
    if (must || json || csv || !(error instanceof Problem)) throw error;
    return use({ options, effects, held: undefined, unread: error.message });
  }
  try {
    // The clock may stand before the last write: what is held is named by that write, not by the clock.
    const read = readAt === "last" ? await store.read((await import("../store/batch.ts")).lastInstant) : readAt === undefined ? undefined : Date.parse(readAt);
    return await use({ options, effects, held: { store, prefer, knownAt: instant, readAt: read }, unread: undefined });
  } finally {
    await store.close();
  }
}
