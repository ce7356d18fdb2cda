// Fetching reaches the web and nothing else, takes what is a page and no more, and says of what fails the host alone.
import assert from "node:assert/strict";
import type { lookup as systemLookup } from "node:dns";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { type FetchEffects, fetchArticle } from "../../../src/sources/article/fetchArticle.ts";

const BOUNDS = { timeout: 3000, largest: 100_000, redirects: 3 };
const PAGE = "<h1>Record</h1><p>Published: 12 December 2025<p>Gold is up.";

/** A server of one's own while a test runs; its connections end with it. */
async function serving(
  answer: RequestListener,
  check: (base: string, fetch: (path: string, effects?: FetchEffects) => Promise<unknown>, seen: string[]) => Promise<void>,
) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? "");
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await check(base, (path, effects) => fetchArticle(new URL(path, base).href, { isPublic: () => true, bounds: BOUNDS, ...effects }), seen);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A resolver that says these addresses of every host. */
function saying(...addresses: string[]): typeof systemLookup {
  const stub = (_host: string, _options: object, done: (error: null, all: object[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  return stub as unknown as typeof systemLookup;
}

const html =
  (body: string | Uint8Array, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  };

test("a page becomes its article, and the request says no more than it must", async () => {
  let headers: object = {};
  await serving(
    (request, response) => {
      headers = request.headers;
      html(PAGE)(request, response);
    },
    async (base, fetch) => {
      assert.deepEqual(await fetch("/a?b=c"), {
        title: "Record",
        text: "Record\n\nPublished: 12 December 2025\n\nGold is up.",
        published: "2025-12-12",
        source: `${base}/a?b=c`,
      });
      assert.deepEqual(Object.keys(headers).sort(), ["accept", "accept-encoding", "connection", "host", "user-agent"]);
      assert.equal((headers as { "user-agent": string })["user-agent"], "lockstep");
    },
  );
});

for (const [encoding, pack] of [
  ["gzip", gzipSync],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
] as const) {
  test(`packed by ${encoding}: unpacked, and given up when it unpacks to too much`, async () => {
    await serving(
      (request, response) => html(pack(request.url === "/bomb" ? Buffer.alloc(20_000_000, "a") : PAGE), { "content-encoding": encoding })(request, response),
      async (_, fetch) => {
        assert.equal(((await fetch("/")) as { title: string }).title, "Record");
        await assert.rejects(fetch("/bomb"), {
          name: "Problem",
          kind: "usage",
          message: /^127\.0\.0\.1:\d+: expected a page of at most 100000 bytes; received more$/,
        });
      },
    );
  });
}

for (const [name, address] of [
  ["this machine", "http://127.0.0.1/"],
  ["this machine in one number", "http://2130706433/"],
  ["this machine in hexadecimal", "http://0x7f.1/"],
  ["this machine in octal", "http://0177.0.0.1/"],
  ["this machine in wide digits", "http://\uFF11\uFF12\uFF17.0.0.1/"],
  ["this machine in IPv6", "http://[::1]/"],
  ["IPv4 inside IPv6", "http://[::ffff:127.0.0.1]/"],
  ["a cloud's own", "http://169.254.169.254/latest/secret"],
  ["a public one at another port", "http://8.8.8.8:22/"],
] as const) {
  test(`not connected to: ${name}`, async () =>
    assert.rejects(fetchArticle(address), {
      name: "Problem",
      kind: "usage",
      message: /^\S+: expected a public address of the web; received one that is not$/,
    }));
}

for (const [name, address, message] of [
  ["no address", "nothing", /^expected an address like https/],
  ["a file", "file:///etc/passwd", /^expected http or https; received file:$/],
  ["a name and password", "https://user:secret@example.org/", /^example\.org: expected an address without user name and password; received one with them$/],
] as const) {
  test(`not asked for: ${name}`, async () => assert.rejects(fetchArticle(address), { name: "Problem", kind: "usage", message }));
}

test("a name with one address that is not public among its own is not connected to", async () => {
  await serving(html(PAGE), async (base, fetch, seen) => {
    const { port } = new URL(base);
    const address = `http://paper.test:${port}/`;
    const isPublic = (ip: string) => ip === "127.0.0.1";
    assert.equal(((await fetch(address, { lookup: saying("127.0.0.1"), isPublic })) as { title: string }).title, "Record");
    await assert.rejects(
      fetch(address, { lookup: saying("127.0.0.1", "10.0.0.1"), isPublic }),
      /^Problem: paper\.test:\d+: expected a public address of the web/,
    );
    await assert.rejects(fetch(address, { lookup: saying(), isPublic }), /expected a public address/);
    assert.equal(seen.length, 1);
  });
});

test("the address that was looked at is the one that is used: a name is asked for once a request", async () => {
  await serving(html(PAGE), async (base, fetch) => {
    let asked = 0;
    const turning = ((host: string, options: object, done: never) =>
      saying(asked++ === 0 ? "127.0.0.1" : "10.0.0.1")(host, options, done)) as typeof systemLookup;
    await fetch(`http://paper.test:${new URL(base).port}/`, { lookup: turning, isPublic: (ip) => ip === "127.0.0.1" });
    assert.equal(asked, 1);
  });
});

test("redirects are followed so far, and each is checked as the first was", async () => {
  const to: Record<string, string> = {
    "/1": "/2",
    "/2": "page",
    "/loop": "/loop",
    "/cloud": "http://169.254.169.254/latest?token=secret",
    "/file": "file:///etc/passwd",
  };
  to["/user"] = "http://a:b@example.org/";
  await serving(
    (request, response) => {
      const location = to[request.url ?? ""];
      if (location !== undefined) response.writeHead(302, { location }).end();
      else if (request.url === "/nowhere") response.writeHead(302).end();
      else html(PAGE)(request, response);
    },
    async (base, fetch, seen) => {
      const { port } = new URL(base);
      assert.equal(((await fetch("/1")) as { source: string }).source, `${base}/1`);
      assert.deepEqual(seen.splice(0), ["/1", "/2", "/page"]);
      await assert.rejects(fetch("/loop"), { kind: "data", message: /expected a page within 3 redirects; received another$/ });
      assert.equal(seen.splice(0).length, 4);
      const ownOnly = { isPublic: (ip: string, at: number) => ip === "127.0.0.1" && String(at) === port };
      await assert.rejects(fetch("/cloud", ownOnly), {
        kind: "usage",
        message: "169.254.169.254: expected a public address of the web; received one that is not",
      });
      await assert.rejects(fetch("/file"), /expected http or https; received file:$/);
      await assert.rejects(fetch("/user"), /^Problem: example\.org: expected an address without user name/);
      await assert.rejects(fetch("/nowhere"), /received status 302, which leads nowhere$/);
    },
  );
});

for (const [name, answer, message] of [
  ["a status", (_, response) => response.writeHead(404, { "content-type": "text/html" }).end(PAGE), /expected status 200; received 404$/],
  ["another type", (_, response) => response.writeHead(200, { "content-type": "application/json" }).end("{}"), /received application\/json$/],
  ["no type", (_, response) => response.writeHead(200).end(PAGE), /received no content type$/],
  ["another packing", html(PAGE, { "content-encoding": "zstd" }), /received another packing$/],
  ["a broken packing", html(PAGE, { "content-encoding": "gzip" }), /expected a page; received none \(Z_DATA_ERROR\)$/],
  ["other letters than said", html(Buffer.from("<p>caf\u00E9 ", "latin1")), /expected UTF-8 text; received bytes that are not$/],
  [
    "a part of a body",
    (_, response) => response.writeHead(200, { "content-type": "text/html", "content-length": "1000" }).write("x", () => response.destroy()),
    /received none \(ECONNRESET\)$/,
  ],
  [
    "a part of a packed body",
    (_, response) =>
      response
        .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip", "content-length": "1000" })
        .write(gzipSync("x".repeat(500)).subarray(0, 15), () => response.destroy()),
    /received none \(\w+\)$/,
  ],
  ["no answer", (request) => request.socket.destroy(), /received none \(ECONNRESET\)$/],
  [
    "an endless body",
    (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const more = () => response.destroyed || response.write("x".repeat(10_000), () => setImmediate(more));
      more();
    },
    /at most 100000 bytes; received more$/,
  ],
] as readonly (readonly [string, RequestListener, RegExp])[]) {
  test(`refused: ${name}`, async () =>
    serving(answer, async (_, fetch) =>
      assert.rejects(fetch("/private?token=secret"), (error: Error) => {
        assert.equal(error.name, "Problem");
        assert.match(error.message, message);
        assert.match(error.message, /^127\.0\.0\.1:\d+: /);
        assert.ok(!error.message.includes("secret"));
        return true;
      }),
    ));
}

test("the time is that of the whole: a body that drips, and an answer that never comes, are given up", async () => {
  const bounds = { ...BOUNDS, timeout: 150 };
  await serving(
    (request, response) => {
      if (request.url === "/silent") return;
      response.writeHead(200, { "content-type": "text/html", ...(request.url === "/packed" && { "content-encoding": "gzip" }) });
      const drip = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(drip));
      if (request.url === "/packed") clearInterval(drip);
    },
    async (_, fetch) => {
      for (const path of ["/drip", "/packed", "/silent"])
        await assert.rejects(fetch(path, { bounds }), { kind: "data", message: /expected a page within 0\.15 s; received less$/ });
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 30);
      await assert.rejects(fetch("/silent", { signal: stop.signal }), { kind: "data", message: /stopped before the page was complete$/ });
    },
  );
});
