import type { ImpliedMeeting, RatePath } from "../../rates/index.ts";

/** A meeting is shown only where a tick in a price moves the implied rate by no more than so many ticks. */
const GREATEST_LEVERAGE = 3;

/**
 * The meetings of which the curve says enough, and those of which it does not. After one of these the odds of a target range are unknown: they are a chain of
 * all changes before. The rate and the sum of changes are not.
 */
export function shownMeetings(path: RatePath): { shown: ImpliedMeeting[]; left: ImpliedMeeting[] } {
  const enough = ({ changeBp, leverage }: ImpliedMeeting) => changeBp !== null && leverage <= GREATEST_LEVERAGE;
  const broken = path.meetings.findIndex((one) => !enough(one));
  const shown = path.meetings.flatMap((one, k) => {
    if (!enough(one)) return [];
    if (broken < 0 || k < broken) return [one];
    const reason = `the odds hang on the meeting of ${path.meetings[broken]!.meeting}, which is left out`;
    return [{ ...one, ranges: [], cut: null, hold: null, hike: null, reason }];
  });
  return { shown, left: path.meetings.filter((one) => !enough(one)) };
}

/** Why a meeting is left out. */
export function whyLeft({ reason, leverage, contracts }: ImpliedMeeting): string {
  if (reason !== undefined) return reason;
  return `no later month without a meeting is priced, so that the smallest step of a price would move the implied rate by ${Math.round(leverage)} steps (contracts ${contracts.join(", ")})`;
}
