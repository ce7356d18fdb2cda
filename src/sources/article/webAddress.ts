import { Problem } from "../../market/index.ts";

/**
 * An address of the web that may be asked for, as far as its text says; where a page leads to it, against that page's own.
 *
 * @throws Problem "usage", naming the host and no more
 */
export function webAddress(address: string, from?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, from);
  } catch {
    throw new Problem("usage", "expected an address like https://example.org/article; received another text", from?.host);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Problem("usage", `expected http or https; received ${url.protocol}`, from?.host);
  if (url.username !== "" || url.password !== "")
    throw new Problem("usage", "expected an address without user name and password; received one with them", url.host);
  if (from?.protocol === "https:" && url.protocol === "http:") throw new Problem("usage", "expected https to lead to https; received http", from.host);
  return url;
}
