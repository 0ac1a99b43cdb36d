import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { archiveLimits, unpackReports } from '../../src/github/earlier/archive.ts';
import { ZipFault } from '../../src/zip/fault.ts';
import { startArtifactService } from '../harness/artifact-service.ts';
import { zipOf } from '../harness/zip.ts';
import { rawZip, type RawEntry } from './hostile-zip.ts';

const report = '<testsuite name="DSGB1" tests="1"><testcase name="released"/></testsuite>';
const good: RawEntry = { path: 'results/dsgb1.xml', content: report };

describe('unpackReports', () => {
  it('takes the XML files of a zip as upload-artifact makes it, and nothing else', () => {
    const zip = Buffer.from(zipOf({ 'a/dsgb1.xml': report, 'B.XML': report, 'log.txt': 'x', 'page.html': '<p>' }));
    const { reports, nested } = unpackReports(zip);
    expect(reports.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
      ['a/dsgb1.xml', report],
      ['B.XML', report],
    ]);
    expect(nested).toEqual([]);
  });

  it.each([0, 6])('takes a zip that the toolkit streamed, at compression level %d', async (compressionLevel) => {
    const service = await startArtifactService();
    const root = await mkdtemp(join(tmpdir(), 'archive-'));
    onTestFinished(async () => {
      vi.unstubAllEnvs();
      await rm(root, { recursive: true });
      await service.stop();
    });
    for (const [name, value] of Object.entries(service.env())) vi.stubEnv(name, value);
    const files = { 'dsgb1.xml': report, 'dépôt.xml': report.repeat(2000), 'leer.xml': '' };
    const paths = Object.keys(files).map((name) => join(root, name));
    for (const [name, content] of Object.entries(files)) await writeFile(join(root, name), content);
    await mkdir(join(root, 'empty'));
    const { id = 0 } = await new DefaultArtifactClient().uploadArtifact(
      'results',
      [...paths, join(root, 'empty')],
      root,
      {
        compressionLevel,
      },
    );
    const { reports } = unpackReports(Buffer.from(await service.bytes(id)));
    expect(Object.fromEntries(reports.map(({ path, bytes }) => [path, bytes.toString()]))).toEqual(files);
  });

  it('reads back whatever was packed', () => {
    const files = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 300 }), { minKeys: 1 });
    fc.assert(
      fc.property(files, (contents) => {
        const zip = zipOf(Object.fromEntries(Object.entries(contents).map(([name, bytes]) => [`${name}.xml`, bytes])));
        const { reports } = unpackReports(Buffer.from(zip));
        expect(
          Object.fromEntries(reports.map(({ path, bytes }) => [path.slice(0, -4), new Uint8Array(bytes)])),
        ).toEqual(Object.fromEntries(Object.entries(contents)));
      }),
    );
  });

  it('reads names in UTF-8 also where nothing says that they are', () => {
    expect(unpackReports(rawZip([{ path: 'dépôt.xml', unflagged: true }])).reports[0]?.path).toBe('dépôt.xml');
  });

  it('names archives in the archive instead of opening them', () => {
    const zip = rawZip([good, { path: 'traces/trace.zip' }, { path: 'more.tar.gz' }]);
    expect(unpackReports(zip).nested).toEqual(['traces/trace.zip', 'more.tar.gz']);
  });

  it('opens zips where there are no reports beside them, one level deep', () => {
    const inner = rawZip([good, { path: 'deeper.zip', content: rawZip([good]) }]);
    const { reports, nested } = unpackReports(rawZip([{ path: 'all.zip', content: inner }, { path: 'more.tar.gz' }]));
    expect(reports.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([['all.zip/results/dsgb1.xml', report]]);
    expect(nested).toEqual(['more.tar.gz', 'all.zip/deeper.zip']);
  });

  it('trusts a zip in a zip no more than the zip itself', () => {
    const hostile = rawZip([{ path: '../x.xml', content: report }]);
    expect(() => unpackReports(rawZip([{ path: 'all.zip', content: hostile }]))).toThrow(/leads out of the archive/);
    const bomb = rawZip([{ path: 'a.xml', content: Buffer.alloc(33 * 2 ** 20, ' ') }]);
    expect(() => unpackReports(rawZip([{ path: 'all.zip', content: bomb }]))).toThrow(/as bombs do/);
    const both = rawZip([1, 2].map((name) => ({ path: `${name}.zip`, content: rawZip([good]) })));
    expect(() => unpackReports(both, { ...archiveLimits, totalBytes: report.length + 1 })).toThrow(/are taken/);
  });

  it('takes a report of one repeated line for what it is', () => {
    const content = Buffer.from(`<testsuite>${'<system-out>retry</system-out>\n'.repeat(200_000)}</testsuite>`);
    expect(unpackReports(rawZip([{ path: 'a.xml', content }])).reports[0]?.bytes.equals(content)).toBe(true);
  });

  it("leaves out a Mac's own notes", () => {
    const zip = rawZip([good, { path: '__MACOSX/results/._dsgb1.xml' }, { path: 'results/._dsgb1.xml' }]);
    expect(unpackReports(zip).reports.map(({ path }) => path)).toEqual(['results/dsgb1.xml']);
  });

  it.each<[string, readonly RawEntry[], RegExp]>([
    ['climbs out', [good, { path: '../../.github/workflows/x.xml' }], /leads out of the archive/],
    ['climbs out in the middle', [good, { path: 'a/../../x.xml' }], /leads out/],
    ['climbs out with backslashes', [good, { path: String.raw`a\..\..\x.xml` }], /leads out/],
    ['climbs out with a file that is no report', [good, { path: '../x.sh' }], /leads out/],
    ['has an absolute path', [good, { path: '/etc/x.xml' }], /absolute/],
    ['has a drive', [good, { path: 'C:/x.xml' }], /absolute/],
    ['has a link', [good, { path: 'x.xml', content: '/etc/passwd', mode: 0o120777 }], /is a link or a device/],
    ['has a pipe', [good, { path: 'x.xml', mode: 0o010644 }], /is a link or a device/],
    ['has control characters in a name', [good, { path: 'a\n::error::x.xml' }], /not a usable path/],
    ['has a name twice', [good, good], /in it twice/],
    ['has bytes in front that belong to nobody', [{ ...good, before: '#!/bin/sh' }], /starts with something/],
    [
      'has bytes in between that belong to nobody',
      [good, { path: 'b.xml', before: 'twelve bytes' }],
      /something is hidden after/,
    ],
    ['has two sizes for one entry', [{ path: 'a.xml', localSize: 5 }], /another in its header/],
    ['has two names for one entry', [good, { path: 'b.xml', localPath: 'c.xml' }], /another in its header/],
    ['shares bytes between entries', [good, { path: 'b.xml', sharesFirst: true }], /share the same bytes/],
    ['is longer than it says', [{ path: 'a.xml', content: report.repeat(50), declaredSize: 10 }], /longer than the/],
    ['is shorter than it says', [{ path: 'a.xml', content: report, declaredSize: 5000 }], /not as long/],
    ['is damaged', [{ path: 'a.xml', content: report, declaredCrc: 1 }], /checksum/],
    ['is encrypted', [{ path: 'a.xml', encrypted: true }], /encrypted/],
    ['is packed strangely', [{ path: 'a.xml', method: 12 }], /not known/],
    ['is a bomb', [{ path: 'a.xml', content: Buffer.alloc(33 * 2 ** 20, ' ') }], /as bombs do/],
    ['says that it is huge', [{ path: 'a.xml', content: report, declaredSize: 2 ** 31 }], /at most/],
  ])('refuses an archive that %s', (_what, entries, why) => {
    expect(() => unpackReports(rawZip(entries))).toThrow(why);
    expect(() => unpackReports(rawZip(entries))).toThrow(ZipFault);
  });

  it('unpacks no more than the limits say, over all files', () => {
    const entries = Array.from({ length: 5 }, (_, index) => ({ path: `${index}.xml`, content: 'x'.repeat(100) }));
    expect(() => unpackReports(rawZip(entries), { ...archiveLimits, totalBytes: 499 })).toThrow(/499 are taken/);
    expect(() => unpackReports(rawZip(entries), { ...archiveLimits, entries: 4 })).toThrow(/holds 5 files/);
    expect(() => unpackReports(rawZip(entries), { ...archiveLimits, archiveBytes: 300 })).toThrow(/300 are taken/);
    expect(unpackReports(rawZip(entries), { ...archiveLimits, totalBytes: 500, entries: 5 }).reports).toHaveLength(5);
  });

  it('refuses what is no zip, breaks off or has something in front', () => {
    const zip = rawZip([good], { comment: 'made by hand' });
    expect(unpackReports(zip).reports).toHaveLength(1);
    for (const bytes of [Buffer.alloc(0), Buffer.from('not a zip'), zip.subarray(0, -1), zip.subarray(10)]) {
      expect(() => unpackReports(bytes)).toThrow(ZipFault);
    }
    expect(() => unpackReports(Buffer.concat([Buffer.from('#!/bin/sh'), zip]))).toThrow(ZipFault);
  });

  it('answers any damage with a refusal or with what was packed, never with something else', () => {
    const zip = rawZip([good, { path: 'b.xml', content: report.repeat(3) }]);
    const position = fc.nat({ max: zip.length - 1 });
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = Buffer.from(zip);
        damaged[at] = (damaged[at] ?? 0) ^ by;
        expect(contentsOrRefusal(damaged)).toSatisfy(
          (outcome: string[] | 'refused') =>
            outcome === 'refused' || outcome.every((content) => [report, report.repeat(3)].includes(content)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

function contentsOrRefusal(zip: Buffer): string[] | 'refused' {
  try {
    return unpackReports(zip).reports.map(({ bytes }) => bytes.toString());
  } catch (error) {
    if (error instanceof ZipFault) return 'refused';
    throw error;
  }
}
