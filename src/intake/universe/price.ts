import type { BarField } from "../../market/index.ts";

/** Which price of a bar a scan goes by: a field of bars, and of series. */
export type Price = Extract<BarField, "close" | "totalReturn">;

/** The words by which a price is asked for, with the field that each means. */
export const PRICES: Readonly<Record<string, Price>> = { close: "close", "total-return": "totalReturn" };
