import { icon } from '../art/icon.ts';
import { Drawing } from '../debrief/drawing.tsx';
import type { StoryCard } from '../protocol/shelf.ts';
import { versionOf } from './preparation.ts';
import { say } from './say.ts';

/** For whom, how long, and in which version. */
export function Facts({ story, named = true }: { story: StoryCard; named?: boolean }) {
  const version = versionOf(story);
  return (
    <p class="soft row facts">
      <span>
        <Drawing svg={icon('users-three')} class="icon" />
        {say('story.band', { band: version?.band ?? story.band })}
      </span>
      <span>
        <Drawing svg={icon('clock')} class="icon" />
        {say('story.minutes', { minutes: story.minutes })}
      </span>
      {version && named && (
        <span>
          <Drawing svg={icon('book-open-text')} class="icon" />
          {version.title}
        </span>
      )}
    </p>
  );
}
