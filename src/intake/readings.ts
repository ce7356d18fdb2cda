/** The readings of the macro picture, each with where it is had, in order of preference: the source that needs no key first. */
export const READINGS: readonly { id: string; sources: readonly string[] }[] = [
  { id: "EFFR", sources: ["nyfed:EFFR", "fredgraph:EFFR", "fred:EFFR"] },
  { id: "SOFR", sources: ["nyfed:SOFR", "fredgraph:SOFR", "fred:SOFR"] },
  { id: "RRP", sources: ["nyfed:RRP"] },
  { id: "TGA", sources: ["fiscaldata:TGA"] },
  { id: "operations", sources: ["nyfed:operations"] },
  ...["DFEDTARU", "DFEDTARL", "DGS3MO", "DGS2", "DGS10", "WALCL", "TREAST", "WSHOMCB", "WTREGEN", "RRPONTSYD"].map((id) => ({
    id,
    sources: [`fredgraph:${id}`, `fred:${id}`],
  })),
];
