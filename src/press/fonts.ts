import { createRequire } from "node:module";
import { Problem } from "../market/index.ts";

const FILES = [
  "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
  "@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf",
  "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  "@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
  "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
];

const { resolve } = createRequire(import.meta.url);

/**
 * Paths of the font files that pictures and pages are set in: Inter and Source Serif 4. No font of the machine is used, so that bytes do not hang on it.
 *
 * @throws Problem "output" when a package of fonts is not installed
 *
 * @example
 * import { fontFiles } from "lockstep/press";
 * fontFiles().every((path) => path.endsWith(".ttf")); // => true
 */
export function fontFiles(find: (file: string) => string = resolve): string[] {
  return FILES.map((file) => {
    try {
      return find(file);
    } catch {
      throw new Problem(
        "output",
        "expected the font, which comes with the package; received none: npm install brings it, and note.html and note.md do without",
        file,
      );
    }
  });
}
