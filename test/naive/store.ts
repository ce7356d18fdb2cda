import type { BarField, BarRow, BarStatus } from "../../src/market/index.ts";

/** A bar as it is held, with what was last decided of it. */
export interface NaiveBar {
  figures: Partial<Record<BarField, number>>;
  status: BarStatus;
  reason: string; // "" of a bar that nothing was ever said of
  hand?: "accepted" | "rejected"; // of these figures
}

/** All bars, by the name of their series and by session. */
export type NaiveView = Map<string, Map<number, NaiveBar>>;

/** A store that remembers by keeping a whole copy of itself after every step. */
export interface NaiveStore {
  now: NaiveView;
  past: { at: number; view: NaiveView }[];
}

const AHEAD = 86_400_000; // ms; a clock that is further behind than that is not believed

/** One write: what is done to `now` is kept from the instant that is given back, which is later than all before; undefined when the clock is not believed. */
export function naiveStep(store: NaiveStore, clock: number, work: (view: NaiveView) => void): number | undefined {
  const last = store.past.at(-1)?.at ?? 0;
  if (last - clock > AHEAD) return undefined;
  const at = Math.max(clock, last + 1);
  work(store.now);
  store.past.push({ at, view: copy(store.now) });
  return at;
}

/** Puts rows into a series: new sessions, and others where the figures differ. */
export function naiveTake(view: NaiveView, name: string, rows: readonly BarRow[]): { fresh: number; restated: number } {
  const bars = view.get(name) ?? new Map<number, NaiveBar>();
  view.set(name, bars);
  const counts = { fresh: 0, restated: 0 };
  for (const { session, knownAt: _, ...said } of rows) {
    const figures = Object.fromEntries(Object.entries(said).filter(([, value]) => !Number.isNaN(value)));
    const before = bars.get(session);
    if (!before) {
      counts.fresh++;
      bars.set(session, { figures, status: "final", reason: "" });
    } else if (!sameFigures(before.figures, figures)) {
      // A bar that is not over yet was to change: that is no restatement.
      if (before.status !== "provisional") counts.restated++;
      bars.set(session, { figures, status: before.status, reason: before.reason });
    }
  }
  return counts;
}

/** What a hand decides of a bar: it holds for these figures, whatever the gate says of them later. */
export function naiveDecide(view: NaiveView, name: string, { session, status, reason }: { session: number; status: BarStatus; reason: string }): void {
  const bar = view.get(name)?.get(session);
  if (bar) Object.assign(bar, { status, reason, hand: status === "final" ? "accepted" : "rejected" } satisfies Partial<NaiveBar>);
}

/** What the gate says of a whole series: what it does not speak of is final, what a hand decided stays. */
export function naiveJudge(view: NaiveView, name: string, verdicts: readonly { session: number; status: BarStatus; reason: string }[]): void {
  for (const [session, bar] of view.get(name) ?? []) {
    if (bar.hand) continue;
    const verdict = verdicts.find((one) => one.session === session);
    bar.status = verdict?.status ?? "final";
    bar.reason = verdict?.reason ?? "";
  }
}

function sameFigures(one: NaiveBar["figures"], other: NaiveBar["figures"]): boolean {
  const text = (figures: NaiveBar["figures"]) => JSON.stringify(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
}

function copy(view: NaiveView): NaiveView {
  return new Map([...view].map(([name, bars]) => [name, new Map([...bars].map(([session, bar]) => [session, { ...bar }]))]));
}
