import { r as readForm } from "../form.js";

export { readForm };