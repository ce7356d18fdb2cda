import type { Section } from "../../document.ts";
import { prose } from "../../prose.ts";
import { macroTexts } from "./macroTexts.ts";
import { answer } from "./sensitivity.ts";
import type { MacroView } from "./view.ts";

/** The macro picture in a few sentences, what is not known left out; all of it is in `lockstep rates`, `liquidity` and `earnings`. */
export function macroWhy({ macro }: MacroView): Section {
  const texts = macroTexts(macro, (sensitivity) => (sensitivity.pair ? [answer(sensitivity)] : []));
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
