import { t as formFilling } from "../form.js";

export { formFilling };