/** How much of an article is taken: a long report is smaller by far. */
export const LARGEST_INPUT = 5 * 1024 * 1024; // bytes
export const LARGEST_TEXT = 200_000; // UTF-16 units of text
export const LARGEST_MARKDOWN = 1_000_000; // UTF-16 units as written; its parser takes more than linear time
