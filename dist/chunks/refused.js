import { n as Refused, r as TAKE_HMRCS, t as DOWNLOAD_AGAIN } from "./refused2.js";

export { Refused };