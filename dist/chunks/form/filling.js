import { n as formFilling } from "../form.js";

export { formFilling };