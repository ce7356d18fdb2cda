import type { Basis, Day } from "../market/index.ts";

/** What holds where a group file says nothing. */
export const DEFAULTS = {
  basis: "close" as Basis,
  near: 0.1,
  laggardBelow: 0.2,
  laggardBelowAlso: [0.1, 0.15, 0.25, 0.27] as readonly number[],
  leaderFalls: 0.1,
  leaderHistory: 252,
  leaderWithin: 0,
  horizon: 180,
  likeBand: 0.25,
  pseudoCases: 8,
  highWindow: 252,
  correlationWindow: 252,
  maxLag: 10,
  stepEnter: 3,
  stepExit: 1.5,
  stepHistory: 504,
  seed: 1,
  episodeGap: 5,
  staleAfter: 4,
  showFrom: "2020-01-01" as Day,
};

/** The name of a definition. */
export type DefinitionKey = keyof typeof DEFAULTS;

/** Title, unit and meaning of each definition, in the order in which they are shown; unit null where the value is a word or a day. */
export const EXPLANATIONS: Readonly<Record<DefinitionKey, { title: string; unit: string | null; text: string }>> = {
  basis: {
    title: "Basis",
    unit: null,
    text: "on which number records are kept: close, intraday (the session's high) or total-return (the close where a market pays nothing out, as crypto)",
  },
  near: { title: "Near and apart", unit: "ratio", text: "less than this below its record a market is near it; at least this far below it is apart" },
  laggardBelow: {
    title: "Opening of a case",
    unit: "ratio",
    text: "a case opens when the leader sets a record while the laggard stands at least this far below its own",
  },
  laggardBelowAlso: { title: "Other openings", unit: "ratio", text: "other distances under which the cases are counted as well" },
  leaderFalls: { title: "Roll-over", unit: "ratio", text: "a case ends in roll-over when the leader stands or more below its own record" },
  leaderHistory: {
    title: "The leader's history",
    unit: "sessions",
    text: "so many sessions the leader must be held before a case is counted: the first values of a history are records by construction",
  },
  leaderWithin: {
    title: "At the leader's record",
    unit: "sessions",
    text: "so many sessions after the leader's record a case may still open; with none, on the record itself only",
  },
  horizon: { title: "Horizon", unit: "days", text: "a case counts as caught up when the laggard sets a record within so many days of the onset" },
  likeBand: {
    title: "Like states",
    unit: "ratio",
    text: "the laggard's distance, in standard deviations of its own move over the horizon, may be larger or smaller by this part",
  },
  pseudoCases: { title: "Shrinking", unit: "cases", text: "the base rate counts for so many cases of its own beside those observed" },
  highWindow: {
    title: "Highs that are tested",
    unit: "sessions",
    text: "above every close of so many shared sessions before; all-time records are shown, not tested",
  },
  correlationWindow: { title: "Correlation", unit: "sessions", text: "of the returns of so many shared sessions" },
  maxLag: { title: "Lead and lag", unit: "sessions", text: "looked for up to so many sessions in either direction" },
  stepEnter: { title: "Out of step", unit: "deviations", text: "a member is unusually far behind or ahead of its group from this robust distance on" },
  stepExit: { title: "In step again", unit: "deviations", text: "and is back below this one" },
  stepHistory: { title: "History of a step", unit: "sessions", text: "nothing is said of a member with fewer sessions beside its group" },
  seed: { title: "Seed", unit: "index", text: "of the resampling behind bootstrap intervals" },
  episodeGap: { title: "Episodes", unit: "sessions", text: "records at most this many sessions apart belong to one episode" },
  staleAfter: { title: "Old figures", unit: "days", text: "figures that end more than this many days before the day asked for leave a market unknown" },
  showFrom: {
    title: "Shown from",
    unit: null,
    text: "first day of the chart and of the list of record episodes, which reach back five years at least; records and cases always use the whole history",
  },
};
