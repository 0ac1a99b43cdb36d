/** Where the next of some marks is, without looking for it again and again. Asked for places further and further on. */
export class Ahead {
  readonly #text: string;
  #ampersand = -1;
  #cdataEnd = -1;
  #tab = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Index of the first `&` from `at` on; infinite when there is none. */
  ampersand(at: number): number {
    if (this.#ampersand < at) this.#ampersand = this.#find('&', at);
    return this.#ampersand;
  }

  /** Index of the first `]]>` from `at` on; infinite when there is none. */
  cdataEnd(at: number): number {
    if (this.#cdataEnd < at) this.#cdataEnd = this.#find(']]>', at);
    return this.#cdataEnd;
  }

  /** Index of the first tab from `at` on; infinite when there is none. */
  tab(at: number): number {
    if (this.#tab < at) this.#tab = this.#find('\t', at);
    return this.#tab;
  }

  #find(mark: string, at: number): number {
    const found = this.#text.indexOf(mark, at);
    return found === -1 ? Infinity : found;
  }
}
