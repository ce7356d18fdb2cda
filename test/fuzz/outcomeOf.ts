import { dayNumber } from "../../src/market/index.ts";
import type { Parser, Specimen } from "./parsers.ts";

/** What became of an input that was dealt with as it must be. */
export interface Outcome {
  accepted: boolean;
  ms: number;
}

const LONGEST = 2000; // ms
const LONGEST_MESSAGE = 2000; // characters
const FIRST = dayNumber("1000-01-01");
const LAST = dayNumber("2999-12-31");

/**
 * Reads a text and holds what comes of it to what is promised of every parser.
 *
 * @throws Error that says which promise is broken
 */
export function outcomeOf({ name, isRefusal }: Pick<Parser, "name" | "isRefusal">, { read }: Pick<Specimen, "read">, text: string): Outcome {
  const before = shapeOfPrototypes();
  const start = performance.now();
  let refused: unknown;
  let reading: ReturnType<Specimen["read"]> | undefined;
  try {
    reading = read(text);
  } catch (error) {
    refused = error;
  }
  const ms = performance.now() - start;
  const broken = (what: string) => new Error(`${name}: ${what}`, { cause: refused });
  if (shapeOfPrototypes() !== before) throw broken("Object.prototype or Array.prototype has changed");
  if (ms > LONGEST) throw broken(`took ${Math.round(ms)} ms for ${text.length} characters`);
  if (!reading) {
    if (!isRefusal(refused)) throw broken(`threw what is not documented: ${refused instanceof Error ? (refused.stack ?? refused.message) : String(refused)}`);
    const { message } = refused as Error;
    if (message.includes("\n")) throw broken(`refused in more than one line: ${JSON.stringify(message)}`);
    if (message.length > LONGEST_MESSAGE) throw broken(`refused in ${message.length} characters: ${message.slice(0, 200)}`);
    return { accepted: false, ms };
  }
  const { held, sessions, asked = { from: FIRST, to: LAST } } = reading;
  const odd = oddNumber(held);
  if (odd !== undefined) throw broken(`gave ${odd.value} as ${odd.path}`);
  for (const session of sessions) {
    if (!Number.isInteger(session) || session < FIRST || session > LAST) throw broken(`gave the session ${session}, which lies in no year from 1000 to 2999`);
    if (session < asked.from || session > asked.to) throw broken(`gave the session ${session}; asked were ${asked.from} to ${asked.to}`);
  }
  return { accepted: true, ms };
}

function shapeOfPrototypes(): string {
  return [Object.prototype, Array.prototype].map((one) => Reflect.ownKeys(one).length).join(" ");
}

/** The first number in a value that is none, with where it stands. */
function oddNumber(value: unknown, path = "result"): { path: string; value: number } | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : { path, value };
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const odd = oddNumber(inner, `${path}.${key}`);
    if (odd) return odd;
  }
  return undefined;
}
