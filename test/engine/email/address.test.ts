// Which texts are mail addresses, and their form on the wire.
import { describe, expect, it } from 'vitest';
import { asciiAddress, maskAddress } from '#engine/email/address.ts';

describe('asciiAddress', () => {
  it('writes the host in lower-case Punycode and leaves the local part alone', () => {
    expect(asciiAddress('Käufer@MÜNCHEN.example')).toBe('Käufer@xn--mnchen-3ya.example');
  });
});

describe('maskAddress', () => {
  it.each([
    ['maria.silva@example.com', 'm…a@example.com'],
    ['ab@example.com', 'a…@example.com'],
    ['@example.com', '…@example.com'],
    ['no address', '…'],
    ['🦊🦊🦊@example.com', '🦊…🦊@example.com'],
  ])('shows of %j only %j', (address, shown) => {
    expect(maskAddress(address)).toBe(shown);
  });
});
