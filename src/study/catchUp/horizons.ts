/** Horizons of the tables, in calendar days; fixed before any figure was looked at. */
export const HORIZONS = [30, 60, 90, 180, 365] as const;

/** Fewer windows of a like state that do not overlap carry no percentage, so they are no base. */
export const LEAST_WINDOWS = 5;

/** Level of the intervals. */
export const LEVEL = 0.9;
