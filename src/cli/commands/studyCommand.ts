import { type Day, dayNumber, Problem } from "../../market/index.ts";
// Files, not the room: the first line on the screen must not wait for the inference.
import { type Standings, standings } from "../../study/standings.ts";
import { toJson } from "../../study/toJson.ts";
import { ageLine, days } from "../age.ts";
import { askedFrom, readAtOf } from "../askedFrom.ts";
import type { Effects } from "../effects.ts";
import { type FigureOptions, withFigures } from "../figureSession.ts";
import { madeNote } from "../madeNote.ts";
import { opened } from "../opened.ts";
import { openedMacro, originsText, wholeInput } from "../openedMacro.ts";
import { painter } from "../terminal/paint.ts";
import { stateTable } from "../terminal/stateTable.ts";
import { wrapped } from "../terminal/wrapped.ts";

export interface StudyOptions extends FigureOptions {
  json?: boolean;
  out: string;
  requireFresh?: boolean;
}

// The list of record episodes is long; the terminal shows the latest, the note all.
const ROWS = 12;

/** The study of a group: the state first, then why, then the files. */
export async function studyCommand(
  group: string | undefined,
  options: StudyOptions,
  { version, effects }: { version: string; effects: Effects },
): Promise<void> {
  if (options.out === "") throw new Problem("usage", "expected the name of a folder; received nothing", "--out");
  const { width } = effects;
  const paint = painter(effects.color);
  const reading = { ...options, readAt: "last" };
  const { input, figures, held, readAt } = await withFigures(reading, effects, async (session) => {
    const found = await opened(session, group);
    const state = standings(found.input);
    if (options.requireFresh) requireFresh(state, found.input.asOf ?? effects.today());
    if (!options.json) effects.out(`${stateTable(state, width, paint)}${wrapped(ageLine(found.figures, effects.today(), state.asOf), width)}\n\n`);
    // Only now what the table did not need: its reader is reading already.
    return { ...found, held: await openedMacro(session, group), readAt: readAtOf(session) };
  });
  const whole = wholeInput(input, held);
  const result = (await import("../../study/study.ts")).study(whole);
  if (options.json) {
    effects.out(toJson(result));
    return;
  }
  const [{ FIRST_LOCALE, why }, { sectionText }] = await Promise.all([import("../../note/index.ts"), import("../terminal/sectionText.ts")]);
  for (const section of why(result)) effects.out(`${sectionText(section, { width, paint, rows: ROWS, captions: false })}\n\n`);
  const macroParts = Object.keys(held.origins) as (keyof typeof held.origins)[];
  if (macroParts.some((part) => held.origins[part] !== figures.origin))
    effects.out(`${wrapped(`Macro figures: ${originsText(held, macroParts)}.`, width)}\n\n`);
  const { files } = await madeNote(
    result,
    whole.group,
    {
      group,
      from: askedFrom(reading, { figures, macro: held, readAt }, effects),
      locale: FIRST_LOCALE,
      formats: ["html", "md"],
      page: undefined,
      earlier: [],
    },
    { version, held: figures.held, folder: options.out },
  );
  effects.write(options.out, files);
  effects.out(`${wrapped(`Wrote note.html, appendix.html and study.json, among others, to ${options.out}. Open note.html in a browser.`, width)}\n`);
}

/** Every member must be known by figures that are not too old. */
function requireFresh({ markets, definitions }: Standings, day: Day): void {
  const allowed = definitions.staleAfter.value ?? 0;
  const old = markets.filter(({ last }) => !last.on || dayNumber(day) - dayNumber(last.on) > allowed);
  if (old.length === 0) return;
  const received = old.map(({ id, last, reason }) => (last.on ? `${id} to ${last.on}` : (reason ?? `none of ${id}`)));
  throw new Problem("data", `expected figures of every member at most ${days(allowed)} before ${day}; received ${received.join(", ")}`, "--require-fresh");
}
