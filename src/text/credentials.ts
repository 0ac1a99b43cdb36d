/*
 * What looks like a credential in text of others. Test tools put whole requests into the messages of failures, and HMRC's
 * access tokens are made during the run, so that GitHub doesn't know them and hides none.
 */

const hidden = '***';

/** Most text has none of these in it, and is not looked at any further. */
const suspicious =
  /authorization|bearer|basic|cookie|token|secret|passw|passphrase|passcode|pwd|key|credential|signature|sig=|code=|eyJ|gh[pousr]_|github_pat|glpat-|xox[abprs]-|AKIA|:\/\/[^\s/]*@|-u |--user/i;

/** Between a name and its value: `=`, `: `, `": "`, `\":\"`, `=>`, `%3D`, `=[`. */
const separator = String.raw`\\{0,3}["'\x60]?\]?\s{0,3}(?:=>|[:=]|%3[ad])\s{0,3}[[({]?\\{0,3}["'\x60]?`;
const value = String.raw`[^\s"'\x60&,;<>()[\]{}\\]+`;
/** Names that are given to nothing but secrets. */
const secretName = String.raw`(?:(?:access|refresh|id|auth|oauth|server|session|csrf|xsrf|api|app|bearer|security|client|user)[-_. ]?token|[\w-]{0,40}secret|pass(?:word|wd|phrase|code)|\bpwd|api[-_ ]?key|(?:access|private|subscription|account)[-_ ]?key|credentials?|client[-_]?assertion|\bsig(?:nature)?)`;
const schemes = String.raw`bearer|basic|token|apikey|api-key|negotiate|digest|hawk|ntlm|aws4-hmac-sha256`;

/** Words that follow 'Bearer' or 'Basic' in sentences about them. */
const plainWords =
  /^(?:tokens?|auth|authenti\w*|authori\w*|schemes?|headers?|credentials?|realm|error|errors|is|was|not|no|and|or|with|without|missing|expired|invalid|required|access|format|prefix|of|in|for|the|a|an|test|tests|check|checks|case|cases|flow|validation|functionality|scenario|departure|arrival)$/i;

const rules: readonly (readonly [pattern: RegExp, to: string | ((found: string, ...groups: string[]) => string)])[] = [
  // Headers: whatever the scheme, all that follows it.
  [new RegExp(`((?:proxy-)?authorization${separator}(?:(?:${schemes})\\b[\\s:]*)?)(${value})`, 'gi'), `$1${hidden}`],
  [/((?:set-)?cookie\\{0,3}["']?\s{0,3}:\s{0,3}\\{0,3}["']?)[^"'<>\\]+/gi, `$1${hidden}`],
  [/\b(bearer|basic)((?:\s|:|=|\+|%20){1,3})([\w~+/.=-]{4,})/gi, hideAfterScheme],
  // Names and their values.
  [new RegExp(`(${secretName}[\\w-]{0,40}${separator})(${value})`, 'gi'), `$1${hidden}`],
  [new RegExp(`(\\btoken${separator})(${value})`, 'gi'), hideUnlessWord],
  [new RegExp(`(<[\\w:.-]{0,40}(?:token|secret|password|api-?key)[\\w-]{0,20}>)[^<\\s]+`, 'gi'), `$1${hidden}`],
  [/([?&]code=|\bauthorization[-_]code["']?\s{0,3}[:=]\s{0,3}["']?)[^&\s"']+/gi, `$1${hidden}`],
  [/((?:^|\s)(?:-u|--user)[ =]["']?)[^\s"']+/g, `$1${hidden}`],
  [/(:\/\/[^\s/:@]{0,200}:)[^\s/@]+(?=@)/g, `$1${hidden}`],
  // Credentials that are known by what they look like.
  [/\beyJ[\w-]{6,}(?:\.[\w-]*){0,2}/g, hidden],
  [/\b(?:gh[pousr]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{12,})/g, hidden],
  [/(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----).*/gs, `$1${hidden}`],
];

/**
 * The text with what looks like a credential replaced by `***`: values of `Authorization`, `access_token`, `client_secret`
 * and their like in any notation, tokens and keys of known shapes, passwords in addresses. Doing it twice changes nothing.
 */
export function withoutCredentials(text: string): string {
  if (!suspicious.test(text)) {
    return text;
  }
  return rules.reduce((left, [pattern, to]) => {
    return typeof to === 'string' ? left.replace(pattern, to) : left.replace(pattern, to);
  }, text);
}

function hideAfterScheme(found: string, scheme: string, between: string, said: string): string {
  return plainWords.test(said.replace(/[.:=-]+$/, '')) ? found : `${scheme}${between}${hidden}`;
}

/** 'Unexpected token: end of file' is about syntax. */
function hideUnlessWord(found: string, name: string, said: string): string {
  return said.length < 20 && /^[a-z]*\.?$/i.test(said) ? found : `${name}${hidden}`;
}
