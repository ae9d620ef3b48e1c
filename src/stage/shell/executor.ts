import type { Link } from '../../client/connection.ts';
import type { TeacherIntent } from '../../protocol/intents.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import type { ChoiceView } from '../../protocol/views/vote.ts';
import { openWindow } from '../../ui/handover.ts';
import { displaySettings, LOUDEST } from '../board/display-settings.ts';
import { t } from '../text/texts.ts';
import type { Chooser } from './chooser.ts';
import { askAfterwards, askClosing, askHandsDown, askReturn } from './closing.ts';
import { type Command, choosing } from './commands.ts';
import { askCount } from './counting.ts';
import { debriefKey } from './credentials.ts';
import type { Dialogs } from './dialogs.ts';
import type { Notes } from './overlays.ts';
import type { Preferences } from './preferences.ts';
import type { Rest } from './rest.ts';

interface Parts {
  lesson: string;
  link: Link<StageView>;
  dialogs: Dialogs;
  notes: Notes;
  chooser: Chooser;
  preferences: Preferences;
  rest: Rest;
  /** Ends at once what the board is playing. Returns whether there was anything. */
  fastForward(): boolean;
}

/** Does what the teacher asks for on the board: asks the server, opens a dialog, or changes this board. */
export class Executor {
  private readonly parts: Parts;
  private recounted: (view: StageView) => void = () => {};

  constructor(parts: Parts) {
    this.parts = parts;
  }

  execute(command: Command, view: StageView): void {
    const { dialogs, notes, chooser, preferences, rest, link } = this.parts;
    switch (command.command) {
      case 'intent':
        if (command.intent.type === 'lesson.next' && this.parts.fastForward()) break;
        void this.ask(command.intent);
        break;
      case 'count':
        this.count(view);
        break;
      case 'choose':
        chooser.choose(command.choice);
        break;
      case 'otherChoice':
        chooser.other();
        break;
      case 'handsDown':
      case 'closing':
      case 'return':
      case 'afterwards':
        this.askHow(command.command, view);
        break;
      case 'paused':
        rest.toggle(
          (on) => this.ask({ type: 'lesson.pause', on }),
          () => link.view?.paused,
        );
        break;
      case 'mute':
        preferences.set({ muted: !displaySettings().muted });
        notes.say(t(displaySettings().muted ? 'sound.off' : 'sound.on'));
        break;
      case 'volume': {
        const volume = Math.min(LOUDEST, Math.max(0, displaySettings().volume + command.by));
        preferences.set({ volume, muted: false });
        notes.say(t('sound.volume', { count: volume }));
        break;
      }
      case 'display':
        dialogs.display((part) => preferences.set(part));
        break;
      case 'full':
        // If a browser does not allow it, its own key still works.
        void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.())?.catch(() => {});
        break;
      case 'join':
        if (view.mode !== 'hands' && view.screen.kind !== 'over') dialogs.join(view);
        break;
      case 'help':
        dialogs.help();
        break;
    }
  }

  async ask(intent: TeacherIntent): Promise<boolean> {
    const answer = await this.parts.link.ask(intent);
    if (!answer.ok && answer.refusal !== 'moment-passed') this.parts.notes.say(t(answer.refusal));
    return answer.ok;
  }

  /** Phones came or went while the count is open. */
  recount(view: StageView): void {
    this.recounted(view);
  }

  pick(choice: ChoiceView, view: StageView): void {
    const vote = choosing(view);
    if (vote) this.parts.dialogs.pick(choice, () => void this.ask({ type: 'vote.pick', round: vote.round, choice: choice.id }));
  }

  /** In the lobby the story begins with the count, unless more phones take part: then it is asked what to do about them. */
  private count(view: StageView): void {
    const { kind } = view.screen;
    const ask = (intent: TeacherIntent) => this.ask(intent);
    const newestView = () => this.parts.link.view ?? view;
    const { screenRevision } = view;
    this.recounted = askCount(this.parts.dialogs, view, {
      confirm: async (pupils) => {
        if (pupils !== newestView().headCount && !(await ask({ type: 'headcount.confirm', count: pupils }))) return;
        const newest = newestView();
        if (newest.screen.kind !== kind) return;
        if (newest.seats > pupils) this.count({ ...newest, headCount: pupils });
        else if (kind === 'lobby') await ask({ type: 'lesson.next', screenRevision: newest.screenRevision });
      },
      remove: (seat) => void ask({ type: 'seat.remove', seat }),
      removeSilent: () => void ask({ type: 'seats.remove-silent' }),
      anyway: kind === 'question' ? () => void ask({ type: 'lesson.next', screenRevision }) : null,
      skip: kind === 'recount' || kind === 'question' ? () => void ask({ type: 'story.skip', screenRevision }) : null,
    });
  }

  /** How the lesson goes on from where it waits for more than a press. */
  private askHow(command: 'handsDown' | 'closing' | 'return' | 'afterwards', { screen, detour, screenRevision }: StageView): void {
    const { dialogs, lesson } = this.parts;
    const ask = (intent: TeacherIntent) => void this.ask(intent);
    const toOwnPath = () => ask({ type: 'story.return' });
    switch (command) {
      case 'handsDown':
        return askHandsDown(dialogs, () => ask({ type: 'story.skip', screenRevision }));
      case 'return':
        return askReturn(dialogs, toOwnPath);
      case 'closing':
        if (screen.kind !== 'end') return;
        return askClosing(dialogs, screen, {
          toOwnPath: detour ? toOwnPath : null,
          whatIf: (node, choice) => ask({ type: 'story.back', node, choice }),
          agree: (candidates) => ask({ type: 'agreements.ask', candidates }),
          end: () => ask({ type: 'lesson.end' }),
        });
      case 'afterwards': {
        const key = debriefKey(lesson);
        return askAfterwards(dialogs, key && (() => void openWindow('/nabespreking', key, '_blank')));
      }
    }
  }
}
