/** Where a word's bits differ from the ones before them; the first bit's one before is the last of the circle. */
// @ts-ignore: decorator
@inline
export function changes(bits: u32, before: u32, k: i32, sessions: i32): u32 {
  const differ = bits ^ ((bits << 1) | before);
  const left = sessions - (k << 5);
  return left < 32 ? differ & ((<u32>1 << left) - 1) : differ;
}
