import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCredentials } from '../../src/text/credentials.ts';

/** As HMRC, GitHub and others make them: hex, base64, base64url, with a digit somewhere. */
const token = fc
  .tuple(
    fc.constantFrom('0123456789abcdef', 'abcXYZ0189+/', 'abcXYZ0189-_~'),
    fc.array(fc.nat(), { minLength: 8, maxLength: 60 }),
  )
  .map(([alphabet, picks]) => `7${picks.map((pick) => alphabet[pick % alphabet.length]).join('')}`);

const notations = [
  (secret: string) => `Authorization: Bearer ${secret}`,
  (secret: string) => `authorization=bearer ${secret}`,
  (secret: string) => `{"Authorization":"Bearer ${secret}"}`,
  (secret: string) => `{\\"Authorization\\":\\"Bearer ${secret}\\"}`,
  (secret: string) => `{'Authorization': 'Bearer ${secret}'}`,
  (secret: string) => `{Authorization=[Bearer ${secret}], Accept=[*/*]}`,
  (secret: string) => `-H 'Authorization: Basic ${secret}'`,
  (secret: string) => `Proxy-Authorization: Token ${secret}`,
  (secret: string) => `sent with Bearer ${secret}.`,
  (secret: string) => `GET /movements?access_token=${secret}&page=2 failed`,
  (secret: string) => `redirect_uri=x%26access_token%3D${secret}`,
  (secret: string) => `"access_token": "${secret}"`,
  (secret: string) => `accessToken: ${secret}`,
  (secret: string) => `refresh_token='${secret}'`,
  (secret: string) => `client_secret=${secret}`,
  (secret: string) => `clientSecret => "${secret}"`,
  (secret: string) => `CLIENT-SECRET: ${secret}`,
  (secret: string) => `HMRC_CLIENT_SECRET=${secret}`,
  (secret: string) => `password=${secret}`,
  (secret: string) => `x-api-key: ${secret}`,
  (secret: string) => `token=${secret}`,
  (secret: string) => `<access_token>${secret}</access_token>`,
  (secret: string) => `https://user:${secret.replaceAll('/', '')}@example.com/x`,
  (secret: string) => `/callback?code=${secret}&state=1`,
  (secret: string) => `Set-Cookie: session=${secret}; Path=/`,
  (secret: string) => `curl -u client:${secret} https://example.com`,
  (secret: string) => `eyJhbGciOiJSUzI1NiJ9.${secret.replaceAll(/[^\w-]/g, '')}.${secret.replaceAll(/[^\w-]/g, '')}`,
  (secret: string) => `ghs_${secret.replaceAll(/\W/g, '0')}0123456789`,
];

describe('a credential in a text', () => {
  it('is not repeated, in whatever notation it comes', () => {
    fc.assert(
      fc.property(token, fc.constantFrom(...notations), fc.string(), fc.string(), (secret, notation, before, after) => {
        const bare = notation(secret);
        const shown = withoutCredentials(`${before} ${bare} ${after}`);
        for (const part of [secret, secret.replaceAll('/', ''), secret.replaceAll(/[^\w-]/g, '')]) {
          expect(shown.includes(part) && !`${before}${after}`.includes(part), `${bare} → ${shown}`).toBe(false);
        }
        expect(shown).toContain('***');
      }),
    );
  });

  it('is replaced once and for all', () => {
    fc.assert(
      fc.property(token, fc.constantFrom(...notations), fc.string(), (secret, notation, around) => {
        const once = withoutCredentials(`${around} ${notation(secret)} ${around}`);
        expect(withoutCredentials(once)).toBe(once);
      }),
    );
  });

  it('leaves the rest of the message to be read', () => {
    const message =
      'GET https://test-api.service.hmrc.gov.uk/customs/transits/movements?access_token=aabb0011 failed: 401; Authorization: Bearer 99887766; retry';
    expect(withoutCredentials(message)).toBe(
      'GET https://test-api.service.hmrc.gov.uk/customs/transits/movements?access_token=*** failed: 401; Authorization: Bearer ***; retry',
    );
  });

  it.each([
    'expected IE029 within 60 s, got IE016: MRN 24GB1234567890ABK6, LRN ORD-26;A7',
    'SyntaxError: Unexpected token < in JSON at position 0',
    'Unexpected token: end of input',
    '401 Bearer token missing',
    'WWW-Authenticate: Bearer realm="HMRC", error="invalid_token"',
    'basic authentication is not enabled',
    'DSGB1: Basic departure',
    'exit code=1',
    'secretary of state',
    'the keyboard: an input',
    'see https://developer.service.hmrc.gov.uk/api-documentation@2.1',
    'mail to nctsp5tradertest@hmrc.gov.uk',
    'sha256:cafe0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab',
  ])('is not found in: %s', (text) => {
    expect(withoutCredentials(text)).toBe(text);
  });

  it('takes time in proportion to the text', () => {
    for (const piece of [
      'token',
      'secret-',
      'Bearer ',
      'eyJ',
      'password:',
      '://a',
      'api-key ',
      '<token',
      'cookie:',
      '"\\',
    ]) {
      const time = (length: number): number => {
        const text = piece.repeat(length);
        const began = performance.now();
        withoutCredentials(text);
        return performance.now() - began;
      };
      time(2000);
      expect(time(20_000), piece).toBeLessThan(1500);
    }
  });
});
