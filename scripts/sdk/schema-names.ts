/** Which exported schema a route uses, and how the sdk calls its type. */
import type { z } from 'zod';
import * as protocol from '../../packages/protocol/src/index.ts';

export type SchemaNames = {
  /** The type of what is answered, what is sent, or what is asked in a query. Asking for it puts it into `source`. */
  readonly type: (schema: z.ZodType, use: 'answer' | 'body' | 'query', operationId: string) => string;
  /** The file that exports every type that was asked for. */
  readonly source: () => string;
};

type Named = { readonly name: string; readonly type: string; readonly schema: string };

/** Throws where a schema is not exported by the protocol: a type written down twice would drift. */
export function schemaNames(): SchemaNames {
  const exported = new Map<unknown, string>(
    Object.entries(protocol).flatMap(([name, value]) => (name.endsWith('Schema') ? [[value, name]] : [])),
  );
  const asked = new Map<string, Named>();
  return {
    type: (schema, use, operationId) => {
      const known = exported.get(schema);
      if (known === undefined) {
        throw new Error(`${operationId}: export the schema of its ${use} from packages/protocol/src, and use that one`);
      }
      const bare = capital(known.slice(0, -'Schema'.length));
      const named = { answer: [bare, 'z.output<'], body: [bare, 'z.input<'], query: [bare, 'QueryOf<'] } as const;
      const [name, type] = named[use];
      const before = asked.get(name);
      if (before !== undefined && before.type !== type) throw new Error(`${known} is both sent and answered`);
      asked.set(name, { name, type, schema: known });
      return name;
    },
    source: () => {
      const all = [...asked.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const uses = (prefix: string) => all.some(({ type }) => type.startsWith(prefix));
      return [
        '// Written by scripts/generate-sdk.ts (npm run sdk). Do not change it here.',
        '/** What is sent and answered, as the server checks it. */',
        'import type {',
        ...[...new Set(all.map(({ schema }) => schema))].toSorted().map((schema) => `  ${schema},`),
        "} from '@vidimus/protocol';",
        ...(uses('z.') ? ["import type { z } from 'zod';"] : []),
        ...(uses('QueryOf') ? ["import type { QueryOf } from '../wire.ts';"] : []),
        '',
        ...all.map(({ name, type, schema }) => `export type ${name} = ${type}typeof ${schema}>;`),
        '',
      ].join('\n');
    },
  };
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
