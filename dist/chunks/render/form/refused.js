import { d as Refused, f as TAKE_HMRCS, u as DOWNLOAD_AGAIN } from "../../form.js";

export { Refused };