import { n as removeText, r as runXml, t as applyEdits } from "./edits2.js";

export { applyEdits };