// What a first run needs of this room, without the readers of files that people have.
export { embeddedCases, FOUNDING_CASE, shippedGroups } from "./case/groupFile.ts";
export { describeMarket, openCase, openGroup, openMarket } from "./case/openCase.ts";
export { didYouMean } from "./text/didYouMean.ts";
