import { useMemo } from 'preact/hooks';
import type { StoryCard } from '../../protocol/catalogue.ts';
import { Drawing } from '../../ui/drawing.tsx';
import styles from './cover.module.css';
import { useArt } from './use-art.ts';

/** A place of the story, and who is in it. */
export function Cover({ story, faces = 4 }: { story: StoryCard; faces?: number }) {
  const { place, light } = story.cover;
  const art = useArt();
  const source = useMemo(() => art && `data:image/svg+xml,${encodeURIComponent(art.backdrop(place, light))}`, [art, place, light]);
  return (
    <div class={styles.cover} data-part="cover">
      {source && <img src={source} alt="" />}
      <div class={styles.faces} data-part="faces">
        {art &&
          story.cast.slice(0, faces).map((person) => <Drawing key={person.id} svg={art.avatar(person.look)} class="avatar" label={person.name} />)}
      </div>
    </div>
  );
}
