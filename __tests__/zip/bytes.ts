/** Offsets of every occurrence of a signature. */
export function find(bytes: Uint8Array, signature: string): number[] {
  const text = Buffer.from(bytes).toString('latin1');
  const found: number[] = [];
  for (let at = text.indexOf(signature); at >= 0; at = text.indexOf(signature, at + 1)) {
    found.push(at);
  }
  return found;
}

export const LOCAL = 'PK\u0003\u0004';
export const CENTRAL = 'PK\u0001\u0002';
export const END = 'PK\u0005\u0006';

/** A copy with a number written over, little-endian, at an offset behind the n-th occurrence of a signature. */
export function patched(
  bytes: Uint8Array,
  signature: string,
  nth: number,
  offset: number,
  value: number,
  size: 2 | 4 = 2,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = (find(bytes, signature).at(nth) ?? 0) + offset;
  if (size === 2) {
    view.setUint16(at, value, true);
  } else {
    view.setUint32(at, value, true);
  }
  return copy;
}

export function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

/** The last entry's name is said to be UTF-8, which it isn't. */
export function unreadableName(bytes: Uint8Array): Uint8Array {
  const flagged = patched(patched(bytes, CENTRAL, -1, 8, 0x0800), LOCAL, -1, 6, 0x0800);
  return patched(patched(flagged, CENTRAL, -1, 46, 0xffff), LOCAL, -1, 30, 0xffff);
}

/** The same archive with sizes and checksums behind each content instead of before it. */
export function withDescriptors(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes);
  const starts = find(bytes, LOCAL);
  const directory = find(bytes, CENTRAL)[0] ?? 0;
  const parts: Buffer[] = [];
  const moved = new Map<number, number>();
  let length = 0;
  for (const [index, start] of starts.entries()) {
    const entry = Buffer.from(source.subarray(start, starts[index + 1] ?? directory));
    const descriptor = Buffer.concat([Buffer.from('PK\u0007\u0008', 'latin1'), entry.subarray(14, 26)]);
    entry.writeUInt16LE(entry.readUInt16LE(6) | 8, 6);
    entry.fill(0, 14, 26);
    moved.set(start, length);
    parts.push(entry, descriptor);
    length += entry.length + descriptor.length;
  }
  const rest = Buffer.from(source.subarray(directory));
  for (const at of find(rest, CENTRAL)) {
    rest.writeUInt16LE(rest.readUInt16LE(at + 8) | 8, at + 8);
    rest.writeUInt32LE(moved.get(rest.readUInt32LE(at + 42)) ?? 0, at + 42);
  }
  rest.writeUInt32LE(length, (find(rest, END)[0] ?? 0) + 16);
  return joined(...parts, rest);
}
