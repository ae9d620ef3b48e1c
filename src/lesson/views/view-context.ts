import type { PairingView } from '../../protocol/views/pairing.ts';
import type { Story } from '../../story/compile/story.ts';
import type { SharedContent } from '../../story/schema/shared-content.ts';

/** What a view needs beside the lesson: who is connected, and by which addresses this server can be reached. */
export interface ViewContext {
  now: number;
  rev: number;
  online: ReadonlySet<number>;
  /** Jumps of the creatures, by seat: a greeting, not a part of the lesson. */
  hops: ReadonlyMap<number, number>;
  /** What a pupil types now. */
  code: string;
  join: { url: string; text: string };
  addresses: { origin: string; label: string }[];
  /** Connected teacher's screens. */
  boards: number;
  desks: number;
  /** `onStage`: it was asked for there, so the code is shown there. */
  pairing: (PairingView & { onStage: boolean }) | null;
  deletesAt: number;
  /** Whether what happens now can be stored. */
  storing: boolean;
}

/** What was written: the story that is played, and what all stories share. */
export interface LessonContent {
  story: Story;
  shared: SharedContent;
}
