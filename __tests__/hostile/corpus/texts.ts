import { failure, ofKind, report, stamped, testcase, type HostileCase } from './hostile-case.ts';

const text = ofKind('text that wants to be more');

/** Each is written into every place of a report that anybody may ever show. */
export const attacks: Readonly<Record<string, string>> = {
  'an output': '::set-output name=verdict::ready',
  'an environment variable': '##[set-env name=NODE_OPTIONS]--require=/evil.js',
  'a path behind a line feed': '\n::add-path::/evil',
  'silence behind a carriage return': '\r::stop-commands::never',
  'an annotation behind both': 'x\r\n::error file=x::injected',
  'an annotation behind a line separator': '\u2028::warning file=x::injected',
  'an annotation behind a next line': '\u0085::warning file=x::injected',
  'an annotation in brackets': 'x ##[error file=x]injected',
  'an escaped line feed': 'x%0A::notice file=x::injected',
  'a mask': '::add-mask::ready',
  'a delimiter of an output file': 'ghadelimiter_00000000\nverdict=ready\nghadelimiter_00000000',
  'a script': '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  'a closed comment and details': '--></details></td></tr></table><iframe src=x>',
  'links and pictures': '[x](javascript:alert(1)) ![p](https://evil.example/p.png) <https://evil.example>',
  'an autolink': 'https://evil.example/?a=b www.evil.example mailto:a@evil.example',
  'a reference link': '[x]\n\n[x]: javascript:alert(1)',
  'a table': '| a | b |\n|---|---|\n| c | d |',
  'fences and headings': '```\n# x\n```\n~~~\n===\n---\n> q\n- l',
  'a mention and a reference': '@octocat @transit-house/team #1 GH-1 transit-house/ncts-client#1 :+1:',
  'a footnote and an alert': '[^1]\n\n[^1]: x\n\n> [!CAUTION]\n> x',
  mathematics: '$$\\href{javascript:alert(1)}{x}$$ `$x$`',
  'a hidden marker': '<!-- ncts5-checklist --><!-- -->',
  'runs of Word': '</w:t></w:r><w:r><w:t>injected</w:t></w:r><w:p/>',
  'a field of Word': '<w:fldSimple w:instr="DDEAUTO c:\\\\evil"/> { INCLUDEPICTURE "https://evil.example" }',
  'CDATA and an instruction': ']]> <![CDATA[ ]]> <?x?> <!DOCTYPE x>',
  'an expression': '${{ github.token }} $(id) `id` {{7*7}}',
  'a formula': '=HYPERLINK("https://evil.example","x")',
  'colours and a cleared screen': '\u009b2J\u009b31m',
  'text that runs backwards': '\u202eydaer\u202c\u2066x',
  'accents without end': `a${'\u0301'.repeat(500)}`,
  'half a pair by reference': '\uFFFD\uFFFF'.slice(0, 1),
  'a name of objects': '__proto__',
  'a very long word': 'x'.repeat(100_000),
  'very many words': 'x '.repeat(50_000),
};

function xml(value: string): string {
  return value.replaceAll(/[&<>"\n\r\t\u0085\u2028]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

/** A report with the text in every place, in which DSGB1 failed. */
export function reportOf(attack: string): string {
  const value = xml(attack);
  const element = (name: string): string => `<${name}>${value}</${name}>`;
  const properties = ['scenario', 'mrn', 'lrn', 'IE015', 'IE028', value]
    .map((name) => `<property name="${name}" value="${value}"/>`)
    .join('');
  const content =
    `<properties>${properties}</properties>${element('system-out')}${element('system-err')}` +
    `<system-out>MRN=${value} LRN: ${value} IE029=${value} [[PROPERTY|lrn=${value}]]</system-out>` +
    `<!-- ${attack.replaceAll('-', ' ').replaceAll(/[\u0080-\u009f]/g, '')} -->`;
  const said = `<failure message="${value}" type="${value}">${value}</failure>`;
  return report(
    [
      testcase(content + said, undefined, `DSGB1: ${value}`),
      testcase(failure, undefined, `${value} DSGB1 or DSXI1`),
      testcase(`<skipped message="${value}"/>`, stamped(`status="${value}"`), `DNGB1 ${value}`),
      testcase(content, ` timestamp="${value}"`, `DSGB2: ${value}`),
      testcase('', stamped(''), `DSGB99 ${value}`),
      testcase(content, stamped(`file="${value}"`), value).replace('trader.test', value),
    ].join('\n'),
    `name="DSGB1 ${value}" hostname="${value}" tests="${value}" failures="${value}" timestamp="${value}"`,
    `name="${value}"`,
  );
}

export const textCases: readonly HostileCase[] = Object.entries(attacks).map(([what, attack]) =>
  text(what, reportOf(attack)),
);
