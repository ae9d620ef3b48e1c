import type { NewNames, SchoolContact, StoryRequest } from '../protocol/new-lesson.ts';
import { tidyContact, tidyName } from '../protocol/preparing.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import { clash, type Named, ownNames, rename } from '../story/compile/rename.ts';
import type { Story } from '../story/compile/story.ts';

/** The names and contacts of a request as the lesson will keep them, or the reason why they are refused. */
export type Prepared = { names: NewNames; contact: SchoolContact[] } | { refusal: RefusalCode };

/** What can be said without reading the story. */
export function tidied({ names: typed = {}, contact = [] }: StoryRequest): Prepared {
  const names: NewNames = {};
  for (const [id, name] of Object.entries(typed)) {
    const tidy = tidyName(name);
    if (tidy === null) return { refusal: 'name-wrong' };
    names[id] = tidy;
  }
  const people = tidyContact(contact);
  return 'refusal' in people ? { refusal: people.refusal } : { names, contact: people.contact };
}

/** A story told with other names, and what its characters are called then; or why they cannot be called so. */
export type Retold = { texts: Story['texts']; own: Record<string, string> } | { refusal: RefusalCode };

/** It goes through every text of the story many times, some tenth of a second: the server has a thread for it. */
export function retell(story: Named, names: NewNames): Retold {
  const refusal = clash(story, names);
  if (refusal) return { refusal };
  const retold = rename(story, names);
  return { texts: retold.texts, own: ownNames(retold) };
}
