import type { Span } from "../article.ts";

// Where a new thing is said. A comma alone is none: it stands between the members of a list as well.
const NAME =
  "(?:the\\s|its\\s|their\\s|both\\s|it\\s|they\\s|[A-Z]|small|large|gold\\b|silver\\b|bitcoin\\b|ether\\b|stocks\\b|metals\\b|futures\\b|traders\\b|markets\\b|investors\\b|prices\\b)";
const VERB =
  "(?:is|are|was|were|has|have|had|rose|fell|gained|lost|added|shed|closed|set|hit|dropped|slid|climbed|jumped|surged|outpaced|remains?|stands?|sits?|trades?|peaked|bottomed|ended|finished|slipped|tumbled|sank|advanced|rallied|touched|reached|notched|posted|broke|crossed|topped)";
const BOUNDARY = new RegExp(
  [
    ";",
    "\\s[\u2013\u2014-]{1,2}\\s",
    "\u2014",
    ":\\s",
    ",?\\s(?:but(?!\\s(?:by |about |only |rather )?[$€]?\\d)|while|whereas|although|though|even as|even though|because)\\s",
    ",\\s(?:so|yet|with|as|which|who|when|where|after|before)\\s",
    `\\s(?:as|after|when|before|(?<!(?:step|sync|line|lockstep|tandem|phase|together|alongside|along|coincided?|coincides|coinciding|compared|contrast|pace|up|gap|match\\w*) )with)\\s(?=${NAME})`,
    ",?\\safter\\s(?=\\w+ing\\b)",
    ",\\s(?=having\\s)",
    `,?\\sand\\s(?=(?:again\\b|then\\b|now\\b|it\\s|they\\s|futures\\b|traders\\b|markets\\b|${VERB}\\b|(?:the\\s)?[\\w&'\u2019.-]+(?:\\s[\\w&'\u2019.-]+){0,3}?\\s${VERB}\\b))`,
  ].join("|"),
  "g",
);

/**
 * The parts of a sentence in each of which one thing is said, in order: cut at semicolons, dashes and conjunctions that begin a statement of their own.
 *
 * @param names where markets are named: an "and" between two of them joins them
 * @returns spans within the sentence; together they cover it
 *
 * @example
 * import { clausesOf } from "lockstep/claims";
 * clausesOf("Gold fell while silver rose.").length; // => 2
 */
export function clausesOf(sentence: string, names: readonly Span[] = []): Span[] {
  const cuts = [...sentence.matchAll(BOUNDARY)].filter((cut) => cut.index > 0 && !isList(cut, names)).map(({ index }) => index);
  const edges = [0, ...cuts, sentence.length];
  return edges.slice(1).map((to, k) => ({ from: edges[k]!, to }));
}

function isList({ index, 0: cut }: RegExpMatchArray & { index: number }, names: readonly Span[]): boolean {
  return (
    /^\sand\s$/.test(cut) && names.some(({ to }) => to === index) && names.some(({ from }) => from >= index + cut.length && from <= index + cut.length + 8)
  );
}
