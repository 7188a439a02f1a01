// Which texts are mail addresses, and their form on the wire.
import { describe, expect, it } from 'vitest';
import { asciiAddress } from '#engine/email/address.ts';

describe('asciiAddress', () => {
  it('writes the host in lower-case Punycode and leaves the local part alone', () => {
    expect(asciiAddress('Käufer@MÜNCHEN.example')).toBe('Käufer@xn--mnchen-3ya.example');
  });
});
