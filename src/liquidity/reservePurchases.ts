import type { Day } from "../market/day.ts";

/** A plan of purchases that is announced month by month. */
export interface PurchasePlan {
  name: string; // "reserve management purchases"
  announced: Day; // "2025-12-10"; at 14:00 New York, before the close
  start: Day; // "2025-12-12"
  announcedOnBusinessDay: number; // 9; of each month, about
  /** What is held of the announced amounts: US dollars of one month's purchases, by the first day of that month of the plan. */
  amountsOfMonth: Readonly<Record<Day, number>>; // { "2025-12-12": 40e9 }
  whyNoOther: string; // why other months have no amount
  sources: readonly { what: string; url: string }[];
}

/**
 * The reserve management purchases of the Federal Reserve: bills bought to keep reserves ample, since 2025-12-12.
 *
 * The amount is of one month. Those of later months are announced by the New York Fed about the ninth business day of each month and are not held here.
 */
export const RESERVE_PURCHASES: PurchasePlan = {
  name: "reserve management purchases",
  announced: "2025-12-10",
  start: "2025-12-12",
  announcedOnBusinessDay: 9,
  amountsOfMonth: { "2025-12-12": 40e9 },
  whyNoOther: "announced by the New York Fed about the ninth business day of each month; not held here",
  sources: [
    {
      what: "directive of the Federal Open Market Committee",
      url: "https://www.federalreserve.gov/newsevents/pressreleases/monetary20251210a1.htm",
    },
    {
      what: "statement of the New York Fed",
      url: "https://www.newyorkfed.org/markets/opolicy/operating_policy_251210a",
    },
  ],
};
