import { n as openPackage } from "../../form.js";

export { openPackage };