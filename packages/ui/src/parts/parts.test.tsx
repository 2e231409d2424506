import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Button, buttonLook } from './button.tsx';
import { TextField } from './field.tsx';
import { FindingsPicture } from './findings-picture.tsx';
import { RadioCards } from './radio-cards.tsx';
import { Steps } from './steps.tsx';

test('a field is told with its hint and its error', () => {
  const drawn = renderToStaticMarkup(<TextField label="Name" hint="As printed" error="Write it" name="name" />);
  const [, described = ''] = /aria-describedby="([^"]+)"/.exec(drawn) ?? [];
  expect(described.split(' ')).toHaveLength(2);
  for (const id of described.split(' ')) expect(drawn).toContain(`id="${id}"`);
  expect(drawn).toContain('aria-invalid="true"');
});

test('a field with nothing to say is described by nothing', () => {
  const drawn = renderToStaticMarkup(<TextField label="Name" name="name" />);
  expect(drawn).not.toContain('aria-describedby');
  expect(drawn).not.toContain('aria-invalid');
});

test('a busy button keeps the focus: it is not disabled', () => {
  const drawn = renderToStaticMarkup(<Button busy>Sending</Button>);
  expect(drawn).toContain('aria-disabled="true"');
  expect(drawn).not.toContain(' disabled');
});

test('a button submits unless it says otherwise', () => {
  expect(renderToStaticMarkup(<Button>Go on</Button>)).toContain('type="submit"');
  expect(renderToStaticMarkup(<Button type="button">Open</Button>)).toContain('type="button"');
});

test("a router's link can look like a button", () => {
  expect(buttonLook('quiet', 'self-start')).toBe('button button-quiet self-start');
});

test('the card that was chosen before is checked', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  const drawn = renderToStaticMarkup(<RadioCards legend="Which?" name="one" defaultValue="b" options={options} />);
  expect(drawn.match(/checked=""/g)).toHaveLength(1);
  expect(drawn).toMatch(/<input[^>]*value="b"[^>]*checked=""|checked=""[^>]*value="b"/);
});

test('the bar of steps is for eyes, the words are for everybody', () => {
  const drawn = renderToStaticMarkup(<Steps number={2} of={3} label="Step 2 of 3" />);
  expect(drawn).toContain('Step 2 of 3');
  expect(drawn.match(/bg-operator/g)).toHaveLength(2);
  expect(drawn.match(/bg-line/g)).toHaveLength(1);
});

test('a photograph with numbers is not mirrored where the language runs from right to left', () => {
  const drawn = renderToStaticMarkup(<FindingsPicture src="/p" alt="Front" width={9} height={9} marks={[]} />);
  expect(drawn).toMatch(/<div dir="ltr"[^>]*><img/);
});
