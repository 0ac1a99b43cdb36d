// src/render/form/refused.ts
/** Thrown inside this folder when a template can't be used, caught by `fillForm`. Its message is meant for the user. */
var Refused = class extends Error {
	constructor(what, remedy) {
		super(`${what} ${remedy}`);
		this.name = "Refused";
	}
};
/** What to do about a file that arrived broken. */
const DOWNLOAD_AGAIN = "Download HMRC's form again, or open it in Word and save it as .docx.";
/** What to do about a file that nobody should fill in. */
const TAKE_HMRCS = "Use the form as HMRC offers it, a plain Word document (.docx) without macros.";

export { Refused as n, TAKE_HMRCS as r, DOWNLOAD_AGAIN as t };