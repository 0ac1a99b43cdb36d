import { t as throttling } from "./octokit.js";

export { throttling };