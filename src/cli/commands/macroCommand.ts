import type { MacroView, Section } from "../../note/index.ts";
import type { Study } from "../../study/index.ts";
// Files, not the room: this part of a study needs no inference on catch-up.
import { macroOf } from "../../study/macro/macroOf.ts";
import { standings } from "../../study/standings.ts";
import { toJson } from "../../study/toJson.ts";
import { ageLine } from "../age.ts";
import type { Effects } from "../effects.ts";
import { type FigureOptions, opened } from "../opened.ts";
import { openedMacro } from "../openedMacro.ts";
import { painter, printable } from "../terminal/paint.ts";
import { sectionText } from "../terminal/sectionText.ts";
import { wrapped } from "../terminal/wrapped.ts";

/** A part of the macro picture that has a command of its own. */
export interface MacroPart {
  about: string; // "rates"
  record: (view: MacroView & Pick<Study, "figuresEnd" | "inputs">) => unknown;
  sections: (view: MacroView) => Section[];
}

/** One part of the macro picture beside a group, as of the group's day: on the screen, or as JSON. No files are written. */
export async function macroCommand({ about, record, sections }: MacroPart, group: string | undefined, options: FigureOptions, effects: Effects): Promise<void> {
  const { input, figures } = await opened(group, options, effects);
  const { macro: held, inputs, notes } = await openedMacro(group, options, effects);
  const { group: said, asOf, figuresEnd } = standings(input);
  const macro = macroOf({ macro: held, markets: input.markets, group: input.group, asOf });
  const view = { group: said, asOf, figuresEnd, macro, inputs: [...(input.inputs ?? []), ...inputs] };
  if (options.json) {
    effects.out(toJson(record(view)));
    return;
  }
  const { width } = effects;
  const paint = painter(effects.color);
  const age = [ageLine(figures, effects.today(), asOf), ...notes].join("; ");
  effects.out(`${paint("strong", printable(`${said.name}: ${about}, as of ${asOf}`))}\n${wrapped(age, width)}\n\n`);
  const texts = sections(view).map((section) => sectionText(section, { width, paint, rows: Number.POSITIVE_INFINITY, captions: true }));
  effects.out(`${texts.join("\n\n")}\n`);
}
