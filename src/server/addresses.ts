import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { Address, Addresses } from '../session/host.ts';

export type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'netmask' | 'family' | 'mac' | 'internal'>[]>;
type Found = { name: string } & Pick<NetworkInterfaceInfo, 'address' | 'netmask' | 'family' | 'mac'>;

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[?::1\]?|\[?::ffff:(127\.|7f)[\d.a-f:]*\]?|(.+\.)?localhost)$/i;
/** An address to listen on, and nobody's to open. */
const ANY = /^(0\.0\.0\.0|\[?::\]?)$/;
const isLoopback = (host: string) => LOOPBACK.test(host);
const isEveryAddress = (host: string) => ANY.test(host);

/** Networks that exist because somebody wants phones and this computer in one: an iPhone's hotspot, an Android's, and that of Windows or Linux. */
const HOTSPOT = /^(172\.20\.10\.|192\.168\.43\.|192\.168\.137\.1$|10\.42\.0\.1$)/;
const WIRELESS = /^(wl|wi-?fi|ath\d|ra\d)|wireless|draadlo/i;
/** Containers and virtual machines: no phone is in their networks. By name, by the card that the maker's host side has, and by the network it always takes. */
const VIRTUAL =
  /^(docker|br-[\da-f]|veth(?!ernet)|virbr|vmnet|vmenet|vboxnet|lxc|lxdbr|podman|cni|flannel|cali|VirtualBox|VMware)|^vEthernet \((Default Switch|WSL|nat|DockerNAT)|Host-Only|Npcap|Loopback|Bluetooth|^(awdl|llw|anpi)\d/i;
const VIRTUAL_CARD = /^(0a:00:27|00:50:56:c0|02:42|00:15:5d|00:1c:42)/i;
const VIRTUAL_NETWORK = /^(192\.168\.(56|64|99|122)\.|10\.0\.2\.15$)/;
/** The way into another network. */
const TUNNEL = /^(tun|tap|utun|wg|ppp|ipsec|gpd|zt)\d*|tailscale|zerotier|wireguard|nordlynx|anyconnect|pangp|globalprotect|forti|proton|\bwarp|vpn/i;
const TUNNEL_NETWORK = /^(100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|198\.1[89]\.|192\.0\.0\.)/;
const NO_CARD = '00:00:00:00:00:00';
/** What a card gives itself where no network gives it an address. */
const LINK_LOCAL = /^169\.254\./;
const UNIQUE_IPV6 = /^([23][\da-f]{3}|f[cd][\da-f]{2}):/i;

/** How likely a phone is in the same network; the lowest comes first, null is never offered. */
function rank({ name, address, netmask, family, mac }: Found): number | null {
  const virtual = VIRTUAL.test(name) || VIRTUAL_CARD.test(mac) || VIRTUAL_NETWORK.test(address);
  const tunnel = TUNNEL.test(name) || TUNNEL_NETWORK.test(address) || netmask === '255.255.255.255' || mac === NO_CARD;
  // A phone has an IPv4 address in nearly every network, and an address of IPv6 is hard to type.
  if (family === 'IPv6') return UNIQUE_IPV6.test(address) && !virtual && !tunnel ? 5 : null;
  if (LINK_LOCAL.test(address)) return 8;
  if (tunnel) return 6;
  if (virtual) return 4;
  if (HOTSPOT.test(address)) return 0;
  return WIRELESS.test(name) ? 1 : 2;
}

const originOf = (address: string, port: number) => `http://${address.includes(':') ? `[${address}]` : address}:${port}`;

/** By which of this machine's addresses phones reach a server that listens on `host`, the likeliest first. */
export function lanAddresses(host: string, port: number, interfaces: Interfaces = networkInterfaces()): Address[] {
  if (isLoopback(host)) return [];
  if (!isEveryAddress(host)) return [{ origin: originOf(host, port), label: host }];
  const found = Object.entries(interfaces).flatMap(([name, infos = []]) => {
    const usable = infos.filter((info) => !info.internal && (info.family === 'IPv4' || host.includes(':')));
    // A card has several addresses of IPv6 in one network, and some of them change every day.
    const firstOfSix = usable.find(({ family, address }) => family === 'IPv6' && UNIQUE_IPV6.test(address));
    return usable.filter((info) => info.family === 'IPv4' || info === firstOfSix).map((info) => ({ name, ...info }));
  });
  return found
    .map((one) => ({ ...one, rank: rank(one) }))
    .filter((one): one is typeof one & { rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ name, address }) => ({ origin: originOf(address, port), label: `${address} (${name})` }));
}

/** By which address a browser on this machine opens a server that listens on `host`. */
export function localOrigin(host: string, port: number): string {
  return isEveryAddress(host) || host === '127.0.0.1' ? `http://localhost:${port}` : originOf(host, port);
}

/** A phone finds a name of the school's or the internet's, and seldom the one that this computer alone goes by. */
const isKnownToPhones = (host: string) => /[.:]/.test(host) && !/\.local$/i.test(host);

/**
 * Where phones can reach this server, the best first: PUBLIC_URL, else the address that the stage was opened with
 * if that is one for other devices, else the addresses in its networks.
 */
export function reachableAddresses(publicUrl: string | null, stageOrigin: string | null, lan: readonly Address[], local: string): Addresses {
  const label = (origin: string) => new URL(origin).host;
  const stageHost = stageOrigin === null ? null : new URL(stageOrigin).hostname;
  const usable = stageHost === null || isLoopback(stageHost) || isEveryAddress(stageHost) ? [] : [stageOrigin];
  const known = stageHost !== null && isKnownToPhones(stageHost);
  const named = (origins: (string | null)[]) => origins.filter((origin) => origin !== null).map((origin) => ({ origin, label: label(origin) }));
  const all = [...named([publicUrl, ...(known ? usable : [])]), ...lan, ...named(known ? [] : usable)];
  const [first, ...others] = all.filter((address, index) => all.findIndex((other) => other.origin === address.origin) === index);
  return first ? [first, ...others] : [{ origin: local, label: label(local) }];
}
