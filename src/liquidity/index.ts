export type { AccountValue } from "./accountValue.ts";
export { type BillPurchases, billPurchases, type MonthSum } from "./billPurchases.ts";
export { inDollars } from "./inDollars.ts";
export { type Carried, type LiquidityReadings, type NetLiquidity, netLiquidity } from "./netLiquidity.ts";
export { type PlanAgainstDone, type PlanMonth, planAgainstDone } from "./planAgainstDone.ts";
export { type LiquidityPart, possibleDollars } from "./possibleDollars.ts";
export { type PurchasePlan, RESERVE_PURCHASES } from "./reservePurchases.ts";
export { type TreasuryOperation, treasuryOperations } from "./treasuryOperations.ts";
export { weekChanges } from "./weekChanges.ts";
