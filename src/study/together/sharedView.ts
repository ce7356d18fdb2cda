import { align, type Basis, clockText, type Dropped, type Gauge, heldMarket, type Markets, type Series, sinceSession } from "../../market/index.ts";
import type { Group } from "../group.ts";
import { everyClock, type Known, knownGauge, type Look } from "../known.ts";
import { sharedSpan } from "../pair.ts";

/** Two markets on the sessions of one of them, under one clock each. */
export interface SharedView {
  clocks: string; // "IWM at 16:00 New York, BTC at 24:00 UTC"
  laggardClock: string; // "24:00 UTC"
  sessions: Int32Array; // the leader's, since both are held
  leader: { level: Float64Array; record: Float64Array };
  laggard: { level: Float64Array; record: Float64Array };
  /** The two on their own calendars, since both are held: what the view came from. */
  from: readonly Series[];
  dropped: Dropped[];
}

/** The pair of a group under every clock that its laggard is held at: the laggard itself first, then its variants. */
export function sharedViews(markets: Markets, group: Group, laggard: string, look: Look): { clocks: string; view: Known<SharedView> }[] {
  const { basis } = group.definitions;
  return everyClock(markets, laggard).map((id) => {
    const clocks = clocksOf(markets, [group.leader, id], laggard);
    return { clocks, view: viewOf(markets, { leader: group.leader, laggard: id, basis, clocks }, look) };
  });
}

function viewOf(
  markets: Markets,
  { leader, laggard, basis, clocks }: { leader: string; laggard: string; basis: Basis; clocks: string },
  look: Look,
): Known<SharedView> {
  const one = knownGauge(markets, leader, basis, look);
  const other = knownGauge(markets, laggard, basis, look);
  if (!one.held) return one;
  if (!other.held) return other;
  const gauges = [one.held, other.held];
  const { begun } = sharedSpan({ leader: one.held, laggard: other.held });
  const [from, against] = gauges.map(({ level }) => sinceSession(level, begun)) as [Series, Series];
  // Where the leader holds nothing there is nothing to compare.
  const sessions = from.sessions.filter((_, i) => !Number.isNaN(from.values[i]));
  const { calendar } = heldMarket(markets, leader)!.instrument;
  const on = (gauge: Gauge, field: "level" | "record") =>
    align({ calendar: `${leader} (${calendar})`, sessions }, [{ ...sinceSession(gauge[field], begun), clock: clocks }]);
  const columns = gauges.map((gauge) => ({ level: on(gauge, "level").frame.columns[0]!.values, record: on(gauge, "record").frame.columns[0]!.values }));
  const laggardClock = clockText(heldMarket(markets, laggard)!.instrument.close);
  return {
    held: { clocks, laggardClock, sessions, leader: columns[0]!, laggard: columns[1]!, from: [from, against], dropped: on(other.held, "level").dropped },
  };
}

function clocksOf(markets: Markets, ids: readonly string[], laggard: string): string {
  return ids
    .map((id, k) => {
      const instrument = heldMarket(markets, id)?.instrument;
      return `${k === 0 ? id : laggard} at ${instrument ? clockText(instrument.close) : "an unknown time"}`;
    })
    .join(", ");
}
