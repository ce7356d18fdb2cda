import type { Section } from "../src/note/document.ts";
import { percent, percentRange, pValue, whole } from "../src/note/format.ts";
import { below, count, name, number, on, prose, type Text } from "../src/note/prose.ts";
import { baseRatesSection } from "../src/note/sections/catchUp/baseRates.ts";
import { scoreSection } from "../src/note/sections/catchUp/score.ts";
import { specificationSection } from "../src/note/sections/catchUp/specification.ts";
import { trialsSection } from "../src/note/sections/catchUp/trials.ts";
import { verdictText } from "../src/note/sections/catchUp/verdictText.ts";
import { sinceWhen } from "../src/note/sections/sinceWhen.ts";
import { coincidenceSection } from "../src/note/sections/together/coincidence.ts";
import { sectionMarkdown } from "../src/note/toMarkdown.ts";
import { openCase } from "../src/sources/index.ts";
import { type Study, study } from "../src/study/index.ts";

/** The founding case written up: what the figures said on the day before the article, and what came. Every number is the program's own. */
export function foundingCase(): string {
  const opened = openCase("small-caps-and-bitcoin");
  const then = study({ ...opened, asOf: "2025-12-11" });
  const now = study(opened);
  const sections = [
    asked(then),
    retitled(coincidenceSection(then), "Were they in lockstep?"),
    retitled(trialsSection(then), "How many such cases had there been, and how did they end?"),
    retitled(baseRatesSection(then), "How likely was a record of bitcoin anyway?"),
    retitled(specificationSection(then), "Did the answer hang on the definitions?"),
    worth(then),
    happened(then, now),
    retitled(scoreSection(now), "Would forecasts from earlier cases have been any good?"),
  ];
  const head =
    "# The founding case\n\nWritten by `npm run golden` from the program's own output; `lockstep lag --as-of 2025-12-11` and `lockstep together --as-of 2025-12-11` print all of it.";
  return `${[head, ...sections.map((section) => sectionMarkdown(section))].join("\n\n")}\n`;
}

function retitled(section: Section, title: string): Section {
  return { ...section, title };
}

function paragraphs(id: string, title: string, texts: readonly Text[]): Section {
  return { id, title, blocks: texts.map((text) => ({ kind: "paragraph", text })) };
}

function asked({ group, cases, markets, asOf }: Study): Section {
  const btc = markets.find(({ id }) => id === cases.laggard)!;
  const open = cases.list.at(-1)!;
  const before = cases.list.at(-2)!;
  return paragraphs("asked", "What was said", [
    prose`The claim: ${name(group.question?.text ?? "")}. On ${on(asOf)}, the last close before it, ${name(group.leader)} set a record; ${name(btc.id)} stood ${below(btc.distance)} below its own of ${on(btc.record.on!)}. A case in the sense of these pages had opened on ${on(open.onset)}; the one before it had opened on ${on(before.onset)}.`,
    prose`Two claims must be kept apart. That highs of two markets often fall together is lockstep. That a market far below its record regains it because another sets records is catch-up. Days on which both set records say something of the first, and nothing of the second: on such days there is no laggard.`,
  ]);
}

function worth(then: Study): Section {
  const { posterior, tests, now, verdict } = then.catchUp;
  if (verdict.evidence !== "none") throw new Error(`this page argues from no evidence beyond the base; received ${verdict.evidence}`);
  const rung = now!.rungs.find(({ horizon }) => horizon.value === then.definitions.horizon.value)!;
  return paragraphs("worth", "What the inference was worth", [
    prose`The cases do not show more than the base rate. Within ${count(then.definitions.horizon, "day")} that rate is ${number(rung.randomWalk, percent(rung.randomWalk, { decimals: 0 }))} for a random walk at bitcoin's distance and volatility, and ${number(rung.matched, percent(rung.matched, { decimals: 0 }))} (${number(rung.matched, percentRange(rung.matched))}) by its own habit in like states.`,
    prose`Of ${count(then.cases.cases, "case")}, ${number(posterior.n, whole(posterior.n))} can be counted; the others overlap, are too young, or are not over. With so many, ${verdict.canBeSignificant ? prose`more catch-ups than the base could have been significant; these, with p ${number(tests.matched.pValue, pValue(tests.matched.pValue))}, are not` : prose`no number of catch-ups could have been significantly more than the base`}.`,
  ]);
}

function happened(then: Study, now: Study): Section {
  const asked = then.cases.list.at(-1)!.onset;
  const later = now.cases.list.filter(({ onset }) => onset > asked);
  const trial = now.catchUp.trials.find(({ onset }) => onset === asked)!;
  const section = sinceWhen(now);
  const more = [
    prose`Within ${count(now.definitions.horizon, "day")} of ${on(asked)} bitcoin ${trial.regained.value === 1 ? prose`set a record` : prose`set no record`}. The records of ${name(now.group.leader)} since then lie in the case of that day and in ${later.length === 1 ? prose`one more, opened on ${on(later[0]!.onset)}` : prose`later ones`}.`,
    prose`As of ${on(now.asOf)}: ${verdictText(now)}`,
  ];
  return { ...section, title: "What happened", blocks: [...section.blocks, ...more.map((text) => ({ kind: "paragraph" as const, text }))] };
}
