import { n as renderChoice, r as renderMatrix, t as matrix } from "../matrix.js";

export { matrix };