import { crc32, inflateRawSync } from 'node:zlib';
import { shownName, ZipFault } from './fault.ts';
import type { ZipArchive, ZipEntry } from './read.ts';

/**
 * The content of an entry, checked against its size and checksum. Never unpacks more than the size that the entry
 * declares: limiting that first limits the memory.
 *
 * @throws ZipFault
 */
export function unpack({ bytes }: ZipArchive, entry: ZipEntry): Buffer {
  const { name, dataStart, compressedSize } = entry;
  const packed = bytes.subarray(dataStart, dataStart + compressedSize);
  const content = entry.method === 0 ? packed : inflate(packed, entry);
  const fault = (what: string) => new ZipFault('damaged', `${shownName(name)} ${what}`, name);
  if (content.length !== entry.size) {
    throw fault('is not as long as the directory says');
  }
  if (crc32(content) !== entry.crc) {
    throw fault('is damaged: its checksum differs');
  }
  return content;
}

/** From what size on, in bytes, and how many times its packed size an entry is taken for a bomb. */
export interface Density {
  /** Below it there is nothing to fear, and a file of one repeated line does reach any ratio. */
  readonly from: number;
  /** Unpacked to packed. */
  readonly ratio: number;
}

/** Whether an entry declares to unpack to far more than its packed size, as bombs do. */
export function isTooDense({ size, compressedSize }: ZipEntry, { from, ratio }: Density): boolean {
  return size > from && size > compressedSize * ratio;
}

function inflate(packed: Buffer, { name, size }: ZipEntry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    const shown = shownName(name);
    throw error instanceof RangeError
      ? new ZipFault('longer-than-said', `${shown} is longer than the directory says`, name)
      : new ZipFault('damaged', `${shown} can't be unpacked`, name);
  }
}
