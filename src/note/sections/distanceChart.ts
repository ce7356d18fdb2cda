import { type UnderwaterSpec, underwater } from "../../charts/index.ts";
import type { Study } from "../../study/index.ts";
import type { Section } from "../document.ts";
import { percent } from "../format.ts";
import { listed, name, number, on, prose, type Text } from "../prose.ts";
import { recordNoun, said } from "../words.ts";
import { drawn } from "./drawn.ts";
import { caseSpans, shadeText } from "./figures/caseSpans.ts";
import { questionMark } from "./figures/questionMark.ts";
import { sourceLine } from "./figures/sourceLine.ts";
import { headline } from "./headline.ts";

/** The chart of every market's distance from its record, with the table of what it shows. */
export function distanceChart(study: Study): Section {
  const title = "Distance from the record";
  const { sessions, columns } = study.underwater;
  if (sessions.length < 2)
    return { id: "distance", title, blocks: [{ kind: "paragraph", text: prose`No chart: fewer than two sessions are held since ${on(study.shownFrom)}.` }] };
  const spec = specOf(study);
  return {
    id: "distance",
    title,
    blocks: [
      {
        kind: "figure",
        id: "underwater",
        figures: "underwater",
        ...drawn(underwater, spec),
        data: {
          head: "Session",
          noun: "sessions",
          columns: columns.map(({ market }) => market),
          rows: sessions.map((day, k) => ({ head: day, cells: columns.map(({ values }) => percent({ value: values[k] ?? null }, { decimals: 2 })) })),
        },
      },
    ],
  };
}

function specOf(study: Study): UnderwaterSpec {
  const { underwater, markets } = study;
  const clocks = underwater.columns.filter(({ clock }) => clock !== underwater.columns[0]!.clock).map(({ market, clock }) => `${market} at ${clock}`);
  const rows = underwater.columns.map(({ market }) => markets.find(({ id }) => id === market)!);
  const shaded = caseSpans(study);
  const seen = shaded.some(({ to }) => to >= underwater.sessions[0]!);
  return {
    title: said(message(study)),
    subtitle: said(prose`Distance of each market from its ${name(recordNoun(study))}${shadeText(study, seen)}`),
    source: sourceLine(study, [`Values at ${underwater.columns[0]!.clock}`, ...(clocks.length > 0 ? [clocks.join(", ")] : [])].join("; ")),
    alt: said(
      prose`Lines of the distance below the record from ${on(underwater.sessions[0]!)} to ${on(underwater.sessions.at(-1)!)}. Last: ${listed(rows.map(({ id, distance }) => prose`${name(id)} ${number(distance, percent(distance))}`))}.`,
    ),
    sessions: underwater.sessions,
    lines: underwater.columns.map(({ market, values }, k) => ({ label: market, value: percent(rows[k]!.distance), role: roleOf(study, market), values })),
    shaded,
    ...questionMark(study),
  };
}

function roleOf({ group, outOfStep, cases }: Study, id: string): "leader" | "laggard" | "member" {
  if (id === group.leader) return "leader";
  return id === (cases.laggard ?? outOfStep.market) ? "laggard" : "member";
}

/** What the chart shows, said differently from the headline: when the two last set records. */
function message(study: Study): Text {
  const leader = study.markets.find(({ id }) => id === study.cases.leader);
  const laggard = study.markets.find(({ id }) => id === study.cases.laggard);
  if (!leader?.record.on || !laggard?.record.on || study.outOfStep.market !== laggard.id) return headline(study);
  return prose`${name(laggard.id)} has set no record since ${on(laggard.record.on)}; ${name(leader.id)} set its last on ${on(leader.record.on)}`;
}
