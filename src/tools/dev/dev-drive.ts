import type { Link } from '../../client/connection.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import type { StageScreen } from '../../protocol/views/stage.ts';

/** As the checker reports it: what a teacher chooses and a class decides to get to a place of a story. */
export interface Destination {
  id: string;
  version: string | null;
  choices: { node: string; choice: string }[];
}

/** The node of the story that the board shows, where it shows one. */
export function nodeOn(screen: StageScreen): string | null {
  if ('vote' in screen) return screen.vote.node;
  if (screen.kind === 'scene') return screen.scene.node;
  return 'node' in screen ? screen.node : null;
}

/** The next view, once the one that is shown now is gone. */
function change(link: Link<DeskView>, from: number): Promise<void> {
  return new Promise((resolve) => {
    const seen = () => link.view !== null && link.view.rev !== from;
    if (seen()) return resolve();
    const stop = link.subscribe(() => {
      if (!seen()) return;
      stop();
      resolve();
    });
  });
}

/** Presses on through a lesson without pupils until it is at the place; the group's choices are the listed ones. */
export async function drive(link: Link<DeskView>, to: Destination): Promise<boolean> {
  await link.ask({ type: 'headcount.confirm', count: 4 });
  for (let presses = 0; presses < 2000; presses++) {
    const view = link.view;
    if (!view) return false;
    const { screen, screenRevision, rev } = view;
    if (nodeOn(screen) === to.id || screen.kind === 'end') return true;
    const choice = screen.kind === 'together' ? to.choices.find(({ node }) => node === screen.vote.node)?.choice : undefined;
    const answer =
      screen.kind === 'together' && choice !== undefined
        ? await link.ask({ type: 'vote.pick', round: screen.vote.round, choice })
        : await link.ask({ type: 'lesson.next', screenRevision });
    if (!answer.ok && answer.refusal !== 'moment-passed') return false;
    await change(link, rev);
  }
  return false;
}
