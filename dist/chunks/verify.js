import { t as verify } from "./verify-form.js";

export { verify };