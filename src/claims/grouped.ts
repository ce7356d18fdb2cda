/** Decimals that show one unit of a step: 2 for 0.01, none for 1 and more. */
export function decimalsOf(step: number): number {
  return Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
}

/** A written number with commas between its thousands. Not Intl: its data differ between versions of Node, and the same article must give the same bytes on all of them. */
export function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
