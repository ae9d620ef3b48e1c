import { useId, useState } from 'preact/hooks';
import { avatar } from '../../art/people/character.ts';
import { icon } from '../../art/pieces/icon.ts';
import type { StoryCard } from '../../protocol/catalogue.ts';
import { NAME_LENGTH, tidyName } from '../../protocol/preparing.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { lang } from '../../ui/locale.ts';
import { fetchStory } from '../home/server.ts';
import pageStyles from '../page.module.css';
import { t } from '../texts.ts';
import styles from './names.module.css';
import { preparationOf, prepare } from './preparation.ts';

type Character = StoryCard['renamable'][number];

interface RowProps {
  story: StoryCard;
  character: Character;
  problem: string | undefined;
  onProblem: (id: string, why: string) => void;
}

function Row({ story, character, problem, onProblem }: RowProps) {
  const { names } = preparationOf(story.id);
  const [typed, setTyped] = useState(names[character.id] ?? '');
  const [nextIdea, setNextIdea] = useState(0);
  const field = useId();

  /** Sets the name at once, and takes it back if it is refused: this page checks its form, the server whether the story has it already. */
  async function setName(text: string): Promise<void> {
    const { [character.id]: _, ...others } = preparationOf(story.id).names;
    const refuse = (why: string) => {
      const { [character.id]: __, ...left } = preparationOf(story.id).names;
      prepare(story.id, { names: left });
      onProblem(character.id, why);
    };
    if (!text.trim()) return refuse('');
    const name = tidyName(text);
    if (name === null) return refuse(t('name-wrong'));
    setTyped(name);
    if (Object.values(others).some((other) => other.toLowerCase() === name.toLowerCase())) return refuse(t('prepare.sameName'));
    prepare(story.id, { names: { ...others, [character.id]: name } });
    onProblem(character.id, '');
    const answer = await fetchStory({ scenario: story.id, lang: lang.value, names: { [character.id]: name } }).catch(() => null);
    if (answer && !answer.ok) refuse(t(answer.refusal));
  }

  function suggest(): void {
    const idea = character.ideas[nextIdea % character.ideas.length] ?? '';
    setNextIdea(nextIdea + 1);
    setTyped(idea);
    void setName(idea);
  }

  return (
    <li class={styles.newName}>
      <Drawing svg={avatar(character.look)} class="avatar" />
      <label for={field}>
        <b>{story.cast.find((one) => one.id === character.id)?.name ?? character.name}</b>
        <span class="hidden">: {t('prepare.newName', { name: character.name })}</span>
      </label>
      <input
        id={field}
        type="text"
        autocomplete="off"
        autoCorrect="off"
        spellcheck={false}
        maxLength={NAME_LENGTH + 6}
        value={typed}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${field}-problem` : undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void setName(typed)}
      />
      <button type="button" title={t('prepare.idea')} aria-label={t('prepare.ideaFor', { name: character.name })} onClick={suggest}>
        <Drawing svg={icon('shuffle')} class="icon" />
      </button>
      <p id={`${field}-problem`} role="status" class={problem ? pageStyles.refusal : ''}>
        {problem}
      </p>
    </li>
  );
}

/** Offers another name for a character who is called like a pupil. */
export function Names({ story, problems, onProblem }: { story: StoryCard; problems: Record<string, string>; onProblem: RowProps['onProblem'] }) {
  return (
    <ul class={styles.names}>
      {story.renamable.map((character) => (
        <Row key={character.id} story={story} character={character} problem={problems[character.id]} onProblem={onProblem} />
      ))}
    </ul>
  );
}
