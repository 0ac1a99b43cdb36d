import { c as runXml, o as applyEdits, s as removeText } from "../../form.js";

export { applyEdits };