import { i as submittedNames, n as renderDeadline, r as renderDraftMail, t as canBeSent } from "../submission.js";

export { renderDeadline, renderDraftMail };