/** Whether a text is an HTML or XML page: what is often saved in place of a file of figures. */
export function isPage(text: string): boolean {
  const begin = text
    .slice(0, 1000)
    .replace(/^\uFEFF/, "")
    .trimStart();
  return /^<(?:!|\?xml|html|head|body|script)/i.test(begin);
}
