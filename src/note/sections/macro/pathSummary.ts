import { on, prose, type Text } from "../../prose.ts";
import type { MacroView } from "./view.ts";
import { basisPoints } from "./words.ts";

export type Path = MacroView["macro"]["path"];

/** The last meeting within a year, and the sum priced up to it. */
export function pathSummary({ curve, horizons }: Path): Text {
  const year = horizons.findLast(({ meeting, cumulativeBp }) => meeting !== null && cumulativeBp.value !== null);
  if (!curve || !year?.meeting) return prose`Futures price no meeting of the next year.`;
  return prose`Futures of ${on(curve.day)} imply ${basisPoints(year.cumulativeBp)} by the meeting of ${on(year.meeting)}.`;
}

/** The rule by which futures are read, by name where it is the tool's. */
export function ruleText({ rule: { anchors, daycount } }: Path): Text {
  if (anchors === "both" && daycount === "incl") return prose`the rule of CME's FedWatch tool`;
  const pinned = anchors === "both" ? prose`months without a meeting pin both sides` : prose`months without a meeting pin only what comes after`;
  return prose`an older rule (${pinned}, the day of the decision has the ${daycount === "incl" ? prose`old` : prose`new`} rate)`;
}
