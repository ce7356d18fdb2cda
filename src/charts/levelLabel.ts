const UNITS = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
] as const;

/** A level of an index as it is written on an axis: "0.5", "1,000", "20m". */
export function levelLabel(level: number): string {
  const [unit, name] = UNITS.find(([size]) => Math.abs(level) >= size) ?? [1, ""];
  // A tick such as 3 times 0.1 is not what it should be in its last digit.
  const [whole = "", decimals] = String(Number((level / unit).toPrecision(6))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${decimals === undefined ? grouped : `${grouped}.${decimals}`}${name}`;
}
