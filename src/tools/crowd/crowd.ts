import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import refusalTexts from '../../locales/en/refusals.json' with { type: 'json' };
import { normaliseCode } from '../../protocol/identity.ts';
import type { RefusalCode } from '../../protocol/refusals.ts';
import { bot } from './bot.ts';
import { hesitation, reads } from './pupil.ts';

const { values } = parseArgs({
  options: {
    code: { type: 'string' },
    seats: { type: 'string', default: '30' },
    origin: { type: 'string', default: 'http://127.0.0.1:4500' },
    reloads: { type: 'boolean', default: false },
  },
});
const code = normaliseCode(values.code ?? '');
const seats = Number(values.seats);
if (!code || !(seats >= 1)) {
  console.error('npm run crowd -- --code ABC234 [--seats 30] [--origin http://127.0.0.1:4500] [--reloads]');
  process.exit(2);
}

const sentences: Partial<Record<RefusalCode, string>> = refusalTexts;
const count = { in: 0, voted: 0, failed: 0 };
const refusals = new Set<string>();
let round = '';

const bots = Array.from({ length: seats }, () => {
  const pupil = bot(values.origin, code, {
    joined() {
      count.in += 1;
      void pupil.hop();
    },
    refused: (refusal) => refusals.add(sentences[refusal] ?? refusal),
    async opened(opened, vote) {
      if (opened !== round) Object.assign(count, { voted: 0, failed: 0 });
      round = opened;
      await wait(hesitation());
      const { ok } = await vote();
      if (opened === round) count[ok ? 'voted' : 'failed'] += 1;
    },
    chats: (chat, tell) => void reads(chat, tell, () => pupil.now()),
  });
  return pupil;
});

if (values.reloads) setInterval(() => bots[Math.floor(Math.random() * seats)]?.reload(), 2000);

let shown = '';
setInterval(() => {
  const line = `${count.in}/${seats} in, ${count.voted} voted${count.failed ? `, ${count.failed} refused` : ''}${[...refusals].map((text) => ` — ${text}`).join('')}`;
  if (line !== shown) console.log(line);
  shown = line;
}, 500);

process.on('SIGINT', () => {
  for (const pupil of bots) pupil.leave();
  process.exit(0);
});
