type Rgba = readonly [number, number, number, number];

/** What `color-mix(in srgb, …)` of two colours given in digits, or of one and nothing, comes to; undefined for anything else. */
export function mixedColour(first: string, second: string): string | undefined {
  const [a, b] = [weighted(first), weighted(second)];
  if (!a || !b || (a.share !== undefined && b.share !== undefined)) return undefined;
  const share = a.share ?? (b.share === undefined ? 0.5 : 1 - b.share);
  const alpha = share * a.colour[3] + (1 - share) * b.colour[3];
  // What is transparent has no colour to give: each counts by how much of it can be seen.
  const channel = (k: 0 | 1 | 2) => (alpha === 0 ? 0 : Math.round((share * a.colour[k] * a.colour[3] + (1 - share) * b.colour[k] * b.colour[3]) / alpha));
  return `rgba(${channel(0)},${channel(1)},${channel(2)},${Math.round(alpha * 1000) / 1000})`;
}

function weighted(text: string): { colour: Rgba; share: number | undefined } | undefined {
  const [, name = "", share] = /^\s*(\S+?)(?:\s+([\d.]+)%)?\s*$/.exec(text) ?? [];
  const colour = rgba(name);
  return colour && { colour, share: share === undefined ? undefined : Number(share) / 100 };
}

function rgba(name: string): Rgba | undefined {
  if (name === "transparent") return [0, 0, 0, 0];
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(name)?.[1];
  if (digits === undefined) return undefined;
  const six = digits.length === 3 ? digits.replaceAll(/./g, "$&$&") : digits;
  const channel = (from: number) => Number.parseInt(six.slice(from, from + 2), 16);
  return [channel(0), channel(2), channel(4), 1];
}
