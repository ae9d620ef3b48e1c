import { useMemo } from 'preact/hooks';
import { avatar } from '../../art/people/character.ts';
import { backdrop } from '../../art/places/backdrop.ts';
import type { StoryCard } from '../../protocol/catalogue.ts';
import { Drawing } from '../../ui/drawing.tsx';

/** A place of the story, and who is in it. */
export function Cover({ story, faces = 4 }: { story: StoryCard; faces?: number }) {
  const { place, light } = story.cover;
  const source = useMemo(() => `data:image/svg+xml,${encodeURIComponent(backdrop(place, light))}`, [place, light]);
  return (
    <div class="cover">
      <img src={source} alt="" />
      <div class="faces">
        {story.cast.slice(0, faces).map((person) => (
          <Drawing key={person.id} svg={avatar(person.look)} class="avatar" label={person.name} />
        ))}
      </div>
    </div>
  );
}
