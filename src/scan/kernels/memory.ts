/** What `reserve` and `release` of the kernels do. */
export interface Memory {
  readonly reserve: (bytes: number) => number;
  readonly release: (from: number) => void;
}

/**
 * Memory that is handed out upwards from an offset and given back from its end, in steps of 16 bytes.
 *
 * @param from the first free byte
 * @param growTo is called with the bytes that must be there before they are handed out
 * @throws RangeError when what is asked for is no whole number of bytes, or what is given back was not handed out
 */
export function memory(from: number, growTo: (bytes: number) => void): Memory {
  const bottom = up(from);
  let top = bottom;
  return {
    reserve(bytes) {
      if (!Number.isSafeInteger(bytes) || bytes < 0) throw new RangeError(`invalid bytes: ${bytes}`);
      const at = top;
      growTo(at + up(bytes));
      top = at + up(bytes);
      return at;
    },
    release(offset) {
      if (!Number.isInteger(offset) || offset < bottom || offset > top || offset % 16 !== 0) throw new RangeError(`invalid offset: ${offset}`);
      top = offset;
    },
  };
}

function up(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}
