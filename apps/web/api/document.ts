// The OpenAPI 3.1 document, made of the operations themselves; JSON Schema comes from their zod schemas.
import { z } from 'zod';
import { inLanguage } from '../../copy/text.ts';
import { scopeOf } from './caller.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { ProblemSchema } from './schemas.ts';

type Json = { readonly [key: string]: unknown };

const COMPONENTS = '#/components/schemas/';

type Side = 'input' | 'output';

/** Definitions that a schema names move into the components of the document. */
const schemaFor = (schema: z.ZodType, io: Side, components: Map<string, unknown>): Json => {
  const {
    $schema: _,
    $defs,
    ...json
  } = z.toJSONSchema(schema, {
    ...{ io, unrepresentable: 'any', target: 'draft-2020-12' },
  }) as Json & { readonly $defs?: Json };
  const moved = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', `"${COMPONENTS}`));
  for (const [name, one] of Object.entries($defs ?? {})) {
    const { id: _id, $id: _ref, ...rest } = moved(one) as Json;
    components.set(name, rest);
  }
  const { id, ...rest } = moved(json) as Json;
  if (typeof id !== 'string') return rest;
  components.set(id, rest);
  return { $ref: `${COMPONENTS}${id}` };
};

const header = (name: string, required: boolean, description: string): Json => ({
  ...{ name, in: 'header', required, description },
  schema: { type: 'string' },
});

const WRITE_HEADERS: readonly Json[] = [
  header('Idempotency-Key', true, 'A UUID: the same command sent again gets its first answer.'),
  header(
    'If-Match',
    false,
    'The ETag that was read; what others did since refuses the write (412).',
  ),
  header('Prefer', false, '`wait=2`: answer when the read models show it, at most 10 seconds.'),
];

const queryParameters = (query: z.ZodObject, components: Map<string, unknown>): readonly Json[] => {
  const json = schemaFor(query, 'input', components);
  const required = Array.isArray(json['required']) ? json['required'] : [];
  return Object.entries((json['properties'] ?? {}) as Json).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
  }));
};

const problems = (operation: Operation): Json => {
  const isWrite = operation.method === 'post';
  const codes = [400, 401, 403, 404, ...(isWrite ? [409, 412, 413] : []), 422, 429, 500, 503];
  return Object.fromEntries(
    codes.map((status) => [String(status), { $ref: '#/components/responses/Problem' }]),
  );
};

const operationJson = (operation: Operation, components: Map<string, unknown>): Json => {
  const { path, name, group, summary, query, body, answer, hasVersion, method } = operation;
  const parameters = [
    ...(path.includes('{id}')
      ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }]
      : []),
    ...(query === undefined ? [] : queryParameters(query, components)),
    ...(method === 'post' ? WRITE_HEADERS : []),
  ];
  const etag = { ETag: { description: 'Version of the stream.', schema: { type: 'string' } } };
  return {
    operationId: name,
    tags: [group],
    summary: inLanguage('en', summary),
    'x-summary-id': inLanguage('id', summary),
    'x-scope': scopeOf(operation),
    parameters,
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaFor(body, 'input', components) } },
      },
    }),
    responses: {
      '200': {
        description: 'Done.',
        ...(hasVersion && { headers: etag }),
        content: { 'application/json': { schema: schemaFor(answer, 'output', components) } },
      },
      ...problems(operation),
    },
  };
};

const pathsOf = (components: Map<string, unknown>): Json => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const at = paths[operation.path] ?? {};
    at[operation.method] = operationJson(operation, components);
    paths[operation.path] = at;
  }
  return paths;
};

export const openApiDocument = (): Json => {
  const components = new Map<string, unknown>();
  const paths = pathsOf(components);
  const problem = schemaFor(ProblemSchema, 'output', components);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lindung',
      version: 'v1',
      description:
        'Claims of vulnerable workers. Actor, office and role come from the sign-in alone. Money is a string of digits; days are the office’s; problems carry the code of the refusal and both languages.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ session: [] }, { bearer: [] }, { key: [] }],
    paths,
    components: {
      schemas: Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      responses: {
        Problem: {
          description: 'Refused, or not possible now.',
          content: { 'application/problem+json': { schema: problem } },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'lindung.session_token' },
        bearer: { type: 'http', scheme: 'bearer' },
        key: {
          ...{ type: 'http', scheme: 'bearer', bearerFormat: 'lindung_…' },
          description:
            'Of another system: bounded by scopes (`x-scope` of each operation), a last day and the acts of its holder; never for acts that need a second factor.',
        },
      },
    },
  };
};
