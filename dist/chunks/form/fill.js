import { n as fillForm } from "../form.js";

export { fillForm };