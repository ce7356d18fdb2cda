import type { Days } from "./sessionsIn.ts";

/** Days in words, after what they belong to: "on 2025-12-11", "from 2025-10-11 to 2025-10-20". */
export function daysText({ first, last }: Days): string {
  return first === last ? `on ${first}` : `from ${first} to ${last}`;
}
