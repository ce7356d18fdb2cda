const MOST = 24;

/** Names from a file as a message shows them: on one line, long ones cut, and not more than two dozen. */
export function listed(names: readonly string[]): string {
  const some = names.slice(0, MOST).map((name) => (name.length > 40 ? `${name.slice(0, 37)}...` : name).replaceAll(/\s+/g, " "));
  return `${some.join(", ")}${names.length > MOST ? ` and ${names.length - MOST} more` : ""}`;
}
