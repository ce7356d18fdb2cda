import type { Progress } from "../fleet/progress.ts";
// The file, not the room: the charts are not needed here.
import { whole } from "../note/format.ts";
import type { Effects } from "./effects.ts";

const EVERY = { live: 100, lines: 10_000 } as const; // ms
const WINDOW = 15_000; // ms; the rate is that of so long
const STAGES = { pairs: "pairs", families: "families" } as const;

/** Tells how far a scan is, on standard error: on a terminal one line is written again and again, elsewhere a line comes now and then. */
export class ScanProgress {
  /** What was told last; undefined before anything was. */
  last: Progress | undefined;
  readonly #effects: Effects;
  readonly #every: number;
  #told: number;
  #seen: { at: number; pairs: number }[] = [];

  constructor(effects: Effects) {
    this.#effects = effects;
    this.#every = effects.live ? EVERY.live : EVERY.lines;
    this.#told = effects.net.now();
  }

  tell(progress: Progress): void {
    const now = this.#effects.net.now();
    if (this.last?.stage !== progress.stage) this.#seen = [];
    this.last = progress;
    this.#seen.push({ at: now, pairs: progress.pairs });
    while (this.#seen.length > 2 && now - this.#seen[0]!.at > WINDOW) this.#seen.shift();
    const ends = progress.jobs === progress.ofJobs;
    if (now - this.#told < this.#every && !(ends && this.#effects.live)) return;
    this.#told = now;
    const line = this.#line(progress, now);
    this.#effects.err(this.#effects.live ? `\r${line.slice(0, this.#effects.width - 1)}\u001b[K` : `${line}\n`);
  }

  /** Takes the line away that was written again and again. */
  end(): void {
    if (this.#effects.live && this.last) this.#effects.err("\r\u001b[K");
  }

  #line({ stage, jobs, ofJobs, pairs, ofPairs }: Progress, now: number): string {
    const first = this.#seen[0]!;
    const rate = now > first.at ? (1000 * (pairs - first.pairs)) / (now - first.at) : 0;
    const left = rate > 0 ? `, ${whole({ value: rate })} pairs/s, ${lasting((ofPairs - pairs) / rate)} left` : "";
    return `${STAGES[stage]}: ${jobs} of ${ofJobs} blocks, ${whole({ value: pairs })} of ${whole({ value: ofPairs })} pairs${left}`;
  }
}

/** "45 s", "12 min", "3 h". */
function lasting(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
