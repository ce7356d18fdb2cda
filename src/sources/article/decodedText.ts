import { Problem } from "../../market/index.ts";

// What bytes 80 to 9F are in windows-1252. The decoder of Node 20 leaves them as control characters, which would lose quotation marks and dashes.
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * The text of bytes: by their byte order mark, else as the header says, else (a page) as its `<meta>` says, else UTF-8. Nothing is replaced or guessed.
 *
 * @throws Problem when the bytes are not of that encoding, the encoding is not known, or they are no text
 */
export function decodedText(bytes: Uint8Array, { contentType, page }: { contentType?: string | undefined; page: boolean }, place: string): string {
  const label = markOf(bytes) ?? charsetIn(contentType ?? "") ?? (page ? charsetOfPage(bytes) : undefined) ?? "utf-8";
  const decoder = decoderOf(label, place);
  const name = decoder.encoding.toUpperCase();
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new Problem("usage", `expected ${name} text; received bytes that are not`, place);
  }
  if (decoder.encoding === "windows-1252") text = text.replaceAll(/[\u0080-\u009F]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] ?? byte);
  const nul = text.indexOf("\u0000");
  if (nul >= 0) throw new Problem("usage", `expected text; received binary data (a NUL character at position ${nul + 1})`, place);
  return text;
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined;
}

function charsetIn(text: string): string | undefined {
  return /charset\s*=\s*["']?\s*([^\s"';>/]{1,40})/i.exec(text)?.[1];
}

function charsetOfPage(bytes: Uint8Array): string | undefined {
  const begin = Buffer.from(bytes.subarray(0, 4096))
    .toString("latin1")
    .replaceAll(/<!--[^]*?-->/g, "");
  const said = charsetIn(/<meta\s[^>]*charset\s*=[^>]*>/i.exec(begin)?.[0] ?? "") ?? /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']{1,40})/i.exec(begin)?.[1];
  // A page whose letters could be read as far as here is not of 16 bits, whatever it says.
  return said !== undefined && /^utf-?16/i.test(said) ? "utf-8" : said;
}

function decoderOf(label: string, place: string) {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    const shown = /^[\w:.-]{1,40}$/.test(label) ? label : "one without a name";
    throw new Problem("usage", `expected text in a known encoding, as utf-8; received ${shown}`, place);
  }
}
