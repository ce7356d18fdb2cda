/**
 * Text of others as it may be shown: controls, which have no shape, and signs that turn the direction of what follows are left out, each stretch of space is
 * one space, and half a character is one that is missing.
 */
export function inert(text: string): string {
  return text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replaceAll(/\p{Cs}/gu, "\ufffd");
}
