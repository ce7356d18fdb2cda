export { type Figures, type FiguresAsk, figuresOf, instantOf, marketFigures, type Prefer } from "./intake/figures.ts";
export { openStore, openStoreIfAny, type Store } from "./store/store.ts";
export { dataFolder, storePath } from "./store/storePath.ts";
