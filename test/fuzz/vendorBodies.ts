import { dayNumber, toDay } from "../../src/market/index.ts";
import type { Ask, Request } from "../../src/sources/source.ts";
import { bodyOf } from "../../src/sources/transport/bodyOf.ts";
import type { Answer } from "../../src/sources/transport/exchange.ts";
import type { Reply, VendorFixture } from "../contracts/vendorFixture.ts";

/** A body that a source may give, and what it was asked for. */
export interface VendorBody {
  ask: Ask;
  request: Request;
  status: number;
  contentType: string;
  text: string;
}

const LONGEST = 8000; // characters; a million bodies are to be read
const MOST_PAGES = 4;
const DAYS = 9;

/** The bodies of a played venue: its ordinary answers to long and to short asks, page by page, and all its awkward ones. */
export function vendorBodies(fixture: VendorFixture): VendorBody[] {
  const { source, ask, rows, facts = [] } = fixture;
  const sessions = [dayNumber(ask.from), dayNumber(ask.to), ...rows.map(({ session }) => session), ...facts.map(({ day }) => dayNumber(day))];
  const around = (session: number) => ({ ...ask, from: toDay(session - DAYS), to: toDay(session + DAYS) });
  const bodies: VendorBody[] = [];
  for (const one of [ask, ...[Math.min(...sessions), Math.max(...sessions)].map(around)]) {
    let request: Request | undefined = source.request(one);
    for (let page = 0; request && page < MOST_PAGES; page++) {
      const body = bodyFrom(fixture, one, request, fixture.respond(...asked(fixture, request)));
      bodies.push(body);
      request = nextOf(fixture, body);
    }
  }
  for (const { ask: changes, reply } of fixture.cases) {
    const one = { ...ask, ...changes };
    const request = requestIfAny(fixture, one);
    if (request) bodies.push(bodyFrom(fixture, one, request, typeof reply === "function" ? reply(asked(fixture, request)[0]) : reply));
  }
  return bodies.filter(({ text }) => text.length <= LONGEST);
}

/** What came, as the transport hands it on. */
export function answerOf({ request, status, contentType }: VendorBody, text: string): Answer {
  return { url: request.url, receivedAt: 0, status, contentType, text, location: null, retryAfter: undefined, etag: null, lastModified: null };
}

function bodyFrom({ source }: VendorFixture, ask: Ask, request: Request, { status = 200, headers, body }: Reply): VendorBody {
  return { ask, request, status, contentType: headers?.["content-type"] ?? (source.format === "csv" ? "text/csv" : "application/json"), text: body };
}

function asked({ source, key = "" }: VendorFixture, { url }: Request): [URL, Record<string, string>] {
  const full = new URL(url);
  if (source.key?.query) full.searchParams.set(source.key.query, key);
  return [full, source.key?.header ? { [source.key.header.name.toLowerCase()]: `${source.key.header.prefix}${key}` } : {}];
}

/** Some cases ask for what the source refuses before anybody is asked. */
function requestIfAny({ source }: VendorFixture, ask: Ask): Request | undefined {
  try {
    return source.request(ask);
  } catch {
    return undefined;
  }
}

function nextOf({ source }: VendorFixture, body: VendorBody): Request | undefined {
  try {
    return source.read(bodyOf(source, answerOf(body, body.text)), body.ask, body.request).next;
  } catch {
    return undefined;
  }
}
