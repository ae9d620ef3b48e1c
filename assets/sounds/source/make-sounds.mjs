// Renders every sound + the music loop from code (no samples, no third-party audio). Output is ours to license (CC0).
// node make-sounds.mjs [outdir]  -> wav ; then ffmpeg -> ogg/m4a (see encode.sh)
import { writeFileSync, mkdirSync } from 'fs';
const SR = 48000,
  out = process.argv[2] || '.';
mkdirSync(out, { recursive: true });
let seed = 1;
const rnd = () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 31 - 1;
};
const buf = (s) => new Float32Array(Math.ceil(s * SR));
const midi = (n) => 440 * 2 ** ((n - 69) / 12);
const add = (b, src, at = 0, g = 1) => {
  const o = Math.round(at * SR);
  for (let i = 0; i < src.length && o + i < b.length; i++) b[o + i] += src[i] * g;
  return b;
};
const env = (t, a, d, c = 4) => (t < a ? t / a : Math.exp((-(t - a) * c) / d));
// warm mallet (marimba / felt piano in between): sine + 4th partial that dies fast + soft knock
const mallet = (n, d = 0.9, bright = 0.35) => {
  const f = midi(n),
    b = buf(d);
  for (let i = 0; i < b.length; i++) {
    const t = i / SR;
    b[i] =
      (Math.sin(2 * Math.PI * f * t) * env(t, 0.004, d) +
        bright * Math.sin(2 * Math.PI * f * 3.93 * t) * env(t, 0.002, d * 0.22) +
        0.18 * Math.sin(4 * Math.PI * f * t) * env(t, 0.004, d * 0.5) +
        0.1 * rnd() * env(t, 0.001, 0.02)) *
      0.6;
  }
  return fade(b, 0.03);
};
const pluck = (n, d = 1.6, damp = 0.996) => {
  const f = midi(n),
    N = Math.round(SR / f),
    r = Float32Array.from({ length: N }, () => rnd()),
    b = buf(d);
  for (let k = 0; k < 4; k++) for (let i = 0; i < N; i++) r[i] = (r[i] + r[(i + 1) % N]) / 2;
  let j = 0;
  for (let i = 0; i < b.length; i++) {
    const v = r[j],
      nx = r[(j + 1) % N];
    b[i] = v;
    r[j] = (damp * (v + nx)) / 2;
    j = (j + 1) % N;
  }
  return fade(b, 0.05);
};
const pad = (notes, d, a = 0.8, r = 1.2) => {
  const b = buf(d);
  for (const n of notes)
    for (const det of [-0.04, 0.05]) {
      const f = midi(n + det);
      for (let i = 0; i < b.length; i++) {
        const t = i / SR,
          e = Math.min(1, t / a) * Math.min(1, (d - t) / r);
        b[i] +=
          (e * (Math.sin(2 * Math.PI * f * t) + 0.22 * Math.sin(4 * Math.PI * f * t + 1) + 0.06 * Math.sin(6 * Math.PI * f * t)) * 0.5) /
          notes.length;
      }
    }
  return b;
};
const noise = (d, lo, hi, shape) => {
  const b = buf(d);
  let l1 = 0,
    l2 = 0;
  for (let i = 0; i < b.length; i++) {
    const t = i / SR,
      p = t / d;
    const fc = lo + (hi - lo) * shape(p),
      k = 1 - Math.exp((-2 * Math.PI * fc) / SR);
    const x = rnd();
    l1 += k * (x - l1);
    l2 += k * (l1 - l2);
    b[i] = (l1 - l2 * 0.6) * Math.sin(Math.PI * p) ** 1.4;
  }
  return b;
};
const knock = (f = 190, d = 0.16, g = 1) => {
  const b = buf(d);
  for (let i = 0; i < b.length; i++) {
    const t = i / SR;
    b[i] = g * (Math.sin(2 * Math.PI * f * (1 + 0.6 * Math.exp(-t * 60)) * t) * env(t, 0.002, d, 5) + 0.2 * rnd() * env(t, 0.001, 0.03));
  }
  return fade(b, 0.02);
};
const blip = (f0, f1, d) => {
  const b = buf(d);
  let ph = 0;
  for (let i = 0; i < b.length; i++) {
    const p = i / b.length;
    ph += (2 * Math.PI * (f0 + (f1 - f0) * p)) / SR;
    b[i] = Math.sin(ph) * Math.sin(Math.PI * p) ** 0.7 * 0.6;
  }
  return b;
};
const fade = (b, s) => {
  const n = Math.min(b.length, Math.round(s * SR));
  for (let i = 0; i < n; i++) b[b.length - 1 - i] *= i / n;
  return b;
};
const lp = (b, fc) => {
  const k = 1 - Math.exp((-2 * Math.PI * fc) / SR);
  let y = 0;
  for (let i = 0; i < b.length; i++) {
    y += k * (b[i] - y);
    b[i] = y;
  }
  return b;
};
// one shared small room, so everything sounds like the same place
const room = (b, wet = 0.16, tail = 0.5) => {
  const o = buf(b.length / SR + tail);
  o.set(b);
  const w = new Float32Array(o.length);
  for (const [dl, g] of [
    [0.0297, 0.74],
    [0.0371, 0.71],
    [0.0411, 0.69],
    [0.0437, 0.67],
  ]) {
    const D = Math.round(dl * SR),
      c = new Float32Array(o.length);
    for (let i = 0; i < o.length; i++) {
      c[i] = o[i] + (i >= D ? g * c[i - D] : 0);
      w[i] += c[i] * 0.25;
    }
  }
  lp(w, 4200);
  for (let i = 0; i < o.length; i++) o[i] += w[i] * wet;
  return fade(o, tail * 0.6);
};
const peak = (b) => b.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
const save = (name, b, dbfs) => {
  const g = 10 ** (dbfs / 20) / peak(b),
    n = b.length,
    o = Buffer.alloc(44 + n * 2);
  o.write('RIFF', 0);
  o.writeUInt32LE(36 + n * 2, 4);
  o.write('WAVEfmt ', 8);
  o.writeUInt32LE(16, 16);
  o.writeUInt16LE(1, 20);
  o.writeUInt16LE(1, 22);
  o.writeUInt32LE(SR, 24);
  o.writeUInt32LE(SR * 2, 28);
  o.writeUInt16LE(2, 32);
  o.writeUInt16LE(16, 34);
  o.write('data', 36);
  o.writeUInt32LE(n * 2, 40);
  for (let i = 0; i < n; i++) o.writeInt16LE(Math.round(Math.max(-1, Math.min(1, b[i] * g)) * 32767), 44 + i * 2);
  writeFileSync(`${out}/${name}.wav`, o);
};
const seq = (d, ...ev) => ev.reduce((b, [s, at, g = 1]) => add(b, s, at, g), buf(d));
// key of everything: D major pentatonic (62 64 66 69 71) so effects never clash with the loop
[62, 64, 66, 69, 71].forEach((n, i) =>
  save(`meedoen-${i + 1}`, room(seq(0.5, [blip(midi(n), midi(n + 5), 0.11), 0, 0.7], [mallet(n + 12, 0.4, 0.2), 0.06])), -12),
);
save('bericht-in', room(seq(0.8, [mallet(78, 0.5), 0], [mallet(83, 0.6), 0.11])), -9);
save('bericht-uit', room(seq(0.6, [noise(0.26, 400, 3800, (p) => p), 0, 0.5], [mallet(81, 0.35, 0.2), 0.17, 0.5])), -12);
save('typen', seq(0.62, ...[0, 0.13, 0.22, 0.37, 0.47].map((t, i) => [knock(900 + (i % 2) * 180, 0.035, 0.5), t])), -22);
save('gezien-tik', seq(0.1, [knock(620, 0.06), 0]), -18);
save(
  'doorgestuurd',
  room(
    seq(
      0.9,
      [noise(0.5, 3200, 300, (p) => p), 0, 0.8],
      [mallet(74, 0.5, 0.15), 0.1, 0.5],
      [mallet(69, 0.5, 0.15), 0.22, 0.5],
      [mallet(62, 0.7, 0.1), 0.34, 0.6],
    ),
  ),
  -11,
);
save('scherm-aan', room(seq(0.4, [blip(1180, 1480, 0.09), 0, 0.5], [mallet(86, 0.3, 0.1), 0.05, 0.4])), -16);
save('uit-de-groep', room(seq(1.2, [mallet(69, 0.5, 0.1), 0], [mallet(61, 0.9, 0.05), 0.2], [knock(80, 0.4), 0.42, 1.1])), -10);
save(
  'vraag-open',
  room(
    seq(
      2.4,
      [pad([50, 57, 62, 66], 2.3, 0.25, 1.6), 0, 0.8],
      [mallet(74, 1.4, 0.25), 0.05, 0.5],
      [mallet(78, 1.4, 0.25), 0.17, 0.5],
      [mallet(81, 1.4, 0.25), 0.29, 0.5],
    ),
    0.22,
    0.8,
  ),
  -8,
);
save('laatste-tellen', room(seq(0.2, [knock(330, 0.1), 0]), 0.1, 0.2), -14);
save('tijd-om', room(seq(2.2, [mallet(69, 1.8, 0.5), 0], [mallet(62, 2, 0.5), 0.28]), 0.24, 0.8), -9);
save(
  'stem-in-bus',
  room(seq(0.7, [noise(0.22, 2600, 900, (p) => p), 0, 0.35], [knock(150, 0.2), 0.2], [knock(120, 0.16), 0.29, 0.45]), 0.12, 0.3),
  -12,
);
save(
  'husselen',
  room(seq(1.5, ...Array.from({ length: 13 }, (_, i) => [noise(0.12, 2400, 1100, (p) => p), i * 0.095, 0.35 + 0.25 * ((i * 7) % 3)])), 0.1, 0.3),
  -15,
);
save('stapel-landt', room(seq(0.4, [knock(105, 0.22), 0], [noise(0.1, 1800, 500, (p) => p), 0.01, 0.35]), 0.12, 0.3), -12);
save(
  'uitkomst-licht',
  room(
    seq(
      3.4,
      [pad([50, 57, 62, 66, 69], 3.3, 0.5, 2), 0],
      [mallet(74, 1.6), 0.3, 0.4],
      [mallet(78, 1.6), 0.5, 0.4],
      [mallet(81, 1.8), 0.7, 0.4],
      [mallet(86, 2), 0.95, 0.35],
    ),
    0.25,
    1,
  ),
  -8,
);
save(
  'uitkomst-zwaar',
  room(seq(3.4, [pad([47, 54, 62, 64], 3.3, 0.7, 2.2), 0], [pluck(59, 2, 0.995), 0.2, 0.3], [pluck(54, 2.2, 0.995), 0.9, 0.3]), 0.25, 1),
  -9,
);
save('adem', lp(seq(8, [noise(3.6, 300, 900, (p) => p), 0, 0.6], [noise(4.2, 900, 260, (p) => p), 3.8, 0.5]), 1400), -20);
// ---- music loop: 66 bpm, 8 bars, Dmaj9 | Bm7 | Gmaj9 | A6sus. Rendered twice; second pass is kept => tails wrap, seamless.
{
  const bpm = 66,
    beat = 60 / bpm,
    bar = beat * 4,
    L = bar * 8,
    b = buf(L * 2 + 4);
  const ch = [
    [38, [57, 62, 64, 66]],
    [35, [57, 59, 62, 66]],
    [31, [55, 59, 62, 66]],
    [33, [57, 59, 62, 64]],
  ];
  const mel = [
    [0, 74],
    [2.5, 69],
    [4, 71],
    [6.5, 66],
    [8, 71],
    [10.5, 74],
    [12, 69],
    [16, 74],
    [18, 78],
    [20, 73],
    [22.5, 71],
    [24, 71],
    [27, 66],
    [28, 64],
    [30, 69],
  ];
  for (let p = 0; p < 2; p++) {
    const T = p * L;
    for (let i = 0; i < 8; i++) {
      const [c, ns] = ch[i % 4],
        t = T + i * bar;
      add(b, pad(ns, bar + 1.2, 1, 1.3), t, 0.34);
      add(b, lp(pluck(c + 12, 3, 0.998), 700), t, 0.34);
      add(b, lp(pluck(c + 19, 2, 0.997), 900), t + beat * 2.5, 0.16);
      [0, 1, 2, 3, 2, 1, 3, 2].forEach((k, j) => {
        if ((i * 8 + j) % 5 !== 3)
          add(b, mallet(ns[k] + 12, 0.8, 0.12), t + (j * beat) / 2 + 0.01 * Math.sin(i * 3 + j), 0.075 + 0.02 * (j % 2 === 0));
      });
    }
    for (const [bt, n] of mel) add(b, mallet(n, 1.9, 0.18), T + bt * beat, 0.22);
  }
  const wet = room(b, 0.3, 1);
  save('muziek-rustig', lp(wet.slice(Math.round(L * SR), Math.round(2 * L * SR)), 5200), -15);
}
