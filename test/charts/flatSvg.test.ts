// a chart as programs draw it that know neither CSS variables nor media queries.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardSvg, flatSvg } from "../../src/charts/index.ts";
import { sameBytes } from "../laws/sameBytes.ts";
import { DISTANCES } from "./distances.ts";
import { LAYOUTS, PICTURES } from "./pictures.ts";

const styled = (style: string, body = "") => `<svg><style>${style}</style>${body}</svg>`;

for (const [name, draw] of Object.entries({ ...PICTURES, distances: DISTANCES })) {
  test(`${name} becomes flat, in either scheme, and stays as it is when it is flat already`, () => {
    for (const layout of LAYOUTS) {
      const svg = draw({}, layout);
      for (const scheme of ["light", "dark"] as const) {
        const flat = sameBytes(() => flatSvg(svg, scheme));
        assert.ok(!/var\(|@media|--\w|system-ui|color-mix|font-weight:650/.test(flat));
        assert.match(flat, /font-family:"Inter"/);
        assert.equal(flatSvg(flat, scheme), flat);
        // All but the style is as it was.
        assert.equal(flat.replace(/<style>[^]*?<\/style>/, ""), svg.replace(/<style>[^]*?<\/style>/, ""));
      }
      assert.match(flatSvg(svg, "light"), /\.paper\{fill:#fff/);
      assert.match(flatSvg(svg, "dark"), /\.paper\{fill:#14171b\}/);
    }
  });
}

test("variables may stand for one another, and for paint outside the style", () => {
  const svg = styled(".a{--ink:#111;--line:var(--ink)}", '<path stroke="var( --line )" aria-label="var(--none)"/><text>var(--none)</text>');
  assert.equal(flatSvg(svg, "light"), '<svg><style></style><path stroke="#111" aria-label="var(--none)"/><text>var(--none)</text></svg>');
});

test("a variable without a value, with two or with itself as its value is refused", () => {
  assert.throws(() => flatSvg(styled(".a{fill:var(--ink)}"), "light"), new RangeError("invalid SVG: no value of --ink"));
  assert.throws(() => flatSvg(styled(".a{--ink:#111}.b{--ink:#222}"), "light"), new RangeError("invalid SVG: two values of --ink"));
  assert.throws(() => flatSvg(styled(".a{--ink:var(--ink);fill:var(--ink)}"), "light"), new RangeError("invalid SVG: var(--ink)"));
  assert.throws(() => flatSvg(styled(".a{fill:var(--ink,#111)}"), "light"), new RangeError("invalid SVG: var(--ink,#111)"));
  // What only a dark screen knows is no value on paper.
  assert.throws(() => flatSvg(styled(".a{fill:var(--ink)}@media (prefers-color-scheme:dark){.a{--ink:#111}}"), "light"), /no value of --ink/);
});

test("blocks for a screen or for print are left out, rules around them stay in their order", () => {
  const svg = styled(".a{fill:#111}@media print{.a{fill:#000}.b{fill:#000}}.c{fill:#333}@media (prefers-color-scheme: dark){.a{fill:#eee}}.d{stroke:#444}");
  assert.equal(flatSvg(svg, "dark"), styled(".a{fill:#111}\n.c{fill:#333}\n.d{stroke:#444}"));
});

test("weights are hundreds and the family is the one asked for", () => {
  const svg = styled('.a{font-weight:650;font-family:system-ui,"Segoe UI",sans-serif}');
  assert.equal(flatSvg(svg, "light", { family: "Source Serif 4" }), styled('.a{font-weight:600;font-family:"Source Serif 4"}'));
});

// By hand, as CSS Color 5 mixes in sRGB with premultiplied alpha: 0.25 × 255 + 0.75 × 0 = 63.75.
test("mixed colours are written out", () => {
  const mixed = (mix: string) => /fill:(.*)\}/.exec(flatSvg(styled(`.a{fill:color-mix(in srgb,${mix})}`), "light"))?.[1];
  assert.equal(mixed("#f00,#00f"), "rgba(128,0,128,1)");
  assert.equal(mixed("#ffffff 25%,#000000"), "rgba(64,64,64,1)");
  assert.equal(mixed("#ffffff,#000000 75%"), "rgba(64,64,64,1)");
  assert.equal(mixed("#102030 16%,transparent"), "rgba(16,32,48,0.16)");
  assert.throws(() => mixed("currentColor 35%,transparent"), /invalid SVG: color-mix\(in srgb,currentColor 35%,transparent\)/);
});

test("the card holds the plot without the words around it, and its own words safe for XML", () => {
  const spec = { title: "A <b> & C", day: "As of 2 January 2025", group: 'G "H"', chart: { svg: DISTANCES({}, "narrow"), caption: "Distance < record" } };
  const card = sameBytes(() => cardSvg(spec));
  for (const shown of [">A &lt;b&gt; &amp; C<", ">G &quot;H&quot;<", ">Distance &lt; record<", ">As of 2 January 2025<", ">0%<"])
    assert.ok(card.includes(shown), shown);
  for (const left of ['font-size="16" class="title"', "Source: figures"]) assert.ok(!card.includes(left), left);
  assert.ok(!/NaN|undefined/.test(card));
  assert.throws(() => cardSvg({ ...spec, chart: { svg: "<svg></svg>", caption: "" } }), new RangeError("invalid chart: no words above and below the plot"));
});

test("a title of the card is never wider than its column nor higher than its room", () => {
  for (const title of ["W".repeat(300), "word ".repeat(200).trim(), "IWM is at its record", "", "a"]) {
    const lines = [...cardSvg({ title, day: "D", group: "G".repeat(200) }).matchAll(/y="([\d.]+)" font-size="([\d.]+)">([^<]*)</g)];
    const last = Math.max(...lines.map(([, y]) => Number(y)));
    assert.ok(last <= 570, String(last));
    assert.ok(
      lines.every(([, , size, text]) => text!.length * Number(size) * 0.4 < 1400),
      title,
    );
  }
});
