import type { Day } from "../../../market/index.ts";
import { contractMonth, type FuturesCurve, type ImpliedMeeting, type RatePath, RULES, type RuleName } from "../../../rates/index.ts";
// Files, not rooms: the study reads the same curves, and leaves out the same meetings.
import { isOver } from "../../../rates/meetings.ts";
import { curveWithin, pathFrom } from "../../../study/macro/curvePath.ts";
import { policyKnown } from "../../../study/macro/policyOf.ts";
import { shownMeetings, whyLeft } from "../../../study/macro/shownMeetings.ts";
import type { Row } from "../../verdict.ts";
import type { World } from "../world.ts";

/** What futures implied on a day, by one rule. */
export interface Priced {
  curve: FuturesCurve;
  /** The meetings of which the curve says enough. */
  path: RatePath;
  /** Why the curve does not say what happens up to a day; undefined where it does. */
  unsaid: (until: Day) => string | undefined;
  upcoming: readonly Day[];
}

// Settlements are made on every business day: an older curve is not the market's of that day.
const STALE = 4; // days

/** What the last curve before a publication implied, or what would be needed. */
export function pricedPath({ macro, published }: Pick<World, "macro" | "published">, rule: RuleName): Priced | { needed: string } {
  const curve = curveWithin(macro.curves, published, { least: 0, most: STALE });
  if (!curve) return { needed: `prices of federal funds futures of ${published}, or of at most ${STALE} days before: none are held` };
  const policy = policyKnown(macro, published);
  const decided = policy.meetings.find((one) => one.day > curve.day && one.kind !== "notationVote" && isOver(one));
  if (decided) return { needed: `prices of federal funds futures after the decision of ${decided.day}: those held are of ${curve.day}` };
  const path = pathFrom(macro, curve, policy, RULES[rule]);
  if (typeof path === "string") return { needed: `a path that the prices of ${curve.day} imply: ${path}` };
  const { shown, left } = shownMeetings(path);
  const upcoming = policy.meetings.filter(({ status, day }) => status === "upcoming" && day > curve.day).map(({ day }) => day);
  const unsaid = (until: Day) => {
    const first = upcoming.findLast((day) => day <= until);
    if (first === undefined || shown.some(({ meeting }) => meeting === first)) return undefined;
    const why = left.find(({ meeting }) => meeting === first);
    return `the prices of ${curve.day} do not say the meeting of ${first}${why ? `: ${whyLeft(why)}` : ""}`;
  };
  return { curve, path: { ...path, meetings: shown }, unsaid, upcoming };
}

/** The prices that what is implied of some meetings rests on. */
export function priceRows({ day, prices, source }: FuturesCurve, meetings: readonly ImpliedMeeting[]): Row[] {
  const codes = [...new Set(meetings.flatMap(({ contracts }) => contracts))];
  return codes.flatMap((code) => {
    const price = prices[code] ?? prices[contractMonth(code)];
    // What an expired contract settled to is no price of the day.
    return price === undefined ? [] : [{ market: code, on: day, field: "price", value: price, unit: "100 less percent", source }];
  });
}
