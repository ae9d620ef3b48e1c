import { describe, expect, test } from 'vitest';
import { type Interfaces, lanAddresses, localOrigin, reachableAddresses } from '../../src/server/addresses.ts';
import { Network } from '../../src/server/network.ts';

type Info = NonNullable<Interfaces[string]>[number];
/** A card as the system lists it. */
const at = (address: string, more: Partial<Info> = {}): Info => ({
  address,
  netmask: '255.255.255.0',
  family: address.includes(':') ? 'IPv6' : 'IPv4',
  mac: '3c:22:fb:10:20:30',
  internal: false,
  ...more,
});
const NO_CARD = { mac: '00:00:00:00:00:00' };
const LOOPBACK: Interfaces = { lo: [at('127.0.0.1', { ...NO_CARD, internal: true }), at('::1', { ...NO_CARD, internal: true })] };
const hosts = (interfaces: Interfaces, host = '0.0.0.0') =>
  lanAddresses(host, 4500, { ...LOOPBACK, ...interfaces }).map(({ origin }) => new URL(origin).hostname);

describe('the address for phones is the likeliest of a computer with several', () => {
  test.each<[string, string, Interfaces]>([
    ['an iPhone’s hotspot before VirtualBox', '172.20.10.4', { 'VirtualBox Host-Only Network': [at('192.168.56.1')], 'Wi-Fi': [at('172.20.10.4')] }],
    ['an iPhone on a cable before school’s own network', '172.20.10.2', { en0: [at('10.12.0.8')], en7: [at('172.20.10.2')] }],
    [
      'the hotspot that Windows makes before the network that it shares',
      '192.168.137.1',
      { 'Wi-Fi': [at('10.1.2.3')], 'LAN-verbinding* 10': [at('192.168.137.1')] },
    ],
    ['VirtualBox under another name is known by its network', '10.0.0.5', { 'Ethernet 3': [at('192.168.56.1')], Ethernet: [at('10.0.0.5')] }],
    [
      'VirtualBox under another name and network is known by its card',
      '10.0.0.5',
      { 'Ethernet 3': [at('192.168.60.1', { mac: '0a:00:27:00:00:10' })], Ethernet: [at('10.0.0.5')] },
    ],
    [
      'Docker on Linux',
      '192.168.1.20',
      { docker0: [at('172.17.0.1')], 'br-9f2c01ab34cd': [at('172.18.0.1')], vethab12: [at('169.254.3.1')], enp3s0: [at('192.168.1.20')] },
    ],
    [
      'WSL and Hyper-V on Windows',
      '172.16.4.20',
      {
        'vEthernet (WSL (Hyper-V firewall))': [at('172.29.80.1', { mac: '00:15:5d:01:02:03' })],
        'vEthernet (Default Switch)': [at('172.24.0.1')],
        Ethernet: [at('172.16.4.20')],
      },
    ],
    [
      'the switch of Hyper-V that the real card is behind',
      '10.5.0.9',
      { 'vEthernet (Extern)': [at('10.5.0.9')], 'VMware Network Adapter VMnet8': [at('192.168.233.1')] },
    ],
    [
      'a VPN on Windows, under any name',
      '192.168.2.7',
      { 'School-VPN': [at('10.8.0.6')], 'Ethernet 2': [at('10.212.134.200', { netmask: '255.255.255.255' })], 'Wi-Fi': [at('192.168.2.7')] },
    ],
    [
      'a VPN on a Mac and on Linux',
      '192.168.2.7',
      { utun4: [at('10.8.0.6', NO_CARD)], tailscale0: [at('100.101.102.103')], wg0: [at('10.64.0.2')], en0: [at('192.168.2.7')] },
    ],
    ['Wi-Fi, where phones are, before a cable', '10.0.1.2', { eth0: [at('192.168.1.2')], wlp2s0: [at('10.0.1.2')] }],
    ['a cable before what a card gives itself', '192.168.1.2', { 'Wi-Fi': [at('169.254.10.20')], Ethernet: [at('192.168.1.2')] }],
    [
      'a large school’s 172 network is a network as any',
      '172.22.8.8',
      { Ethernet: [at('172.22.8.8')], 'VirtualBox Host-Only Network': [at('192.168.56.1')] },
    ],
  ])('%s: %s', (_, likeliest, interfaces) => {
    expect(hosts(interfaces)[0]).toBe(likeliest);
    // However the system orders them, and the others can still be chosen on the desk.
    expect(hosts(Object.fromEntries(Object.entries(interfaces).reverse()))[0]).toBe(likeliest);
    expect(hosts(interfaces)).toHaveLength(Object.values(interfaces).length);
  });

  test('IPv6 is offered where the server listens to it: one a card, in brackets, behind every usable address of IPv4', () => {
    const interfaces = { 'Wi-Fi': [at('fe80::1'), at('2a02:a450::5'), at('2a02:a450::99'), at('192.168.1.2')], utun3: [at('fd7a:115c::1', NO_CARD)] };
    expect(hosts(interfaces)).toEqual(['192.168.1.2']);
    expect(hosts(interfaces, '::')).toEqual(['192.168.1.2', '[2a02:a450::5]']);
    expect(hosts({ 'Wi-Fi': [at('fe80::1'), at('169.254.7.7'), at('fd00::2')] }, '::')).toEqual(['[fd00::2]', '169.254.7.7']);
    expect(hosts({ 'Wi-Fi': [at('fe80::1')] }, '::')).toEqual([]);
  });
});

