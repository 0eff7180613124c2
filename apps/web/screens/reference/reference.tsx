// The reference of the API, made of its operations: what there is, what each takes.
import { inLanguage, say } from '../../../copy/text.ts';
import type { Operation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import { Table, Tag } from '../../parts/data-parts.tsx';
import type { Screen } from '../../screen.ts';
import { referencePhrases as phrases } from './reference-phrases.ts';

const shapeOf = (schema: unknown): readonly string[] => {
  const shape: unknown =
    typeof schema === 'object' && schema !== null ? Reflect.get(schema, 'shape') : undefined;
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
};

const fieldsOf = ({ query, body }: Operation): readonly string[] => [
  ...shapeOf(query),
  ...shapeOf(body),
];

export const reference: Screen = {
  path: '/referensi-api',
  acts: 'everyone',
  show({ language }) {
    const title = say(language, phrases.title);
    return {
      title,
      body: (
        <>
          <h1>{title}</h1>
          <p class="lead">{say(language, phrases.lead)}</p>
          <p>{say(language, phrases.write)}</p>
          <p>
            <a class="button" href="/v1/openapi.json">
              {say(language, phrases.file)}
            </a>
          </p>
          <Table
            caption={title}
            columns={[phrases.request, phrases.what, phrases.fields].map((one) => ({
              head: say(language, one),
            }))}
            rows={operations.map((operation) => [
              <>
                <Tag tone={operation.method === 'get' ? 'calm' : 'warn'}>
                  {operation.method.toUpperCase()}
                </Tag>{' '}
                <code>{operation.path}</code>
              </>,
              inLanguage(language, operation.summary),
              fieldsOf(operation).length === 0 ? (
                <span class="sub">{say(language, phrases.none)}</span>
              ) : (
                <code>{fieldsOf(operation).join(', ')}</code>
              ),
            ])}
            empty=""
          />
        </>
      ),
    };
  },
};
