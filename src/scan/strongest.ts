/** A second that the screen let through. */
export interface Second {
  second: number;
  score: number; // what the strongest are chosen by
  squares: number; // the sum over all shifts of K(s) squared, on the span that the classes share
  inStrata: Int32Array; // its marks on that span by stratum
}

/** The strongest of many seconds of a leader; of two alike the one with the lower number. */
export class Strongest {
  /** The greatest z of any second, let through or not; -Infinity without. */
  bestZ = Number.NEGATIVE_INFINITY;
  /** How many were let through. */
  seen = 0;
  readonly #most: number;
  #least = Number.NEGATIVE_INFINITY;
  #held: Second[] = [];

  constructor(most: number) {
    this.#most = most;
    if (most === 0) this.#least = Number.POSITIVE_INFINITY;
  }

  /** Counts one that was let through, and says whether it can still be among the strongest. */
  admits(score: number): boolean {
    this.seen++;
    return score >= this.#least;
  }

  add(second: Second): void {
    this.#held.push(second);
    // Sorted now and then: most of what comes has to be looked at only once.
    if (this.#held.length >= 2 * this.#most + 64) this.list();
  }

  list(): readonly Second[] {
    this.#held = this.#held.sort((a, b) => b.score - a.score || a.second - b.second).slice(0, this.#most);
    const last = this.#held[this.#most - 1];
    if (last) this.#least = last.score;
    return this.#held;
  }
}
