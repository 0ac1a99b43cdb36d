import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { fingerprintFile, fingerprints, images, shown, type Shown } from './sources.ts';

/*
 * Draws README's pictures: `npm run pictures`. Needs Node 22.18 or later, Chromium (with Noto Color Emoji), LibreOffice,
 * poppler's pdftoppm and pngquant. Mermaid, which draws the timeline on GitHub, is installed into a folder that is removed again.
 */

const mermaid = '11.12.0';
const chromium = process.env['CHROMIUM'] ?? 'chromium';

const style = `
  body { font: 14px/1.5 Arial, sans-serif; color: #1f2328; margin: 0; padding: 16px 24px; background: #fff }
  h2 { font-size: 21px } h3 { font-size: 17px } h2, h3 { border-bottom: 1px solid #d1d9e0; padding-bottom: 6px }
  table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #d1d9e0; padding: 6px 13px; vertical-align: top; text-align: left }
  tr:nth-child(even) td { background: #f6f8fa } code { background: #eff1f3; border-radius: 6px; padding: 2px 5px; font-size: 12px }
  blockquote { border-left: 4px solid #d1d9e0; margin: 0; padding: 0 14px; color: #59636e }
  .pages { display: flex; gap: 12px; background: #d0d7de; padding: 6px; margin: -16px -24px } .pages img { width: 520px }
`;

function page(body: string, head = ''): string {
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${head}<body>${body}`;
}

/** A picture of a page of HTML, as high as it is. */
function photograph(folder: string, html: string, width: number, file: string): void {
  const source = path.join(folder, 'page.html');
  writeFileSync(source, html);
  const ask = (...args: readonly string[]) =>
    execFileSync(
      chromium,
      [
        '--headless',
        '--no-sandbox',
        '--hide-scrollbars',
        '--allow-file-access-from-files',
        '--virtual-time-budget=15000',
        `--user-data-dir=${path.join(folder, 'profile')}`,
        ...args,
        pathToFileURL(source).href,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
  const measured = `${html}<script>addEventListener('load', () => setTimeout(() => { document.title = 'height=' + document.body.scrollHeight }, 3000))</script>`;
  writeFileSync(source, measured);
  const height = /height=(\d+)/.exec(ask(`--window-size=${width},800`, '--dump-dom'))?.[1] ?? '900';
  ask(`--window-size=${width},${height}`, `--screenshot=${file}`);
  execFileSync('pngquant', ['--force', '--output', file, '64', file]);
}

/** The first pages of a Word document, as LibreOffice shows them. */
function pagesOf(folder: string, name: string, document: Uint8Array, last: number): readonly string[] {
  const source = path.join(folder, `${name}.docx`);
  writeFileSync(source, document);
  const installation = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'office')).href}`;
  execFileSync('soffice', [installation, '--headless', '--convert-to', 'pdf', '--outdir', folder, source], {
    stdio: 'ignore',
  });
  execFileSync('pdftoppm', [
    '-png',
    '-r',
    '110',
    '-l',
    String(last),
    path.join(folder, `${name}.pdf`),
    path.join(folder, name),
  ]);
  return Array.from({ length: last }, (_, index) => `${name}-${index + 1}.png`);
}

function installMermaid(folder: string): void {
  execFileSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', `mermaid@${mermaid}`],
    { stdio: 'ignore' },
  );
}

function summaryPage(folder: string, summary: string): string {
  const script = pathToFileURL(path.join(folder, 'node_modules/mermaid/dist/mermaid.min.js')).href;
  const html = micromark(summary, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  }).replaceAll(/<pre><code class="language-mermaid">([^]*?)<\/code><\/pre>/g, '<pre class="mermaid">$1</pre>');
  return page(html, `<script src="${script}"></script><script>mermaid.initialize({ startOnLoad: true })</script>`);
}

const side = (files: readonly string[]) =>
  page(`<div class="pages">${files.map((file) => `<img src="${file}">`).join('')}</div>`);

function draw(folder: string, { summary, summaryNcts6, checklist, form }: Shown): void {
  mkdirSync(images, { recursive: true });
  installMermaid(folder);
  photograph(folder, summaryPage(folder, summary), 1200, path.join(images, 'summary.png'));
  photograph(folder, summaryPage(folder, summaryNcts6), 1200, path.join(images, 'summary-ncts6.png'));
  photograph(folder, side(pagesOf(folder, 'checklist', checklist, 2)), 1070, path.join(images, 'checklist.png'));
  const before = pagesOf(folder, 'before', form.empty, 1);
  const after = pagesOf(folder, 'after', form.filled, 1);
  photograph(folder, side([...before, ...after]), 1070, path.join(images, 'form.png'));
}

const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
try {
  const sources = await shown();
  draw(folder, sources);
  writeFileSync(fingerprintFile, `${JSON.stringify(fingerprints(sources), null, 2)}\n`);
  console.log(readFileSync(fingerprintFile, 'utf8'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
