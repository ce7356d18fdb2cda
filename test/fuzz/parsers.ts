import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keysOf } from "../../src/cli/keys.ts";
import { dayNumber, Problem, type ProblemKind } from "../../src/market/index.ts";
import { Catalogue } from "../../src/sources/case/catalogue.ts";
import { macroCurve } from "../../src/sources/case/macroCurve.ts";
import { macroOperations } from "../../src/sources/case/macroOperations.ts";
import { macroReadings } from "../../src/sources/case/macroReadings.ts";
import { readFigures } from "../../src/sources/case/readFigures.ts";
import { readLevels } from "../../src/sources/case/readLevels.ts";
import { SourceFailure } from "../../src/sources/failure.ts";
import { readMarketFile } from "../../src/sources/files/readMarketFile.ts";
import { BAR_AND_TIME } from "../../src/sources/source.ts";
import { readYaml } from "../../src/sources/text/readYaml.ts";
import { bodyOf } from "../../src/sources/transport/bodyOf.ts";
import { groupSchema } from "../../src/study/group.ts";
import type { VendorFixture } from "../contracts/vendorFixture.ts";
import { BAR_DOWNLOADS } from "../fixtures/files/barDownloads.ts";
import { EPS_TABLE, MEETING_HISTORY, ONE_MEETING, SETTLEMENTS } from "../fixtures/files/otherDownloads.ts";
import { textFile } from "../fixtures/files/textFile.ts";
import { FIXTURES } from "../fixtures/vendors/all.ts";
import { answerOf, vendorBodies } from "./vendorBodies.ts";

/** What a parser made of a text, as far as there is something to hold it to. */
export interface Reading {
  held: unknown; // searched for numbers that are none
  sessions: readonly number[];
  asked?: { from: number; to: number }; // day numbers
}

/** A text that the parser is known to read or to refuse, with the reading of others of its kind. */
export interface Specimen {
  text: string;
  read: (text: string) => Reading;
}

/** Something that reads what others have written. */
export interface Parser {
  name: string; // "yahoo"
  specimens: readonly Specimen[];
  /** Whether a failure is the documented one. */
  isRefusal: (error: unknown) => boolean;
}

/** Every parser of the program. Some read files: these are written below a folder, which `close` removes. */
export function openParsers(): { parsers: readonly Parser[]; close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-fuzz-"));
  const parsers = [...FIXTURES.map(sourceParser), marketFile, figures, macroTables, levels, group, catalogue(folder), keys(folder)];
  return { parsers, close: () => rmSync(folder, { recursive: true, force: true }) };
}

const isProblem = (kind: ProblemKind) => (error: unknown) => error instanceof Problem && error.kind === kind;

/** Frozen through and through, so that a reader which changes what it is given fails with a TypeError. */
function frozen<T>(value: T): T {
  const pending: unknown[] = [value];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (typeof one !== "object" || one === null || Object.isFrozen(one)) continue;
    Object.freeze(one);
    for (const inner of Object.values(one)) if (typeof inner === "object" && inner !== null) pending.push(inner);
  }
  return value;
}

function sourceParser(fixture: VendorFixture): Parser {
  const { source } = fixture;
  const specimens = vendorBodies(fixture).map((body): Specimen => {
    const [ask, request] = [frozen({ ...body.ask }), frozen({ ...body.request })];
    const asked = { from: dayNumber(ask.from), to: dayNumber(ask.to) };
    return {
      text: body.text,
      read: (text) => {
        const { rows, facts = [], next, ...said } = source.read(frozen(bodyOf(source, frozen(answerOf(body, text)))), ask, request);
        if (next && !next.url.startsWith(`${source.home}/`)) throw new Error(`a next page that leads to ${next.url}`);
        const strange = rows.flatMap((row) => Object.keys(row)).find((key) => key !== "session" && !BAR_AND_TIME.includes(key as "knownAt"));
        if (strange !== undefined) throw new Error(`a row with the field ${strange}`);
        return { held: { rows, facts, said }, sessions: [...rows.map(({ session }) => session), ...facts.map(({ day }) => dayNumber(day))], asked };
      },
    };
  });
  return { name: source.id, specimens, isRefusal: (error) => error instanceof SourceFailure };
}

const marketFile: Parser = {
  name: "readMarketFile",
  isRefusal: isProblem("data"),
  specimens: [
    ...BAR_DOWNLOADS.map(({ text, dates }) => ({ file: textFile(text), options: dates === undefined ? {} : { dates } })),
    { file: textFile("snapped_at,price,total_volume\n2026-09-17 00:00:00 UTC,1239.5,2500000\n2026-09-18 00:00:00 UTC,1250,900000\n"), options: {} },
    { file: textFile("observation_date,AAA10,BB_2\n2026-09-17,,4.25\n2026-09-18,-0.05,.\n"), options: {} },
    { file: textFile(MEETING_HISTORY), options: {} },
    { file: textFile(ONE_MEETING, "FedMeeting_20261209.csv"), options: {} },
    { file: textFile(JSON.stringify(SETTLEMENTS), "zq.json"), options: {} },
    { file: textFile(EPS_TABLE), options: {} },
    { file: textFile("date,contract_month,price\n2026-09-17,2026-10,96.1\n2026-09-17,2026-12,96.2025\n2026-09-18,2026-10,96.105\n"), options: {} },
  ].map(({ file, options }) => ({
    text: file.text,
    read: (text) => {
      const read = readMarketFile(frozen({ ...file, text }), options);
      const rows = read.series.flatMap((one) => one.rows);
      return { held: read, sessions: [...rows.map(({ session }) => session), ...read.facts.map(({ day }) => dayNumber(day))] };
    },
  })),
};

