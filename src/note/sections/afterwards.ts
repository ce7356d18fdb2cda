import type { Study } from "../../study/index.ts";
import type { Block } from "../document.ts";
import { name, on, prose } from "../prose.ts";

/** What must be said first where the group named no laggard: who is chosen by the data is no chance find of them. */
export function afterwards({ notKnown }: Study): Block[] {
  const chosen = notKnown.find(({ kind }) => kind === "chosenLaggard");
  if (!chosen?.market || !chosen.day) return [];
  const text = prose`${name(chosen.market)} was chosen afterwards, as the member furthest below its record on ${on(chosen.day)}: no p-value here can be taken at its word.`;
  return [{ kind: "paragraph", text }];
}
