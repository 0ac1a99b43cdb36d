/** Thrown inside this folder when a template can't be used, caught by `fillForm`. Its message is meant for the user. */
export class Refused extends Error {
  constructor(what: string, remedy: string) {
    super(`${what} ${remedy}`);
    this.name = 'Refused';
  }
}

/** What to do about a file that arrived broken. */
export const DOWNLOAD_AGAIN = "Download HMRC's form again, or open it in Word and save it as .docx.";

/** What to do about a file that nobody should fill in. */
export const TAKE_HMRCS = 'Use the form as HMRC offers it, a plain Word document (.docx) without macros.';
