// Numbers and days in the manner of a locale: by Intl, in Latin digits, the words and the measures as they are.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Problem } from "../../src/market/index.ts";
import { figuresOf, inLocale, localeOf, type Part, percent, toHtml, toMarkdown, whole } from "../../src/note/index.ts";
import { localSvg } from "../../src/note/localSvg.ts";
import { ARTICLE_DAY, LAST_DAY } from "../case.ts";
import { numbersOf, partsOf, readIn } from "./parts.ts";
import { foundingNote } from "./written.ts";

const TAGS = ["de-DE", "fr-FR", "en-US", "es-ES", "sv-SE", "hi-IN"] as const;
const note = foundingNote(LAST_DAY);

// Witness: the rules of each language (CLDR), written here by hand. NB is a no-break space, NN a narrow one.
const [NB, NN] = ["\u00a0", "\u202f"];
const WRITTEN: Record<(typeof TAGS)[number], { number: Record<string, string>; day: string }> = {
  "de-DE": {
    number: {
      "\u22121,234.5": "\u22121.234,5",
      "25.8%": `25,8${NB}%`,
      "124,659": "124.659",
      "$5.60 trillion": "$5,60 trillion",
      "20% to 61%": `20${NB}% to 61${NB}%`,
    },
    day: "11. Dezember 2025",
  },
  "fr-FR": {
    number: {
      "\u22121,234.5": `\u22121${NN}234,5`,
      "25.8%": `25,8${NN}%`,
      "124,659": `124${NN}659`,
      "$5.60 trillion": "$5,60 trillion",
      "20% to 61%": `20${NN}% to 61${NN}%`,
    },
    day: "11 décembre 2025",
  },
  "en-US": {
    number: { "\u22121,234.5": "\u22121,234.5", "25.8%": "25.8%", "124,659": "124,659", "$5.60 trillion": "$5.60 trillion", "20% to 61%": "20% to 61%" },
    day: "December 11, 2025",
  },
  "es-ES": {
    // Four digits are not grouped in Spanish.
    number: {
      "\u22121,234.5": "\u22121234,5",
      "25.8%": `25,8${NB}%`,
      "124,659": "124.659",
      "$5.60 trillion": "$5,60 trillion",
      "20% to 61%": `20${NB}% to 61${NB}%`,
    },
    day: "11 de diciembre de 2025",
  },
  "sv-SE": {
    number: {
      "\u22121,234.5": `\u22121${NB}234,5`,
      "25.8%": `25,8${NB}%`,
      "124,659": `124${NB}659`,
      "$5.60 trillion": "$5,60 trillion",
      "20% to 61%": `20${NB}% to 61${NB}%`,
    },
    day: "11 december 2025",
  },
  "hi-IN": {
    number: { "\u22121,234.5": "\u22121,234.5", "25.8%": "25.8%", "124,659": "1,24,659", "$5.60 trillion": "$5.60 trillion", "20% to 61%": "20% to 61%" },
    day: "11 दिसंबर 2025",
  },
};

/** Which of the blanks that do not break stands there has changed with the versions of that data. */
const blank = (text: string) => text.replaceAll(NN, NB);

for (const tag of TAGS) {
  test(`${tag}: numbers and days as that language writes them`, () => {
    const locale = localeOf(tag);
    for (const [text, written] of Object.entries(WRITTEN[tag].number)) assert.equal(blank(locale.number(text)), blank(written));
    assert.equal(locale.day("2025-12-11"), WRITTEN[tag].day);
    assert.equal(blank(locale.words("since 11 December 2025, 25.8% below")), blank(`since ${WRITTEN[tag].day}, ${WRITTEN[tag].number["25.8%"]} below`));
  });

  test(`${tag}: years, times, counts and names in words stay as they are`, () => {
    const { number, words } = localeOf(tag);
    for (const text of ["2025", "16:00 New York", "24/7", "180 days", "unknown", "\u2013", "none", "2025-12-11", "0 and 20", "n = 7"])
      assert.equal(number(text), text);
    for (const text of ["Dec 2025", "2020", "24:00 UTC", "May be", "11 December", "31 Marchers 2025"]) assert.equal(words(text), text);
  });
}

