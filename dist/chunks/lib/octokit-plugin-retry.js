import { n as VERSION, r as retry } from "./octokit.js";

export { VERSION, retry };