import type { Day } from "../../market/index.ts";

/** An article as one of the formats gives it, before the text as a whole is judged. */
export interface Draft {
  title: string | null;
  blocks: readonly string[]; // headline, paragraphs, items of a list; none is empty
  published: Day | null; // what its own marks say, apart from the text
  /** The lines among which a dateline is looked for: those of the text as it was set, or its blocks. */
  lines: readonly string[];
}