test("a day is the same in every time zone", () => {
  const before = process.env.TZ;
  try {
    for (const zone of ["Pacific/Kiritimati", "Pacific/Midway", "UTC"]) {
      process.env.TZ = zone;
      assert.equal(localeOf("en-US").day("2025-12-11"), "December 11, 2025", zone);
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test("a number keeps its digits: read back, it is what was written", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(2), fc.constantFrom(...TAGS), (value, decimals, tag) => {
      const text = percent({ value }, { decimals });
      const local = localeOf(tag).number(text);
      const decimal = new Intl.NumberFormat(tag).formatToParts(1.5).find(({ type }) => type === "decimal")!.value;
      const read = local
        .replaceAll(decimal, "#")
        .replaceAll(/[^\d#\u2212]/g, "")
        .replace("#", ".");
      assert.equal(read, text.replaceAll(/[,%]/g, ""));
      assert.equal(local.startsWith("\u2212"), text.startsWith("\u2212"));
    }),
    { numRuns: 100 },
  );
  assert.equal(localeOf("hi-IN").number(whole({ value: 12_345_678 })), "1,23,45,678");
});

test("a language whose own digits are others is written in Latin ones", () => {
  for (const tag of ["ar-EG", "fa-IR", "bn-BD", "mr-IN"]) {
    const { number, day } = localeOf(tag);
    assert.ok(!/\p{Nd}/u.test([number("1,234.5"), number("25.8%"), day("2025-12-11")].join("").replaceAll(/[0-9]/g, "")), tag);
    // The calendar is the one that the figures are dated by.
    assert.match(day("2025-12-11"), /2025/, tag);
  }
});

test("what is no locale is a problem of usage that says what was expected", () => {
  for (const tag of ["xx-invalid-!!", "", "x", "de_DE", "zz-ZZ", "<b>", "e", "english please"]) {
    assert.throws(
      () => localeOf(tag),
      (error) => error instanceof Problem && error.kind === "usage" && error.message.endsWith(`expected a locale as de-DE; received ${tag}`),
      tag,
    );
  }
  assert.equal(localeOf("de").tag, "de");
  assert.equal(localeOf("DE-de").tag, "de-DE");
});

test("the first locale changes nothing", () => {
  const { number, words, day } = localeOf("en-GB");
  assert.deepEqual(
    [number("\u22121,234.5"), words("11 December 2025: 25.8%"), day("2025-12-11")],
    ["\u22121,234.5", "11 December 2025: 25.8%", "11 December 2025"],
  );
  const same = inLocale(note, localeOf("en-GB"));
  assert.equal(toMarkdown(same), toMarkdown(note));
  assert.equal(toHtml(same), toHtml(note));
});

/** A drawing without its texts: what is left is its shape. */
const shape = (svg: string) => svg.replaceAll(/>[^<]+</g, "><").replace(/aria-label="[^"]*"/, "");
const styleOf = (svg: string) => /<style>[\s\S]*?<\/style>/.exec(svg)?.[0];

for (const tag of ["de-DE", "hi-IN"] as const) {
  test(`${tag}: a note keeps its measures, their places, its words and the shape of its charts`, () => {
    const local = inLocale(note, localeOf(tag));
    const [before, after] = [numbersOf(note), numbersOf(local)];
    assert.equal(after.length, before.length);
    for (const [k, part] of after.entries()) {
      assert.equal(part.measure, before[k]!.measure);
      assert.ok(local.paths?.has(part.measure));
    }
    const others = (one: unknown) =>
      partsOf(one).filter((part): part is Exclude<Part, { kind: "number" | "day" }> => part.kind !== "number" && part.kind !== "day");
    assert.deepEqual(others(local), others(note));
    assert.ok(after.some(({ text }, k) => text !== before[k]!.text));
    for (const [k, figure] of figuresOf(local).entries()) {
      const was = figuresOf(note)[k]!;
      for (const layout of ["wide", "narrow"] as const) {
        assert.equal(shape(figure.svg[layout]), shape(was.svg[layout]), `${figure.id}, ${layout}`);
        assert.equal(styleOf(figure.svg[layout]), styleOf(was.svg[layout]));
        assert.notEqual(readIn(figure.svg[layout]), readIn(was.svg[layout]));
      }
      assert.equal(figure.data.rows.length, was.data.rows.length);
    }
  });
}

test("in German the page says every number and day so, in sentences, tables, pictures and behind them", () => {
  const local = inLocale(foundingNote(ARTICLE_DAY), localeOf("de-DE"));
  const html = toHtml(local);
  assert.match(html, new RegExp(`<data value="-0.2578[^"]*"[^>]*>25,8${NB}%</data>`));
  assert.match(html, /<time datetime="2025-12-04">4\. Dezember 2025<\/time>/);
  assert.match(html, /Note on Small caps and bitcoin, <time datetime="2025-12-11">11\. Dezember 2025<\/time>/);
  const [picture] = figuresOf(local);
  assert.match(readIn(picture!.svg.wide), new RegExp(`As of 11\\. Dezember 2025\\..*|BTC \u221225,8${NB}%`));
  assert.match(picture!.alt, new RegExp(`BTC \u221225,8${NB}%`));
  assert.match(JSON.stringify(picture!.data.rows.at(-1)), new RegExp(`\u221225,79${NB}%`));
  // No point is left between digits, but in times, versions of a date and the source's own words.
  for (const { text } of numbersOf(local)) assert.ok(!/\d\.\d(?!\d\d)|\d%/.test(text), text);
  // Days in tables stay ISO: they are sorted and compared there.
  assert.match(toMarkdown(local), /\| 2025-12-04 \| \u221226,1/);
});

test("a picture has its texts and its label in the manner of the locale; style and drawing keep their numbers", () => {
  const svg = (text: string) =>
    `<svg viewBox="0 0 1.5 2.5" aria-label="${text} on"><style>.a{stroke-width:1.5;width:50%}</style><path d="M0.5,1.25"/><text x="3.25">${text}</text></svg>`;
  const german = localSvg(svg("1.5% of 2,000 on 1 May 2025"), localeOf("de-DE"));
  assert.equal(german, svg(`1,5${NB}% of 2.000 on 1. Mai 2025`));
  // Without a style there is no label that is known to be one.
  assert.equal(localSvg('<svg><text x="3.25">1.5</text></svg>', localeOf("de-DE")), '<svg><text x="3.25">1,5</text></svg>');
});
