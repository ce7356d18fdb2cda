import { clockText, type Day, dayNumber, type Markets, type Measure, sinceSession, toDay, type Unit } from "../market/index.ts";
import { recordHighs } from "../records/index.ts";
import type { Group } from "./group.ts";
import { knownGauge } from "./known.ts";
import { type Description, measured, unknown, withClocks } from "./measures.ts";
import type { Study } from "./schema.ts";
import { LEVEL_WORD } from "./words.ts";

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
  const what = LEVEL_WORD[basis];
  const describe = (unit: Unit, method: string, definition: string): Description => ({ unit, asOf, method, definition });
  const records = describe("records", "recordHighs", `record highs (${basis}) after ${day}`);
  const known = knownGauge(markets, id, basis, { asOf, staleAfter });
  const then = knownGauge(markets, id, basis, { asOf: day, staleAfter });
  if (!known.held || !then.held) {
    const reason = known.reason ?? then.reason ?? `no figures held of ${id}`;
    return { change: unknown(describe("ratio", "sinceQuestion", `last ${what} over the one of ${day}, minus one`), reason), records: unknown(records, reason) };
  }
  const { level, record } = known.held;
  const clock = `${id} at ${clockText(markets[id]!.instrument.close)}`;
  const base = then.held.level.values.at(-1)!;
  const baseOn = toDay(then.held.level.sessions.at(-1)!);
  const change = describe("ratio", "sinceQuestion", `last ${what} over the one of ${baseOn}, minus one`);
  return {
    change: measured(withClocks(change, clock), level.values.at(-1)! / base - 1, [sinceSession(level, dayNumber(baseOn))]),
    records: measured(withClocks(records, clock), recordHighs(record).filter(({ session }) => session > day).length, [record]),
  };
}
