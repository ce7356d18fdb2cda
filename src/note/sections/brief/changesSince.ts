import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import type { EarlierNote } from "../../earlier.ts";
import { percent, whole } from "../../format.ts";
import { below, listed, name, number, on, prose, type Text } from "../../prose.ts";
import { RESOLUTION } from "../../words.ts";

/** What has changed since the last note on this group: the state of each market, the cases, the share. */
export function changesSince(study: Study, last: EarlierNote | undefined): Section {
  const section = { id: "changes", title: "Since the last note" };
  if (!last) return { ...section, blocks: [{ kind: "paragraph", text: prose`No earlier note on this group stands beside this one.` }] };
  // Cases and shares of another pair are no earlier state of these.
  const samePair = last.laggard === study.cases.laggard;
  // The others stand in the table.
  const moved = study.markets.flatMap((market): Text[] => {
    const then = last.markets.find(({ id }) => id === market.id);
    if (!then || ![study.cases.leader, study.cases.laggard].includes(market.id)) return [];
    return [prose`${name(market.id)} ${was(then)} and ${is(market)}`];
  });
  const texts: Text[] = [
    prose`The last one was as of ${on(last.asOf)}.`,
    ...(moved.length === 0 ? [] : [prose`${moved.flatMap((text, k) => (k === 0 ? text : prose`; ${text}`))}.`]),
    ...(samePair
      ? [...ended(study, last), ...share(study, last)]
      : [last.laggard === null ? prose`It had no pair to count cases of.` : prose`Its cases were those of ${name(last.laggard)}.`]),
  ];
  return { ...section, blocks: [{ kind: "paragraph", text: texts.flatMap((text, k) => (k === 0 ? text : prose` ${text}`)) }] };
}

type Standing = EarlierNote["markets"][number];

function was({ state, distance }: Standing): Text {
  if (state === "unknown") return prose`was unknown then`;
  return state === "record" ? prose`stood at its record then` : prose`stood ${below(distance)} below its record then`;
}

function is({ state, distance }: Pick<Standing, "state" | "distance">): Text {
  if (state === "unknown") return prose`is unknown now`;
  return state === "record" ? prose`stands at its record now` : prose`stands ${below(distance)} below its record now`;
}

function ended({ cases }: Study, { cases: then }: EarlierNote): Text[] {
  const closed = cases.list.filter(({ onset, resolvedOn }) => resolvedOn !== null && (then.open === onset || onset > then.asOf));
  const opened = cases.list.filter(({ onset, resolvedOn }) => onset > then.asOf && resolvedOn === null);
  return [
    ...(closed.length === 0
      ? []
      : [
          prose`Ended: ${listed(closed.map(({ onset, resolution, resolvedOn }) => prose`the case of ${on(onset)} on ${on(resolvedOn!)} in ${name(RESOLUTION[resolution])}`))}.`,
        ]),
    ...(opened.length === 0 ? [] : [prose`Opened: ${listed(opened.map(({ onset }) => prose`${on(onset)}`))}.`]),
  ];
}

function share({ catchUp: { posterior } }: Study, { posterior: then }: EarlierNote): Text[] {
  const { mean, n } = posterior;
  if (mean.value === null || then.mean.value === null || n.value === then.n.value) return [];
  return [
    prose`The share went from ${number(then.mean, percent(then.mean, { decimals: 0 }))} to ${number(mean, percent(mean, { decimals: 0 }))}, with ${number(n, whole(n))} cases in place of ${number(then.n, whole(then.n))}.`,
  ];
}
