export { type Figures, type FiguresAsk, figuresOf, marketFigures, type Prefer } from "./intake/figures.ts";
export { openStore, type Store } from "./store/store.ts";
export { dataFolder, storePath } from "./store/storePath.ts";
