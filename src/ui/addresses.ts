/** What stands behind the # of the teacher's page on a device that is to be paired. Its code works once, for a minute. */
const PAIRING = 'koppelen/';

/** Whether an address leads to this computer only, so that no phone gets anywhere by it. */
export function leadsHereOnly(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** What the QR for a second desk holds; `join` is the address that the phones use. */
export const pairingAddress = (join: string, code: string): string => `${new URL(join).origin}/docent#${PAIRING}${code}`;

/** The code in the address of this page, or null. */
export function pairingCodeIn(hash: string): string | null {
  return hash.startsWith(`#${PAIRING}`) ? hash.slice(PAIRING.length + 1) : null;
}
