import { t as withoutVerdict } from "../../contents.js";

export { withoutVerdict };