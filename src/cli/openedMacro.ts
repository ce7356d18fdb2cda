import { existsSync } from "node:fs";
import { Problem } from "../market/index.ts";
import { storePath } from "../store/storePath.ts";
import type { MacroFigures, Study } from "../study/index.ts";
import type { Effects } from "./effects.ts";
import { instantAsked } from "./instantAsked.ts";
import { type FigureOptions, preferred } from "./opened.ts";

/** The figures of the macro picture, with where each part comes from. */
export interface OpenedMacro {
  macro: MacroFigures;
  inputs: Study["inputs"];
  notes: readonly string[];
}

/**
 * The macro figures of a group: part by part from the store where it is fresher, else the embedded ones. Read after the markets, so that the first line
 * on the screen does not wait for them.
 */
export async function openedMacro(group: string | undefined, options: FigureOptions, effects: Effects): Promise<OpenedMacro> {
  const prefer = preferred(options);
  const path = storePath(effects.data);
  const embedded = async (): Promise<OpenedMacro> => (await import("../sources/case/embeddedMacro.ts")).embeddedMacro(group);
  if (prefer === "case" || !existsSync(path)) return embedded();
  const [{ openStoreToRead }, { macroFiguresOf }] = await Promise.all([import("../store/openStoreToRead.ts"), import("../intake/macroFigures.ts")]);
  let store: Awaited<ReturnType<typeof openStoreToRead>>;
  try {
    store = await openStoreToRead(path);
  } catch (error) {
    if (prefer === "store" || options.knownAt !== undefined || options.json || !(error instanceof Problem)) throw error;
    return { ...(await embedded()), notes: [error.message] };
  }
  const knownAt = options.knownAt === undefined ? undefined : instantAsked(options.knownAt, "--known-at", effects.net.now());
  try {
    return await macroFiguresOf(group, { store, prefer, knownAt });
  } finally {
    await store.close();
  }
}
