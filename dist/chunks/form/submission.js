import { a as submittedNames, i as renderDraftMail, n as inUk, r as renderDeadline, t as canBeSent } from "../submission.js";

export { renderDeadline, renderDraftMail };