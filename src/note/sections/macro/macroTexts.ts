import { prose, type Text } from "../../prose.ts";
import { netText } from "./liquidity.ts";
import { pathSummary } from "./pathSummary.ts";
import { policyText } from "./policy.ts";
import type { Sensitivity } from "./sensitivityWords.ts";
import type { MacroView } from "./view.ts";

/** The macro picture in a few sentences, what is not known left out: policy and path, what is said of small and large caps, liquidity. */
export function macroTexts({ policy, path, sensitivity, liquidity }: MacroView["macro"], sizes: (sensitivity: Sensitivity) => Text[]): Text[] {
  return [
    ...(policy.upper.value === null ? [] : [[policyText(policy), ...(path.curve === null ? [] : [prose` ${pathSummary(path)}`])].flat()]),
    ...(sensitivity.reason === undefined ? sizes(sensitivity) : []),
    ...(liquidity.reason === undefined ? [netText(liquidity)] : []),
  ];
}
