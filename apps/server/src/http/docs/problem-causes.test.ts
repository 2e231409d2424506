import { knownProblem, problemCause } from '@vidimus/protocol';
import { expect, test } from 'vitest';
import { allRoutes } from '../../routes.ts';

test('every code that a route refuses with says why it comes and what helps', () => {
  const codes = allRoutes(JSON.parse('{}')).flatMap(({ problems }) => problems.map(({ code }) => code));
  expect(codes.filter((code) => knownProblem(code) === undefined && problemCause(code) === undefined)).toEqual([]);
});

test('every route that a sentence names is there', () => {
  const routes = allRoutes(JSON.parse('{}'));
  const there = new Set(routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`));
  const named = routes
    .flatMap(({ problems }) => problems)
    .flatMap(({ code }) =>
      [...(problemCause(code) ?? '').matchAll(/(?:GET|POST|PUT) \/v1\/[\w/{}-]+/g)].map(([name]) => name),
    );
  expect([...new Set(named)].filter((name) => !there.has(name))).toEqual([]);
});
