import type { Lang } from '../../locales/languages.ts';
import type { LiveBeat as BeatView, LiveChat } from '../../protocol/live-chat.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import type { Story } from '../../story/compile/story.ts';
import { liveTextId } from '../../story/schema/live-chat.ts';
import type { LiveBeat } from '../../story/schema/schema.ts';
import { type Condition, chosenBranch, fittingBranch, hasTimeFor, isBranchPossible, liveOf } from '../live.ts';
import { nodeTexts } from '../side-activity.ts';
import type { Lesson } from '../state.ts';
import { reacted, seenBy } from './captions.ts';
import { chatView, person } from './scene-view.ts';

/** The chat as one seat's phone plays it: its own language, and the readers that the lot gave it. */
export function liveView(story: Story, lang: Lang, lesson: Lesson, seat: number): LiveChat {
  const { round } = lesson;
  const live = round && liveOf(story, round.node);
  if (!live || !round?.live) throw new Error(`no live chat in phase ${lesson.phase}`);
  const { title, badge, members } = chatView(story, lang, live.chat);
  const texts = nodeTexts(story, lang, round.node);
  const condition = round.live.conditions?.[seat] ?? 'many';
  const { slowness, endsAt } = round.live;
  return {
    round: round.id,
    title,
    badge,
    members,
    startsAt: round.opensAt,
    endsAt,
    closesAt: round.deadline ?? endsAt,
    beats: live.script.map((beat, index) =>
      beatFace(story, lang, texts, beat, { id: liveTextId(beat) ?? `${round.node}-${index}`, slowness, condition }),
    ),
    incident: live.incident ?? null,
    acts: live.acts.map(({ id, kind }) => ({ id, kind, text: texts.acts?.[id] ?? '' })),
    measured: live.measured,
  };
}

function beatFace(
  story: Story,
  lang: Lang,
  texts: ReturnType<typeof nodeTexts>,
  beat: LiveBeat,
  { id, slowness, condition }: { id: string; slowness: number; condition: Condition },
): BeatView {
  const common = { id, at: beat.at * 1000 * slowness };
  const own = liveTextId(beat);
  const written = own === null ? '' : texts[own];
  const text = typeof written === 'string' ? written : '';
  const name = (who: string) => person(story, lang, who).name;
  if ('say' in beat) return { ...common, kind: 'say', text };
  if ('typing' in beat) return { ...common, kind: 'typing', name: name(beat.typing), ms: beat.seconds * 1000 * slowness };
  if ('message' in beat) return { ...common, kind: 'message', name: name(beat.who), text, toYou: beat.toYou ?? false };
  if ('tile' in beat) return { ...common, kind: 'tile', tile: beat.tile, name: name(beat.who), text };
  if ('react' in beat)
    return { ...common, kind: 'react', to: beat.react, emoji: beat.emoji, count: beat.count, text: reacted(lang, beat.emoji, beat.count) };
  const count = typeof beat.readers === 'number' ? beat.readers : beat.readers[condition];
  return { ...common, kind: 'readers', count, text: seenBy(lang, count) };
}

/** What the teacher may choose where the story depends on the class. With hands or phones is chosen once for the whole lesson, not here. */
export function branchViews(story: Story, lang: Lang, lesson: Lesson): DeskView['branches'] {
  return Object.entries(story.structure.nodes).flatMap(([node, shape]) => {
    if (!('bySize' in shape) || shape.bySize.some((way) => 'hands' in way)) return [];
    const texts = nodeTexts(story, lang, node).ways;
    const options = shape.bySize
      .filter((way) => hasTimeFor(way, lesson))
      .map((way) => ({ id: way.id, text: texts?.[way.id] ?? way.id, possible: isBranchPossible(way, lesson) }));
    return [{ node, fitting: fittingBranch(shape.bySize, lesson).id, chosen: chosenBranch(shape.bySize, lesson, node)?.id ?? null, options }];
  });
}
