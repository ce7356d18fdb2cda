export { type ArticleOrigin, articleOf } from "./articleOf.ts";
export { type FetchBounds, type FetchEffects, fetchArticle } from "./fetchArticle.ts";
export { publicAddress } from "./publicAddress.ts";
export { articleBytes, readArticleFile } from "./readArticleFile.ts";
export { statementListOf } from "./statementListOf.ts";