describe('what the server listens on', () => {
  const everywhere = { 'Wi-Fi': [at('192.168.1.2')], Ethernet: [at('10.0.0.5')] };
  test.each([
    ['0.0.0.0', 'http://192.168.1.2:4500', 'http://localhost:4500'],
    ['::', 'http://192.168.1.2:4500', 'http://localhost:4500'],
    ['10.0.0.5', 'http://10.0.0.5:4500', 'http://10.0.0.5:4500'],
    ['2a02:a450::5', 'http://[2a02:a450::5]:4500', 'http://[2a02:a450::5]:4500'],
    ['127.0.0.1', 'http://localhost:4500', 'http://localhost:4500'],
    ['127.0.0.2', 'http://127.0.0.2:4500', 'http://127.0.0.2:4500'],
    ['::1', 'http://[::1]:4500', 'http://[::1]:4500'],
  ])('%s is %s for pupils and %s for the teacher', (address, pupils, teacher) => {
    const network = new Network(null, () => everywhere);
    network.listensOn({ address, port: 4500 });
    expect(network.forPupils).toBe(pupils);
    expect(network.local()).toBe(teacher);
  });

  test('PUBLIC_URL goes before all of it', () => {
    const network = new Network('https://watdoejij.school.nl', () => everywhere);
    network.listensOn({ address: '0.0.0.0', port: 4500 });
    expect(network.forPupils).toBe('https://watdoejij.school.nl');
  });
});

describe('the QR', () => {
  const lan = [{ origin: 'http://192.168.1.2:4500', label: 'wifi' }];
  const first = (stage: string | null, addresses = lan) => reachableAddresses(null, stage, addresses, localOrigin('0.0.0.0', 4500))[0].origin;

  test.each([
    'http://localhost:4500',
    'http://bord.localhost:4500',
    'http://127.0.0.1:4500',
    'http://0.0.0.0:4500',
    'http://[::1]:4500',
    'http://[::]:4500',
    'http://[::ffff:127.0.0.1]:4500',
    'http://mijn-laptop:4500',
    'http://Mijn-Laptop.local:4500',
    null,
  ])('of a board that was opened as %s carries an address in the network', (stage) => {
    expect(first(stage)).toBe(lan[0]!.origin);
  });

  test.each(['http://10.0.0.5:4500', 'https://watdoejij.school.nl', 'http://server.lan:4500', 'http://[2a02:a450::5]:4500'])(
    'of a board that was opened as %s carries that',
    (stage) => expect(first(stage)).toBe(stage),
  );

  test('carries a name that only some phones find where there is nothing better, and offers it otherwise', () => {
    expect(first('http://mijn-laptop:4500', [])).toBe('http://mijn-laptop:4500');
    expect(reachableAddresses(null, 'http://mijn-laptop:4500', lan, '').map(({ origin }) => origin)).toEqual([
      lan[0]!.origin,
      'http://mijn-laptop:4500',
    ]);
  });

  test('never carries what nobody can open', () => {
    expect(first('http://0.0.0.0:4500', [])).toBe('http://localhost:4500');
  });
});

test('a computer that changes networks knows which of its addresses lead nowhere now', () => {
  let now: Interfaces = { 'Wi-Fi': [at('192.168.1.2')] };
  const network = new Network(null, () => now);
  network.listensOn({ address: '0.0.0.0', port: 4500 });
  expect(network.look()).toBeNull();
  now = { 'Wi-Fi': [at('172.20.10.3')] };
  expect(network.look()).toEqual(new Set(['http://192.168.1.2:4500']));
  expect(network.forPupils).toBe('http://172.20.10.3:4500');
  now = { ...now, docker0: [at('172.17.0.1')] };
  expect(network.look()).toEqual(new Set());
  expect(network.forPupils).toBe('http://172.20.10.3:4500');
  now = {};
  network.look();
  expect(network.forPupils).toBe('http://localhost:4500');
});
