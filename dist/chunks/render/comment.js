import { n as framed, r as renderComment, t as commentLimit } from "../comment.js";

export { commentLimit, framed, renderComment };