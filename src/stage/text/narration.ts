import type { Arms, Released } from '../../protocol/released.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import type { Asked, ChoiceView, VoteView } from '../../protocol/views/vote.ts';
import { retold } from '../cues/retelling.ts';
import { type Drama, decidedBy, dramaOf, liveLines, revealSteps } from '../cues/staging.ts';
import { type TextName, t } from './texts.ts';

/** What to try where nobody gets in. */
export const TIPS = [
  'lobby.tip.wifi',
  'lobby.tip.isolation',
  'lobby.tip.asks',
  'lobby.tip.blocker',
  'lobby.tip.hosted',
  'lobby.tip.without',
] as const satisfies readonly TextName[];

/** Everything that the board shows now, in words and in reading order. `sinceShown`: ms since this screen came, so that words never run ahead of a reveal. */
export function narration(view: StageView, now: number, sinceShown: number): string[] {
  if (view.paused) return [t('paused.title')];
  const { screen } = view;
  switch (screen.kind) {
    case 'lobby':
      return [
        view.story.title,
        view.story.tagline,
        ...(view.mode === 'hands'
          ? [t('lobby.hands'), t('lobby.handsHow'), t('lobby.handsPrivate')]
          : [
              t('lobby.private'),
              `${t('lobby.goto')} ${view.join.text}`,
              `${t('lobby.code')}: ${[...view.code].join(' ')}`,
              t('lobby.joined', { count: view.seats }),
            ]),
        ...(view.headCount === null ? [] : [t('presence.pupils', { count: view.headCount })]),
        ...(view.door === 'locked' ? [t('lobby.locked')] : []),
        ...(view.mode !== 'hands' && view.seats === 0 && now - screen.since > 60_000 ? TIPS.map((tip) => t(tip)) : []),
      ];
    case 'scene':
      return retold(screen, now);
    case 'question':
      return [
        ...ballot(screen.vote),
        t(readAloud(screen.asked)),
        ...(screen.vote.held ? [t(screen.vote.foreseen ? 'vote.foreseen' : 'vote.held')] : []),
      ];
    case 'vote': {
      if (now < screen.opensAt) return [t('vote.take')];
      const share = screen.seats === 0 ? 0 : screen.answered / screen.seats;
      const progress =
        share >= 1 ? t('vote.all') : share > 0.8 ? t('vote.almost') : t('vote.answered', { count: screen.answered, seats: screen.seats });
      return [...ballot(screen.vote), t(screen.deadline === null ? 'vote.chooseUntimed' : 'vote.choose'), ...left(screen.deadline, now), progress];
    }
    case 'hands': {
      const raised = screen.vote.choices[screen.turn];
      if (raised) return [t('hands.up', { letter: raised.letter }), choice(raised), t('hands.stay')];
      return screen.turn < 0
        ? [t('hands.eyes'), t(screen.mixed ? 'hands.whoMixed' : 'hands.who'), t(screen.mixed ? 'hands.promiseMixed' : 'hands.promise')]
        : [t('hands.down'), t(screen.mixed ? 'hands.seen' : 'hands.counting')];
    }
    case 'teacherDecides':
      return [
        t('teacherDecides.title'),
        screen.vote.question,
        ...releasedLines(screen.released, screen.vote),
        ...whyPathOnly([screen.released]),
        t('teacherDecides.how'),
        t('teacherDecides.keys'),
      ];
    case 'together':
      return [t('together.title'), t('together.how'), ...ballot(screen.vote), t('together.keys')];
    case 'too-few':
      return [t(screen.again ? 'few.againTitle' : 'few.title'), t(screen.again ? 'few.againHow' : 'few.how'), ...ballot(screen.vote), t('few.keys')];
    case 'recount':
      return [t('recount.title'), t('recount.how', { seats: screen.seats, headCount: screen.headCount }), t('recount.keys')];
    case 'talk':
      return [t('talk.title'), t('talk.how'), ...ballot(screen.vote)];
    case 'reveal': {
      const { released, path, vote } = screen;
      if (sinceShown < (revealSteps(screen).at(-1)?.at ?? 0)) return [vote.question, ...DURING[dramaOf(screen)].map((line) => t(line))];
      const chosen = [t(decidedBy(screen)), choice(path), t('reveal.next')];
      if (released?.shown === 'bands') return [t('reveal.class'), vote.question, ...releasedLines(released, vote), ...chosen];
      return [vote.question, ...chosen, ...whyPathOnly([released])];
    }
    case 'reflect':
      return [t('reflect.title'), screen.question, ...(screen.hint === null ? [] : [screen.hint])];
    case 'results':
      return [
        screen.title,
        ...screen.results.flatMap(({ vote, released, arms }) => [vote.question, ...(arms ? compared(arms) : releasedLines(released, vote))]),
        ...whyPathOnly(screen.results.map(({ released }) => released)),
        ...(screen.note === null ? [] : [screen.note]),
      ];
    case 'foreseen':
      return [screen.title, screen.question, `${t('foreseen.came')} ${choice(screen.came)}`, t(`foreseen.${screen.foreseen}`)];
    case 'tell':
      return [screen.title, ...screen.lines, ...(screen.sources.length > 0 ? [t('tell.source', { sources: screen.sources.join(' · ') })] : [])];
    case 'live':
      return liveLines(screen, now).map((line) => t(line));
    case 'end':
      return [
        t('end.over'),
        screen.title,
        t('end.still'),
        ...screen.still,
        t(screen.agreed ? 'end.agreed' : 'end.agreements'),
        ...screen.agreements,
        t('end.help'),
        ...screen.help.map(({ name, what, contact, when }) => [name, what, contact, when].filter((part) => part).join(' · ')),
      ];
    case 'over':
      return [t('over.title'), t('over.text')];
  }
}

