import { l as readDocument } from "../../form.js";

export { readDocument };