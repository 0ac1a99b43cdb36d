import { r as fillForm } from "../form.js";

export { fillForm };