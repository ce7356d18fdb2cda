import type { Day } from "../market/index.ts";

/** A part of an article's text, in UTF-16 units. */
export interface Span {
  from: number; // included
  to: number; // not included
}

/** An article as plain text: its blocks (headline, paragraphs, items of a list) stand apart by an empty line. */
export interface Article {
  title: string | null; // "Small caps at a record, bitcoin behind"
  text: string;
  published: Day | null; // "2025-12-12"; what the article itself says
  source: string; // "article.html"; "standard input"; "https://example.org/article"
}

/** One statement of a list that was given in place of an article. */
export interface ListedStatement {
  id: string; // "fed-cut"
  span: Span; // where it stands in the text of the list
  expect: string | null; // "supported"; the verdict that the list expects
}

/** A list of statements as an article: one block each. */
export interface StatementList extends Article {
  statements: readonly ListedStatement[];
}
