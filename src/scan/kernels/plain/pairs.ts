import { popcount } from "../../bits.ts";

/** For every row of `a` and every row of `b` how many bits are set in both. */
export function commonBits(a: Uint32Array, b: Uint32Array, words: number, out: Uint32Array): void {
  let cell = 0;
  for (let i = 0; i < a.length; i += words) {
    for (let j = 0; j < b.length; j += words) {
      let set = 0;
      for (let k = 0; k < words; k++) set += popcount(a[i + k]! & b[j + k]!);
      out[cell++] = set;
    }
  }
}

/** For every row of `a` and every row of `b` the sum of products: whole numbers far below 2^53, so exact in any order. */
export function sumsOfProducts(a: Uint16Array, b: Uint16Array, lags: number, out: Float64Array): void {
  let cell = 0;
  for (let i = 0; i < a.length; i += lags) {
    for (let j = 0; j < b.length; j += lags) {
      let sum = 0;
      for (let k = 0; k < lags; k++) sum += a[i + k]! * b[j + k]!;
      out[cell++] = sum;
    }
  }
}
