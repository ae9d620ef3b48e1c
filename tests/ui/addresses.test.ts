import { expect, test } from 'vitest';
import { leadsHereOnly, pairingAddress, pairingCodeIn } from '../../src/ui/addresses.ts';

test.each([
  ['http://localhost:4500/#ACDEFG', true],
  ['http://127.0.0.1:4500/#ACDEFG', true],
  ['http://[::1]:4500/#ACDEFG', true],
  ['http://192.168.1.20:4500/#ACDEFG', false],
  ['http://127.school.nl/#ACDEFG', false],
  ['https://watdoejij.school.nl/#ACDEFG', false],
])('whether %s leads to this computer only: %j', (url, only) => {
  expect(leadsHereOnly(url)).toBe(only);
});

test('the QR for a second desk leads to the teacher’s page of the same address, with the pairing code and not the code of the class', () => {
  const address = pairingAddress('https://watdoejij.school.nl/#ACDEFG', 'HJKMNP');
  expect(address).toBe('https://watdoejij.school.nl/docent#koppelen/HJKMNP');
  expect(pairingCodeIn(new URL(address).hash)).toBe('HJKMNP');
  expect(pairingCodeIn('#klaarzetten/groepsapp')).toBe(null);
});
