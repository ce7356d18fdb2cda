import type { Study, StudyCase } from "../../study/index.ts";
import type { Section } from "../document.ts";
import { below, chosenShare, count, moved, name, on, prose, type Text } from "../prose.ts";
import { levelNoun, marketOf, RESOLUTION, recordNoun } from "../words.ts";

/** Since when the two are apart, and what became of the case that the group's question was asked about. */
export function sinceWhen(study: Study): Section {
  const texts = [apart(study), lastRecord(study), questionCase(study), sinceQuestion(study)].filter((text) => text !== undefined);
  return { id: "since", title: "Since when they are apart", blocks: texts.map((text) => ({ kind: "paragraph", text })) };
}

function apart(study: Study): Text {
  const { leader, laggard, list, cases } = study.cases;
  const { laggardBelow, leaderFalls } = study.definitions;
  if (laggard === null) return prose`No market is out of step, and the group asks about none: ${name(study.outOfStep.reason)}.`;
  if (cases.value === null) return prose`Unknown: ${name(cases.reason ?? "no figures held")}.`;
  const open = list.find(({ resolution }) => resolution === "open");
  if (!open) {
    return prose`No case is open: ${ended(list.at(-1))}${name(leader)} has set no ${name(recordNoun(study))} while ${name(laggard)} stood ${chosenShare(laggardBelow)} or more below its own.`;
  }
  const opening = prose`Since ${on(open.onset)}: that day ${name(leader)} set a record while ${name(laggard)} stood ${below(open.laggardDistance)} below its own.`;
  if (open.sessions.value === 0) return prose`${opening} That was the last session used: the case is open.`;
  return prose`${opening} After ${count(open.sessions, "session")} of ${name(leader)} the case is open: ${name(laggard)} has set no record since, and ${name(leader)} has not closed ${chosenShare(leaderFalls)} or more below its own.`;
}

function ended(last: StudyCase | undefined): Text {
  if (!last?.resolvedOn) return prose``;
  return prose`since the last one ended on ${on(last.resolvedOn)} in ${name(RESOLUTION[last.resolution])}, `;
}

function lastRecord(study: Study): Text | undefined {
  const { laggard } = study.cases;
  const market = laggard === null ? undefined : marketOf(study, laggard);
  if (!market || market.state === "unknown" || market.state === "record") return undefined;
  return prose`The last ${name(recordNoun(study))} of ${name(market.id)} is that of ${on(market.record.on!)}, ${count(market.sessionsSince, "session")} of its own calendar (${name(market.calendar)}) ago; the lowest ${name(levelNoun(study))} since then, on ${on(market.deepest.on!)}, was ${below(market.deepest)} below it.`;
}

function questionCase(study: Study): Text | undefined {
  const { since, cases } = study;
  if (!since) return undefined;
  const asked = cases.list.find(({ onset, resolvedOn }) => onset <= since.day && (resolvedOn === null || resolvedOn > since.day));
  if (!asked?.resolvedOn || cases.laggard === null) return undefined;
  const opening = prose`The case that was open on ${on(since.day)} (since ${on(asked.onset)}) ended on ${on(asked.resolvedOn)} in ${name(RESOLUTION[asked.resolution])}`;
  return asked.resolution === "rollOver"
    ? prose`${opening}: ${name(cases.leader)} closed ${chosenShare(study.definitions.leaderFalls)} or more below its record before ${name(cases.laggard)} had set one.`
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
