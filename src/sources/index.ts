export { didYouMean } from "./didYouMean.ts";
export { embeddedCases, FOUNDING_CASE } from "./groupFile.ts";
export { type OpenCase, type OpenGroup, openCase, openGroup, openMarket } from "./openCase.ts";
