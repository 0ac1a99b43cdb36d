import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const room = new URL('../../src/requirements/', import.meta.url).pathname;
const legend = readFileSync(join(room, 'sources.md'), 'utf8');
const shortNames = new Set([...legend.matchAll(/^\| ([A-Z]+\d?) \|/gmu)].map(([, name = '']) => name));

/** The short names that are cited in a text: `Source: PAGE, FORM appendix A.` */
function cited(text: string): readonly string[] {
  const citations = text.replaceAll(/\n\s*(?:\*|\/\/)/gu, '').matchAll(/Source: ([^\n]*?)(?:\.\s|\. ?\*|\*\/|$)/gmu);
  return [...citations].flatMap(([, words = '']) => words.match(/\b[A-Z]{3,}\d?\b/gu) ?? []);
}

describe('the legend of sources', () => {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

  it.each(files)('explains what %s cites', (file) => {
    const unknown = cited(readFileSync(join(room, file), 'utf8')).filter((name) => !shortNames.has(name));
    expect(unknown).toEqual([]);
  });

  it('is read at all', () => {
    expect(cited('/** Which. Source: GUIDE6, PAGE. */')).toEqual(['GUIDE6', 'PAGE']);
    expect([...shortNames]).toEqual(expect.arrayContaining(['FORM', 'GUIDE', 'PACK', 'PAGE', 'TIS', 'FORM6', 'XSD3']));
  });
});
