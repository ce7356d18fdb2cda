/** The number or letter of a finding, which leads back to its place in the text where it is marked there. */
export function backLink(label: string, mark: string | undefined): string {
  return mark === undefined ? `<span class="no">${label}</span>` : `<a class="no" href="#${mark}" aria-label="${label}, back to the text">${label}</a>`;
}
