import { failing, failure, honest, ofKind, report, testcase, type HostileCase } from './hostile-case.ts';

const encoding = ofKind('encodings');

function utf16(text: string, order: 'LE' | 'BE', mark = ''): Buffer {
  const little = Buffer.from(mark + text, 'utf16le');
  return order === 'LE' ? little : little.swap16();
}

function declared(text: string, name: string): string {
  return text.replace('encoding="UTF-8"', `encoding="${name}"`);
}

function bytes(...parts: (string | readonly number[])[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
}

function utf32(text: string): Buffer {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const buffer = Buffer.alloc(points.length * 4);
  for (const [index, point] of points.entries()) buffer.writeUInt32LE(point, index * 4);
  return buffer;
}

const [before, after] = report(testcase('<system-out>|</system-out>')).split('|');
const inOutput = (...invalid: readonly number[]): Buffer => bytes(before ?? '', invalid, after ?? '');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Bytes that read as something else, or as nothing. */
export const encodingCases: readonly HostileCase[] = [
  encoding('a byte that is not UTF-8', inOutput(0xff)),
  encoding('a sequence cut off', inOutput(0xe2, 0x82)),
  encoding('a failure in overlong signs', bytes(before ?? '', [0xc0, 0xbc], 'failure/', [0xc0, 0xbe], after ?? '')),
  encoding('halves of pairs in UTF-8', inOutput(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)),
  encoding('a character beyond Unicode', inOutput(0xf4, 0x90, 0x80, 0x80)),
  encoding('Latin-1 that is not declared', latin(report(testcase('<system-out>Zürich</system-out>')))),
  encoding('a mark of UTF-8 before Latin-1', bytes([0xef, 0xbb, 0xbf], [...latin(report(testcase('é')))])),
  encoding('an invalid byte behind the root', bytes(honest, [0xff])),
  encoding('an invalid byte before the failure', bytes(report('|').split('|')[0] ?? '', [0xfe], testcase(failure))),
  encoding('UTF-16 with a mark, failing', utf16(declared(failing, 'UTF-16'), 'LE', '\ufeff')),
  encoding('UTF-16 the other way round, failing', utf16(declared(failing, 'UTF-16'), 'BE', '\ufeff')),
  encoding('UTF-16 without a mark, failing', utf16(declared(failing, 'UTF-16'), 'LE')),
  encoding('UTF-16 the other way round without a mark, failing', utf16(declared(failing, 'UTF-16'), 'BE')),
  encoding('UTF-16 that says it is UTF-8, failing', utf16(failing, 'LE', '\ufeff')),
  encoding('UTF-8 that says it is UTF-16, failing', declared(failing, 'UTF-16')),
  encoding('UTF-16 with half a unit at its end', bytes([...utf16(honest, 'LE', '\ufeff')], [0x20])),
  encoding('UTF-16 with half a pair', utf16(report(testcase('<system-out>\ud83d</system-out>')), 'LE', '\ufeff')),
  encoding(
    'UTF-16 that turns round in the middle',
    Buffer.concat([utf16(unendedHonest(), 'LE', '\ufeff'), utf16('</testsuite></testsuites>', 'BE')]),
  ),
  encoding('a mark of UTF-16 before UTF-8', bytes([0xff, 0xfe], honest)),
  encoding('UTF-32', utf32(`\ufeff${honest}`)),
  encoding('UTF-7 with a hidden failure', declared(report(testcase('+ADw-failure/+AD4-')), 'UTF-7')),
  encoding('EBCDIC by declaration', declared(honest, 'IBM037')),
  encoding('an encoding that nobody knows', declared(honest, 'klingon-8')),
  encoding('an encoding with a name to break out', declared(honest, "x'%0A::error::injected")),
  encoding('an encoding that replaces everything', declared(honest, 'iso-2022-kr')),
  encoding('Latin-1 as declared, failing', latin(declared(report(testcase('<failure message="é"/>')), 'ISO-8859-1'))),
  encoding(
    'Windows-1252 as declared, failing',
    latin(declared(report(testcase('<failure message="\x80"/>')), 'windows-1252')),
  ),
  encoding('Shift JIS as declared, with a broken character', latin(declared(report(testcase('\x81')), 'shift_jis'))),
  encoding('UTF-8 that says it is Windows-1252, failing', declared(failing, 'windows-1252')),
  encoding('a mark in the middle', `${honest.slice(0, 60)}\ufeff${failing}`),
];

function unendedHonest(): string {
  return honest.slice(0, honest.indexOf('</testsuite>'));
}
