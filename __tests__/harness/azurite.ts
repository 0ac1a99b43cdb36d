import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import {
  BlobSASPermissions,
  BlobServiceClient,
  type ContainerClient,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';

/** The account that every Azurite comes with; its key is in Azurite's documentation and opens nothing else. */
const account = 'devstoreaccount1';
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/**
 * Ends the emulator when its standard input closes. The operating system closes it when the test process goes,
 * however it goes, so that a killed test leaves nothing running.
 */
const diesWithItsParent = "data:text/javascript,process.stdin.on('end',()=>process.exit()).resume()";

/** A container of its own in the emulator, which all that a test process asks for share. */
export interface Container {
  /** The emulator's, `http://127.0.0.1:<port>`, without the account. */
  readonly origin: string;
  readonly account: string;
  readonly client: ContainerClient;
  /**
   * A signed path (`/<account>/<container>/<blob>?<sas>`) for the origin or a proxy before it: the signature
   * doesn't cover the host.
   */
  signedPath(blob: string, to: SignedAccess): string;
  /** Takes it away, with all that lies in it. */
  remove(): Promise<void>;
}

export type SignedAccess =
  | { readonly permission: 'write'; readonly minutes?: number }
  | { readonly permission: 'read'; readonly minutes?: number; readonly fileName: string; readonly contentType: string };

let running: Promise<string> | undefined;
let containers = 0;

/** An empty container in Microsoft's storage emulator on loopback, in memory. */
export async function openContainer(): Promise<Container> {
  running ??= startAzurite();
  const origin = await running;
  containers += 1;
  const credential = new StorageSharedKeyCredential(account, accountKey);
  const service = new BlobServiceClient(`${origin}/${account}`, credential, { retryOptions: { maxTries: 1 } });
  const client = service.getContainerClient(`artifacts-${containers}`);
  await client.create();
  return {
    origin,
    account,
    client,
    signedPath(blob, to) {
      const read = to.permission === 'read';
      const sas = generateBlobSASQueryParameters(
        {
          containerName: client.containerName,
          blobName: blob,
          permissions: BlobSASPermissions.parse(read ? 'r' : 'cw'),
          startsOn: new Date(Date.now() - 60_000),
          expiresOn: new Date(Date.now() + (to.minutes ?? 10) * 60_000),
          ...(read
            ? { contentDisposition: `attachment; filename="${to.fileName}"`, contentType: to.contentType }
            : undefined),
        },
        credential,
      );
      return `/${account}/${client.containerName}/${encodeURIComponent(blob)}?${sas.toString()}`;
    },
    async remove() {
      await client.delete();
    },
  };
}

/** Starts the emulator, which takes as long as a run of the action; it ends with this process. Returns its origin. */
async function startAzurite(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js');
  const child = spawn(
    process.execPath,
    [
      '--import',
      diesWithItsParent,
      main,
      '--blobHost=127.0.0.1',
      '--blobPort=0',
      '--inMemoryPersistence',
      '--silent',
      '--skipApiVersionCheck',
      '--disableTelemetry',
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  return new Promise<string>((resolve, reject) => {
    const said: string[] = [];
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`Azurite did not start within 20 s. It said: ${said.join(' ')}`));
    }, 20_000);
    const listen = (line: string): void => {
      said.push(line);
      const url = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    createInterface({ input: child.stdout }).on('line', listen);
    createInterface({ input: child.stderr }).on('line', listen);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`Azurite ended before it listened. It said: ${said.join(' ')}`));
    });
  });
}
