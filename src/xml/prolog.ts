import { Mistake } from './mistake.ts';
import { endOfName, skipSpace } from './names.ts';

// White space is not \s, which takes the byte order mark and the blanks of all scripts for it.
/** As far as its end, or to where the internal subset begins, whatever is in it. */
const DOCTYPE = /<!DOCTYPE[^"'[>]*(?:"[^"]*"[^"'[>]*|'[^']*'[^"'[>]*)*([[>])/y;
/** Productions 28 and 75, behind the name. */
const EXTERNAL_ID =
  /^(?:[ \t\n]+(?:SYSTEM|PUBLIC[ \t\n]+(?:"[-'()+,./:=?;!*#@$_% \n\w]*"|'[-()+,./:=?;!*#@$_% \n\w]*'))[ \t\n]+(?:"[^"]*"|'[^']*'))?[ \t\n]*$/;
const DECLARATION =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.\d+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>$/;

/**
 * Reads the document type declaration at `at`. Nothing is ever fetched for it.
 * @returns undefined when the text ends before it does; `declares` when it has an internal subset
 * @throws Mistake
 */
export function readDoctype(
  text: string,
  at: number,
): { readonly declares: boolean; readonly end: number } | undefined {
  DOCTYPE.lastIndex = at;
  const match = DOCTYPE.exec(text);
  if (match === null) return undefined;
  const end = DOCTYPE.lastIndex;
  const name = at + '<!DOCTYPE'.length;
  const nameStart = skipSpace(text, name);
  const nameEnd = endOfName(text, nameStart);
  if (nameStart === name || nameEnd === nameStart || !EXTERNAL_ID.test(text.slice(nameEnd, end - 1))) {
    throw new Mistake('the document type declaration is malformed', at);
  }
  return { declares: match[1] === '[', end };
}

/**
 * The index behind the processing instruction or XML declaration at `at`; undefined when the text ends before it does.
 * @throws Mistake
 */
export function endOfInstruction(text: string, at: number, atStartOfDocument: boolean): number | undefined {
  const end = text.indexOf('?>', at + 2);
  if (end === -1) return undefined;
  const nameEnd = endOfName(text, at + 2);
  if (nameEnd === at + 2 || (nameEnd !== end && skipSpace(text, nameEnd) === nameEnd)) {
    throw new Mistake('a processing instruction has no valid name', at);
  }
  if (text.slice(at + 2, nameEnd).toLowerCase() === 'xml') {
    if (!atStartOfDocument) throw new Mistake('an XML declaration stands elsewhere than at the very start', at);
    if (!DECLARATION.test(text.slice(at, end + 2))) throw new Mistake('the XML declaration is malformed', at);
  }
  return end + 2;
}
