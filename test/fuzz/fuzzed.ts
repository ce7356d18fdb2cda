import fc from "fast-check";
import { mutated } from "./mutated.ts";
import { outcomeOf } from "./outcomeOf.ts";
import type { Parser, Specimen } from "./parsers.ts";

/** What came of many inputs to one parser. */
export interface Fuzzed {
  inputs: number;
  accepted: number;
  refused: number;
  slowest: number; // ms
  violation?: { what: string; input: string; shrunk: string };
}

const LONG = 2000; // characters more than the specimen: so deep or so long that the process itself may not survive it

/**
 * Gives a parser so many inputs, the same for the same seed, up to the first that breaks a promise.
 *
 * @param options.dangerous told of each input that the process may not survive, before it is read
 */
export function fuzzed(
  parser: Parser,
  { count, seed, dangerous = () => undefined }: { count: number; seed: number; dangerous?: (text: string) => void },
): Fuzzed {
  // What can be read is met more often than what is refused anyway: there is more to be broken in it.
  const specimens = parser.specimens.flatMap((one) => Array<Specimen>(outcomeOf(parser, one, one.text).accepted ? 5 : 1).fill(one));
  const result: Fuzzed = { inputs: 0, accepted: 0, refused: 0, slowest: 0 };
  let broke: string | undefined;
  const property = fc.property(mutated(specimens.map(({ text }) => text)), ({ at, text }) => {
    if (text.length > specimens[at]!.text.length + LONG) dangerous(text);
    try {
      const { accepted, ms } = outcomeOf(parser, specimens[at]!, text);
      if (broke !== undefined) return;
      result.inputs++;
      result[accepted ? "accepted" : "refused"]++;
      result.slowest = Math.max(result.slowest, ms);
    } catch (error) {
      broke ??= text;
      throw error;
    }
  });
  const { failed, errorInstance, counterexample } = fc.check(property, { seed, numRuns: count });
  if (!failed || broke === undefined) return result;
  const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return { ...result, violation: { what, input: broke, shrunk: counterexample?.[0].text ?? broke } };
}
