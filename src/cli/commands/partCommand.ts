import type { Section } from "../../note/index.ts";
import { type Study, study, toJson } from "../../study/index.ts";
import { ageLine } from "../age.ts";
import type { Effects } from "../effects.ts";
import { type FigureOptions, withFigures } from "../figureSession.ts";
import { opened } from "../opened.ts";
import { painter, printable } from "../terminal/paint.ts";
import { sectionText } from "../terminal/sectionText.ts";
import { wrapped } from "../terminal/wrapped.ts";

export interface PartOptions extends FigureOptions {
  json?: boolean;
}

/** A part of a study that has a command of its own. */
export interface StudyPart {
  about: string; // "catch-up"
  record: (study: Study) => unknown;
  sections: (study: Study) => Section[];
}

/** One part of a study, whole: on the screen, or as JSON. No files are written. */
export async function partCommand({ about, record, sections }: StudyPart, group: string | undefined, options: PartOptions, effects: Effects): Promise<void> {
  const { input, figures } = await withFigures(options, effects, (session) => opened(session, group));
  const result = study(input);
  if (options.json) {
    effects.out(toJson(record(result)));
    return;
  }
  const { width } = effects;
  const paint = painter(effects.color);
  effects.out(`${paint("strong", printable(titleOf(result, about)))}\n${wrapped(ageLine(figures, effects.today(), result.asOf), width)}\n\n`);
  const texts = sections(result).map((section) => sectionText(section, { width, paint, rows: Number.POSITIVE_INFINITY, captions: true }));
  effects.out(`${texts.join("\n\n")}\n`);
}

function titleOf({ cases: { leader, laggard }, asOf }: Study, about: string): string {
  return `${laggard === null ? `${leader}, no market out of step` : `${leader} and ${laggard}`}: ${about}, as of ${asOf}`;
}
