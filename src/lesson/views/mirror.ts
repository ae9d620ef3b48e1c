import type { Lang } from '../../locales/languages.ts';
import { position } from '../../protocol/scene.ts';
import type { PhoneMessage, PhoneScreen } from '../../protocol/views/phone.ts';
import type { Story } from '../../story/compile/story.ts';
import { beatAt, beatsOf } from '../scene.ts';
import type { LessonIn } from '../state.ts';
import { seenBy } from './captions.ts';
import { sceneView } from './scene-view.ts';

/** Where a scene on the board turns every phone into its owner's: the messages so far, as that phone shows them. */
export function mirror(story: Story, lang: Lang, lesson: LessonIn<'scene'>, now: number): PhoneScreen | null {
  const beats = beatsOf(story, lesson.point);
  const at = beatAt(beats, position(lesson.playhead, now));
  if (!at || !('silence' in at.beat) || !at.beat.mirror || position(lesson.playhead, now) >= at.start + at.ms) return null;
  const scene = sceneView(story, lang, lesson.point);
  let chat = scene.chat;
  let lines = new Map<string, PhoneMessage>();
  let seen = 0;
  for (const beat of scene.beats.slice(0, beats.indexOf(at))) {
    if ('only' in beat && beat.only !== undefined && beat.only !== chat?.id) continue;
    if (beat.kind === 'chat') {
      chat = beat.chat;
      lines = new Map();
    }
    if (beat.kind === 'message' || beat.kind === 'voice')
      lines.set(beat.id, { name: beat.person.name, text: beat.text, mine: beat.mine, system: false });
    if (beat.kind === 'system') lines.set(beat.id, { name: '', text: beat.text, mine: false, system: true });
    if (beat.kind === 'member') lines.set(beat.id, { name: '', text: beat.own[chat?.owner?.id ?? ''] ?? beat.text, mine: false, system: true });
    const taken = beat.kind === 'delete' && lines.get(beat.to);
    if (taken) lines.set(beat.to, { ...taken, text: beat.text });
    if (beat.kind === 'seen') seen = beat.count;
  }
  const messages = [...lines.values()];
  return { kind: 'mirror', owner: chat?.owner?.name ?? '', title: chat?.title ?? '', messages, seen: seenBy(lang, seen) };
}
