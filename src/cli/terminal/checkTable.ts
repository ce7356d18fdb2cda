import type { Check, CheckedClaim } from "../../claims/schema.ts";
import type { ClaimVerdict } from "../../claims/verdict.ts";
// The files, not the room: the charts are not needed here.
import { type CheckedDefinition, decidingOf } from "../../note/claims/deciding.ts";
import { changeText, measureText } from "../../note/claims/measureText.ts";
import { VERDICT_WORDS } from "../../note/claims/verdictWords.ts";
import { whole } from "../../note/format.ts";
import { wrapWords } from "../../text/index.ts";
import { type Paint, printable, type Tone } from "./paint.ts";

/** How a check is shown. */
interface Shown {
  width: number;
  paint: Paint;
}

const GAP = "  ";
const INDENT = "    ";
// A reader's line: wider terminals do not make longer ones.
const LONGEST = 110;
// With less room beside it a quotation stands on a line of its own.
const LEAST = 14;
const NOT_UNDERSTOOD = "not understood";

const TONES: Readonly<Partial<Record<ClaimVerdict, Tone>>> = {
  supported: "record",
  contradicted: "laggard",
  imprecise: "strong",
  "depends-on-definition": "leader",
  "not-checkable": "soft",
  opinion: "soft",
};

/** What the figures say of an article's claims: a row a claim, below it why, the definitions that say otherwise and what is needed; then what was not understood. */
export function checkTable(check: Check, shown: Shown): string {
  const { claims, statements, notUnderstood } = check;
  const parts = [
    head(check, shown),
    claims.length === 0
      ? lines("No claim that figures could bear or refute was found.", shown)
      : claims.flatMap((one, k) => claimLines(one, claims, shown, k > 0)),
    sinceLines(claims, shown),
    statements === null ? [] : statementLines(statements, shown),
    unreadLines(notUnderstood, shown),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

function head({ article, group, asOf, claims, notUnderstood }: Check, { width, paint }: Shown): string[] {
  const { title, source, published, publishedBy, sentences } = article;
  const read = `${counted(sentences, "sentence")}, ${counted(claims.length, "claim")}, ${counted(notUnderstood.length, "sentence")} ${NOT_UNDERSTOOD}`;
  const about = `${source}, published ${published}${publishedBy === "asked" ? " (as asked)" : ""}; judged against ${group} as of ${asOf}. ${read}.`;
  return [...lines(title ?? `The claims of ${source}`, { width, paint }, { tone: "strong" }), ...lines(about, { width, paint }, { tone: "soft" })];
}

function claimLines(claim: CheckedClaim, all: readonly CheckedClaim[], shown: Shown, apart: boolean): string[] {
  const { verdict, quote, because, parts, forecast } = claim;
  const deciding = decidingOf(claim);
  const needed = parts.flatMap(({ about, needed: what }) =>
    what === null || because.includes(what) ? [] : [parts.length > 1 && about !== "" ? `${about}: ${what}` : what],
  );
  return [
    ...(apart ? [""] : []),
    row(verdict, quote, deciding?.judged.value ? measureText(deciding.judged.value) : "", all, shown),
    ...lines(`read as: ${claim.readAs}`, shown, { indent: INDENT, tone: "soft" }),
    ...lines(because, shown, { indent: INDENT }),
    ...otherwise(claim, deciding?.judged).flatMap((text) => lines(text, shown, { indent: INDENT, tone: "soft" })),
    ...needed.flatMap((text) => lines(`needed: ${text}`, shown, { indent: INDENT })),
    ...(forecast === null || because.includes(forecast.says)
      ? []
      : lines(`base rate ${measureText(forecast.baseRate)}; came: ${measureText(forecast.outcome)}; ${forecast.says}`, shown, {
          indent: INDENT,
          tone: "soft",
        })),
  ];
}

/** Verdict, the claim's own words as far as there is room, and what was recomputed. */
function row(verdict: ClaimVerdict, quote: string, value: string, all: readonly CheckedClaim[], { width, paint }: Shown): string {
  const widest = all.reduce((most, one) => Math.max(most, wordOf(one.verdict).length), 0);
  const found = shortened(clean(value), Math.floor(width / 3));
  const left = wordOf(verdict).padEnd(widest);
  const room = Math.min(width, LONGEST) - widest - GAP.length - (found === "" ? 0 : found.length + GAP.length);
  const tone = TONES[verdict];
  const head = tone ? paint(tone, left) : left;
  const said = (most: number) => `\u201c${shortened(clean(quote), most - 2)}\u201d`;
  if (room < LEAST) return `${head}${found === "" ? "" : `${GAP}${paint("strong", found)}`}\n${INDENT}${said(width - INDENT.length)}`;
  return `${head}${GAP}${found === "" ? said(room) : `${said(room).padEnd(room)}${GAP}${paint("strong", found)}`}`;
}

/** The definitions with another verdict than the one that the row tells, in short: a line a verdict and subject. */
function otherwise({ parts, because }: CheckedClaim, told: CheckedDefinition | undefined): string[] {
  return parts.flatMap(({ about, judged }) => {
    const said = ({ label, says }: CheckedDefinition) => says !== "" && because.includes(says) && because.includes(label);
    const others = judged.filter((one) => one !== told && one.verdict !== told?.verdict && !said(one));
    const verdicts = [...new Set(others.map(({ verdict }) => verdict))];
    const subject = parts.length > 1 && about !== "" ? `${about}, ` : "";
    return verdicts.map((verdict) => {
      const which = others
        .filter((one) => one.verdict === verdict)
        .map(({ label, value }) => (value === null || value.value === null ? label : `${label} ${measureText(value)}`));
      return `${subject}${VERDICT_WORDS[verdict].word} by: ${which.join("; ")}`;
    });
  });
}

/** What came of the markets after the publication, each once. */
function sinceLines(claims: readonly CheckedClaim[], shown: Shown): string[] {
  const after = new Map(claims.flatMap(({ since }) => since.map((one) => [one.market, one] as const)));
  if (after.size === 0) return [];
  const texts = [...after.values()].map(({ market, change, records }) => `${market} ${changeText(change)}, ${measureText(records)}`);
  return lines(`Since publication, deciding nothing: ${texts.join("; ")}.`, shown, { tone: "soft" });
}

function statementLines(statements: NonNullable<Check["statements"]>, { width, paint }: Shown): string[] {
  const widest = Math.min(
    Math.floor(width / 3),
    statements.reduce((most, { id }) => Math.max(most, clean(id).length), 0),
  );
  const all = statements.flatMap(({ id, verdict, expect }) => {
    const found = verdict === null ? NOT_UNDERSTOOD : VERDICT_WORDS[verdict].word;
    const differs = expect !== null && expect !== verdict;
    const sign = expect === null ? " " : differs ? "\u2260" : "=";
    const text = differs ? `expected ${VERDICT_WORDS[expect].word}, found ${found}` : found;
    const [first = "", ...others] = lines(text, { width: width - widest - 4, paint });
    const tone = (line: string) => (differs ? paint("laggard", line) : line);
    return [
      `${tone(sign)} ${shortened(clean(id), widest).padEnd(widest)}${GAP}${tone(first)}`,
      ...others.map((line) => `${" ".repeat(widest + 4)}${tone(line)}`),
    ];
  });
  return [paint("strong", "Statements"), ...all];
}

function unreadLines(unread: Check["notUnderstood"], shown: Shown): string[] {
  if (unread.length === 0) return [];
  const { width, paint } = shown;
  const quotes = unread.flatMap(({ quote, why }) => [
    `- \u201c${shortened(clean(quote), Math.min(width, LONGEST) - 4)}\u201d`,
    ...lines(why, shown, { indent: INDENT, tone: "soft" }),
  ]);
  return [paint("strong", "What was not understood"), ...quotes];
}

function wordOf(verdict: ClaimVerdict): string {
  const { mark, word } = VERDICT_WORDS[verdict];
  return `${mark} ${word}`;
}

/** Text on lines of the terminal's width, each painted; what has no space to break at is cut. */
function lines(text: string, { width, paint }: Shown, { indent = "", tone }: { indent?: string; tone?: Tone } = {}): string[] {
  const room = Math.min(width, LONGEST) - indent.length;
  const cut = clean(text)
    .split(" ")
    .flatMap((word) => word.match(new RegExp(`.{1,${room}}`, "g")) ?? [])
    .join(" ")
    .replaceAll(/(?<=\d) %/g, "\u00a0%");
  return wrapWords(cut, room).map((line) => indent + (tone ? paint(tone, line) : line));
}

/** Text that cannot steer the terminal, on one line. */
function clean(text: string): string {
  return printable(text.replaceAll(/\s+/gu, " ")).trim();
}

/** Text cut between words where it finds no room. */
function shortened(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(0, Math.max(0, room - 1)).replace(/[\ud800-\udbff]$/u, "");
  const words = cut.replace(/\s+\S*$/u, "");
  return `${words.length >= room / 2 ? words : cut}\u2026`;
}

function counted(value: number, noun: string): string {
  return `${value === 0 ? "no" : whole({ value })} ${noun}${value === 1 ? "" : "s"}`;
}
