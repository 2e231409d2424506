/** The source of one client: a method for every route, in groups. */
import { z } from 'zod';
import { isKeyed } from '../../apps/server/src/http/keyed-route.ts';
import type { Route } from '../../apps/server/src/http/route.ts';
import { methodName, methodOfAll } from './method-name.ts';
import type { SchemaNames } from './schema-names.ts';

export type Client = {
  /** Of the file and its function. */
  readonly name: string;
  readonly about: string;
  /** The tag that is all about whoever asks: its methods stand in no group. Rights are for the others. */
  readonly own?: string;
};

type Method = { readonly group: string; readonly source: readonly string[] };

/** The text of `<name>-api.ts`. */
export function clientSource(client: Client, routes: readonly Route[], names: SchemaNames): string {
  const { name, about, own } = client;
  const types = new Set<string>();
  const typed: SchemaNames['type'] = (...asked) => {
    const type = names.type(...asked);
    types.add(type);
    return type;
  };
  const methods = routes.flatMap((route) => methodsOf(own === undefined ? route : withoutRight(route), typed));
  const groups = [...new Set(methods.map(({ group }) => group))].toSorted();
  const linesOf = (group: string) => methods.filter((one) => one.group === group).flatMap(({ source }) => source);
  const body = groups.flatMap((group) =>
    group === own
      ? linesOf(group).map((line) => `    ${line}`)
      : [`    ${group}: {`, ...linesOf(group).map((line) => `      ${line}`), '    },'],
  );
  const uses = (word: string) => body.some((line) => line.includes(word));
  return [
    '// Written by scripts/generate-sdk.ts (npm run sdk). Do not change it here.',
    "import type { CallOptions, Transport } from '../api-request.ts';",
    ...(uses('everyItem(') ? ["import { everyItem } from '../every-item.ts';"] : []),
    ...(uses('path`') ? ["import { path } from '../path.ts';"] : []),
    ...(uses('Photograph') ? ["import type { Photograph, UploadOptions } from '../photograph.ts';"] : []),
    'import type {',
    ...[...types].toSorted().map((type) => `  ${type},`),
    "} from './types.ts';",
    '',
    `/** ${about} */`,
    `export function ${name}Api({ ${['json', 'nothing', 'file'].filter((one) => uses(` ${one}(`)).join(', ')} }: Transport) {`,
    '  return {',
    ...body,
    '  } as const;',
    '}',
    '',
  ].join('\n');
}

function methodsOf(route: Route, typed: SchemaNames['type']): readonly Method[] {
  const { group, method } = methodName(route.tag, route.operationId);
  const parameters = parametersOf(route);
  const { query, body, upload, operationId } = route;
  const isOptional = (schema: z.ZodType) => schema.safeParse({}).success;
  const taken = [
    ...parameters.map(({ name, type }) => `${name}: ${type}`),
    ...(upload === undefined ? [] : ['photograph: Photograph']),
    ...(body === undefined ? [] : [`body: ${typed(body, 'body', operationId)}${isOptional(body) ? ' = {}' : ''}`]),
    ...(query === undefined ? [] : [`query: ${typed(query, 'query', operationId)}${isOptional(query) ? ' = {}' : ''}`]),
  ];
  const options = upload === undefined ? 'options?: CallOptions' : 'options: CallOptions & UploadOptions = {}';
  const request = [
    `method: '${route.method.toUpperCase()}'`,
    `path: ${pathOf(route)}`,
    ...(query === undefined ? [] : ['query']),
    ...(body === undefined ? [] : ['body']),
    ...(upload === undefined ? [] : ['upload: { photograph, mediaType: options.mediaType }']),
    `repeat: '${repeatOf(route)}'`,
  ].join(', ');
  const [call, answer] = answerOf(route, typed);
  const one: Method = {
    group,
    source: [
      ...docOf(route),
      `${method}: (${[...taken, options].join(', ')}): Promise<${answer}> =>`,
      `  ${call}({ ${request} }, options),`,
    ],
  };
  if (!isPaged(route)) return [one];
  const all: Method = {
    group,
    source: [
      `/** All of \`${method}\`, page by page as the loop goes on. */`,
      `${methodOfAll(method)}: (${[...taken, options].join(', ')}): AsyncIterable<${answer}['data'][number]> =>`,
      `  everyItem(query.cursor, (cursor): Promise<${answer}> =>`,
      `    ${call}({ ${request.replace(' query,', ' query: { ...query, cursor },')} }, options)),`,
    ],
  };
  return [one, all];
}

/** Sentences of the route, its right, and its own refusals. */
function docOf(route: Route): readonly string[] {
  const { summary, description, right, problems } = route;
  const codes = [...new Set(problems.map(({ code }) => `\`${code}\``))];
  const lines = [
    `${summary}.${description === undefined ? '' : ` ${description}`}`,
    ...(right === undefined ? [] : [`Right: \`${right}\`.`]),
    ...(codes.length === 0 ? [] : [`Problems of its own: ${codes.join(', ')}.`]),
  ];
  return lines.length === 1 ? [`/** ${lines[0]} */`] : ['/**', ...lines.map((line) => ` * ${line}`), ' */'];
}

function withoutRight({ right: _, ...route }: Route): Route {
  return route;
}

type Parameter = { readonly name: string; readonly wire: string; readonly type: string };

/** In the order of the path. Their types are few: texts, numbers, and words of a list. */
function parametersOf(route: Route): readonly Parameter[] {
  const { properties = {} } =
    route.params === undefined ? {} : PARAMETERS.parse(z.toJSONSchema(route.params, { io: 'output' }));
  return [...route.path.matchAll(/\{(\w+)\}/g)].map(([, wire = '']) => {
    const { type, enum: words } = properties[wire] ?? {};
    const name = wire.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (words !== undefined) return { name, wire, type: words.map((word) => `'${word}'`).join(' | ') };
    return { name, wire, type: type === 'integer' || type === 'number' ? 'number' : 'string' };
  });
}
const PARAMETERS = z.object({
  properties: z
    .record(z.string(), z.object({ type: z.string().optional(), enum: z.array(z.string()).optional() }))
    .optional(),
});

function pathOf(route: Route): string {
  const parameters = parametersOf(route);
  if (parameters.length === 0) return `'${route.path}'`;
  const filled = parameters.reduce((path, { name, wire }) => path.replace(`{${wire}}`, `\${${name}}`), route.path);
  return `path\`${filled}\``;
}

function repeatOf(route: Route): 'safe' | 'keyed' | 'never' {
  if (isKeyed(route)) return 'keyed';
  // RFC 9110 §9.2.2; what keeps nothing changes nothing.
  return ['get', 'put', 'delete'].includes(route.method) || route.keepsNothing === true ? 'safe' : 'never';
}

function answerOf(route: Route, typed: SchemaNames['type']): readonly [call: string, type: string] {
  const [answer, ...more] = Object.values(route.answers);
  if (answer === undefined || more.length > 0) throw new Error(`${route.operationId} has not one answer`);
  if (answer === 'none') return ['nothing', 'void'];
  if (answer === 'file') return ['file', 'Blob'];
  if (answer === 'stream') throw new Error(`${route.operationId} goes on for ever: no client has it`);
  return ['json', typed(answer, 'answer', route.operationId)];
}

function isPaged(route: Route): boolean {
  return route.query !== undefined && /\bcursor\b/.test(JSON.stringify(z.toJSONSchema(route.query, { io: 'input' })));
}
