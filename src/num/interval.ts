/** An interval at a level: 0.95 means that it holds the truth in at least 95 of 100 cases, where it is exact. */
export interface Interval {
  lower: number; // 0.3976
  upper: number; // 1
  level: number; // 0.95
}

/** Refuses a level that is no probability. */
export function requireLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level: ${level}`);
}
