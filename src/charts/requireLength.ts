/** @throws RangeError when a list has not one value for each of what it stands beside */
export function requireLength(what: string, values: { readonly length: number }, beside: { readonly length: number }, whose: string): void {
  if (values.length !== beside.length) throw new RangeError(`invalid ${what}: ${values.length} for ${beside.length} ${whose}`);
}
