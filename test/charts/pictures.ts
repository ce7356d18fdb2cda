import {
  billPurchases,
  type ChartTexts,
  casesAligned,
  cumulativeIncidence,
  epsBars,
  type Layout,
  netLiquidity,
  policyFan,
  probabilityHeat,
  rebased,
  recordRaster,
  rollingLine,
  rollingLockstep,
  sensitivityIntervals,
  specificationPlot,
} from "../../src/charts/index.ts";
import { ALIGNED } from "./specs/casesAligned.ts";
import { INCIDENCE } from "./specs/cumulativeIncidence.ts";
import { REBASED } from "./specs/rebased.ts";
import { RASTER } from "./specs/recordRaster.ts";
import { LOCKSTEP } from "./specs/rollingLockstep.ts";
import { SPECIFICATION } from "./specs/specificationPlot.ts";
import { EPS, FAN, HEAT, LIQUIDITY, PURCHASES, ROLLING, SENSITIVITY } from "./specs.ts";

type Draw = (texts: Partial<ChartTexts>, layout: Layout) => string;

/** Each chart with words of its own where they are given. */
export const PICTURES: Readonly<Record<string, Draw>> = {
  policyFan: (texts, layout) => policyFan({ ...FAN, ...texts }, layout),
  probabilityHeat: (texts, layout) => probabilityHeat({ ...HEAT, ...texts }, layout),
  netLiquidity: (texts, layout) => netLiquidity({ ...LIQUIDITY, ...texts }, layout),
  billPurchases: (texts, layout) => billPurchases({ ...PURCHASES, ...texts }, layout),
  epsBars: (texts, layout) => epsBars({ ...EPS, ...texts }, layout),
  sensitivityIntervals: (texts, layout) => sensitivityIntervals({ ...SENSITIVITY, ...texts }, layout),
  rollingLockstep: (texts, layout) => rollingLockstep({ ...LOCKSTEP, ...texts }, layout),
  specificationPlot: (texts, layout) => specificationPlot({ ...SPECIFICATION, ...texts }, layout),
  casesAligned: (texts, layout) => casesAligned({ ...ALIGNED, ...texts }, layout),
  cumulativeIncidence: (texts, layout) => cumulativeIncidence({ ...INCIDENCE, ...texts }, layout),
  recordRaster: (texts, layout) => recordRaster({ ...RASTER, ...texts }, layout),
  rebased: (texts, layout) => rebased({ ...REBASED, ...texts }, layout),
  rollingLine: (texts, layout) => rollingLine({ ...ROLLING, ...texts }, layout),
};

export const LAYOUTS: readonly Layout[] = ["wide", "narrow"];
