import type { Measure } from "../../../market/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Figure, Section } from "../../document.ts";
import { decimal, whole } from "../../format.ts";
import { count, name, number, prose, type Text } from "../../prose.ts";
import { afterwards } from "../afterwards.ts";
import { coincidenceText, lockstepAnswer } from "../together/coincidence.ts";

type Clock = Study["together"]["clocks"][number];

/** Whether records of the two fall together more often than chance, in a paragraph, with the chart of all record days. */
export function lockstepBrief(study: Study, figure: Figure | undefined): Section {
  const { together, definitions } = study;
  const clock = together.clocks[0];
  const told = clock?.sessions.value && clock.highs.windows[0]?.pValue.value != null;
  const { highWindow, correlationWindow } = definitions;
  const texts: Text[] = told
    ? [
        [
          prose`Highs and lows are those of ${count(highWindow, "shared session")}. `,
          coincidenceText(together, clock, "highs"),
          prose` `,
          coincidenceText(together, clock, "lows"),
          beyond(together),
          correlation(clock, correlationWindow),
        ].flat(),
      ]
    : lockstepAnswer(study);
  return {
    id: "lockstep",
    title: "Whether their records coincide",
    blocks: [...afterwards(study), ...texts.map((text) => ({ kind: "paragraph" as const, text })), ...(figure ? [figure] : [])],
  };
}

function correlation({ correlation: { pearson } }: Clock, window: Measure): Text {
  if (pearson.value === null) return prose``;
  return prose` Daily returns correlate at ${number(pearson, decimal(pearson, { decimals: 2 }))} over the last ${count(window, "session")}.`;
}

/** In how many windows p is small, and that they are many. */
function beyond({ clocks }: Study["together"]): Text {
  const known = clocks.filter(({ highs }) => highs.beyond.value !== null);
  const last = known.at(-1);
  if (!last) return prose``;
  const texts = known.map(
    ({ laggardClock, highs: { beyond, windows } }) =>
      prose`${number(beyond, beyond.value === 0 ? "none" : whole(beyond))} of ${number(beyond, whole({ value: windows.length }))} windows at ${name(laggardClock)}`,
  );
  return prose` For highs p is below one in twenty in ${texts.flatMap((text, k) => (k === 0 ? text : prose` and ${text}`))}, without allowing for how many were looked at.`;
}
