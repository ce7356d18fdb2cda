// What holds for each chart.
import assert from "node:assert/strict";
import { test } from "node:test";
import { golden } from "../golden.ts";
import { LAYOUTS, PICTURES } from "./pictures.ts";

for (const [name, draw] of Object.entries(PICTURES)) {
  test(`${name} is drawn the same to the byte`, () => {
    for (const layout of LAYOUTS) {
      const svg = draw({}, layout);
      golden(`charts/${name}-${layout}.svg`, `${svg}\n`);
      assert.equal(draw({}, layout), svg);
    }
  });

  test(`${name} shows its words as they are given, safe for XML, and nothing as NaN or undefined`, () => {
    for (const layout of LAYOUTS) {
      const svg = draw({ title: "A<b>", subtitle: "C&D", source: 'Source: "E"', alt: "F > G & H" }, layout);
      for (const shown of [">A&lt;b&gt;<", ">C&amp;D<", ">Source: &quot;E&quot;<", 'aria-label="F &gt; G &amp; H"', 'role="img"']) {
        assert.ok(svg.includes(shown), shown);
      }
      assert.ok(!/NaN|undefined|Infinity|<b>|="[^"]*e-\d/.test(svg));
      assert.ok(svg.startsWith("<svg xmlns=") && svg.endsWith("</svg>"));
    }
  });

  test(`${name} is read alone: no link, no script, no id, no letter below eleven pixels`, () => {
    for (const layout of LAYOUTS) {
      const svg = draw({}, layout);
      assert.ok(!/<script|<image|href|url\(|\sid=/.test(svg));
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
      assert.ok(sizes.length > 5 && Math.min(...sizes) >= 11, String(Math.min(...sizes)));
    }
  });
}
