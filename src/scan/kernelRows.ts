import { wordsOf } from "./bits.ts";
import type { ScanDefinition } from "./definition.ts";
import type { Kernels } from "./kernels/kernels.ts";
import type { ScanEvents } from "./scanEvents.ts";

/** Part of the axis, as a circle: the common span of two markets, or the own span of one. */
export interface Circle {
  from: number;
  to: number;
}

/** The span from the later of two beginnings to the earlier of two ends; empty where there is none. */
export function overlap(a: Circle, b: Circle): Circle {
  const from = Math.max(a.from, b.from);
  return { from, to: Math.max(from, Math.min(a.to, b.to)) };
}

/** How far around an event a hit may lie: `leads` asks for one of the second after that of the first, so its marks reach back. */
export function reachOf({ relation, window }: ScanDefinition): { back: number; ahead: number } | undefined {
  switch (relation) {
    case "together":
      return { back: window, ahead: window };
    case "leads":
      return { back: window, ahead: -1 };
    case "apart":
      return undefined;
    default:
      throw new Error(`unknown relation: ${relation as string}`);
  }
}

/** Room in the kernels' memory for what rows are cut from, and the cutting of them. */
export class RowCutter {
  readonly #kernels: Kernels;
  readonly #events: ScanEvents;
  readonly #wholeAt: number;
  readonly #cutAt: number;

  constructor(kernels: Kernels, events: ScanEvents) {
    this.#kernels = kernels;
    this.#events = events;
    this.#wholeAt = kernels.reserve(4 * events.words);
    this.#cutAt = kernels.reserve(4 * events.words);
  }

  /** Writes the events of a market on a circle, and says how many they are. */
  events(market: number, { from, to }: Circle, outAt: number): number {
    this.#bring(this.#events.events, market);
    return this.#kernels.crop(this.#wholeAt, from, to, wordsOf(to - from), outAt);
  }

  /** Writes the sessions of a circle on which an event of another is a hit, and says how many they are, and of how many events or sessions they come. */
  marks(market: number, circle: Circle, outAt: number): { marked: number; from: number } {
    const reach = reachOf(this.#events.definition);
    const words = wordsOf(circle.to - circle.from);
    this.#bring(this.#events.marks, market);
    const from = this.#kernels.crop(this.#wholeAt, circle.from, circle.to, words, reach ? this.#cutAt : outAt);
    if (!reach) return { marked: from, from };
    return { marked: this.#kernels.dilate(this.#cutAt, circle.to - circle.from, reach.back, reach.ahead, words, outAt), from };
  }

  #bring(rows: Uint32Array, market: number): void {
    const { words } = this.#events;
    new Uint32Array(this.#kernels.buffer, this.#wholeAt, words).set(rows.subarray(market * words, (market + 1) * words));
  }
}

/** The 16-bit cells of a row of autocorrelations of a circle: lags 0 to half of it, and zeros to a multiple of eight. */
export function lagsOf(sessions: number): number {
  return 8 * Math.ceil((Math.floor(sessions / 2) + 1) / 8);
}
