import type { Hue } from "./chartStyle.ts";

/** How a case ended: the laggard set a record, the leader fell away from its own, or neither yet. */
export type Resolution = "catchUp" | "rollOver" | "open";

/** The colour of each end, the stroke that says the same again to those who see no colour, and its name. */
export const RESOLUTION_LOOK: Readonly<Record<Resolution, { hue: Hue; line: string; words: string }>> = {
  catchUp: { hue: "green", line: "line", words: "catch-up" },
  rollOver: { hue: "purple", line: "line dash", words: "roll-over" },
  open: { hue: "vermilion", line: "line strong", words: "still open" },
};
