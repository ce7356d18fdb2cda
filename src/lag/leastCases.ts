/** Fewer cases carry no percentage and no adjective. */
export const LEAST_CASES = 5;
