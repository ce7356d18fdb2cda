const WORDS = '((?:<text x="2" [^>]*>[^<]*</text>)*)';
const DRAWING = new RegExp(`^(<svg [^>]*>)(<style>[^]*?</style><rect class="paper"[^>]*/>)${WORDS}([^]*?)${WORDS}</svg>$`);

/** A chart without the words that its frame puts above and below the plot, and how large it is then. */
export function plotOnly(svg: string): { content: string; viewBox: string; width: number; height: number } {
  const [, open = "", before, head = "", content, foot = ""] = DRAWING.exec(svg) ?? [];
  const above = [...head.matchAll(/ y="([\d.]+)"/g)].at(-1);
  const below = / y="([\d.]+)" font-size="([\d.]+)"/.exec(foot);
  const width = / viewBox="0 0 ([\d.]+) /.exec(open)?.[1];
  if (!above || !below || width === undefined) throw new RangeError("invalid chart: no words above and below the plot");
  const top = Number(above[1]) + 6;
  const height = Number(below[1]) - Number(below[2]) - 6 - top;
  return { content: `${before}${content}`, viewBox: `0 ${top} ${width} ${height}`, width: Number(width), height };
}
