import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import type { Diagnosis, StoryFile } from '../story/check/diagnosis.ts';
import { checkedStory } from '../story/compile/checked-story.ts';
import { readSharedContent, readStory, SHARED_FILES } from '../story/compile/loader.ts';
import { readDocument } from '../story/schema/document.ts';

/** `?checked` behind a story.yaml or a shared file gives what the check made of it; `?title` behind a story's texts gives the title alone. */
const WANTED = /^(.+\.yaml)\?(checked|title)$/;

async function open(file: string, root: string): Promise<StoryFile> {
  return { path: file.slice(dirname(root).length + 1).replaceAll('\\', '/'), text: await readFile(file, 'utf8') };
}

async function readShared(root: string) {
  const files = await Promise.all(SHARED_FILES.map(async (name) => [name, await open(join(root, `${name}.yaml`), root)] as const));
  return readSharedContent(Object.fromEntries(files) as Record<(typeof SHARED_FILES)[number], StoryFile>);
}

const json = (value: unknown) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

/** A page that asks for a story with a mistake fails with its first sentence. */
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
          const { shared, diagnoses } = await readShared(root);
          const one = SHARED_FILES.find((known) => known === name);
          return shared && one ? json(shared[one]) : mistake(diagnoses);
        }
        const folder = dirname(file);
        const root = dirname(folder);
        const texts = ['nl', 'en'].map((lang) => join(folder, `${lang}.yaml`));
        for (const other of [...texts, ...SHARED_FILES.map((shared) => join(root, `${shared}.yaml`))]) this.addWatchFile(other);
        const [structure, nl, en] = await Promise.all([open(file, root), open(texts[0]!, root), open(texts[1]!, root)]);
        const { shared, diagnoses: ofShared } = await readShared(root);
        if (!shared) return mistake(ofShared);
        const { story, walked, diagnoses } = readStory({ structure, nl, en }, shared);
        return story ? json(checkedStory(story, walked)) : mistake(diagnoses);
      },
    },
  };
}
