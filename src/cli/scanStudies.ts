import type { ScanResult } from "../scan/scanResult.ts";
import type { Universe } from "../scan/universe.ts";
import type { Effects } from "./effects.ts";
import { barsNamed, pairOfBars } from "./pairOfBars.ts";
import { eachOnce } from "./scanView.ts";
import { painter, printable } from "./terminal/paint.ts";
import { wrapped } from "./terminal/wrapped.ts";

// What the other sections say stands in the study of the pair itself.
const SECTIONS: ReadonlySet<string> = new Set(["lockstep", "verdict"]);

/** The full study of the best pairs, each told as far as it answers: are they in lockstep, and does the second catch up. */
export async function scanStudies(
  universe: Universe,
  { pairs, markets, universe: { to } }: ScanResult,
  { count, known }: { count: number; known: boolean },
  effects: Effects,
): Promise<void> {
  const best = eachOnce(Array.from(pairs.first.keys()), pairs).slice(0, count);
  if (best.length === 0) return;
  const [{ study }, { why }, { sectionText }, { Problem }] = await Promise.all([
    import("../study/study.ts"),
    import("../note/index.ts"),
    import("./terminal/sectionText.ts"),
    import("../market/index.ts"),
  ]);
  const { width } = effects;
  const paint = painter(effects.color);
  for (const k of best) {
    const [first, second] = [markets.id[pairs.first[k]!]!, markets.id[pairs.second[k]!]!];
    effects.out(`\n${paint("strong", printable(`In full: ${first}, ${second}`))}\n`);
    try {
      const input = pairOfBars(barsNamed(universe.markets, first), barsNamed(universe.markets, second), { source: universe.name, known });
      const sections = why(study({ ...input, asOf: to })).filter(({ id }) => SECTIONS.has(id));
      for (const section of sections) effects.out(`${sectionText({ ...section, title: "" }, { width, paint, rows: 0, captions: false }).trimStart()}\n`);
    } catch (error) {
      // A pair that a study cannot take must not hide the scan.
      if (!(error instanceof Problem)) throw error;
      effects.out(`${wrapped(`not studied: ${printable(error.message)}`, width)}\n`);
    }
  }
}
