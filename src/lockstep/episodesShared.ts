/** The episodes of one side, and how many of them the other side shares. */
export interface SharedEpisodes {
  episodes: number; // 38; runs of events at most `gap` sessions apart
  shared: number; // 12; runs with an event of the other side at most `window` sessions outside
}

/**
 * How many episodes of each market the other one shares: events counted by runs, so that one long rally counts once.
 *
 * @param options.a session indices, ascending
 * @param options.b session indices, ascending
 * @param options.gap sessions; events at most this far apart belong to one episode
 * @param options.window sessions; how far outside an episode an event of the other side still counts
 * @throws RangeError when indices do not ascend, or gap or window is negative
 *
 * @example
 * import { episodesShared } from "lockstep/lockstep";
 * episodesShared({ a: [1, 2, 3, 50], b: [5, 90], gap: 5, window: 2 });
 * // => { a: { episodes: 2, shared: 1 }, b: { episodes: 2, shared: 1 } }
 */
export function episodesShared({ a, b, gap, window }: { a: ArrayLike<number>; b: ArrayLike<number>; gap: number; window: number }): {
  a: SharedEpisodes;
  b: SharedEpisodes;
} {
  if (!(gap >= 0)) throw new RangeError(`invalid gap: ${gap}`);
  if (!(window >= 0)) throw new RangeError(`invalid window: ${window}`);
  return { a: shared(runs(a, gap), b, window), b: shared(runs(b, gap), a, window) };
}

function shared(episodes: readonly { from: number; to: number }[], others: ArrayLike<number>, window: number): SharedEpisodes {
  const list = Array.from(others);
  const count = episodes.filter(({ from, to }) => list.some((other) => other >= from - window && other <= to + window)).length;
  return { episodes: episodes.length, shared: count };
}

function runs(events: ArrayLike<number>, gap: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let k = 0; k < events.length; k++) {
    const event = events[k]!;
    if (!Number.isInteger(event)) throw new RangeError(`invalid session index: ${event}`);
    const last = found.at(-1);
    if (last && event <= last.to) throw new RangeError(`indices must ascend; received ${event} after ${last.to}`);
    if (last && event - last.to <= gap) last.to = event;
    else found.push({ from: event, to: event });
  }
  return found;
}
