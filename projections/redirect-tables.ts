// Aims statements at the second set of a projection's tables while it is built beside the first.
import {
  type IdentifierNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type RawNode,
  type Transaction,
} from 'kysely';

const SUFFIX = '__beside';
const SCHEMA = 'rm.';

/** `rm.claim_queue_v1` → `claim_queue_v1`. */
export const bareName = (table: string): string => {
  if (!table.startsWith(SCHEMA)) throw new Error(`read models live in schema rm, not ${table}`);
  return table.slice(SCHEMA.length);
};

export const besideName = (bare: string): string => `${bare}${SUFFIX}`;

// Kysely offers the transformation of statements as a class to extend.
class Redirection extends OperationNodeTransformer {
  readonly #tables: ReadonlyMap<string, string>;

  constructor(tables: readonly string[]) {
    super();
    this.#tables = new Map(tables.map((table) => [table, besideName(table)]));
  }

  protected override transformIdentifier(node: IdentifierNode): IdentifierNode {
    const name = this.#tables.get(node.name);
    return name === undefined ? node : { ...node, name };
  }

  // A name inside sql text would pass us and reach the tables that people are reading.
  protected override transformRaw(node: RawNode): RawNode {
    for (const table of this.#tables.keys()) {
      if (node.sqlFragments.some((fragment) => fragment.includes(table))) {
        throw new Error(`${table} is named inside sql text; use sql.table() or the query builder`);
      }
    }
    return super.transformRaw(node);
  }
}

export const redirectTables = (
  tables: readonly string[],
): ((trx: Transaction<unknown>) => Transaction<unknown>) => {
  const redirection = new Redirection(tables.map(bareName));
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => redirection.transformNode(node),
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return (trx) => trx.withPlugin(plugin);
};
