import type { Structure } from '../schema/schema.ts';
import { THEMES } from '../schema/theme.ts';
import type { ChoiceRole } from '../schema/vocabulary.ts';
import type { Code } from './codes.ts';
import type { Message, Note } from './diagnosis.ts';
import { liveVariables } from './walk.ts';

/** What every story offers at least once, with its number in the checklist that stories are reviewed by. */
const OFFERED: (Message & { code: Code; rule: string; roles: ChoiceRole[] })[] = [
  {
    code: 'no-private-help',
    rule: '17',
    roles: ['private-help'],
    nl: 'Nergens kan iemand in stilte helpen, zoals met een appje',
    en: 'Nowhere can somebody help in private, such as with a message',
  },
  {
    code: 'no-involve',
    rule: '17',
    roles: ['involve'],
    nl: 'Nergens kan iemand een ander erbij halen',
    en: 'Nowhere can somebody involve another person',
  },
  { code: 'no-stay-out', rule: '12', roles: ['stay-out'], nl: 'Nergens kan iemand niets doen', en: 'Nowhere can somebody do nothing' },
  {
    code: 'no-temptation',
    rule: '22',
    roles: ['join-in', 'stay-out'],
    nl: 'Meedoen of stil blijven kan nergens, dus wat dat kost is niet te zien',
    en: 'Joining in or keeping quiet is possible nowhere, so what it costs is not seen',
  },
];

/** Warnings about what a story teaches by what it offers. Whether the words do so too, only readers can say. */
export function checkPedagogy(structure: Structure, note: Note) {
  if (!structure.themes) {
    note(
      'no-themes',
      ['minutes'],
      {
        nl: `Dit verhaal heeft nog geen thema. Kies er een tot drie bij themes: (${THEMES.join(', ')}).`,
        en: `This story has no theme yet. Choose one to three under themes: (${THEMES.join(', ')}).`,
      },
      'warning',
    );
  }
  const votes = Object.entries(structure.nodes).flatMap(([id, node]) =>
    'vote' in node && !node.vote.held && node.vote.again === undefined ? [{ id, vote: node.vote }] : [],
  );
  const roles = new Set(votes.flatMap(({ vote }) => vote.choices.map(({ role }) => role)));
  for (const { code, rule, roles: wanted, nl, en } of OFFERED) {
    if (wanted.some((role) => roles.has(role))) continue;
    const names = wanted.join(', ');
    note(
      code,
      ['nodes'],
      { nl: `${nl}. Geef een keuze de rol ${names} (eis ${rule}).`, en: `${en}. Give a choice the role ${names} (requirement ${rule}).` },
      'warning',
    );
  }
  const live = liveVariables(structure);
  for (const { id, vote } of votes) {
    const small = vote.choices.some(({ role }) => role === 'private-help' || role === 'stay-out');
    // Where the class decides as itself, nobody in the story needs courage.
    if (!small && vote.as !== undefined) {
      note(
        'no-low-courage',
        ['nodes', id, 'vote', 'choices'],
        {
          nl: 'Elke keuze vraagt hier lef. Maak er een die weinig moed kost: role private-help of stay-out (stijl 3).',
          en: 'Every choice takes courage here. Make one that takes little: role private-help or stay-out (style 3).',
        },
        'warning',
      );
    }
    vote.choices.forEach(({ role, to, set }, index) => {
      const alone = vote.choices.every((other, which) => which === index || other.to !== to);
      const remembered = Object.keys(set ?? {}).some((name) => live.get(to)?.has(name));
      if (role !== 'stay-out' || alone || remembered) return;
      note(
        'quiet-without-consequence',
        ['nodes', id, 'vote', 'choices', index, 'to'],
        {
          nl: 'Niets doen heeft hier geen gevolg: het verhaal gaat verder alsof er iets anders gekozen was. Geef deze keuze een eigen scène, of laat een variabele het onthouden (eis 12).',
          en: 'Doing nothing has no consequence here: the story goes on as if something else was chosen. Give this choice a scene of its own, or let a variable remember it (requirement 12).',
        },
        'warning',
      );
    });
  }
}
