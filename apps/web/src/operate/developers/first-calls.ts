/** The first call of a program, as it is copied; the key is the person's own, and never stands in a page. */

export type FirstCall = { readonly id: 'curl' | 'sdk'; readonly text: string };

/** `baseUrl`: where this server answers; `policy`: the one that verifications are made under, where there is one. */
export function firstCalls(baseUrl: string, policy: string | undefined): readonly FirstCall[] {
  const named = policy === undefined ? '' : `"policy": "${policy}", `;
  const named2 = policy === undefined ? '' : `policy: '${policy}', `;
  return [
    {
      id: 'curl',
      text: `export VIDIMUS_KEY=sk_test_…
curl ${baseUrl}/v1/verifications \\
  -H "Authorization: Bearer $VIDIMUS_KEY" \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -H "Content-Type: application/json" \\
  -d '{${named}"applicant": {"reference": "customer-42"}}'`,
    },
    {
      id: 'sdk',
      text: `import { createVidimus } from '@vidimus/sdk';

const vidimus = createVidimus({
  baseUrl: '${baseUrl}',
  key: process.env.VIDIMUS_KEY ?? '',
});
const { id, link } = await vidimus.verifications.create({
  ${named2}applicant: { reference: 'customer-42' },
});
console.log(id, link.url); // send the applicant there`,
    },
  ];
}
