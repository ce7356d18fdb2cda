/** The user stopped the command: no failure, and not the end that was asked for. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
