import { lookup as systemLookup } from "node:dns";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as securedRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Article } from "../../claims/article.ts";
import { Problem } from "../../market/index.ts";
import { articleOf } from "./articleOf.ts";
import { LARGEST_INPUT } from "./bounds.ts";
import { mimeOf, shownType } from "./formatOf.ts";
import { publicAddress } from "./publicAddress.ts";
import { webAddress } from "./webAddress.ts";

/** How long fetching may take in all, how large a page may be, also unpacked, and how many times it may lead elsewhere. */
export interface FetchBounds {
  timeout: number; // ms
  largest: number; // bytes
  redirects: number;
}

/** What fetching an article does to the world; tests pass others. */
export interface FetchEffects {
  signal?: AbortSignal | undefined;
  /** Whether an address and port may be connected to. */
  isPublic?: (ip: string, port: number) => boolean;
  /** The addresses of a host. */
  lookup?: typeof systemLookup;
  bounds?: FetchBounds;
}

const BOUNDS: FetchBounds = { timeout: 15_000, largest: LARGEST_INPUT, redirects: 5 };
const TYPES = new Set(["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf"]);
const UNPACK: Readonly<Record<string, () => Readable & NodeJS.WritableStream>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

// Newspapers are read at the ports of the web. What listens elsewhere is no page, and a link must not make this program speak to it.
const ofTheWeb = (ip: string, port: number) => publicAddress(ip) && (port === 80 || port === 443);

/**
 * The article at an address of the web (http, https).
 *
 * Only public addresses are connected to, at ports 80 and 443: the address that was looked at is the one that is used, so that a name cannot change its mind in between, and
 * this holds again for each page that it leads to. Nothing is sent but the request: no cookies, no name but "lockstep".
 *
 * @throws Problem naming the host and no more: "usage" for an address that is not fetched or a page that is no article, "data" when it cannot be had
 */
export async function fetchArticle(
  address: string,
  { signal, isPublic = ofTheWeb, lookup = systemLookup, bounds = BOUNDS }: FetchEffects = {},
): Promise<Article> {
  const late = AbortSignal.timeout(bounds.timeout);
  const stop = signal ? AbortSignal.any([signal, late]) : late;
  let url = webAddress(address);
  try {
    for (let followed = 0; ; followed++) {
      const answer = await answerOf(url, { stop, isPublic, lookup });
      const next = redirectOf(answer, url);
      if (!next) {
        const contentType = typeOf(answer, url);
        const bytes = await bodyOf(answer, url, bounds.largest);
        return await articleOf(bytes, { source: webAddress(address).href, place: url.host, contentType, name: url.pathname });
      }
      answer.destroy();
      if (followed === bounds.redirects) throw new Problem("data", `expected a page within ${bounds.redirects} redirects; received another`, url.host);
      url = next;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (signal?.aborted) throw new Problem("data", "stopped before the page was complete", url.host);
    if (late.aborted) throw new Problem("data", `expected a page within ${bounds.timeout / 1000} s; received less`, url.host);
    throw new Problem("data", `expected a page; received none (${reasonOf(error)})`, url.host);
  }
}

type Ask = { stop: AbortSignal } & Required<Pick<FetchEffects, "isPublic" | "lookup">>;

/** The head of the answer of the one address that was looked at. */
async function answerOf(url: URL, { stop, isPublic, lookup }: Ask): Promise<IncomingMessage> {
  const secured = url.protocol === "https:";
  const port = Number(url.port) || (secured ? 443 : 80);
  const refused = () => new Problem("usage", "expected a public address of the web; received one that is not", url.host);
  const literal = url.hostname.replace(/^\[(.*)\]$/, "$1");
  // No name is looked up for a literal address.
  if (isIP(literal) !== 0 && !isPublic(literal, port)) throw refused();
  const looked: LookupFunction = (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, "", 0);
      const [first] = addresses;
      // One that is not public among them is enough: the name is not what it seems.
      if (!first || !addresses.every(({ address }) => isPublic(address, port))) return done(refused(), "", 0);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
  return new Promise((resolve, reject) => {
    const asked = (secured ? securedRequest : plainRequest)(url, {
      // A connection of an earlier request would have been checked by another rule.
      agent: false,
      lookup: looked,
      signal: stop,
      headers: { "user-agent": "lockstep", accept: [...TYPES].join(", "), "accept-encoding": "gzip, br" },
    });
    asked.once("response", resolve);
    asked.on("error", reject);
    asked.end();
  });
}

/** Where an answer leads; undefined when it is a page. */
function redirectOf({ statusCode, headers: { location } }: IncomingMessage, url: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode ?? 0)) return undefined;
  if (location === undefined) throw new Problem("data", `expected a page; received status ${statusCode}, which leads nowhere`, url.host);
  return webAddress(location, url);
}

function typeOf(answer: IncomingMessage, url: URL): string {
  if (answer.statusCode !== 200) {
    answer.destroy();
    throw new Problem("data", `expected status 200; received ${answer.statusCode}`, url.host);
  }
  const contentType = answer.headers["content-type"] ?? "";
  if (!TYPES.has(mimeOf(contentType))) {
    answer.destroy();
    throw new Problem("usage", `expected a page, text, Markdown or PDF; received ${shownType(mimeOf(contentType))}`, url.host);
  }
  return contentType;
}

/** The body, unpacked, given up as soon as it is too large: a body without an end would fill the memory. */
async function bodyOf(answer: IncomingMessage, url: URL, largest: number): Promise<Uint8Array> {
  const encoding = (answer.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const unpack = Object.hasOwn(UNPACK, encoding) ? UNPACK[encoding] : undefined;
  if (!unpack && encoding !== "identity" && encoding !== "") {
    answer.destroy();
    throw new Problem("data", "expected a page packed by gzip, br or not at all; received another packing", url.host);
  }
  const body = unpack ? unpacked(answer, unpack()) : answer;
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > largest) throw new Problem("usage", `expected a page of at most ${largest} bytes; received more`, url.host);
      parts.push(part);
    }
  } finally {
    answer.destroy();
  }
  return Buffer.concat(parts);
}

function unpacked(answer: IncomingMessage, stream: Readable & NodeJS.WritableStream): Readable {
  answer.once("error", (error) => stream.destroy(error));
  return answer.pipe(stream);
}

/** The name of a fault and nothing that it quotes. */
function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === "string" && /^\w{1,60}$/.test(code) ? code : "no answer";
}
