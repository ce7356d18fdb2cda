import type { Manifest } from "../press/manifest.ts";
import type { Effects } from "./effects.ts";
import type { FigureOptions, FigureSession } from "./figureSession.ts";
import type { Opened } from "./opened.ts";
import { knownText } from "./opened.ts";
import type { OpenedMacro } from "./openedMacro.ts";

/** From where the figures of a note came, so that the same can be found again: where nothing is of the store, no store is needed. */
export function askedFrom(
  options: FigureOptions,
  { figures, macro, readAt }: { figures: Opened["figures"]; macro: OpenedMacro; readAt: number | undefined },
  effects: Effects,
): Pick<Manifest["asked"], "figures" | "knownAt" | "readAt"> {
  const ofStore = figures.origin === "store" || Object.values(macro.origins).includes("store");
  if (!ofStore) return { figures: "case", knownAt: null, readAt: null };
  return {
    figures: (options.figures ?? "fresher") as Manifest["asked"]["figures"],
    knownAt: knownText(options, effects) ?? null,
    readAt: readAt === undefined ? null : new Date(readAt).toISOString(),
  };
}

/** When what a session read of the store was written last. */
export function readAtOf({ held }: FigureSession): number | undefined {
  return held?.readAt;
}
