import { t as planFilling } from "../../form.js";

export { planFilling };