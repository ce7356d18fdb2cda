export { didYouMean } from "./didYouMean.ts";
export { embeddedCases, FOUNDING_CASE, type OpenCase, type OpenGroup, openCase, openGroup, openMarket } from "./openCase.ts";