const figures: Parser = {
  name: "readFigures",
  isRefusal: isProblem("data"),
  specimens: [
    "date,close,high,low,total_return\n2025-12-10,255.1,256,253.25,101.5\n2025-12-11,257.8,258,,102\n2025-12-12,253.85,257,253,1e2\n",
    "date,close\n2025-12-10,+.5\n2025-12-11,5.\n2025-12-12,1.25e-3\n",
  ].map((text) => ({
    text,
    read: (text) => {
      const { sessions, columns } = readFigures(frozen(textFile(text)));
      // An empty cell is NaN by its documentation.
      return { held: Object.values(columns).map((values) => values.filter((value) => !Number.isNaN(value))), sessions };
    },
  })),
};

const macroTables: Parser = {
  name: "the macro tables of a case",
  isRefusal: isProblem("data"),
  specimens: [
    {
      text: "date,DFF,DGS2\n2026-09-17,3.88,\n2026-09-18,3.88,-0.05\n2026-09-19,.5,1e-2\n",
      read: (text) => {
        const held = Object.values(macroReadings(frozen(textFile(text)), { units: ["percent"], source: "case" }));
        return { held, sessions: held.flatMap(({ sessions }) => [...sessions]) };
      },
    },
    {
      text: "operation_id,operation_date,settlement_date,operation_type,maturity_start,maturity_end,submitted_usd_bn,accepted_usd_bn,kind\nOR 1,2026-09-17,2026-09-18,Outright Bill Purchase,2026-10-01,2027-01-07,27.458,8.167,bill_purchase\nOR 2,2026-09-18,,Outright Coupon Sale,,,0.025,0.000,small_value_exercise\n",
      read: (text) => {
        const held = macroOperations(frozen(textFile(text)), "case");
        return { held, sessions: held.map(({ day }) => dayNumber(day)) };
      },
    },
    {
      text: "contract_month,price\n2026-10,96.1\n2026-11,\n2026-12,96.2025\n",
      read: (text) => ({ held: macroCurve(frozen(textFile(text)), { day: "2026-09-17", source: "case" }), sessions: [] }),
    },
  ],
};

const levels: Parser = {
  name: "readLevels",
  isRefusal: isProblem("data"),
  specimens: ["market,date,field,usd\nIWM,2025-12-11,close,257.80\nIWM,2025-12-12,high,258\nBTC,2025-10-06,low,123456.789\n"].map((text) => ({
    text,
    read: (text) => {
      const held = readLevels(frozen(textFile(text)));
      return { held, sessions: held.map(({ session }) => session) };
    },
  })),
};

const group: Parser = {
  name: "group file",
  isRefusal: isProblem("usage"),
  specimens: [
    "name: Two\nleader: A\nlaggard: B\nmembers: [A, B]\n",
    'name: "Three, with a question"\nleader: SPX\nlaggard: IWM\nmembers:\n  - SPX\n  - IWM\n  - yahoo:SHOP\nquestion:\n  day: 2025-12-11\n  text: >-\n    does it catch up\ndefinitions:\n  near: 0.02\n  laggardBelowAlso: [0.1, 0.2]\n  horizon: 252\n  showFrom: 2019-01-01\n  basis: close\n',
  ].map((text) => ({ text, read: (text) => ({ held: readYaml(frozen(textFile(text, "group.yaml")), groupSchema, "usage"), sessions: [] }) })),
};

const MARKET = (id: string, more: string) =>
  `  ${id}:\n    name: market ${id}\n    description: ${id}, invented\n    kind: etf\n    calendar: XNYS\n    close: { time: "16:00", zone: America/New_York }\n    currency: USD\n${more}`;

function catalogue(folder: string): Parser {
  const path = join(folder, "markets.yaml");
  return {
    name: "markets file",
    isRefusal: isProblem("usage"),
    specimens: [
      `levels: levels.csv\ndigits: 6\nmarkets:\n${MARKET("A", "    figures: A.csv\n    sources: [yahoo:A, tiingo:A]\n")}${MARKET("B", "    variantOf: A\n    aliases: [b, bee]\n    sources: [yahoo:B]\n    earlier: stooq:b.us\n")}`,
    ].map((text) => ({
      text,
      read: (text) => {
        writeFileSync(path, text);
        const held = new Catalogue(path);
        return { held: held.ids.map((id) => [held.describe(id), held.find(id), held.namesOf(id), held.variantsOf(id)]), sessions: [] };
      },
    })),
  };
}

const KEY_REFUSED = /^[^:]+(?::\d+: expected NAME=value; received another line)$/;

function keys(folder: string): Parser {
  const path = join(folder, "keys");
  return {
    name: "keys file",
    // The whole message is known: whatever else it said might be a key.
    isRefusal: (error) => isProblem("usage")(error) && KEY_REFUSED.test((error as Problem).message),
    specimens: ["# keys of sources\nTIINGO_KEY=0123abc\nFRED_KEY=x=y\n\nSTOOQ_KEY=9\r\n"].map((text) => ({
      text,
      read: (text) => {
        writeFileSync(path, text, { mode: 0o600 });
        const value = keysOf({}, folder);
        const held = ["TIINGO_KEY", "FRED_KEY", "STOOQ_KEY"].map(value);
        if (held.some((one) => one !== undefined && !/^\S+$/.test(one))) throw new Error("a key that is empty or has spaces");
        return { held, sessions: [] };
      },
    })),
  };
}
