import { oneLine } from '../text/escape.ts';

/**
 * File and artifact names for one document per application: `<stem>.docx` for a single one, `<stem>-<application>.docx`
 * for several. Characters that artifact names must not hold become `-`; names
 * that would meet get a number.
 */
export function documentNames(stem: string, applications: readonly string[], extension: string): string[] {
  const taken = new Set<string>();
  return applications.map((application) => {
    const base = fileStem(applications.length === 1 ? stem : `${stem}-${application}`);
    let name = `${base}${extension}`;
    // Compared without case: GitHub tells artifacts apart by it, the disks that they are downloaded to may not.
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      name = `${base}-${number}${extension}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

function fileStem(text: string): string {
  const stem = oneLine(text, 100)
    .replace(/[":<>|*?\\/\s]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/gu, '');
  return stem === '' ? 'checklist' : stem;
}
