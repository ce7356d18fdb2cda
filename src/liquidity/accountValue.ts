import { Problem } from "../market/problem.ts";
import type { Reading } from "../market/reading.ts";

/** What the value of a day of the Treasury's account is: two figures that differ by tens of billions when taxes fall due. */
export type AccountValue = "average of the week" | "closing level";

const VALUE_OF: ReadonlyMap<string, AccountValue> = new Map([
  ["WTREGEN", "average of the week"], // H.4.1, the week that ends on Wednesday
  ["WDTGAL", "closing level"], // H.4.1, Wednesday
  ["TGA", "closing level"], // Daily Treasury Statement
]);

/** What the values of a reading of the Treasury's account are, by its id. @throws Problem (data) for an id of which that is not known */
export function accountValueOf({ id, source }: Pick<Reading, "id" | "source">): AccountValue {
  const value = VALUE_OF.get(id);
  if (value) return value;
  throw new Problem("data", `expected the Treasury account as one of ${[...VALUE_OF.keys()].join(", ")}; received ${JSON.stringify(id)}`, source);
}
