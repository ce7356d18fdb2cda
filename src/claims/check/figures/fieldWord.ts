import type { Field } from "../../../market/index.ts";

/** What the value of a field is called. */
export const FIELD_WORD: Readonly<Record<Field, string>> = { close: "close", high: "session high", low: "session low", totalReturn: "total-return index" };

/** What a record of a field is called. */
export const RECORD_OF: Readonly<Record<Field, string>> = {
  close: "record close",
  high: "intraday record",
  low: "record of the session low",
  totalReturn: "total-return record",
};
