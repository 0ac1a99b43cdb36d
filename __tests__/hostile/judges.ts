import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { unzipSync } from 'fflate';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { z } from 'zod';
import { readElements } from '../harness/elements.ts';

/** Elements that our own Markdown makes, with the attributes that they may have. */
const own: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    'h2 h3 p strong em table thead tbody tr br sub ul ol li details summary pre'.split(' ').map((name) => [name, /^$/]),
  ),
  th: /^(?:align="\w+")?$/,
  td: /^(?:align="\w+")?$/,
  ol: /^(?:start="\d+")?$/,
  code: /^(?:class="language-(?:mermaid|text)")?$/,
  a: /^href="https:\/\/(?:developer\.service\.hmrc\.gov\.uk|github\.com)\/[^"]*"$/,
};

/**
 * What a hostile text would have made of our Markdown on GitHub: elements and links that are none of ours, mentions and
 * references, which GitHub finds in what is text after the Markdown has been read, signs that act.
 */
export function markupFaults(markdown: string): readonly string[] {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
  const tags = [...html.matchAll(/<(\/?)([a-z][a-z0-9-]*)\s*([^>]*?)\s*\/?>|<[!?][^>]*>?/giu)];
  const foreign = tags.filter(([, slash, name, attributes]) => {
    const allowed = name === undefined || !Object.hasOwn(own, name) ? undefined : own[name];
    return allowed === undefined || (slash === '' && !allowed.test(attributes ?? ''));
  });
  const text = html.replaceAll(/<(pre|code|a)\b[^>]*>.*?<\/\1>/gsu, '').replaceAll(/<[^>]*>/gu, '');
  const found =
    text.match(/(?<![\w`])@[a-z0-9]\S*|(?<![\w&])(?:#|GH-)\d\S*|:\+1:|https?:\/\/\w\S*|(?<!\w)www\.\w\S*/giu) ?? [];
  const acting = markdown.match(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu) ?? [];
  return [...foreign.map(([tag]) => tag), ...found, ...acting.map((sign) => JSON.stringify(sign))];
}

/** What is wrong with a Word document as a package of XML; fields, links and text that break out of runs. */
export function documentFaults(bytes: Uint8Array): readonly string[] {
  const faults: string[] = [];
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    for (const { name, attributes, text: said } of readElements(text)) {
      const field = name === 'w:instrText' && !/^(?:PAGE|NUMPAGES)$/.test(said);
      if (field || name === 'w:fldSimple' || name === 'w:object') faults.push(`${path}: ${name} ${said}`);
      if (
        attributes['TargetMode'] === 'External' &&
        attributes['Target']?.startsWith('https://developer.service.hmrc.gov.uk/') !== true
      ) {
        faults.push(`${path}: ${attributes['Target'] ?? ''}`);
      }
      if (name === 'w:t' && said === 'injected') faults.push(`${path}: a run that is none of ours`);
    }
  }
  return faults;
}

const schema = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(readFileSync(new URL('../../.github/report.schema.json', import.meta.url), 'utf8')));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** What keeps the JSON report from fitting its published schema. */
export function reportFaults(text: string): readonly string[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
