/**
 * Days before an ask that are asked for with it: more than the market has ever been closed in a row since 1933.
 *
 * Some sources answer a range without a session, as a weekend, as if the symbol were unknown or the request wrong; a range with these days
 * before it always holds a session, so that such an answer means what it says.
 */
export const QUIET_DAYS = 14;
