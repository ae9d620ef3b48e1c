import type { Arms, Released } from '../../protocol/released.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import type { Asked, ChoiceView, VoteView } from '../../protocol/views/vote.ts';
import { retold } from '../cues/retelling.ts';
import { type Drama, decidedBy, dramaOf, liveLines, revealSteps } from '../cues/staging.ts';
import { type TextName, text } from './texts.ts';

/** Everything that the board shows now, in words and in reading order. `sinceShown`: ms since this screen came, so that words never run ahead of a reveal. */
export function narration(view: StageView, now: number, sinceShown: number): string[] {
  if (view.paused) return [text('paused.title')];
  const { screen } = view;
  switch (screen.kind) {
    case 'lobby':
      return [
        view.story.title,
        view.story.tagline,
        ...(view.mode === 'hands'
          ? [text('lobby.hands'), text('lobby.handsHow'), text('lobby.handsPrivate')]
          : [
              text('lobby.private'),
              `${text('lobby.goto')} ${view.join.text}`,
              `${text('lobby.code')}: ${[...view.code].join(' ')}`,
              text('lobby.joined', { count: view.seats }),
            ]),
        ...(view.headCount === null ? [] : [text('lobby.headCount', { count: view.headCount })]),
        ...(view.door === 'locked' ? [text('lobby.locked')] : []),
        ...(view.mode !== 'hands' && view.seats === 0 && now - screen.since > 60_000
          ? [text('lobby.tip.wifi'), text('lobby.tip.isolation'), text('lobby.tip.hosted'), text('lobby.tip.without')]
          : []),
      ];
    case 'scene':
      return retold(screen, now);
    case 'question':
      return [...ballot(screen.vote), text(readAloud(screen.asked)), ...(screen.vote.held ? [text('vote.held')] : [])];
    case 'vote': {
      if (now < screen.opensAt) return [text('vote.take')];
      const share = screen.seats === 0 ? 0 : screen.answered / screen.seats;
      const progress =
        share >= 1 ? text('vote.all') : share > 0.8 ? text('vote.almost') : text('vote.answered', { count: screen.answered, seats: screen.seats });
      return [...ballot(screen.vote), text(screen.deadline === null ? 'vote.chooseUntimed' : 'vote.choose'), ...left(screen.deadline, now), progress];
    }
    case 'hands': {
      const raised = screen.vote.choices[screen.turn];
      if (raised) return [text('hands.up', { letter: raised.letter }), choice(raised), text('hands.stay')];
      return screen.turn < 0
        ? [text('hands.eyes'), text(screen.mixed ? 'hands.whoMixed' : 'hands.who'), text(screen.mixed ? 'hands.promiseMixed' : 'hands.promise')]
        : [text('hands.down'), text(screen.mixed ? 'hands.seen' : 'hands.counting')];
    }
    case 'teacherDecides':
      return [
        text('teacherDecides.title'),
        screen.vote.question,
        ...told(screen.released, screen.vote),
        text('teacherDecides.how'),
        text('teacherDecides.keys'),
      ];
    case 'together':
      return [text('together.title'), text('together.how'), ...ballot(screen.vote), text('together.keys')];
    case 'too-few':
      return [text('few.title'), text('few.how'), ...ballot(screen.vote), text('few.keys')];
    case 'recount':
      return [text('recount.title'), text('recount.how', { seats: screen.seats, headCount: screen.headCount }), text('recount.keys')];
    case 'talk':
      return [text('talk.title'), text('talk.how'), ...ballot(screen.vote)];
    case 'reveal': {
      const { released, path, vote } = screen;
      if (sinceShown < (revealSteps(screen).at(-1)?.at ?? 0)) return [vote.question, ...DURING[dramaOf(screen)].map((line) => text(line))];
      const chosen = [text(decidedBy(screen)), choice(path), text('reveal.next')];
      if (released?.shown === 'numbers' || released?.shown === 'bands')
        return [text('reveal.class'), vote.question, ...told(released, vote), ...chosen];
      return [vote.question, ...chosen];
    }
    case 'reflect':
      return [text('reflect.title'), screen.question, ...(screen.hint === null ? [] : [screen.hint])];
    case 'results':
      return [
        screen.title,
        ...screen.results.flatMap(({ vote, released, arms }) => [vote.question, ...(arms ? compared(arms) : told(released, vote))]),
        ...(screen.note === null ? [] : [screen.note]),
      ];
    case 'tell':
      return [screen.title, ...screen.lines, ...(screen.sources.length > 0 ? [text('tell.source', { sources: screen.sources.join(' · ') })] : [])];
    case 'live':
      return liveLines(screen, now).map((line) => text(line));
    case 'end':
      return [
        text('end.over'),
        screen.title,
        text('end.still'),
        ...screen.still,
        text(screen.agreed ? 'end.agreed' : 'end.agreements'),
        ...screen.agreements,
        text('end.help'),
        ...screen.help.map(({ name, what, contact, when }) => [name, what, contact, when].filter((part) => part).join(' · ')),
      ];
    case 'over':
      return [text('over.title'), text('over.text')];
  }
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
/** What may be told of one choice, in words; nothing where only another's path is known. */
export function outcome(released: Released | null, { id }: ChoiceView): string | null {
  if (released?.shown === 'numbers') return text('reveal.votes', { count: released.counts[id] ?? 0 });
  if (released?.shown === 'bands') return text(`band.${released.bands[id] ?? 'few'}`);
  return released?.shown === 'path' && released.path === id ? text('results.path') : null;
}

/** Those whose chat showed few readers beside those whose chat showed many, and what one class cannot prove. */
function compared({ few, many }: Arms): string[] {
  return [
    text('arms.few', { band: text(`band.${few.helped ?? 'few'}`) }),
    text('arms.many', { band: text(`band.${many.helped ?? 'few'}`) }),
    text('arms.proves'),
  ];
}

function told(released: Released | null, { choices }: VoteView): string[] {
  const lines = choices.flatMap((one) => (outcome(released, one) === null ? [] : [`${choice(one)}: ${outcome(released, one)}`]));
  return lines.length > 0 ? lines : [text('results.none')];
}

const ballot = (vote: VoteView) => [
  vote.as?.text ?? text('vote.everyone'),
  vote.question,
  ...(vote.context === null ? [] : [vote.context]),
  ...vote.choices.map(choice),
];

/** Spoken only where it matters: a screen reader that counts along hides everything else. */
function left(deadline: number | null, now: number): string[] {
  if (deadline === null) return [];
  const seconds = Math.ceil((deadline - now) / 1000);
  if (seconds <= 0) return [text('vote.timeUp')];
  return seconds <= 10 ? [text('vote.left', { count: 10 })] : seconds <= 30 ? [text('vote.left', { count: 30 })] : [];
}
