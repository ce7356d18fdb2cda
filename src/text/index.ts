export { escapeXml } from "./escapeXml.ts";
export { wrapWords } from "./wrapWords.ts";
