export {
  type ArticleOrigin,
  articleOf,
  type FetchBounds,
  type FetchEffects,
  fetchArticle,
  publicAddress,
  readArticleFile,
  statementListOf,
} from "./article/index.ts";
export type { Described } from "./case/catalogue.ts";
export { type EmbeddedMacro, embeddedMacro } from "./case/embeddedMacro.ts";
export { embeddedCases, FOUNDING_CASE, shippedGroups } from "./case/groupFile.ts";
export type { MacroPart } from "./case/macroFiles.ts";
export { type OpenCase, openCase } from "./case/openCase.ts";
export { describeMarket, type EmbeddedGroup, knownMarkets, type OpenGroup, openGroup, openMarket } from "./case/openGroup.ts";
export { SourceFailure } from "./failure.ts";
export { barColumns } from "./files/barColumns.ts";
export type { DateOrder } from "./files/daysIn.ts";
export type { MarketFile } from "./files/marketFile.ts";
export { readMarketFile } from "./files/readMarketFile.ts";
export type { About, Ask, Fact, Page, Request, Rights, Row, Source } from "./source.ts";
export { refText, SOURCE_REF, type SourceRef, sourceRef } from "./sourceRef.ts";
export { SOURCES, sourceOf } from "./sources.ts";
export { didYouMean } from "./text/didYouMean.ts";
export { readText } from "./text/readText.ts";
export type { Answer, Validators } from "./transport/exchange.ts";
export type { Net } from "./transport/net.ts";
export { budgetLeft, nextAllowed } from "./transport/nextAllowed.ts";
export { type CallBook, pages } from "./transport/pages.ts";
