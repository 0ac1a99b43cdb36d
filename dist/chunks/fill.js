// src/render/form/fill.ts
/**
* Fills in HMRC's form in place: values are put into the text of the main part where they belong, everything else,
* in that part and in the package, stays as it is byte for byte. The same input always makes the same bytes.
* Filling in a form that was filled in before updates it.
*
* @param template The user's copy of the form (.docx), of any version.
* @returns A refusal as a value when the template can't or should not be used: damaged, encrypted, with macros, no Word
* document, not this form.
*/
async function fillForm(template, filling) {
	const { openPackage } = await import("./package.js");
	const { readDocument } = await import("./document.js");
	const { applyEdits } = await import("./edits.js");
	const { findFields } = await import("./fields.js");
	const { planFilling } = await import("./plan.js");
	const { Refused } = await import("./refused.js");
	try {
		const bytes = new Uint8Array(template.buffer, template.byteOffset, template.byteLength);
		const opened = openPackage(bytes);
		const views = viewsOf(readDocument(opened.xml, opened.part)).map((view) => findFields(view));
		const [fields] = views;
		if (fields === void 0 || fields.questions.size === 0 && fields.tests.size === 0) throw new Refused("The template is a Word document, but none of the fields of HMRC's form is in it.", "Name the 'Application for Production Credentials Checklist' that HMRC offers.");
		const plans = views.map((view) => planFilling(view, filling));
		const [plan] = plans;
		const edits = plans.flatMap((each) => each.edits);
		return {
			document: edits.length === 0 ? bytes.slice() : opened.withText(applyEdits(opened.xml, edits)),
			filled: plan?.filled ?? [],
			notFound: plan?.notFound ?? [],
			unknownLabels: fields.unknownLabels,
			remarks: [
				...opened.remarks,
				...filling.remarks,
				...plan?.remarks ?? []
			]
		};
	} catch (error) {
		if (error instanceof Refused) return { refused: error.message };
		throw error;
	}
}
/**
* Word keeps the content of text boxes twice, for itself and for older programs. Each reader sees one of the two;
* both are filled in, as if they were two documents.
*/
function viewsOf(paragraphs) {
	const ours = paragraphs.filter(({ branch }) => branch !== "fallback");
	const others = paragraphs.filter(({ branch }) => branch !== "choice");
	return others.length === paragraphs.length && ours.length === paragraphs.length ? [ours] : [ours, others];
}

export { fillForm };