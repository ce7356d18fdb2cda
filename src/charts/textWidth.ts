const WIDE = /[MWmw%@—–−+]/;
const NARROW = /[iljtfrI.,:;'|!()[\] ]/;
const BOLD = 1.12;

/** What a text takes in pixels at most: no font is known here, so by the widest of those that readers commonly have. */
export function textWidth(text: string, size: number, weight: "normal" | "bold" = "normal"): number {
  let ems = 0;
  for (const character of text) ems += NARROW.test(character) ? 0.4 : WIDE.test(character) ? 0.96 : /[A-Z]/.test(character) ? 0.74 : 0.64;
  return ems * size * (weight === "bold" ? BOLD : 1);
}
