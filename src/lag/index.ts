export { type Divergence, type DivergenceOptions, divergences, type Resolution } from "./divergences.ts";
