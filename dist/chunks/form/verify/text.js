import { n as renderVerified, r as renderVerifiedSummary } from "../../verify-form.js";

export { renderVerified, renderVerifiedSummary };