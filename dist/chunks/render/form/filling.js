import { r as formFilling } from "../../form.js";

export { formFilling };