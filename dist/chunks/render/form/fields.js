import { a as findFields } from "../../form.js";

export { findFields };