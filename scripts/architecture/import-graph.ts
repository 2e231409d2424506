import type { ICruiseResult } from 'dependency-cruiser';

/** A folder of the house. `group` is the package it stands in, where that has several. */
export type Part = { readonly id: string; readonly label: string; readonly group: string };

/** `from` imports `to`. `typesOnly`: nothing of it is left at run time. `implied`: a longer way leads there, too. */
export type Arrow = {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
  readonly implied: boolean;
};

export type ImportGraph = { readonly parts: readonly Part[]; readonly arrows: readonly Arrow[] };

const ENGINE = /^packages\/engine\/src\/(?:(reading\/(?:mrz|barcode|visual-zone)|[^/]+)\/|([^/]+)\.ts$)/;
const PART = /^(packages\/[^/]+|apps\/[^/]+|specimens|bench)\//;

/** Adds up the imports of files to the imports of parts; tests do not count. Sorted, so that the same house gives the same bytes. */
export function importGraph(cruised: ICruiseResult): ImportGraph {
  const ofProduct = cruised.modules.filter((module) => isProduct(module.source));
  const shared = sharedEngineFiles(cruised);
  const parts = new Map<string, Part>();
  const values = new Map<string, boolean>();
  for (const module of ofProduct) {
    const from = partOf(module.source, shared);
    if (from === undefined) continue;
    parts.set(from.id, from);
    for (const dependency of module.dependencies) {
      const to = isProduct(dependency.resolved) ? partOf(dependency.resolved, shared) : undefined;
      if (to === undefined || to.id === from.id) continue;
      const key = `${from.id} ${to.id}`;
      values.set(key, (values.get(key) ?? false) || !dependency.dependencyTypes.includes('type-only'));
    }
  }
  const direct = [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, byValue]) => ({ pair: key.split(' '), byValue }));
  const arrows = direct.map(({ pair: [from = '', to = ''], byValue }) => ({ from, to, typesOnly: !byValue }));
  return {
    parts: [...parts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    arrows: arrows.map((arrow) => ({ ...arrow, implied: leadsByLongerWay(arrow.from, arrow.to, arrows) })),
  };
}

function isProduct(path: string): boolean {
  return (
    /\.tsx?$/.test(path) && !/\.(test|fixture|d)\.tsx?$/.test(path) && !path.includes('node_modules') && PART.test(path)
  );
}

/** The engine's files beside its stages are either recipes, which use the stages, or contracts, which stages use. */
function sharedEngineFiles(cruised: ICruiseResult): ReadonlySet<string> {
  const inStages = cruised.modules.filter((module) => /^packages\/engine\/src\/[^/]+\//.test(module.source));
  return new Set(
    inStages
      .filter((module) => isProduct(module.source))
      .flatMap((module) => module.dependencies.map((to) => to.resolved)),
  );
}

function partOf(path: string, shared: ReadonlySet<string>): Part | undefined {
  const inEngine = ENGINE.exec(path);
  if (inEngine) {
    const name = inEngine[1] ?? (shared.has(path) ? 'contracts (ports, subject)' : 'recipes and doors');
    return { id: `engine/${name.replaceAll(' ', '_')}`, label: name, group: 'packages/engine' };
  }
  const name = PART.exec(path)?.[1];
  return name === undefined ? undefined : { id: name, label: name, group: name };
}

function leadsByLongerWay(
  from: string,
  to: string,
  arrows: readonly { readonly from: string; readonly to: string }[],
): boolean {
  const seen = new Set<string>();
  const waiting = arrows.filter((arrow) => arrow.from === from && arrow.to !== to).map((arrow) => arrow.to);
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part === to) return true;
    if (part === from || seen.has(part)) continue;
    seen.add(part);
    for (const arrow of arrows) if (arrow.from === part) waiting.push(arrow.to);
  }
  return false;
}
