import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';

/** Plain JSON, as read. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A route of GitHub's description that a request belongs to. */
export interface Operation {
  /** E.g. `GET /repos/{owner}/{repo}/issues`. */
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
}

type Parameters = readonly { readonly name: string; readonly in: string; readonly schema: Json }[];

/**
 * GitHub's own OpenAPI description of its REST interface, as a judge: what breaks it comes back as a sentence.
 * It is read from `@octokit/openapi` (13 MB, 0.1 s); schemas are compiled when first used.
 */
export class Description {
  readonly #document: Json;
  readonly #ajv: Ajv2019;
  readonly #routes: readonly { readonly template: string; readonly pattern: RegExp; readonly names: string[] }[];
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor() {
    // The package's main would read all of GitHub's editions, 400 MB.
    const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
    const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isJson(document)) throw new Error('the OpenAPI description is no object');
    this.#document = document;
    this.#routes = Object.keys(at(document, 'paths'))
      .filter((template) => template.startsWith('/repos/{owner}/{repo}') || template === '/user')
      .map((template) => ({
        template,
        names: [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
        pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
      }));
    this.#ajv = new Ajv2019({ strict: false, allErrors: true, validateSchema: false, coerceTypes: false });
    for (const format of ['uri', 'uri-template', 'email', 'int64', 'timestamp', 'hostname']) {
      this.#ajv.addFormat(format, true);
    }
    this.#ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
    this.#ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  }

  /** Undefined when GitHub has no such route. A literal path goes before one with a parameter in that place. */
  operation(method: string, pathname: string): Operation | undefined {
    const found = this.#routes
      .filter(({ pattern }) => pattern.test(pathname))
      .filter(({ template }) => method.toLowerCase() in at(this.#document, 'paths', template))
      .toSorted((left, right) => left.names.length - right.names.length)[0];
    if (found === undefined) return undefined;
    const values = found.pattern.exec(pathname)?.slice(1) ?? [];
    return {
      route: `${method} ${found.template}`,
      path: Object.fromEntries(found.names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')])),
    };
  }

  /** What is wrong with a request; empty when nothing is. `body` is undefined when none was sent. */
  requestFaults(operation: Operation, query: URLSearchParams, body: unknown): string[] {
    const { route } = operation;
    const parameters = this.#parameters(route);
    const faults: string[] = [];
    for (const [name, value] of [...Object.entries(operation.path), ...query]) {
      const where = name in operation.path ? 'path' : 'query';
      const parameter = parameters.find((one) => one.in === where && one.name === name);
      if (parameter === undefined) faults.push(`${route}: unknown query parameter ${name}`);
      else faults.push(...this.#check(`${route} parameter ${name}`, parameter.schema, typed(value, parameter.schema)));
    }
    const schema = this.#operation(route)['requestBody'];
    if (schema === undefined) {
      if (body !== undefined) faults.push(`${route}: a body where none is expected`);
    } else if (body !== undefined) {
      const strict = closed(at(this.#resolve(schema), 'content', 'application/json', 'schema'));
      faults.push(...this.#check(`${route} body`, strict, body));
    } else if (this.#resolve(schema)['required'] === true) faults.push(`${route}: the body is missing`);
    return faults;
  }

  /** What is wrong with an answer of ours, so that the loopback server doesn't drift away from GitHub. */
  responseFaults(route: string, status: number, body: unknown): string[] {
    const responses = at(this.#operation(route), 'responses');
    const response = responses[String(status)];
    // Statuses that every route can answer with (401, 403, 404, 429, 5xx) are mostly not in the description.
    if (response === undefined) return status < 400 ? [`${route}: never answers ${status}`] : [];
    const content = this.#resolve(response)['content'];
    if (content === undefined) return body === undefined ? [] : [`${route} ${status}: an answer without a body`];
    if (status >= 300) return [];
    return this.#check(`${route} ${status}`, at(content, 'application/json', 'schema'), body);
  }

  /** A valid value of a schema, made of GitHub's own examples, with some properties set. */
  sample(name: string, overrides: Json): Json {
    const made = this.#example(at(this.#document, 'components', 'schemas', name), 0);
    return { ...(isJson(made) ? made : undefined), ...overrides };
  }

  #example(schema: Json, depth: number): unknown {
    const target = this.#resolve(schema);
    if (target['nullable'] === true) return null;
    if (Array.isArray(target['enum'])) return target['enum'][0];
    for (const key of ['allOf', 'anyOf', 'oneOf']) {
      const parts = target[key];
      if (!Array.isArray(parts) || target['properties'] !== undefined) continue;
      const made = parts.filter(isJson).map((part) => this.#example(part, depth + 1));
      return key === 'allOf' ? Object.assign({}, ...made.filter(isJson)) : made[0];
    }
    switch (target['type']) {
      case 'string':
        return target['format'] === 'date-time' ? '2026-01-01T00:00:00Z' : (target['example'] ?? 'x');
      case 'integer':
      case 'number':
        return target['example'] ?? 1;
      case 'boolean':
        return false;
      case 'array':
        return [];
      default: {
        const required = Array.isArray(target['required']) ? target['required'] : [];
        const properties = isJson(target['properties']) ? target['properties'] : {};
        if (depth > 8) throw new Error('a schema that needs itself');
        return Object.fromEntries(
          required.map(String).map((key) => [key, this.#example(at(properties, key), depth + 1)]),
        );
      }
    }
  }

  #check(what: string, schema: Json, value: unknown): string[] {
    let validate = this.#compiled.get(what);
    if (validate === undefined) {
      validate = this.#ajv.compile({ ...convert(schema), $defs: this.#definitions(schema) });
      this.#compiled.set(what, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      (error) => `${what}${error.instancePath}: ${error.message ?? error.keyword} ${JSON.stringify(error.params)}`,
    );
  }

  /** The schemas that a schema leads to, converted, by the key that `convert` makes of their reference. */
  #definitions(schema: Json): Json {
    const found = new Map<string, Json>();
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) for (const one of value) visit(one);
      if (!isJson(value)) return;
      const { $ref: reference } = value;
      if (typeof reference === 'string' && !found.has(definitionKey(reference))) {
        const target = this.#resolve(value);
        found.set(definitionKey(reference), convert(target));
        visit(target);
      }
      for (const [key, one] of Object.entries(value)) if (key !== 'example' && key !== 'examples') visit(one);
    };
    visit(schema);
    return Object.fromEntries(found);
  }

  #operation(route: string): Json {
    const [method = '', template = ''] = route.split(' ');
    return at(this.#document, 'paths', template, method.toLowerCase());
  }

  #parameters(route: string): Parameters {
    const listed = this.#operation(route)['parameters'];
    return (Array.isArray(listed) ? listed : []).map((one) => {
      const parameter = this.#resolve(one);
      const schema = at(parameter, 'schema');
      // Described as a plain time, documented (and used by everybody) with the search syntax: `>=2026-01-01`.
      const { format: _format, ...search } = schema;
      const name = String(parameter['name']);
      return { name, in: String(parameter['in']), schema: name === 'created' ? search : schema };
    });
  }

  #resolve(value: unknown): Json {
    if (!isJson(value)) throw new Error('the description has something else where a schema is expected');
    const { $ref: reference } = value;
    return typeof reference === 'string' ? this.#resolve(at(this.#document, ...reference.slice(2).split('/'))) : value;
  }
}

function at(value: unknown, ...keys: string[]): Json {
  let current = value;
  for (const key of keys) current = isJson(current) ? current[key] : undefined;
  if (!isJson(current)) throw new Error(`the description has nothing at ${keys.join('/')}`);
  return current;
}

/** OpenAPI 3.0 to JSON Schema 2019-09: `nullable`, and references that stand in one schema's own `$defs`. */
function convert(schema: Json): Json {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isJson(value)) return value;
    const { $ref: reference, nullable, example: _example, examples: _examples, ...rest } = value;
    const converted =
      typeof reference === 'string'
        ? { $ref: `#/$defs/${definitionKey(reference)}` }
        : Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, walk(one)]));
    return nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted;
  };
  const converted = walk(schema);
  return isJson(converted) ? converted : {};
}

function definitionKey(reference: string): string {
  return reference.slice(2).replaceAll('/', '.');
}

/** The same schema without room for a property that it doesn't name, so that a misspelt one is found. */
function closed(schema: Json): Json {
  const { properties, additionalProperties: _open, items, ...rest } = schema;
  const variants = Object.fromEntries(
    ['anyOf', 'oneOf', 'allOf']
      .filter((key) => Array.isArray(rest[key]))
      .map((key) => {
        const parts: unknown[] = Array.isArray(rest[key]) ? rest[key] : [];
        return [key, parts.map((part) => (isJson(part) ? opened(part) : part))];
      }),
  );
  return {
    ...rest,
    ...variants,
    ...(isJson(items) ? { items: closed(items) } : undefined),
    ...(isJson(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, one]) => [key, isJson(one) ? closed(one) : one]),
          ),
          unevaluatedProperties: false,
        }
      : undefined),
  };
}

/** `additionalProperties: true` would count every property as known. */
function opened(variant: Json): Json {
  const { additionalProperties: _open, ...rest } = variant;
  return rest;
}

/** Parameters travel as text. */
function typed(value: string, schema: Json): unknown {
  if (schema['type'] === 'integer' && /^\d+$/.test(value)) return Number(value);
  if (schema['type'] === 'boolean' && /^(true|false)$/.test(value)) return value === 'true';
  return value;
}
