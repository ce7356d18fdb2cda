import type { Section } from "../../document.ts";
import { prose, type Text } from "../../prose.ts";
import { netText } from "./liquidity.ts";
import { pathSummary } from "./pathSummary.ts";
import { policyText } from "./policy.ts";
import { answer } from "./sensitivity.ts";
import type { MacroView } from "./view.ts";

/** The macro picture in a few sentences, what is not known left out; all of it is in `lockstep rates`, `liquidity` and `earnings`. */
export function macroBrief({ macro: { policy, path, sensitivity, liquidity } }: MacroView): Section {
  const texts: Text[] = [
    ...(policy.upper.value === null ? [] : [[policyText(policy), ...(path.curve === null ? [] : [prose` ${pathSummary(path)}`])].flat()]),
    ...(sensitivity.reason === undefined && sensitivity.pair ? [answer(sensitivity)] : []),
    ...(liquidity.reason === undefined ? [netText(liquidity)] : []),
  ];
  return {
    id: "macro",
    title: "The macro picture beside it",
    blocks:
      texts.length === 0
        ? []
        : [...texts, prose`It stands beside the markets, not as their cause: see lockstep rates, liquidity and earnings.`].map((text) => ({
            kind: "paragraph",
            text,
          })),
  };
}
