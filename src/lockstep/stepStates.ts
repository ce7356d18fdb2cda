import { lowerBound } from "../num/lowerBound.ts";

/** How a member stands to its group: as usual, unusually far behind or ahead, or not known. */
export type StepState = "inStep" | "behind" | "ahead" | "unknown";

/** When a member leaves the step of its group, and when it is back. */
export interface StepOptions {
  enter: number; // 3; out of step from this robust distance on
  exit: number; // 1.5; in step again below it: a gap between the two keeps a state from flickering
  history: number; // 504; sessions of the member's own before anything is said
}

/** A member's robust distance from its group, and the state it is in, session by session. */
export interface Steps {
  distance: Float64Array; // -3.2: 3.2 robust deviations further behind than usual; NaN = unknown
  states: StepState[];
}

// A normal variable's median absolute deviation is this part of its standard deviation.
const MAD_OF_NORMAL = 0.6744897501960817;

/**
 * How far each member's distance from its record is from the group's, measured against what is usual for that member; and whether it is out
 * of step, as a state machine with separate thresholds for entering and leaving.
 *
 * On a session a member's gap is its own log distance minus the median of the others' (two others at least). The robust distance is the
 * gap minus the median of the member's gaps so far, over their median absolute deviation (scaled to a standard deviation). Both come from
 * that session and those before: point in time, so a change of state can raise an alert. A session without a value leaves the state
 * as it was before and is itself unknown.
 *
 * @param columns one for each member: drawdowns (at most 0) on shared sessions, NaN = none
 * @throws RangeError when lengths differ, exit is not below enter, or history is below 2
 *
 * @example
 * import { stepStates } from "lockstep/lockstep";
 * const calm = [0, -0.01, 0, -0.02, 0, -0.01, 0, 0];
 * const [, , lag] = stepStates([calm, calm, [0, -0.02, -0.01, -0.02, -0.01, -0.01, -0.3, -0.01]], { enter: 3, exit: 1.5, history: 4 });
 * lag.states; // => ["unknown", "unknown", "unknown", "inStep", "inStep", "inStep", "behind", "inStep"]
 */
export function stepStates(columns: readonly ArrayLike<number>[], options: StepOptions): Steps[] {
  const { enter, exit, history } = options;
  if (!(exit >= 0 && exit < enter)) throw new RangeError(`invalid exit: ${exit} with enter ${enter}`);
  if (!Number.isInteger(history) || history < 2) throw new RangeError(`invalid history: ${history}`);
  const sessions = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== sessions)) throw new RangeError(`invalid lengths: ${columns.map(({ length }) => length).join(", ")}`);
  const logs = columns.map((column) => Float64Array.from(column, Math.log1p));
  return logs.map((_, k) => stepsOf(gaps(k, logs), options));
}

function gaps(own: number, columns: readonly Float64Array[]): Float64Array {
  const gap = new Float64Array(columns[own]!.length).fill(Number.NaN);
  const others = new Float64Array(columns.length);
  for (let i = 0; i < gap.length; i++) {
    let held = 0;
    for (let k = 0; k < columns.length; k++) {
      const value = columns[k]![i]!;
      if (k === own || Number.isNaN(value)) continue;
      // Each goes to its place among those before: a handful needs no more.
      let at = held++;
      while (at > 0 && others[at - 1]! > value) others[at] = others[--at]!;
      others[at] = value;
    }
    if (held >= 2) gap[i] = columns[own]![i]! - middle(others, held);
  }
  return gap;
}

function stepsOf(gap: Float64Array, { enter, exit, history }: StepOptions): Steps {
  const sorted = new Float64Array(gap.length);
  let held = 0;
  let state: StepState = "unknown";
  const distance = new Float64Array(gap.length).fill(Number.NaN);
  const states = Array.from(gap, (value, i): StepState => {
    if (Number.isNaN(value)) return "unknown";
    const at = lowerBound(sorted.subarray(0, held), value);
    sorted.copyWithin(at + 1, at, held);
    sorted[at] = value;
    held++;
    if (held < history) return "unknown";
    const centre = middle(sorted, held);
    const spread = medianDistance(sorted, held, centre) / MAD_OF_NORMAL;
    if (!(spread > 0)) return "unknown";
    const z = (value - centre) / spread;
    distance[i] = z;
    if (Math.abs(z) >= enter) state = z < 0 ? "behind" : "ahead";
    else if (state === "unknown" || Math.abs(z) < exit || (state === "behind" ? z >= 0 : z <= 0)) state = "inStep";
    return state;
  });
  return { distance, states };
}

function middle(sorted: ArrayLike<number>, held: number): number {
  const half = held >> 1;
  return held % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Median distance of sorted values from a centre: the two sides, walked outwards together, are sorted already. */
function medianDistance(sorted: Float64Array, held: number, centre: number): number {
  const kth = (k: number): number => {
    // How many of the k + 1 nearest lie below the centre: the largest count whose farthest is no farther than the next one above.
    const split = lowerBound(sorted.subarray(0, held), centre);
    let low = Math.max(0, k + 1 - (held - split));
    let high = Math.min(split, k + 1);
    while (low < high) {
      const below = (low + high + 1) >> 1;
      const above = k + 1 - below;
      const farthest = centre - sorted[split - below]!;
      const next = split + above < held ? sorted[split + above]! - centre : Number.POSITIVE_INFINITY;
      if (farthest <= next) low = below;
      else high = below - 1;
    }
    const fromBelow = low > 0 ? centre - sorted[split - low]! : 0;
    const fromAbove = k + 1 - low > 0 ? sorted[split + k - low]! - centre : 0;
    return Math.max(fromBelow, fromAbove);
  };
  const half = held >> 1;
  return held % 2 === 1 ? kth(half) : (kth(half - 1) + kth(half)) / 2;
}
