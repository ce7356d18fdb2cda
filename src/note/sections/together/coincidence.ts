import type { Study } from "../../../study/index.ts";
import type { Block, Section } from "../../document.ts";
import { decimal, percent, starred, whole } from "../../format.ts";
import { count, listed, name, number, prose, type Text } from "../../prose.ts";
import { afterwards } from "../afterwards.ts";

type Together = Study["together"];
type Clock = Together["clocks"][number];
type Events = Clock["highs"];

/** Whether highs and lows of leader and laggard fall together more often than chance: the answer in words. */
export function lockstepAnswer({ together, definitions }: Study): Text[] {
  const clock = together.clocks[0];
  if (together.laggard === null) return [prose`No market is out of step, and the group asks about none.`];
  if (!clock) return [prose`Unknown: ${name(together.reason ?? together.unknownClocks[0]?.reason ?? "no figures held")}.`];
  if (!clock.sessions.value) return [prose`Nothing can be said yet: a high or a low is one against the sessions before, and there are not enough shared ones.`];
  const windows = listed(clock.highs.windows.map(({ window }) => prose`${number(window, whole(window))}`));
  const what = prose`Highs and lows are those of ${count(definitions.highWindow, "shared session")}; windows reach ${windows} sessions to either side.`;
  return [prose`${what} ${beyond(together)}${coincidenceText(together, clock, "highs")} ${coincidenceText(together, clock, "lows")}`];
}

/** In how many windows chance is no likely answer, by clock; nothing where one side has no events. */
function beyond({ leader, laggard, clocks }: Together): Text {
  const known = clocks.filter(({ highs, lows }) => highs.beyond.value !== null && lows.beyond.value !== null);
  if (known.length === 0) return prose``;
  const many = ({ beyond, windows }: Events) =>
    prose`${number(beyond, beyond.value === 0 ? "none" : whole(beyond))} of ${number(beyond, whole({ value: windows.length }))}`;
  const texts = known.map(
    ({ laggardClock, highs, lows }, k) =>
      prose`${k === 0 ? prose`` : prose`; `}at ${name(laggardClock)} highs in ${many(highs)} windows, lows in ${many(lows)}`,
  );
  return prose`${name(leader)} and ${name(laggard ?? "")} coincide beyond chance, at the usual level of one in twenty and without adjusting for so many tests: ${texts.flat()}. `;
}

/** Of how many highs, or lows, of the leader one of the laggard fell on the same session, and within the widest window. */
export function coincidenceText({ leader, laggard }: Together, clock: Clock, of: "highs" | "lows"): Text {
  const events = clock[of];
  const [same, , month] = events.windows;
  if (!same || !month) return prose``;
  if (events.leader.value === 0 || events.laggard.value === 0) return prose`Of ${name(of)} only one of the two has any, or neither.`;
  const opening = prose`Of the ${number(events.leader, whole(events.leader))} ${name(of)} of ${name(leader)}, ${number(same.hits, whole(same.hits))} fell on the session of one of ${name(laggard ?? "")}, ${number(same.expected, decimal(same.expected, { decimals: 1 }))} expected by chance (p ${number(same.pValue, starred(same))})`;
  return prose`${opening}; within ${number(month.window, whole(month.window))} sessions ${number(month.hits, whole(month.hits))} did, ${number(month.expected, decimal(month.expected, { decimals: 1 }))} expected (p ${number(month.pValue, starred(month))}).${[same, month].some((one) => starred(one).endsWith("*")) ? prose` A star: too few independent shifts to bear that p.` : prose``}`;
}

