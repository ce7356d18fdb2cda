/** The 32-bit words of a row of so many bits: a multiple of four, as the kernels want them. */
export function wordsOf(sessions: number): number {
  return 4 * Math.ceil(sessions / 128);
}

/** Whether a bit of the row that begins at a word is set. */
export function bitAt(bits: Uint32Array, row: number, session: number): boolean {
  return ((bits[row + (session >>> 5)]! >>> (session & 31)) & 1) === 1;
}

/** The set bits of a row within from..to-1, ascending, counted from `from`. */
export function setBits(bits: Uint32Array, row: number, from: number, to: number): number[] {
  const found: number[] = [];
  for (let word = from >>> 5; word <= (to - 1) >>> 5; word++) {
    let rest = bits[row + word]!;
    while (rest !== 0) {
      const session = 32 * word + (31 - Math.clz32(rest & -rest));
      if (session >= from && session < to) found.push(session - from);
      rest &= rest - 1;
    }
  }
  return found;
}

/** Whether any of so many bits is set from one on, around the circle of `sessions`; the first may lie before its start. */
export function anyBit(bits: Uint32Array, sessions: number, from: number, count: number): boolean {
  const start = from < 0 ? from + sessions : from;
  const within = Math.min(count, sessions - start);
  if (within < count && anyBit(bits, sessions, 0, count - within)) return true;
  for (let at = start; at < start + within; ) {
    const shift = at & 31;
    const taken = Math.min(32 - shift, start + within - at);
    if ((((bits[at >>> 5]! >>> shift) << (32 - taken)) | 0) !== 0) return true;
    at += taken;
  }
  return false;
}

/** The 32 bits from one on; beyond the end of the array they are 0. */
export function wordAt(bits: Uint32Array, from: number): number {
  const word = from >>> 5;
  const shift = from & 31;
  return shift === 0 ? bits[word]! : (bits[word]! >>> shift) | ((bits[word + 1] ?? 0) << (32 - shift));
}

/** How many bits of a 32-bit word are set. */
export function popcount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
