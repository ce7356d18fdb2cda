import type { Study } from "../../../study/index.ts";
import type { Figure, Section } from "../../document.ts";
import { name, on, prose, type Text } from "../../prose.ts";
import { macroTexts } from "../macro/macroTexts.ts";
import { eraText, type Sensitivity, verdict } from "../macro/sensitivityWords.ts";

/** The macro picture in a few sentences, with one chart; what is not known is left out. */
export function macroBrief({ macro }: Study, figure: Figure | undefined): Section {
  const texts = macroTexts(macro, sizes);
  const blocks = [...texts.map((text) => ({ kind: "paragraph" as const, text })), ...(figure ? [figure] : [])];
  const beside = { kind: "paragraph" as const, text: prose`All this stands beside the markets, not as their cause.` };
  return { id: "macro", title: "The macro picture beside it", blocks: blocks.length === 0 ? [] : [...blocks, beside] };
}

/** How small and large caps have moved with the two-year yield in the era that runs. */
function sizes({ pair, spans, step }: Sensitivity): Text[] {
  const now = spans.findLast(({ direction }) => direction !== "all");
  if (!pair || !now) return [];
  return [prose`Small caps (${name(pair.small)}) against large ones (${name(pair.large)}): in ${eraText(now)} since ${on(now.from)} ${verdict(now, step)}.`];
}
