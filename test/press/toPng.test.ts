// charts and the card as pictures, in no font but those that come with the package.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import { flatSvg } from "../../src/charts/index.ts";
import { Problem } from "../../src/market/index.ts";
import { fontFiles, socialCard, toPng } from "../../src/press/index.ts";
import { renderer } from "../../src/press/renderer.ts";
import { DISTANCES } from "../charts/distances.ts";
import { LAYOUTS, PICTURES } from "../charts/pictures.ts";
import { HOSTILE, noteWith } from "./notes.ts";

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]; // PNG (Third Edition), 5.2

/** Width and height as the header says: four bytes each from the sixteenth on. */
function sizeOf(png: Uint8Array): number[] {
  assert.deepEqual([...png.subarray(0, 8)], SIGNATURE);
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

// By hand: 200 wide and 100 high, 20 of white on each side, is 240 by 140.
const BOX = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100"><rect width="200" height="100"/></svg>';

test("a chart becomes a PNG of the width asked for, with white around it, and the same bytes each time", async () => {
  assert.deepEqual(sizeOf(await toPng(BOX, { width: 480 })), [480, 280]);
  assert.deepEqual(sizeOf(await toPng(BOX, { width: 480, margin: 0 })), [480, 240]);
  assert.equal(sizeOf(await toPng(BOX))[0], 1920);
  assert.deepEqual(await toPng(DISTANCES({}, "wide"), { width: 600 }), await toPng(DISTANCES({}, "wide"), { width: 600 }));
});

/** The first pixel: as it stands after the byte that names the filter of its row, since no pixel comes before it. */
function firstPixel(png: Uint8Array): number[] {
  const at = Buffer.from(png).indexOf("IDAT");
  const length = new DataView(png.buffer, png.byteOffset).getUint32(at - 4);
  return [...inflateSync(png.subarray(at + 4, at + 4 + length)).subarray(1, 5)];
}

test("what surrounds the chart is white and opaque", async () => {
  assert.deepEqual(firstPixel(await toPng(BOX, { width: 48 })), [255, 255, 255, 255]);
  assert.deepEqual(firstPixel(await toPng(BOX, { width: 48, margin: 0 })), [0, 0, 0, 255]);
});

test("a width or margin that makes no picture, and what is no chart, are refused", async () => {
  for (const width of [0, -1, 1.5, 8001, Number.NaN]) await assert.rejects(toPng(BOX, { width }), new RangeError(`invalid width: ${width}`));
  await assert.rejects(toPng(BOX, { margin: -1 }), new RangeError("invalid margin: -1"));
  await assert.rejects(toPng("<svg></svg>"), new RangeError("invalid SVG: no viewBox"));
});

// Widths of words are reckoned for the fonts of a screen: here they are drawn in Inter.
test("no word runs out of a chart when it is set in Inter", () => {
  const font = { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: "Inter" };
  for (const [name, draw] of Object.entries({ ...PICTURES, distances: DISTANCES })) {
    for (const layout of LAYOUTS) {
      const svg = flatSvg(draw({}, layout), "light").replace(/<rect class="paper"[^>]*>/, "");
      const drawing = new Resvg(svg, { font });
      const box = drawing.getBBox();
      assert.ok(box, name);
      // Half of the white line around words may lie outside.
      assert.ok(box.x >= -2 && box.x + box.width <= drawing.width, `${name} ${layout}: ${box.x} to ${box.x + box.width} of ${drawing.width}`);
      assert.ok(box.y >= 0 && box.y + box.height <= drawing.height, `${name} ${layout}: ${box.y} to ${box.y + box.height} of ${drawing.height}`);
    }
  }
});

test("the card has the size that links are shown with, with and without its chart, and takes any text", async () => {
  const note = noteWith(HOSTILE);
  const card = await socialCard(note);
  assert.deepEqual(sizeOf(card), [1200, 630]);
  assert.deepEqual(card, await socialCard(note));
  const bare = await socialCard({ ...note, sections: [] });
  assert.deepEqual(sizeOf(bare), [1200, 630]);
  assert.notDeepEqual(bare, card);
});

test("the fonts are files of the package, and one that is missing is a problem that says so", () => {
  const files = fontFiles();
  assert.equal(new Set(files).size, files.length);
  for (const path of files) assert.ok(statSync(path).size > 100_000, path);
  const nowhere = () => {
    throw new Error("not found");
  };
  assert.throws(
    () => fontFiles(nowhere),
    (error) =>
      error instanceof Problem &&
      error.kind === "output" &&
      /^@expo-google-fonts\/inter\/.*: expected the font, .*; received none: .* note\.html and note\.md do without$/.test(error.message),
  );
});

test("native code that is missing is a problem that says which, for which machine, and what does without", async () => {
  const missing = async () => {
    throw new Error("Failed to load native binding\nand more");
  };
  await assert.rejects(
    renderer("some-renderer", missing),
    (error) =>
      error instanceof Problem &&
      error.kind === "output" &&
      error.message.startsWith(`some-renderer: expected its native code for ${process.platform} ${process.arch}; received "Failed to load native binding": `) &&
      !error.message.includes("\n"),
  );
  assert.equal(await renderer("some-renderer", async () => 1), 1);
});
