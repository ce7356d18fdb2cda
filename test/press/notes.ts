import type { Note, Text } from "../../src/note/index.ts";
import { DISTANCES } from "../charts/distances.ts";

/** Words as they stand, whatever is in them. */
export const words = (text: string): Text => [{ kind: "words", text }];

/** Whatever might be taken for markup, and the signs that notes are written with. */
export const HOSTILE = "# $x$ @a <b> #panic() _i_ *b* `c` [d] \\ \\u{0} \"e\" 'f' // g /* h */ = ~ %{} ▲ ● ▼ ○ … − – “q” é ß Ł ½ ₿ Δ";

/** A note with each kind of block, and one text in every place. */
export function noteWith(text: string, changes: Partial<Note> = {}): Note {
  return {
    kind: "note",
    group: text,
    asOf: "2025-12-11",
    title: words(text),
    standfirst: words(text),
    keyLines: [{ term: text, text: words(text) }],
    box: [{ term: text, text: words(text) }],
    sections: [
      {
        id: "first",
        title: text,
        blocks: [
          { kind: "paragraph", text: words(text) },
          { kind: "list", items: [words(text)] },
          {
            kind: "table",
            caption: words(text),
            columns: [{ title: text }, { title: "n", numeric: true }],
            rows: (["leader", "laggard", "open", undefined] as const).map((mark, k) => ({
              cells: [
                [
                  { kind: "name", text },
                  { kind: "aside", text },
                ],
                words(String(k)),
              ],
              ...(mark ? { mark } : {}),
            })),
          },
        ],
      },
      { id: "distance", title: text, blocks: [figure(text)] },
      { id: "inputs", title: "Inputs", blocks: [{ kind: "list", items: [words(text)] }] },
    ],
    ...changes,
  };
}

function figure(text: string): Note["sections"][number]["blocks"][number] {
  const svg = { wide: DISTANCES({ title: text }, "wide"), narrow: DISTANCES({ title: text }, "narrow") };
  return { kind: "figure", id: "underwater", svg, alt: text, figures: "underwater", data: { head: "Session", noun: "sessions", columns: [], rows: [] } };
}
