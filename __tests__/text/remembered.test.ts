import { expect, it } from 'vitest';
import { remembered } from '../../src/text/remembered.ts';

it('is asked once for each of the first keys, and again for those beyond', () => {
  const asked: string[] = [];
  const lengthOf = remembered(2, (text: string) => {
    asked.push(text);
    return text.length;
  });
  expect(['a', 'bb', 'ccc', 'a', 'bb', 'ccc'].map(lengthOf)).toEqual([1, 2, 3, 1, 2, 3]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'ccc']);
});
