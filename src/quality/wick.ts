/** How many usual wicks, and how many usual steps, a wick must exceed. */
const WICKS = 30;
const STEPS = 18;

/**
 * The longer wick of a bar as a logarithm: how far the high is above open and close, or, negative, the low below them. NaN where neither
 * is held; without an open it is measured from the close.
 */
export function longerWick(open: number, high: number, low: number, close: number): number {
  const above = Math.log(high / (open > close ? open : close));
  const below = Math.log((open < close ? open : close) / low);
  return below > above || Number.isNaN(above) ? -below : above;
}

/**
 * Whether a high (low) is a tick that was never traded: beyond open and close by more than 30 usual wicks and 18 usual steps.
 *
 * So much, because the real ones reach far: 39 wicks and 16 steps on 2010-05-06 (HYG), 37 and 14 on 2015-08-24 (QQQ), both traded. What a
 * slip of the decimal point makes is beyond a hundred.
 *
 * @param usual wick; NaN while none is known
 */
export function farWick(wick: number, usual: number, step: number): boolean {
  const length = Math.abs(wick);
  return length > STEPS * step && !(length <= WICKS * usual);
}
