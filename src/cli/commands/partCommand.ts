import type { Section } from "../../note/index.ts";
import { openCase } from "../../sources/index.ts";
import { lastSession, type Study, study, toJson } from "../../study/index.ts";
import { ageLine, refuseFuture } from "../age.ts";
import { checkedDay } from "../checkedDay.ts";
import type { Effects } from "../effects.ts";
import { painter, printable } from "../terminal/paint.ts";
import { sectionText } from "../terminal/sectionText.ts";
import { wrapped } from "../terminal/wrapped.ts";

export interface PartOptions {
  asOf?: string;
  json?: boolean;
}

/** A part of a study that has a command of its own. */
export interface StudyPart {
  title: (study: Study) => string;
  record: (study: Study) => unknown;
  sections: (study: Study) => Section[];
}

/** One part of a study, whole: on the screen, or as JSON. No files are written. */
export function partCommand(part: StudyPart, group: string | undefined, options: PartOptions, effects: Effects): void {
  const asOf = checkedDay(options.asOf, "--as-of", effects.today());
  const opened = openCase(group);
  const held = lastSession(opened.markets, opened.group.members, opened.group.definitions);
  refuseFuture(held, effects.today());
  const result = study({ ...opened, ...(asOf === undefined ? {} : { asOf }) });
  if (options.json) {
    effects.out(toJson(part.record(result)));
    return;
  }
  const { width } = effects;
  const paint = painter(effects.color);
  effects.out(`${paint("strong", printable(part.title(result)))}\n${wrapped(ageLine(held, effects.today(), result.asOf), width)}\n\n`);
  const texts = part.sections(result).map((section) => sectionText(section, { width, paint, rows: Number.POSITIVE_INFINITY, captions: true }));
  effects.out(`${texts.join("\n\n")}\n`);
}
