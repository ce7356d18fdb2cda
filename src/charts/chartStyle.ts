/** Colours by what they are for; those of text keep a contrast of at least 4.5 against the paper and against the heat. */
export const COLOURS = {
  light: {
    paper: "#ffffff",
    ink: "#16191d",
    soft: "#5b626b",
    grid: "#e3e5e8",
    shade: "#f3e3da",
    heat: "#4a94cc",
    blue: "#0062a3",
    vermilion: "#c13f00",
    green: "#006b54",
    purple: "#97376f",
  },
  dark: {
    paper: "#14171b",
    ink: "#eceef0",
    soft: "#a5acb5",
    grid: "#2c3138",
    shade: "#3a2a22",
    heat: "#1f6fb0",
    blue: "#5db4f0",
    vermilion: "#ff8a4c",
    green: "#3fc9a0",
    purple: "#e79bc8",
  },
} as const;

/** A colour that tells one thing from another; each after a hue of Okabe and Ito, which hold apart for every common colour vision. */
export type Hue = "blue" | "vermilion" | "green" | "purple" | "soft" | "ink";

const HUES: readonly Hue[] = ["blue", "vermilion", "green", "purple", "soft", "ink"];

/** The style that every chart carries, so that it stands alone; the same text in each, so that many on one page agree. */
export const CHART_STYLE = [
  `.ch{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;${tokens("light")}}`,
  `@media (prefers-color-scheme:dark){.ch{${tokens("dark")}}}`,
  // Paper is white whatever the screen was.
  `@media print{.ch{${tokens("light")}}}`,
  ".ch .paper{fill:var(--paper)}.ch text{fill:var(--soft);font-variant-numeric:tabular-nums}.ch .title{fill:var(--ink)}.ch .title,.ch .bold{font-weight:650}",
  HUES.map((hue) => `.ch .${hue}{color:var(--${hue})}.ch text.${hue}{fill:var(--${hue})}`).join(""),
  ".ch text.within{fill:var(--paper)}",
  ".ch .grid{stroke:var(--grid)}.ch .zero{stroke:var(--ink)}.ch .mark{stroke:var(--ink);stroke-dasharray:2 3}",
  ".ch .shade{fill:var(--shade)}.ch .heat{fill:var(--heat)}.ch .frame{fill:none;stroke:var(--ink);stroke-width:1.6}",
  ".ch .line{fill:none;stroke:currentColor;stroke-width:1.3;stroke-linejoin:round}.ch .line.strong{stroke-width:2.6}.ch .line.dash{stroke-dasharray:5 4}.ch .line.dots{stroke-dasharray:1.8 2.4}.ch .line.thick{stroke-width:6;opacity:.42}",
  ".ch .fill{fill:currentColor}.ch .band{fill:currentColor;opacity:.16}.ch .ring{fill:var(--paper);stroke:currentColor;stroke-width:1.6}",
  ".ch .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4;stroke-linejoin:round}",
].join("\n");

function tokens(light: keyof typeof COLOURS): string {
  return Object.entries(COLOURS[light])
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}
