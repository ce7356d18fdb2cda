export { spreadLabels } from "./spreadLabels.ts";
export { type Layout, type UnderwaterLine, type UnderwaterSpec, underwater } from "./underwater.ts";
