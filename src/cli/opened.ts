import type { Day } from "../market/index.ts";
import { openCase } from "../sources/index.ts";
// Files, not the room: the first line on the screen must not wait for the inference.
import { lastSession } from "../study/held.ts";
import type { StudyInput } from "../study/studyInput.ts";
import { refuseFuture } from "./age.ts";
import { checkedDay } from "./checkedDay.ts";

/** What a study is asked from on the command line: its input, and the last session held. */
export interface Opened {
  input: StudyInput;
  held: Day | null;
}

/** A group with its figures, as of the day asked for; the day and the figures are checked first. */
export function opened(group: string | undefined, asked: string | undefined, today: Day): Opened {
  const asOf = checkedDay(asked, "--as-of", today);
  const found = openCase(group);
  const held = lastSession(found.markets, found.group.members, found.group.definitions);
  refuseFuture(held, today);
  return { input: { ...found, ...(asOf === undefined ? {} : { asOf }) }, held };
}
