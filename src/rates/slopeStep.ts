/** The step of a yield that slopes are scaled to, in basis points. */
export const SLOPE_STEP = 10;
