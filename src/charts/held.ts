/** Whether there is a number: neither null nor NaN. */
export function held(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Number.isFinite(value);
}
