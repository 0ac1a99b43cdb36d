import { t as readForm } from "../form.js";

export { readForm };