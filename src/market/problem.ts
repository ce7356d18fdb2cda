/** What kind of trouble it is: a wrong request, figures that are absent or unusable, a result that does not hold, or output that cannot be written. */
export type ProblemKind = "usage" | "data" | "verification" | "output";

/**
 * An outcome that the user can act on: one line that names the expectation, what came, and the place.
 *
 * Anything else that is thrown is a fault of the program.
 *
 * @example
 * import { Problem } from "lockstep/market";
 * const problem = new Problem("data", "days must ascend; received 2026-01-02 after 2026-01-05", "IWM.csv:812");
 * problem.message; // => "IWM.csv:812: days must ascend; received 2026-01-02 after 2026-01-05"
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, what: string, place?: string) {
    super(place === undefined ? what : `${place}: ${what}`);
    this.kind = kind;
  }
}
