import type { Basis } from "../market/index.ts";

/** What the value judged is called, by basis. */
export const LEVEL_WORD: Readonly<Record<Basis, string>> = { close: "close", intraday: "close", "total-return": "total-return index" };

/** What the value is called on which records are kept, by basis. */
export const RECORD_WORD: Readonly<Record<Basis, string>> = { close: "close", intraday: "session high", "total-return": "total-return index" };
