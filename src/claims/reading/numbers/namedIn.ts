import { NUMBERED_NAMES } from "./numberedNames.ts";
import { type Token, tokensOf } from "./tokensOf.ts";

const BY_FIRST = new Map<string, string[][]>();
for (const name of NUMBERED_NAMES) {
  const words = tokensOf(name)
    .filter(({ low }) => low !== "-")
    .map(({ low }) => low);
  BY_FIRST.set(words[0]!, [...(BY_FIRST.get(words[0]!) ?? []), words]);
}

/** Which tokens belong to a name with a number in it, as "500" to "S&P 500". */
export function namedIn(tokens: readonly Token[]): boolean[] {
  const named = tokens.map(() => false);
  for (const at of tokens.keys()) {
    for (const words of BY_FIRST.get(bare(tokens[at]!)) ?? []) {
      const end = endOf(tokens, at, words);
      if (end !== undefined) named.fill(true, at, end);
    }
  }
  return named;
}

function endOf(tokens: readonly Token[], at: number, words: readonly string[]): number | undefined {
  let next = at;
  for (const [k, word] of words.entries()) {
    if (k > 0 && tokens[next]?.low === "-" && !tokens[next]!.gap) next++;
    const token = tokens[next];
    if (token === undefined || bare(token) !== word) return undefined;
    next++;
  }
  return next;
}

function bare({ kind, low }: Token): string {
  return kind === "number" ? low.replaceAll(",", "") : low;
}
