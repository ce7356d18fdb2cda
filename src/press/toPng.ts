import { flatSvg } from "../charts/index.ts";
import { fontFiles } from "./fonts.ts";
import { renderer } from "./renderer.ts";

const WIDEST = 8000; // pixels; beyond it a picture takes gigabytes

/**
 * A chart as PNG: light, on white paper, in the fonts that come with the package. The same bytes for the same chart on every machine.
 *
 * @param svg as the charts give it
 * @param options width: pixels, default 1920, the height follows; margin: white around the chart in its own units, default 20
 * @throws RangeError when the width is no whole number from 1 to 8000, the margin is negative, or the SVG has no viewBox
 * @throws Problem "output" when the renderer or a font is not installed
 *
 * @example
 * import { toPng } from "lockstep/press";
 * const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>`;
 * const png = await toPng(svg, { width: 200 });
 * [...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join(""); // => "PNG"
 */
export async function toPng(svg: string, { width = 1920, margin = 20 }: { width?: number; margin?: number } = {}): Promise<Uint8Array> {
  if (!(Number.isInteger(width) && width >= 1 && width <= WIDEST)) throw new RangeError(`invalid width: ${width}`);
  if (!(margin >= 0 && Number.isFinite(margin))) throw new RangeError(`invalid margin: ${margin}`);
  const { renderAsync } = await renderer("@resvg/resvg-js", () => import("@resvg/resvg-js"));
  const drawing = await renderAsync(widened(flatSvg(svg, "light"), margin), {
    background: "#ffffff",
    fitTo: { mode: "width", value: width },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: "Inter", sansSerifFamily: "Inter", serifFamily: "Source Serif 4" },
    logLevel: "off",
  });
  return drawing.asPng();
}

/** The drawing with white around it. */
function widened(svg: string, margin: number): string {
  let found = false;
  const wider = svg.replace(/^<svg[^>]*>/, (open) => {
    const [all = "", box = ""] = / viewBox="([^"]*)"/.exec(open) ?? [];
    const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = box.split(" ").map(Number);
    found = [x, y, width, height].every(Number.isFinite);
    const [wide, high] = [width + 2 * margin, height + 2 * margin];
    return open.replace(/ (width|height)="[^"]*"/g, "").replace(all, ` viewBox="${x - margin} ${y - margin} ${wide} ${high}" width="${wide}" height="${high}"`);
  });
  if (!found) throw new RangeError("invalid SVG: no viewBox");
  return wider;
}
