import { isJson, type Json } from './openapi.ts';

/** Rules that GitHub enforces or documents but does not describe; answers to break them are `invalid` above. */
export function unwrittenRules(route: string, query: URLSearchParams, body: Json): string[] {
  const faults: string[] = [];
  const fault = (what: string): void => void faults.push(`${route}: ${what}`);
  if (Number(query.get('per_page') ?? 0) > 100) fault('per_page above 100 is cut to 100');
  if (body['status'] === 'completed' && body['conclusion'] === undefined) fault('completed without a conclusion');
  if ((text(body['description']) ?? '').length > 140) fault('description above 140 characters');
  if ((text(body['body']) ?? '').length > 65_536) fault('body above 65,536 characters');
  const { output } = body;
  if (isJson(output)) {
    for (const key of ['summary', 'text']) {
      if (Buffer.byteLength(text(output[key]) ?? '') > 65_535) fault(`output.${key} above 65,535 bytes`);
    }
    const annotations = Array.isArray(output['annotations']) ? output['annotations'].filter(isJson) : [];
    for (const annotation of annotations) {
      if (Buffer.byteLength(text(annotation['message']) ?? '') > 65_536) fault('annotation message above 64 KB');
      if ((text(annotation['title']) ?? '').length > 255) fault('annotation title above 255 characters');
      if (/^\/|^[a-z]:|\\/i.test(text(annotation['path']) ?? '')) fault('annotation path is not relative');
    }
  }
  return faults;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
