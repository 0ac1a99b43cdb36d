import { i as fillForm } from "../../form.js";

export { fillForm };