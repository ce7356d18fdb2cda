import { cardSvg } from "../charts/index.ts";
import type { Note } from "../note/index.ts";
import { longDay, said } from "../note/words.ts";
import { toPng } from "./toPng.ts";

const DISTANCE = "underwater";

/**
 * The card that stands for a note where links are shown (Open Graph), PNG of 1200 by 630 pixels: title, group, day and the chart of distances.
 *
 * Without that chart the words stand alone. The same bytes for the same note.
 *
 * @throws Problem "output" when the renderer or a font is not installed
 *
 * @example
 * import { socialCard } from "lockstep/press";
 * const note = { kind: "note", group: "G", asOf: "2025-12-11", title: [{ kind: "words", text: "A stands apart" }], standfirst: [], keyLines: [], box: [], sections: [] };
 * const png = await socialCard(note);
 * [png[18] * 256 + png[19], png[22] * 256 + png[23]]; // => [1200, 630]
 */
export async function socialCard(note: Note): Promise<Uint8Array> {
  const charts = note.sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) => (block.kind === "figure" && block.id === DISTANCE ? [{ svg: block.svg.narrow, caption: title }] : [])),
  );
  const words = { title: said(note.title), day: `As of ${note.asOfText ?? longDay(note.asOf)}`, group: note.group };
  return toPng(cardSvg(charts[0] ? { ...words, chart: charts[0] } : words), { width: 1200, margin: 0 });
}
