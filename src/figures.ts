export { type Figures, type FiguresAsk, figuresOf, marketFigures, type Prefer } from "./intake/figures.ts";
export { type MacroChosen, macroFiguresOf } from "./intake/macroFigures.ts";
export { readUniverse, type UniverseAsk } from "./intake/universe.ts";
export { openStore, type Store } from "./store/store.ts";
export { dataFolder, storePath } from "./store/storePath.ts";
