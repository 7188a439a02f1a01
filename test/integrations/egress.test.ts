// The egress guard: which addresses and URLs are refused, in whatever spelling.
import { describe, expect, it } from 'vitest';
import { isPublicAddress, lookupPublic, refusalOf } from '#integrations/egress.ts';

describe('isPublicAddress', () => {
  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('refusalOf', () => {
  it.each([
    'http://example.com/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://１２７.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://user:secret@example.com/',
    'file:///etc/passwd',
  ])('%s is refused', (url) => {
    expect(refusalOf(new URL(url))).not.toBeNull();
  });

  it('leaves a name to the look-up and lets a public address pass', () => {
    expect(refusalOf(new URL('https://shop.example/'))).toBeNull();
    expect(refusalOf(new URL('https://[2606:4700:4700::1111]/'))).toBeNull();
  });
});

describe('lookupPublic', () => {
  it('refuses a name that resolves to loopback', async () => {
    const error = await new Promise((settle) => {
      lookupPublic('localhost', { all: true }, (failure) => settle(failure));
    });

    expect(error).toMatchObject({ code: 'EGRESS_REFUSED' });
  });
});
