/**
 * Positions for labels that want to stand at given heights but must keep a distance from each other, within bounds.
 *
 * Order is kept: the label that wants to be higher stays higher. Labels that are too close move apart as a block around the mean of
 * what they want, so that none travels further than it must. When the bounds are too small for all, labels overlap evenly.
 *
 * @param wanted heights, in any order
 * @returns a height for each, in the order given
 *
 * @example
 * import { spreadLabels } from "lockstep/charts";
 * spreadLabels([10, 11, 50], { gap: 10, from: 0, to: 100 }); // => [5.5, 15.5, 50]
 */
export function spreadLabels(wanted: readonly number[], { gap, from, to }: { gap: number; from: number; to: number }): number[] {
  const space = wanted.length > 1 ? Math.min(gap, (to - from) / (wanted.length - 1)) : gap;
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  interface Block {
    members: number[];
    start: number;
  }
  const height = (block: Block) => (block.members.length - 1) * space;
  const settle = (members: number[]): Block => {
    const mean = members.reduce((sum, k, i) => sum + wanted[k]! - i * space, 0) / members.length;
    return { members, start: Math.min(Math.max(mean, from), to - (members.length - 1) * space) };
  };
  const blocks: Block[] = [];
  for (const k of order) {
    let block = settle([k]);
    for (let above = blocks.at(-1); above && above.start + height(above) + space > block.start; above = blocks.at(-1)) {
      blocks.pop();
      block = settle([...above.members, ...block.members]);
    }
    blocks.push(block);
  }
  const placed = wanted.map(() => 0);
  for (const { members, start } of blocks) for (const [i, k] of members.entries()) placed[k] = start + i * space;
  return placed;
}
