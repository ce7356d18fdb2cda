import { dayNumber, Problem } from "../../market/index.ts";
import type { MacroView, Section } from "../../note/index.ts";
import type { RuleName } from "../../rates/index.ts";
import type { MacroPart } from "../../sources/index.ts";
// Files, not the room: this part of a study needs no inference on catch-up.
import { lastSession } from "../../study/held.ts";
import type { Study } from "../../study/index.ts";
import { macroOf } from "../../study/macro/macroOf.ts";
import { latest } from "../../study/measures.ts";
import { groupSaid } from "../../study/standings.ts";
import { toJson } from "../../study/toJson.ts";
import { days } from "../age.ts";
import type { Effects } from "../effects.ts";
import { type FigureOptions, withFigures } from "../figureSession.ts";
import { opened } from "../opened.ts";
import { macroEnd, openedMacro, originsText, wholeInput } from "../openedMacro.ts";
import { painter } from "../terminal/paint.ts";
import { sectionText } from "../terminal/sectionText.ts";
import { wrapped, wrappedLines } from "../terminal/wrapped.ts";

/** A part of the macro picture that has a command of its own. */
export interface MacroAbout {
  about: string; // "rates"
  parts: readonly MacroPart[]; // whose figures it is made from
  record: (view: MacroView & Pick<Study, "figuresEnd" | "inputs">) => unknown;
  sections: (view: MacroView) => Section[];
  rule?: RuleName; // by which futures are read
}

/**
 * One part of the macro picture beside a group, on the screen or as JSON, as of the day asked for or the last one of any figures. No files are written.
 */
export async function macroCommand(
  { about, parts, record, sections, rule }: MacroAbout,
  group: string | undefined,
  options: FigureOptions,
  effects: Effects,
): Promise<void> {
  const [{ input, figures }, held] = await withFigures(
    options,
    effects,
    async (session) => [await opened(session, group), await openedMacro(session, group)] as const,
  );
  const { members, definitions } = input.group;
  const end = latest([lastSession(input.markets, members, definitions), macroEnd(held)].flatMap((day) => day ?? []));
  const asOf = input.asOf ?? end;
  if (asOf === null || end === null) throw new Problem("data", `expected figures of ${members.join(", ")} or of the macro picture; none are held`);
  if (dayNumber(asOf) - dayNumber(end) > definitions.staleAfter) throw new Problem("data", `expected figures for ${asOf}; the figures held end on ${end}`);
  const figuresEnd = lastSession(input.markets, members, { basis: definitions.basis, asOf });
  const macro = macroOf({ macro: held.macro, markets: input.markets, group: input.group, asOf, rule });
  const view = { group: groupSaid(input.group), asOf, figuresEnd, macro, inputs: wholeInput(input, held).inputs };
  if (options.json) {
    effects.out(toJson(record(view)));
    return;
  }
  const { width } = effects;
  const paint = painter(effects.color);
  const today = effects.today();
  const stored = parts.filter((part) => held.origins[part] === "store");
  const word = stored.length === 0 ? "OFFLINE" : stored.length === parts.length ? "STORE" : "STORE and OFFLINE";
  const notes = held.notes.filter((note) => parts.some((part) => note.startsWith(part)) || !/^\w+: /.test(note));
  const age = [
    `${word} \u2014 ${originsText(held, parts)}; figures end ${end}, ${days(dayNumber(today) - dayNumber(end))} before today (${today})`,
    ...(figures.knownAt === undefined ? [] : [`as the store knew them at ${figures.knownAt}`]),
    ...(asOf < end ? [`replayed as of ${asOf}, from what was public then`] : []),
    ...notes,
  ].join("; ");
  const title = wrappedLines(`${view.group.name}: ${about}, as of ${asOf}`, width, paint, "strong");
  effects.out(`${title.join("\n")}\n${wrapped(age, width)}\n\n`);
  const texts = sections(view).map((section) => sectionText(section, { width, paint, rows: Number.POSITIVE_INFINITY, captions: true }));
  effects.out(`${texts.join("\n\n")}\n`);
}
