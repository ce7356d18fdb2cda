import type { Hue } from "./chartStyle.ts";

/** What a market is in its group: whose records open a case, who is behind, or one of the others. */
export type MarketRole = "leader" | "laggard" | "member";

export const ROLE_HUES: Readonly<Record<MarketRole, Hue>> = { leader: "blue", laggard: "vermilion", member: "soft" };
