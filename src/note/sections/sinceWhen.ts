import type { Study, StudyCase } from "../../study/index.ts";
import type { Section } from "../document.ts";
import { below, count, moved, name, on, prose, type Text } from "../prose.ts";
import { marketOf, RESOLUTION, recordNoun } from "../words.ts";

/** Since when the two are apart, and what became of the case that the group's question was asked about. */
export function sinceWhen(study: Study): Section {
  const texts = [apart(study), lastRecord(study), questionCase(study), sinceQuestion(study)].filter((text) => text !== undefined);
  return { id: "since", title: "Since when they are apart", blocks: texts.map((text) => ({ kind: "paragraph", text })) };
}

function apart(study: Study): Text {
  const { leader, laggard, list, cases } = study.cases;
  const { laggardBelow, leaderFalls } = study.definitions;
  if (laggard === null || cases.value === null) return prose`Unknown: ${name(cases.reason ?? "no market to compare with")}.`;
  const open = list.find(({ resolution }) => resolution === "open");
  if (!open) {
    return prose`No case is open: ${name(leader)} has set no ${name(recordNoun(study))} while ${name(laggard)} stood ${below(laggardBelow, 0)} or more below its own${ended(list.at(-1))}.`;
  }
  return prose`Since ${on(open.onset)}: that day ${name(leader)} set a record while ${name(laggard)} stood ${below(open.laggardDistance)} below its own. ${count(open.sessions, "session")} of ${name(leader)} later, ${name(laggard)} has set no record and ${name(leader)} has not fallen ${below(leaderFalls, 0)} from its own: the case is open.`;
}

function ended(last: StudyCase | undefined): Text {
  if (!last?.resolvedOn) return prose``;
  return prose` since the last case ended on ${on(last.resolvedOn)} in ${name(RESOLUTION[last.resolution])}`;
}

function lastRecord(study: Study): Text | undefined {
  const { laggard } = study.cases;
  const market = laggard === null ? undefined : marketOf(study, laggard);
  if (!market || market.state === "unknown" || market.state === "record") return undefined;
  return prose`The last record of ${name(market.id)} is that of ${on(market.record.on!)}, ${count(market.sessionsSince, "session")} of its own calendar (${name(market.calendar)}) ago; its lowest ${name(study.definitions.basis.value)} since then, on ${on(market.deepest.on!)}, was ${below(market.deepest)} below it.`;
}

function questionCase(study: Study): Text | undefined {
  const { since, cases } = study;
  if (!since) return undefined;
  const asked = cases.list.find(({ onset, resolvedOn }) => onset <= since.day && (resolvedOn === null || resolvedOn > since.day));
  if (!asked?.resolvedOn || cases.laggard === null) return undefined;
  const opening = prose`The case that was open on ${on(since.day)} (since ${on(asked.onset)}) ended on ${on(asked.resolvedOn)} in ${name(RESOLUTION[asked.resolution])}`;
  return asked.resolution === "rollOver"
    ? prose`${opening}: ${name(cases.leader)} stood ${below(study.definitions.leaderFalls, 0)} or more below its record before ${name(cases.laggard)} had set one.`
    : prose`${opening}: ${name(cases.laggard)} set a record.`;
}

function sinceQuestion(study: Study): Text | undefined {
  const { since, cases } = study;
  if (!since) return undefined;
  const texts = [cases.leader, cases.laggard].flatMap((id): Text[] => {
    const market = since.markets.find((one) => one.id === id);
    if (!market) return [];
    return [prose`${name(market.id)} has ${moved(market.change)} and set ${count(market.records, recordNoun(study))}`];
  });
  const [first, second] = texts;
  if (!first) return undefined;
  const both = second ? prose`${first}; ${second}` : first;
  return prose`What was asked: ${name(since.question)}. Since ${on(since.day)}, ${both}.`;
}
