import type { Study } from "../../../study/index.ts";
import type { Block, Section } from "../../document.ts";
import { decimal, percent, whole } from "../../format.ts";
import { count, listed, name, number, prose, type Text } from "../../prose.ts";

type Specification = Study["catchUp"]["specification"];
type Conclusion = Specification["conclusions"][number];

const CONCLUSION: Readonly<Record<Conclusion["conclusion"], string>> = {
  moreThanBase: "more often than the base",
  beyondBase: "evidence for more than that",
  openNow: "a case is open now",
  firstInYears: "the first case in years",
};

/** How many definitions were tried, and what the answer depends on, in a sentence. */
export function specificationText({ catchUp }: Study): Text | undefined {
  const { specification } = catchUp;
  const { computable, tried } = specification;
  const more = specification.conclusions.find(({ conclusion }) => conclusion === "moreThanBase");
  const beyond = specification.conclusions.find(({ conclusion }) => conclusion === "beyondBase");
  // Under most definitions there are too few cases, if there are too few under those in force.
  if (!more || !beyond || !beyond.decided.value || catchUp.verdict.evidence === "tooFew") return undefined;
  return prose`Of ${count(tried, "definition")} tried, ${number(computable, whole(computable))} find five cases or more that can be counted: under these, records within the horizon came more often than their base in ${number(more.share, percent(more.share, { decimals: 0 }))}, and there is evidence for more than the base, weak at least, in ${number(beyond.support, whole(beyond.support))}.`;
}

/** Each conclusion with the share of definitions that supports it, and the single changes that turn it around. */
export function specificationSection(study: Study): Section {
  const { specification } = study.catchUp;
  const text = specificationText(study);
  const blocks: Block[] = text ? [{ kind: "paragraph", text }] : [];
  const { lowest, median, highest, main, yearsSinceLast, yearsRange, dimensions, conclusions } = specification;
  if (conclusions.some(({ decided }) => decided.value)) {
    const points = (measure: typeof lowest) => number(measure, decimal({ value: measure.value === null ? null : measure.value * 100 }, { decimals: 0 }));
    if (main.value !== null) {
      blocks.push({
        kind: "paragraph",
        text: prose`Share with a record within the horizon, less the base: ${points(main)} percentage points under the definitions in force; from ${points(lowest)} to ${points(highest)} points over all, median ${points(median)}.`,
      });
    }
    blocks.push({
      kind: "table",
      caption: prose`Each conclusion under the definitions in force, and how many of the definitions under which it can be said support it. Evidence: weak at least.`,
      columns: [
        { title: "Conclusion" },
        { title: "In force", essential: true },
        { title: "Supported by", numeric: true, essential: true },
        { title: "Of", numeric: true, essential: true },
      ],
      rows: conclusions
        .filter(({ decided }) => decided.value !== 0)
        .map((one) => ({
          cells: [
            conclusionText(specification, one.conclusion),
            prose`${name(one.main === null ? "cannot be said" : one.main ? "yes" : "no")}`,
            prose`${number(one.support, whole(one.support))}`,
            prose`${number(one.decided, whole(one.decided))}`,
          ],
        })),
    });
    const turned = conclusions.filter(({ flips }) => flips.length > 0);
    if (turned.length > 0) {
      blocks.push({
        kind: "list",
        items: turned.map(
          ({ conclusion, flips }) =>
            prose`Single changes that turn around \u201c${conclusionText(specification, conclusion)}\u201d: ${flips.flatMap(({ dimension, to }, k) => prose`${k === 0 ? prose`` : prose`; `}${name(dimension)} ${valueText(specification, dimension, to)}`)}.`,
        ),
      });
    }
    blocks.push({
      kind: "paragraph",
      text: prose`The grid: ${listed(dimensions.map(({ name: dimension, values }) => prose`${name(dimension)} (${listed(values.map(({ label }) => valueText(specification, dimension, label)))})`))}. The definitions share their data: this is no test.`,
    });
  }
  const years = (measure: typeof lowest) => number(measure, decimal(measure, { decimals: 1 }));
  if (yearsSinceLast.value !== null) {
    blocks.push({
      kind: "paragraph",
      text: prose`The open case came ${years(yearsSinceLast)} years after the one before; over all definitions ${years(yearsRange.lowest)} to ${years(yearsRange.highest)} years.`,
    });
  }
  return { id: "specification", title: "What hangs on the definitions?", blocks };
}

/** A value of a dimension: a number as a reference, a word, which may stand for a number, as a name. */
function valueText({ dimensions }: Specification, dimension: string, label: string): Text {
  const measure = dimensions.find((one) => one.name === dimension)?.values.find((one) => one.label === label)?.number;
  return measure && /\d/.test(label) ? prose`${number(measure, label)}` : prose`${name(label)}`;
}

function conclusionText({ wholeYears }: Specification, conclusion: Conclusion["conclusion"]): Text {
  const { value } = wholeYears;
  if (conclusion !== "firstInYears" || value === null || value < 1) return prose`${name(CONCLUSION[conclusion])}`;
  return prose`the first case in ${number(wholeYears, whole(wholeYears))} ${name(value < 2 ? "year" : "years")}`;
}
