import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowNetworks } from './allow-networks.fixture.ts';
import { readWebhookUrl } from './webhook-url.ts';

const NONE = allowNetworks();
const codeOf = (text: string, allowed = NONE) => {
  const read = readWebhookUrl(text, allowed);
  return read.ok ? 'allowed' : read.error.code;
};

describe('hostile URLs', () => {
  test.each([
    // Addresses of insides, as they are.
    ['https://127.0.0.1/', 'webhook-address.not-global'],
    ['https://127.0.0.1:8443/hook', 'webhook-address.not-global'],
    ['https://10.1.2.3/', 'webhook-address.not-global'],
    ['https://169.254.169.254/latest/meta-data/', 'webhook-address.not-global'],
    ['https://168.63.129.16/machine?comp=goalstate', 'webhook-address.not-global'],
    ['https://100.100.100.200/latest/meta-data/', 'webhook-address.not-global'],
    ['https://0.0.0.0/', 'webhook-address.not-global'],
    ['https://255.255.255.255/', 'webhook-address.not-global'],
    ['https://[::1]/', 'webhook-address.not-global'],
    ['https://[::]/', 'webhook-address.not-global'],
    ['https://[::ffff:127.0.0.1]/', 'webhook-address.not-global'],
    ['https://[::ffff:7f00:1]/', 'webhook-address.not-global'],
    ['https://[0:0:0:0:0:ffff:127.0.0.1]/', 'webhook-address.not-global'],
    ['https://[::127.0.0.1]/', 'webhook-address.not-global'],
    ['https://[::ffff:0:127.0.0.1]/', 'webhook-address.not-global'],
    ['https://[64:ff9b::127.0.0.1]/', 'webhook-address.not-global'],
    ['https://[64:ff9b::a9fe:a9fe]/', 'webhook-address.not-global'],
    ['https://[2002:7f00:1::]/', 'webhook-address.not-global'],
    ['https://[2001:0:7f00:1::]/', 'webhook-address.not-global'],
    ['https://[fd00:ec2::254]/latest/meta-data/', 'webhook-address.not-global'],
    ['https://[fe80::1]/', 'webhook-address.not-global'],
    ['https://[ff02::1]/', 'webhook-address.not-global'],
    ['https://[2001:db8::1]/', 'webhook-address.not-global'],
    // Addresses that do not look like themselves, public ones included.
    ['https://2130706433/', 'webhook-url.address-in-disguise'],
    ['https://017700000001/', 'webhook-url.address-in-disguise'],
    ['https://0x7f000001/', 'webhook-url.address-in-disguise'],
    ['https://0x7f.0.0.1/', 'webhook-url.address-in-disguise'],
    ['https://0177.0.0.1/', 'webhook-url.address-in-disguise'],
    ['https://127.1/', 'webhook-url.address-in-disguise'],
    ['https://127.0.1/', 'webhook-url.address-in-disguise'],
    ['https://0/', 'webhook-url.address-in-disguise'],
    ['https://127.0.0.1./', 'webhook-url.address-in-disguise'],
    ['https://127.000.000.001/', 'webhook-url.address-in-disguise'],
    ['https://%31%32%37.0.0.1/', 'webhook-url.address-in-disguise'],
    ['https://１２７.0.0.1/', 'webhook-url.address-in-disguise'],
    ['https://127。0。0。1/', 'webhook-url.address-in-disguise'],
    ['https://①②⑦.⓪.⓪.①/', 'webhook-url.address-in-disguise'],
    ['https://0x08080808/', 'webhook-url.address-in-disguise'],
    ['https://169.254.43518/', 'webhook-url.address-in-disguise'],
    // Names of insides.
    ['https://localhost/', 'webhook-url.local-name'],
    ['https://LOCALHOST/', 'webhook-url.local-name'],
    ['https://ｌｏｃａｌｈｏｓｔ/', 'webhook-url.local-name'],
    ['https://%6c%6fcalhost/', 'webhook-url.local-name'],
    ['https://app.localhost/', 'webhook-url.local-name'],
    ['https://metadata/', 'webhook-url.local-name'],
    ['https://metadata.google.internal/computeMetadata/v1/', 'webhook-url.local-name'],
    ['https://kubernetes.default.svc.cluster.local/', 'webhook-url.local-name'],
    ['https://router.lan/', 'webhook-url.local-name'],
    ['https://nas.home.arpa/', 'webhook-url.local-name'],
    ['https://hidden.onion/', 'webhook-url.local-name'],
    ['https://localhost./', 'webhook-url.malformed'],
    ['https://hooks.example./', 'webhook-url.malformed'],
    // Who is the host, and who the user?
    ['https://user:pass@hooks.example/', 'webhook-url.has-credentials'],
    ['https://hooks.example@127.0.0.1/', 'webhook-url.has-credentials'],
    ['https://hooks.example:443@127.0.0.1/', 'webhook-url.has-credentials'],
    ['https://@127.0.0.1/', 'webhook-url.has-credentials'],
    ['https://127.0.0.1@hooks.example/', 'webhook-url.has-credentials'],
    ['https://hooks.example%40127.0.0.1/', 'webhook-url.malformed'],
    ['https://hooks.example#@127.0.0.1/', 'webhook-url.has-fragment'],
    ['https://127.0.0.1#@hooks.example/', 'webhook-url.has-fragment'],
    ['https://hooks.example/path#part', 'webhook-url.has-fragment'],
    ['https://hooks.example\\@127.0.0.1/', 'webhook-url.malformed'],
    ['https:\\\\127.0.0.1\\', 'webhook-url.malformed'],
    ['https:/127.0.0.1/', 'webhook-url.malformed'],
    ['https:127.0.0.1', 'webhook-url.malformed'],
    ['https:///127.0.0.1/', 'webhook-url.malformed'],
    ['//127.0.0.1/', 'webhook-url.malformed'],
    // What parsers mend in silence.
    ['https://127.0.0.1\t/', 'webhook-url.malformed'],
    ['https://hooks.example\n.evil.example/', 'webhook-url.malformed'],
    ['https://hooks.example/a\r\nHost: evil.example', 'webhook-url.malformed'],
    ['\u0000https://hooks.example/', 'webhook-url.malformed'],
    [' https://hooks.example/', 'webhook-url.malformed'],
    ['https://hooks\u200b.example/', 'webhook-url.malformed'],
    ['https://local\u00adhost/', 'webhook-url.malformed'],
    ['https://[fe80::1%25eth0]/', 'webhook-url.malformed'],
    ['https://[127.0.0.1]/', 'webhook-url.malformed'],
    ['https://256.256.256.256/', 'webhook-url.malformed'],
    ['https://hooks.example:99999/', 'webhook-url.malformed'],
    [`https://hooks.example/${'a'.repeat(2048)}`, 'webhook-url.malformed'],
    ['', 'webhook-url.malformed'],
    // Other ways to speak.
    ['http://hooks.example/', 'webhook-url.not-https'],
    ['HTTP://hooks.example/', 'webhook-url.not-https'],
    ['ftp://hooks.example/', 'webhook-url.not-https'],
    ['gopher://hooks.example:25/_MAIL', 'webhook-url.not-https'],
    ['ws://hooks.example/', 'webhook-url.not-https'],
    ['unix://hooks.example/run/docker.sock', 'webhook-url.not-https'],
    ['file:///etc/passwd', 'webhook-url.malformed'],
    ['data:text/plain,x', 'webhook-url.malformed'],
    ['javascript:alert(1)', 'webhook-url.malformed'],
    // Services that no webhook has business with.
    ['https://hooks.example:22/', 'webhook-url.port-not-allowed'],
    ['https://hooks.example:25/', 'webhook-url.port-not-allowed'],
    ['https://hooks.example:53/', 'webhook-url.port-not-allowed'],
    ['https://hooks.example:80/', 'webhook-url.port-not-allowed'],
    ['https://hooks.example:0/', 'webhook-url.port-not-allowed'],
  ])('%j: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});

describe('good URLs', () => {
  test.each([
    'https://hooks.example/vidimus',
    'https://hooks.example',
    'https://hooks.example:443/',
    'https://hooks.example:8443/a/b?token=x&y=%20',
    'https://hooks.example:3000/',
    'HTTPS://Hooks.Example/',
    'https://bücher.example/',
    'https://xn--bcher-kva.example/',
    'https://local.example/localhost',
    'https://8.8.8.8/hook',
    'https://[2606:4700::1111]:8443/hook',
    'https://[2606:4700:0:0:0:0:0:1111]/hook',
    'https://hooks.example/a@b',
  ])('%s', (text) => expect(codeOf(text)).toBe('allowed'));
});

describe('where the operator allows networks', () => {
  const allowed = allowNetworks('127.0.0.0/8');
  test.each([
    ['http://127.0.0.1:3000/', 'allowed'],
    ['http://shop:3000/', 'allowed'],
    ['https://localhost/', 'allowed'],
    ['http://10.0.0.1/', 'webhook-address.not-global'],
    ['http://127.1/', 'webhook-url.address-in-disguise'],
    ['http://127.0.0.1:22/', 'webhook-url.port-not-allowed'],
    ['ftp://127.0.0.1/', 'webhook-url.not-https'],
  ])('%s: %s', (text, code) => expect(codeOf(text, allowed)).toBe(code));
});

test('whatever is written, nothing throws, and what is allowed is https', () => {
  const odd = fc.string({ unit: fc.constantFrom(...'htps:/.@[]%0127x#?\\ eé') }).map((rest) => `https://${rest}`);
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withFragments: true }), odd, fc.string()), (text) => {
      const read = readWebhookUrl(text, NONE);
      return !read.ok || (read.value.protocol === 'https:' && read.value.username === '' && read.value.hash === '');
    }),
  );
});
