import { type Day, parseDay } from "../market/day.ts";
import type { SourcedFact } from "../market/fact.ts";
import { Problem } from "../market/problem.ts";

/** An outright operation of the New York Fed in Treasury securities. */
export interface TreasuryOperation {
  id: string; // "OR 121225 1"
  day: Day; // "2025-12-12"; the operation, whose results appear on the same morning
  settlement: Day | null; // "2025-12-15"
  type: string; // "Outright Bill Purchase"
  direction: "purchase" | "sale";
  submitted: number | null; // 27458000000; US dollars of par; null = not said
  accepted: number | null; // 8167000000
  maturityFrom: Day | null; // "2026-01-13"
  maturityTo: Day | null; // "2026-04-09"
  note: string | null; // "Small Value Exercise"
  source: string; // "nyfed:operations"
}

const DIRECTIONS: ReadonlyMap<string, TreasuryOperation["direction"]> = new Map([
  ["P", "purchase"],
  ["S", "sale"],
]);

/**
 * The outright Treasury operations that facts of kind `treasuryOperation` hold, ascending by day and id.
 *
 * Amounts are US dollars of par; what the source does not say is null.
 *
 * @throws Problem (data) naming the operation and the field: another kind of fact, no day, an amount below zero or above what was submitted, a
 * direction that is neither P nor S or contradicts the type, or an operation that is there twice and would count twice
 *
 * @example
 * import { treasuryOperations } from "lockstep/liquidity";
 * const fields = { type: "Outright Bill Purchase", direction: "P", settlement: "2025-12-15", submitted: 27458000000, accepted: 8167000000 };
 * const [operation] = treasuryOperations([{ kind: "treasuryOperation", id: "OR 121225 1", day: "2025-12-12", fields, source: "hand" }]);
 * [operation.direction, operation.accepted, operation.note]; // => ["purchase", 8167000000, null]
 */
export function treasuryOperations(facts: readonly SourcedFact[]): TreasuryOperation[] {
  const seen = new Set<string>();
  return facts
    .map((fact) => {
      if (seen.has(fact.id)) throw new Problem("data", "expected each operation once; received it again", `${fact.id}, ${fact.source}`);
      seen.add(fact.id);
      return operationOf(fact);
    })
    .sort((a, b) => (a.day < b.day || (a.day === b.day && a.id < b.id) ? -1 : 1));
}

function operationOf({ kind, id, day, fields, source }: SourcedFact): TreasuryOperation {
  const refuse = (what: string, expected: string, received: unknown) =>
    new Problem("data", `${what}: expected ${expected}; received ${JSON.stringify(received)}`, `${id}, ${source}`);
  const amount = (name: string) => {
    const value = fields[name] ?? null;
    if (value !== null && !(typeof value === "number" && value >= 0 && Number.isFinite(value))) throw refuse(name, "dollars from 0 up", value);
    return value;
  };
  const text = (name: string) => {
    const value = fields[name] ?? null;
    if (typeof value === "number") throw refuse(name, "a text", value);
    return value;
  };
  const dayIn = (name: string) => {
    const value = text(name);
    if (value !== null && parseDay(value) === undefined) throw refuse(name, "a day like 2025-12-12", value);
    return value;
  };
  if (kind !== "treasuryOperation") throw refuse("kind", "treasuryOperation", kind);
  if (parseDay(day) === undefined) throw refuse("day", "a day like 2025-12-12", day);
  const type = text("type");
  if (!type) throw refuse("type", "a text like Outright Bill Purchase", type);
  const direction = DIRECTIONS.get(text("direction") ?? "");
  if (!direction) throw refuse("direction", "P or S", fields.direction ?? null);
  if (/\bpurchase\b/i.test(type) && direction !== "purchase") throw refuse("direction", `P of type ${type}`, fields.direction);
  if (/\bsale\b/i.test(type) && direction !== "sale") throw refuse("direction", `S of type ${type}`, fields.direction);
  const [submitted, accepted] = [amount("submitted"), amount("accepted")];
  if (submitted !== null && accepted !== null && accepted > submitted) throw refuse("accepted", `at most the ${submitted} submitted`, accepted);
  return {
    id,
    day,
    settlement: dayIn("settlement"),
    type,
    direction,
    submitted,
    accepted,
    maturityFrom: dayIn("maturityFrom"),
    maturityTo: dayIn("maturityTo"),
    note: text("note"),
    source,
  };
}
