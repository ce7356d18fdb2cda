import {
  billPurchases,
  type ChartTexts,
  epsBars,
  type Layout,
  netLiquidity,
  policyFan,
  probabilityHeat,
  rollingLine,
  sensitivityIntervals,
} from "../../src/charts/index.ts";
import { EPS, FAN, HEAT, LIQUIDITY, PURCHASES, ROLLING, SENSITIVITY } from "./specs.ts";

type Draw = (texts: Partial<ChartTexts>, layout: Layout) => string;

/** Each chart of the macro picture, with words of its own where they are given. */
export const MACRO_PICTURES: Readonly<Record<string, Draw>> = {
  policyFan: (texts, layout) => policyFan({ ...FAN, ...texts }, layout),
  probabilityHeat: (texts, layout) => probabilityHeat({ ...HEAT, ...texts }, layout),
  netLiquidity: (texts, layout) => netLiquidity({ ...LIQUIDITY, ...texts }, layout),
  billPurchases: (texts, layout) => billPurchases({ ...PURCHASES, ...texts }, layout),
  epsBars: (texts, layout) => epsBars({ ...EPS, ...texts }, layout),
  sensitivityIntervals: (texts, layout) => sensitivityIntervals({ ...SENSITIVITY, ...texts }, layout),
  rollingLine: (texts, layout) => rollingLine({ ...ROLLING, ...texts }, layout),
};

export const LAYOUTS: readonly Layout[] = ["wide", "narrow"];
