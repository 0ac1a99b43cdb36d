/** What a summary tells beyond the assessment. All of it is optional: what isn't known isn't mentioned. */
export interface SummaryContext {
  /** Instead of the product's name over the verdict. */
  readonly title?: string | undefined;
  readonly artifacts?: readonly Artifact[] | undefined;
  readonly checklists?: readonly ChecklistFile[] | undefined;
  /** What could not be published, each a sentence that names what to grant or change. */
  readonly notPublished?: readonly string[] | undefined;
}

/** An uploaded checklist. */
export interface Artifact {
  readonly name: string;
  readonly id: number;
  /** Where a person downloads it. */
  readonly url: string;
  /** `sha256:<hex>` of its bytes. */
  readonly digest?: string | undefined;
}

/** One written checklist. */
export interface ChecklistFile {
  /** Name of the application that it is for. */
  readonly application: string;
  /** File name or path to show. */
  readonly file: string;
  /** HMRC's form filled in (`form`), or our own document (`own`). */
  readonly kind: 'form' | 'own';
}
