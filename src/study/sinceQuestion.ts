import { clockText, type Day, dayNumber, type Markets, type Measure, sinceSession, toDay } from "../market/index.ts";
import { recordHighs } from "../records/index.ts";
import type { Group } from "./group.ts";
import { knownSeries } from "./known.ts";
import { type Description, measured, unknown, withClocks } from "./measures.ts";
import type { Study } from "./schema.ts";

/** What happened since the day of the group's question: change and records of each member; null while that day is not past. */
export function sinceQuestion(markets: Markets, group: Group, asOf: Day): Study["since"] {
  const { question } = group;
  if (!question || asOf <= question.day) return null;
  const { day, text } = question;
  return {
    day,
    question: text,
    markets: group.members.map((id) => ({ id, ...sinceOne(markets, id, group, day, asOf) })),
  };
}

function sinceOne(markets: Markets, id: string, group: Group, day: Day, asOf: Day): { change: Measure; records: Measure } {
  const { basis, staleAfter } = group.definitions;
  const change: Description = { unit: "ratio", asOf, method: "sinceQuestion", definition: `last ${basis} over the one of ${day}, minus one` };
  const records: Description = { unit: "records", asOf, method: "recordHighs", definition: `record highs (${basis}) after ${day}` };
  const known = knownSeries(markets, id, { basis, asOf, staleAfter });
  const then = knownSeries(markets, id, { basis, asOf: day, staleAfter });
  if (!known.series || !then.series) {
    const reason = known.reason ?? then.reason ?? `no figures held of ${id}`;
    return { change: unknown(change, reason), records: unknown(records, reason) };
  }
  const { series } = known;
  const clock = `${id} at ${clockText(markets[id]!.instrument.close)}`;
  const base = then.series.values.at(-1)!;
  const baseOn = toDay(then.series.sessions.at(-1)!);
  const after = sinceSession(series, dayNumber(baseOn));
  return {
    change: measured(withClocks({ ...change, definition: `last ${basis} over the one of ${baseOn}, minus one` }, clock), series.values.at(-1)! / base - 1, [
      after,
    ]),
    records: measured(withClocks(records, clock), recordHighs(series).filter(({ session }) => session > day).length, [series]),
  };
}
