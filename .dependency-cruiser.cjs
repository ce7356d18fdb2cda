// The rooms from left to right: a room may import those to its left and nothing of its own rank.
const LEFT_TO_RIGHT = [["num", "text"], ["market"], ["records", "lockstep", "lag", "rates", "liquidity", "earnings", "charts", "quality", "scan"], ["study"], ["claims"], ["note"], ["sources", "store", "press", "fleet"], ["intake"], ["cli"]];

const room = (name) => `^src/${name}/`;
const layers = LEFT_TO_RIGHT.flatMap((rank, k) =>
  rank.map((name) => {
    const right = LEFT_TO_RIGHT.slice(k).flat().filter((other) => other !== name);
    return { name: `${name}-imports-left-only`, severity: "error", from: { path: room(name) }, to: { path: right.map(room).concat("^src/(index|figures)") } };
  }),
);
const PURE = LEFT_TO_RIGHT.slice(0, 6).flat();

module.exports = {
  forbidden: [
    ...layers.map((rule) => ({ ...rule, to: { path: rule.to.path.join("|") } })),
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "pure-rooms-do-no-io", severity: "error", from: { path: PURE.map(room).join("|") }, to: { dependencyTypes: ["core"] } },
    { name: "no-development-packages-in-the-product", severity: "error", from: { path: "^src/" }, to: { dependencyTypes: ["npm-dev", "npm-no-pkg"] } },
    { name: "sources-do-not-write-notes", severity: "error", from: { path: room("sources") }, to: { path: room("note") } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|test)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
