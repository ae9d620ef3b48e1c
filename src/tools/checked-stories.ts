import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { cautionsIn, openSharedContent, readStoryFolder, STORY_FILES } from '../server/library.ts';
import { openFile } from '../server/story-file.ts';
import { type Diagnosis, isReleasable } from '../story/check/diagnosis.ts';
import { checkedStory, type Mistake } from '../story/compile/checked-story.ts';
import { SHARED_FILES } from '../story/compile/loader.ts';
import { readDocument } from '../story/schema/document.ts';

/** `?checked` behind a story.yaml or a shared file gives what the check made of it; `?title` behind a story's texts gives the title alone, and null for a story that may not be released. */
const WANTED = /^(.+\.yaml)\?(checked|title)$/;

const json = (value: unknown) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

/** `built`: anybody may fetch it, so only the place is told, and not the words that are wrong there. */
function firstMistake(diagnoses: readonly Diagnosis[], built = false): string {
  const first = diagnoses.find(({ severity }) => severity === 'error') ?? diagnoses.find(({ severity }) => severity === 'withheld');
  if (!first) return 'The story has a mistake.';
  const says = built ? 'There is a mistake here.' : first.message.en;
  return `${first.file}:${first.line}:${first.column} ${says}`;
}

/** Without the files that all stories share no page can play anything. */
const failing = (diagnoses: readonly Diagnosis[]) => `throw new Error(${JSON.stringify(firstMistake(diagnoses))}); export default null;`;
/** Instead of a story that cannot be played, a page gets its first mistake: the other stories are built and play. */
const mistake = (diagnoses: readonly Diagnosis[], built: boolean) => json({ mistake: firstMistake(diagnoses, built) } satisfies Mistake);

/** What a story calls itself in this file; its folder where the file says nothing of the kind. The check of the story names what is wrong with it. */
function titleOf(file: string): string {
  const folder = basename(dirname(file));
  try {
    const { value } = readDocument(
      openFile(
        dirname(dirname(file)),
        [folder, basename(file)],
        () => ({ nl: '', en: '' }),
        () => {},
      ),
    );
    return value && typeof value === 'object' && 'title' in value && typeof value.title === 'string' ? value.title : folder;
  } catch {
    return folder;
  }
}

/** Stories are checked and walked when the pages are built, or while one edits them, and never in a pupil's or a teacher's browser. */
export function checkedStories(): Plugin {
  /** Built pages are for classes. While one edits them, a story that may not be released yet is played as well. */
  let built = true;
  const withheld = new Map<string, boolean>();
  const isWithheld = (folder: string) => {
    const known = withheld.get(folder) ?? !isReleasable(cautionsIn(dirname(folder), basename(folder)));
    withheld.set(folder, known);
    return known;
  };
  return {
    name: 'checked-stories',
    configResolved({ command }) {
      built = command === 'build';
    },
    load: {
      filter: { id: WANTED },
      async handler(id) {
        const [, file = '', what] = WANTED.exec(id) ?? [];
        if (what === 'title') return json(built && isWithheld(dirname(file)) ? null : titleOf(file));
        const name = basename(file, '.yaml');
        if (name !== 'story') {
          const root = dirname(file);
          const { shared, diagnoses } = openSharedContent(root);
          const one = SHARED_FILES.find((known) => known === name);
          return shared && one ? json(shared[one]) : failing(diagnoses);
        }
        const folder = dirname(file);
        const root = dirname(folder);
        for (const name of STORY_FILES) this.addWatchFile(join(folder, name));
        for (const shared of SHARED_FILES) this.addWatchFile(join(root, `${shared}.yaml`));
        const { shared, diagnoses: ofShared } = openSharedContent(root);
        if (!shared) return failing(ofShared);
        const { story, walked, diagnoses } = readStoryFolder(root, basename(folder), shared);
        return story && (!built || isReleasable(diagnoses)) ? json(checkedStory(story, walked)) : mistake(diagnoses, built);
      },
    },
  };
}
