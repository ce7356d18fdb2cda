// What a first run needs of this room, without the readers of files that people have.
export { describeMarket, knownMarkets, openGroup } from "./case/openGroup.ts";
export { didYouMean } from "./text/didYouMean.ts";
