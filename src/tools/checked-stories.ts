import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { openSharedContent, openStory, STORY_FILES } from '../server/library.ts';
import type { Diagnosis } from '../story/check/diagnosis.ts';
import { checkedStory } from '../story/compile/checked-story.ts';
import { readStory, SHARED_FILES } from '../story/compile/loader.ts';
import { readDocument } from '../story/schema/document.ts';

/** `?checked` behind a story.yaml or a shared file gives what the check made of it; `?title` behind a story's texts gives the title alone. */
const WANTED = /^(.+\.yaml)\?(checked|title)$/;

const json = (value: unknown) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

/** A page that asks for a story with a mistake fails with the first diagnosis. */
function mistake(diagnoses: readonly Diagnosis[]): string {
  const first = diagnoses.find(({ severity }) => severity === 'error');
  const sentence = first ? `${first.file}:${first.line}:${first.column} ${first.message.en}` : 'The story has a mistake.';
  return `throw new Error(${JSON.stringify(sentence)}); export default null;`;
}

/** Stories are checked and walked when the pages are built, or while one edits them, and never in a pupil's or a teacher's browser. */
export function checkedStories(): Plugin {
  return {
    name: 'checked-stories',
    load: {
      filter: { id: WANTED },
      async handler(id) {
        const [, file = '', what] = WANTED.exec(id) ?? [];
        if (what === 'title') {
          const { value } = readDocument({ path: file, text: await readFile(file, 'utf8') });
          const title = value && typeof value === 'object' && 'title' in value ? value.title : basename(dirname(file));
          return json(title);
        }
        const name = basename(file, '.yaml');
        if (name !== 'story') {
          const root = dirname(file);
          const { shared, diagnoses } = await openSharedContent(root);
          const one = SHARED_FILES.find((known) => known === name);
          return shared && one ? json(shared[one]) : mistake(diagnoses);
        }
        const folder = dirname(file);
        const root = dirname(folder);
        for (const name of STORY_FILES) this.addWatchFile(join(folder, name));
        for (const shared of SHARED_FILES) this.addWatchFile(join(root, `${shared}.yaml`));
        const { shared, diagnoses: ofShared } = await openSharedContent(root);
        if (!shared) return mistake(ofShared);
        const { story, walked, diagnoses } = readStory(await openStory(root, basename(folder)), shared);
        return story ? json(checkedStory(story, walked)) : mistake(diagnoses);
      },
    },
  };
}
