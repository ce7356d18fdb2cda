import { marketsOut, readingTargets, rightsOf } from "../../intake/index.ts";
import { Problem } from "../../market/index.ts";
import { whole as counted } from "../../note/format.ts";
import { exportBars, exportStore } from "../../store/index.ts";
import type { Effects } from "../effects.ts";
import { wrapped } from "../terminal/wrapped.ts";
import { withStore } from "../withStore.ts";

export interface ExportOptions {
  out?: string;
  format?: string;
  personal?: boolean;
  group?: string;
}

/**
 * Writes the store, or the bars of some markets, into files. What a source's terms keep to oneself is left out unless it is for oneself.
 */
export async function exportCommand(markets: readonly string[], { out, format, personal, group }: ExportOptions, effects: Effects): Promise<void> {
  if (format !== undefined && format !== "csv" && format !== "parquet") throw new Problem("usage", `expected csv or parquet; received ${format}`, "--format");
  const { width } = effects;
  if (markets.length > 0) {
    const path = out ?? `lockstep-bars.${format ?? "csv"}`;
    const as = format ?? (path.endsWith(".parquet") ? "parquet" : "csv");
    const { rows, left, derived, absent } = await withStore(effects, "read", async (store) => {
      const found = await marketsOut(store, markets, { group, personal: personal ?? false });
      if (found.out.length === 0 && found.left.length === 0)
        throw new Problem("data", `expected bars of ${found.absent.join(", ")}; the store holds none: lockstep fetch brings them`);
      if (found.out.length === 0)
        throw new Problem("data", `expected bars that may be passed on; ${found.left.join(", ")} may not: --personal exports them for your own use`);
      return { rows: await exportBars(store, path, as, found.out), ...found };
    });
    const lines = [`Wrote ${counted({ value: rows })} bars to ${path}.`];
    if (derived.length > 0) lines.push(`As distances from the record, since only what is derived may be passed on: ${derived.join(", ")}.`);
    if (left.length > 0) lines.push(`Left out, since their terms allow personal use only: ${left.join(", ")}. --personal exports them for your own use.`);
    if (absent.length > 0) lines.push(`Not held: ${absent.join(", ")}.`);
    effects.out(`${lines.map((line) => wrapped(line, width)).join("\n")}\n`);
    return;
  }
  const folder = out ?? "lockstep-export";
  const allowed = (source: string, symbol: string) => (personal ?? false) || rightsOf({ source, symbol }) === "redistributable";
  const readings = readingTargets().flatMap(({ sources }) => sources);
  const whole = (source: string) => {
    const own = readings.filter((ref) => ref.source === source);
    return personal ?? (own.length > 0 && own.every(({ symbol }) => allowed(source, symbol)));
  };
  const { tables, left } = await withStore(effects, "read", (store) => exportStore(store, folder, { format: format ?? "parquet", allowed, whole }));
  const lines = [
    `Wrote the store to ${folder}: ${counted({ value: tables.observations ?? 0 })} observations of ${counted({ value: tables.series ?? 0 })} series. lockstep import ${folder} makes the same store from it.`,
  ];
  if (left.length > 0) lines.push(`Left out, since their terms do not allow passing them on: ${left.join(", ")}. --personal exports all for your own use.`);
  effects.out(`${lines.map((line) => wrapped(line, width)).join("\n")}\n`);
}
