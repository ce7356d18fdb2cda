import type { Token } from "../numbers/tokensOf.ts";

const FORWARD = new Set(
  (
    "will shall begin begins starts start due next upcoming coming would could might expect expects expected scheduled forecast forecasts plans plan planned " +
    "likely should meets ahead tomorrow looms awaits await set ll imply implies implied priced pricing odds chance probability bet bets foresee foresees"
  ).split(" "),
);
// What was said or done looks back; a new clause begins anew.
const CLAUSES = new Set("after which who as when while since following ; —".split(" "));
const BACK = new Set(
  (
    "said says told announced reported wrote decided cut fell rose closed was were had did has have ended gained lost climbed dropped slid jumped surged peaked " +
    "reached hit topped ago last yesterday"
  ).split(" "),
);

/** Where a sentence looks: to what comes, to what has come, or as yet to neither. */
export type Looks = "forward" | "back" | "open";

/** For each token where the sentence looks before it: forward in "the purchases begin on Friday", no more in "will begin, the Fed said on Wednesday". */
export function looksForward(tokens: readonly Token[]): Looks[] {
  let looks: Looks = "open";
  return tokens.map((_, at) => {
    const here = looks;
    if (isForward(tokens, at)) looks = "forward";
    else if (isBack(tokens, at)) looks = "back";
    else if (isClause(tokens, at)) looks = "open";
    return here;
  });
}

const MODALS = new Set("to will would could should may might shall ll not".split(" "));
const BEFORE_NOUN = new Set("a an the another rate point more first second third further next more".split(" "));
const EVENTS = new Set("begin start meet end expire be publish release decide report take come".split(" "));

function isForward(tokens: readonly Token[], at: number): boolean {
  const { low, text } = tokens[at]!;
  const [before, after, third] = [tokens[at - 1]?.low ?? "", tokens[at + 1]?.low ?? "", tokens[at + 2]?.low ?? ""];
  switch (low) {
    case "may":
      return text === "may";
    case "set":
      // "Set a record" looks back, "set to begin" forward.
      return after === "to" || after === "for";
    case "due":
      // "Due to the cut" gives a reason.
      return after !== "to" || EVENTS.has(third);
    case "start":
      return !["the", "a", "its"].includes(before);
    case "expected":
    case "forecast":
      // "Higher than expected" was awaited before.
      return before !== "than" && before !== "as";
    default:
      return FORWARD.has(low);
  }
}

function isBack(tokens: readonly Token[], at: number): boolean {
  const low = tokens[at]!.low;
  const before = tokens[at - 1]?.low ?? "";
  if (!BACK.has(low) || MODALS.has(before)) return false;
  return low !== "cut" || !BEFORE_NOUN.has(before);
}

function isClause(tokens: readonly Token[], at: number): boolean {
  const low = tokens[at]!.low;
  return CLAUSES.has(low) && !(low === "as" && tokens[at + 1]?.low === "of");
}
