import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { Address, Addresses } from '../session/host.ts';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|::1)$/i;
/** Networks that phones are seldom in: containers, virtual machines, VPNs. They are offered last. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|tailscale|zt|vEthernet|VirtualBox|VMware)/i;

const isLoopback = (origin: string) => LOOPBACK.test(new URL(origin).hostname);

type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[]>;

/** This machine's addresses in its networks, the likeliest first. */
export function lanAddresses(port: number, interfaces: Interfaces = networkInterfaces()): Address[] {
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? [])
      .filter((info) => info.family === 'IPv4' && !info.internal && !info.address.startsWith('169.254.'))
      .map((info) => ({ name, address: info.address })),
  );
  const rank = ({ name, address }: { name: string; address: string }) =>
    (VIRTUAL.test(name) ? 4 : 0) + (address.startsWith('172.') ? 2 : 0) + (/^(wl|wi-?fi)/i.test(name) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b)).map(({ name, address }) => ({ origin: `http://${address}:${port}`, label: `${address} (${name})` }));
}

/**
 * Where phones can reach this server, the best first: PUBLIC_URL, else the address that the stage was opened with
 * if that is not this machine's own, else the addresses in its networks.
 */
export function reachableAddresses(publicUrl: string | null, stageOrigin: string | null, lan: readonly Address[], local: string): Addresses {
  const label = (origin: string) => new URL(origin).host;
  const named = [publicUrl, stageOrigin && !isLoopback(stageOrigin) ? stageOrigin : null].filter((origin) => origin !== null);
  const all = [...named.map((origin) => ({ origin, label: label(origin) })), ...lan];
  const [first, ...others] = all.filter((address, index) => all.findIndex((other) => other.origin === address.origin) === index);
  return first ? [first, ...others] : [{ origin: local, label: label(local) }];
}
