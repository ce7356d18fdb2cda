import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Net } from "../../src/sources/transport/net.ts";
import type { Reply } from "./vendorFixture.ts";

/** A venue that answers over a real socket. */
export interface Venue {
  /** The requests that came, in order: path with query, and headers. */
  seen: { url: URL; headers: IncomingMessage["headers"] }[];
  /** A `fetch` that brings every request of the source's home here. */
  fetch: typeof fetch;
  close: () => Promise<void>;
}

/** What a venue does with a request: answers it, or takes the socket into its own hands. */
export type Play = (url: URL, headers: IncomingMessage["headers"], wire: { request: IncomingMessage; response: ServerResponse }) => Reply | "own";

/** Starts a venue on a free port of the loopback. */
export async function openVenue(play: Play): Promise<Venue> {
  const seen: Venue["seen"] = [];
  const server: Server = createServer((request, response) => {
    const [home = "venue"] = [request.headers["x-home"]].flat();
    const url = new URL(request.url ?? "/", `http://${home}`);
    seen.push({ url, headers: request.headers });
    const reply = play(url, request.headers, { request, response });
    if (reply === "own") return;
    response.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
    response.end(reply.body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    seen,
    fetch: (input, init) => {
      const asked = new URL(input instanceof Request ? input.url : input);
      const here = new URL(`${asked.pathname}${asked.search}`, `http://127.0.0.1:${port}`);
      const headers = new Headers(init?.headers);
      headers.set("x-home", asked.host);
      return fetch(here, { ...init, headers });
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** A clock that moves when somebody waits for it, so that no test does. */
export function quickNet(
  fetch: typeof globalThis.fetch,
  { now, keys = {} }: { now: number; keys?: Readonly<Record<string, string>> },
): Net & { waits: number[] } {
  let clock = now;
  const waits: number[] = [];
  return {
    waits,
    fetch,
    now: () => clock,
    sleep: (ms) => {
      waits.push(ms);
      clock += ms;
      return Promise.resolve();
    },
    key: (name) => keys[name],
  };
}