/** Where votes are open and where results are shown. */
const WITH_PRESENCE: readonly StageView['screen']['kind'][] = [
  'question',
  'vote',
  'recount',
  'too-few',
  'talk',
  'teacherDecides',
  'reveal',
  'results',
  'foreseen',
];

/** How many phones take part beside how many pupils were counted, so that the class can see it; null where nobody votes by phone. */
export function presenceText({ paused, mode, seats, headCount, screen }: StageView): string | null {
  if (paused || mode === 'hands' || headCount === null || !WITH_PRESENCE.includes(screen.kind)) return null;
  // A look at another path is no result.
  if (screen.kind === 'reveal' && screen.by === 'what-if') return null;
  return phonesAndPupils(seats, headCount);
}

/** With more phones than pupils no vote has a result. */
export function phonesAndPupils(seats: number, headCount: number): string {
  const both = `${t('presence.phones', { count: seats })} · ${t('presence.pupils', { count: headCount })}`;
  return seats > headCount ? `${both}: ${t('presence.tooMany')}` : both;
}

/** What the class hears with the question: how it will answer. */
export const readAloud = (asked: Asked) =>
  asked === 'hands' ? 'hands.read' : asked === 'mixed' ? 'hands.readMixed' : asked === 'together' ? 'together.how' : 'vote.read';

/** What is said while a result is staged: never more than can be seen. */
const DURING: Record<Drama, TextName[]> = {
  piles: ['reveal.shuffling'],
  letter: ['reveal.opening'],
  table: [],
  rewind: ['rewind.back'],
};

const choice = ({ letter, text: content }: ChoiceView) => `${letter}. ${content}`;
/** What was released of one choice, in words; empty if only the path is known and it is another's. */
export function outcome(released: Released | null, { id }: ChoiceView): string | null {
  if (released?.shown === 'bands') return t(`band.${released.bands[id] ?? 'few'}`);
  return released?.shown === 'path' && released.path === id ? t('results.path') : null;
}

/** The pupils whose chat showed few readers beside those whose chat showed many, and what one class cannot prove. */
function compared({ few, many }: Arms): string[] {
  return [t('arms.few', { band: t(`band.${few.helped ?? 'few'}`) }), t('arms.many', { band: t(`band.${many.helped ?? 'few'}`) }), t('arms.proves')];
}

/** Why no choice has a result. */
export function noneOf(released: Released | null): string {
  if (released?.shown === 'alike') return t('results.alike');
  return t(released?.shown === 'incomplete' ? 'results.incomplete' : 'results.none');
}

/** Said once, where a path is all that is told of a vote. */
export const whyPathOnly = (results: readonly (Released | null)[]): string[] =>
  results.some((released) => released?.shown === 'path') ? [t('path.only')] : [];

function releasedLines(released: Released | null, { choices }: VoteView): string[] {
  const lines = choices.flatMap((one) => (outcome(released, one) === null ? [] : [`${choice(one)}: ${outcome(released, one)}`]));
  return lines.length > 0 ? lines : [noneOf(released)];
}

const ballot = (vote: VoteView) => [
  vote.as?.text ?? t('vote.everyone'),
  vote.question,
  ...(vote.context === null ? [] : [vote.context]),
  ...vote.choices.map(choice),
];

/** Spoken only at a few moments, because a screen reader that counts along hides everything else. */
function left(deadline: number | null, now: number): string[] {
  if (deadline === null) return [];
  const seconds = Math.ceil((deadline - now) / 1000);
  if (seconds <= 0) return [t('vote.timeUp')];
  return seconds <= 10 ? [t('vote.left', { count: 10 })] : seconds <= 30 ? [t('vote.left', { count: 30 })] : [];
}
