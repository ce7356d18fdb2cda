import type { LockstepLine, RollingLockstepSpec } from "../../../src/charts/index.ts";
import { rollingCorrelation } from "../../../src/lockstep/index.ts";
import type { Day } from "../../../src/market/index.ts";
import { logReturns } from "../../../src/num/index.ts";
import { CASES, caseCloses } from "./caseCloses.ts";

const WINDOW = 252;
const REACH = 1.6449 / Math.sqrt(WINDOW - 3); // of Fisher's z at the level of nine in ten

function closes(name: string): Map<Day, number> {
  return new Map(caseCloses(name).map(({ day, close }) => [day, close]));
}

const leader = closes("IWM");
const sessions = [...leader.keys()].filter((day) => day >= "2010-08-18");
const monthEnds = sessions.filter((day, k) => day.slice(0, 7) !== sessions[k + 1]?.slice(0, 7)).slice(12);
const places = new Map(sessions.map((day, k) => [day, k]));
const returns = logReturns(sessions.map((day) => leader.get(day)!));

function lineOf(label: string, name: string): LockstepLine {
  const laggard = closes(name);
  const own = logReturns(sessions.map((day) => laggard.get(day) ?? Number.NaN));
  const rolling = rollingCorrelation({ a: returns, b: own, window: WINDOW });
  const values = monthEnds.map((day) => rolling[places.get(day)!]!).map((rho) => (Number.isNaN(rho) ? null : rho));
  const moved = (by: number) => values.map((value) => (value === null ? null : Math.tanh(Math.atanh(value) + by)));
  return { label, value: values.at(-1)!.toFixed(2), values, lower: moved(-REACH), upper: moved(REACH) };
}

export const LOCKSTEP: RollingLockstepSpec = {
  title: "Bitcoin has moved with small caps only since 2020, whichever clock sets its close",
  subtitle: "Correlation of daily returns of IWM and BTC over 252 shared sessions, month ends; shaded: BTC 20% or more below its record while IWM set one",
  source: "Source: case small-caps-and-bitcoin to 20 August 2026; intervals for this test, as of independent returns (Fisher)",
  alt: "Two lines around zero until 2019, then between 0.2 and 0.6; the line of equal hours lies above the other",
  days: monthEnds,
  lines: [lineOf("BTC at 16:00 New York", "BTC-NY16"), lineOf("BTC at 24:00 UTC", "BTC")],
  band: "90% interval",
  shaded: CASES,
  mark: { day: "2025-12-11", label: "article, 11 Dec 2025" },
};
