import { n as parseConfiguration, t as mistakesIn } from "../../settings.js";

export { mistakesIn, parseConfiguration };