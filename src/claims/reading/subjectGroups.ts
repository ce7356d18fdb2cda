import type { Span } from "../article.ts";
import type { Subject, Subjects } from "../claim.ts";
import type { Entity } from "../mention.ts";
import { distinctSubjects } from "./distinctSubjects.ts";
import { type Discourse, HELD_AGAINST, type SubjectGroup } from "./view.ts";

// Between two names that are meant together.
const JOINED =
  /^(?:'s?|\u2019s?)?\s*(?:,|,?\s*(?:and|&|or|plus|as well as|along with|alongside|together with)(?:\s+(?:the|both|even|in|of|for))*|\s*\/)\s*(?:the\s+)?$/i;
const LED_BY = /^,?\s*(?:led by|with|including|especially|notably|such as)\s+(?:the\s+)?$/i;
const BEFORE =
  /(?:^|[\s(,])(except(?: for)?|excluding|barring|apart from|other than|with the exception of|instead of|rather than|than|with|without|versus|vs\.?|against|like|unlike|from|of|for|in|by|to|alongside|behind|beyond|over)\s+(?:the\s+|new\s+highs\s+(?:of|in)\s+)?$/i;

/** The groups of markets that a sentence names, in order; words that point back are resolved by what was said before, and left out where nothing was. */
export function subjectGroups(sentence: string, entities: readonly Entity[], clauses: readonly Span[], said: Discourse): SubjectGroup[] {
  const groups: SubjectGroup[] = [];
  const named = [...said.named];
  for (const entity of entities) {
    if (entity.of !== "market" && entity.of !== "unknownMarket") continue;
    // "It" is what an earlier part of the sentence spoke of, or the sentence before.
    const begin = clauses.find(({ from, to }) => entity.from >= from && entity.from < to)?.from ?? 0;
    const earlier = groups.findLast(({ from, after }) => (from < begin || /^they$/i.test(entity.name)) && !HELD_AGAINST.has(after))?.subjects;
    const subjects = entity.pointsBack
      ? pointedAt(entity, { ...said, named, subjects: earlier ?? said.subjects, pair: pairIn(groups) ?? said.pair })
      : subjectsOf(entity);
    if (!subjects) continue;
    if (!entity.pointsBack) named.push(...subjects.of);
    const last = groups.at(-1);
    const between = last && sentence.slice(last.to, entity.from);
    if (last && between !== undefined && last.subjects.kind && LED_BY.test(between)) {
      groups[groups.length - 1] = { ...last, to: entity.to };
    } else if (last && between !== undefined && JOINED.test(between) && !HELD_AGAINST.has(last.after) && !subjects.kind && !entity.pointsBack) {
      groups[groups.length - 1] = { ...last, to: entity.to, subjects: { of: [...last.subjects.of, ...subjects.of], kind: false } };
    } else {
      groups.push({
        from: entity.from,
        to: entity.to,
        subjects,
        after: (BEFORE.exec(sentence.slice(Math.max(0, entity.from - 40), entity.from))?.[1] ?? "").toLowerCase(),
      });
    }
  }
  return groups;
}

/** The two markets that a sentence has named so far, where they are two. */
function pairIn(groups: readonly SubjectGroup[]): Subjects | null {
  const of = distinctFromEnd(groups.flatMap(({ subjects }) => (subjects.kind ? [] : subjects.of))).reverse();
  return of.length === 2 ? { of, kind: false } : null;
}

function subjectsOf({ name, markets, as }: Entity): Subjects {
  const of = markets.map((candidates): Subject => ({ name, candidates, as }));
  return { of, kind: of.length > 1 };
}

function pointedAt({ name, markets, two }: Entity, { named, subjects, pair }: Discourse): Subjects | undefined {
  if (two) {
    if (pair && pair.of.length === 2) return pair;
    const distinct = distinctFromEnd(named).slice(0, 2).reverse();
    return distinct.length === 2 ? { of: distinct, kind: false } : undefined;
  }
  if (markets.length === 0) {
    const one = /^it$/i.test(name) && subjects && subjects.of.length > 1 && !subjects.kind;
    return one ? { of: subjects.of.slice(0, 1), kind: false } : (subjects ?? undefined);
  }
  const ids = new Set(markets.flat());
  const found = distinctFromEnd(named).find(({ candidates }) => candidates.some((id) => ids.has(id)));
  return found ? { of: [found], kind: false } : undefined;
}

/** Each market once, the one named last first. */
function distinctFromEnd(named: readonly Subject[]): Subject[] {
  return distinctSubjects([...named].reverse());
}