/** Coincidence of highs and lows within each window: under every clock with all-time records beside, not tested; or under the first alone. */
export function coincidenceSection(study: Study, { clocks }: { clocks: "first" | "all" } = { clocks: "all" }): Section {
  const { together } = study;
  const blocks: Block[] = lockstepAnswer(study).map((text) => ({ kind: "paragraph", text }));
  const { highWindow } = study.definitions;
  const shared = together.clocks[0];
  if (!shared?.sessions.value) return { id: "coincidence", title: "Do their highs and lows coincide?", blocks };
  blocks.unshift(...afterwards(study));
  blocks.push({
    kind: "paragraph",
    text: prose`Tested are values above, or below, all of the ${number(highWindow, whole(highWindow))} shared sessions before. The p-value is the share of all circular shifts of one market against the other with at least as many hits: one-sided, no shift left out, never below one over the ${number(shared.sessions, whole(shared.sessions))} shifts. Highs come in clusters, so that these are worth far fewer independent ones${worth(shared.highs)}; a star marks fewer than twenty, which cannot bear such a p-value. Lift: hits over expected. A rate is the share of that market's events that are hits.`,
  });
  const shown = clocks === "all" ? together.clocks : together.clocks.slice(0, 1);
  for (const clock of shown) blocks.push(table(together, clock));
  if (clocks === "all" && together.allTime) blocks.push(allTimeTable(together, together.allTime));
  for (const { clocks, reason } of together.unknownClocks) blocks.push({ kind: "paragraph", text: prose`Unknown for ${name(clocks)}: ${name(reason)}.` });
  return { id: "coincidence", title: "Do their highs and lows coincide?", blocks };
}

const COLUMNS = [
  { title: "Events" },
  { title: "Within", numeric: true },
  { title: "Hits", numeric: true },
  { title: "Expected", numeric: true },
  { title: "p", numeric: true, essential: true },
  { title: "Lift", numeric: true },
  { title: "Of", numeric: true },
  { title: "Leader's rate", numeric: true, secondary: true },
  { title: "Laggard's rate", numeric: true, secondary: true },
  { title: "Shifts worth", numeric: true, secondary: true },
];

function table(together: Together, clock: Clock): Block {
  return {
    kind: "table",
    caption: prose`Events of ${name(together.leader)} with one of ${name(together.laggard ?? "")} at most so many sessions away; ${name(clock.clocks)}.`,
    columns: COLUMNS,
    rows: [...rows("highs", clock.highs), ...rows("lows", clock.lows)],
  };
}

function allTimeTable(together: Together, events: Events): Block {
  return {
    kind: "table",
    caption: prose`The same for all-time records of ${name(together.leader)} and ${name(together.laggard ?? "")}: shown, not tested. ${episodes(together, events)}`,
    columns: COLUMNS,
    rows: rows("records", events),
  };
}

/** For highs on the same session, as an example. */
function worth({ windows }: Events): Text {
  const same = windows[0]?.independent;
  return same?.value ? prose`, for highs on the same session about ${number(same, whole(same))}` : prose``;
}

function episodes({ leader, laggard }: Together, { episodes }: Events): Text {
  if (!episodes.leader.value || !episodes.laggard.value) return prose``;
  return prose`Of ${count(episodes.leader, "record episode")} of ${name(leader)}, ${name(laggard ?? "")} shares ${number(episodes.leaderShared, whole(episodes.leaderShared))}; of ${number(episodes.laggard, whole(episodes.laggard))} of ${name(laggard ?? "")}, ${name(leader)} shares ${number(episodes.laggardShared, whole(episodes.laggardShared))}.`;
}

function rows(what: string, events: Events): { cells: Text[] }[] {
  return events.windows.map((one) => ({
    cells: [
      prose`${name(what)}`,
      prose`${number(one.window, whole(one.window))}`,
      prose`${number(one.hits, whole(one.hits))}`,
      prose`${number(one.expected, decimal(one.expected, { decimals: 1 }))}`,
      prose`${number(one.pValue, one.pValue.value === null ? "\u2013" : starred(one))}`,
      prose`${number(one.lift, decimal(one.lift, { decimals: 1 }))}`,
      prose`${number(events.leader, whole(events.leader))}`,
      prose`${number(one.leaderRate, percent(one.leaderRate, { decimals: 0 }))}`,
      prose`${number(one.laggardRate, percent(one.laggardRate, { decimals: 0 }))}`,
      prose`${number(one.independent, whole(one.independent))}`,
    ],
  }));
}
