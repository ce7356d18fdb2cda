import { Problem } from "../market/index.ts";

/** Which numbers an option takes. */
export interface NumberAllowed {
  least: number;
  most?: number;
  whole?: boolean;
}

/**
 * A number from the command line.
 *
 * @throws Problem (usage) naming the option and what it takes
 */
export function numberAsked(text: string, option: string, { least, most = Number.POSITIVE_INFINITY, whole = false }: NumberAllowed): number {
  const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  const range = most === Number.POSITIVE_INFINITY ? `of ${least} or more` : `from ${least} to ${most}`;
  throw new Problem("usage", `expected a ${whole ? "whole number" : "number"} ${range}; received ${text === "" ? "nothing" : text}`, option);
}
