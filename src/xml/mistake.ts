/** A mistake in markup, with its index in the text that was looked at. Never leaves this folder. */
export class Mistake extends Error {
  readonly index: number;
  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}
