import '../ui/oldest-browsers.ts';
import './page.css';
import { connect } from '../client/connection.ts';
import { deviceLang } from '../client/device-lang.ts';
import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import type { TeacherIntent } from '../protocol/intents.ts';
import { position } from '../protocol/scene.ts';
import type { StageView } from '../protocol/views/stage.ts';
import type { Key } from '../ui/lesson-key.ts';
import { Board } from './board/board.ts';
import { displaySettings, LOUDEST } from './board/display-settings.ts';
import { drawnInSoftware, raise } from './board/renderer.ts';
import { beatCues, type Cue, clockCues, cues, hushed, music } from './cues/director.ts';
import { type Command, commandFor } from './shell/commands.ts';
import { Controls } from './shell/controls.ts';
import { askCount } from './shell/counting.ts';
import { credentials, forget } from './shell/credentials.ts';
import { Dialogs } from './shell/dialogs.ts';
import { element } from './shell/element.ts';
import { Loading } from './shell/loading.ts';
import { Notes, PauseScreen, Unlock } from './shell/overlays.ts';
import { Preferences } from './shell/preferences.ts';
import { signpost } from './shell/signpost.ts';
import { stayAwake } from './shell/wakefulness.ts';
import { Sounds } from './sound/sound.ts';
import { fontsCome } from './text/fonts.ts';
import { Mirror } from './text/mirror.ts';
import { narration, presenceText } from './text/narration.ts';
import { speak, t } from './text/texts.ts';

const app = document.querySelector<HTMLElement>('#app');
if (!app) throw new Error('the page has no #app');
const page = document.documentElement;
// A frame gets another lesson by an address that differs only behind the #.
addEventListener('hashchange', () => location.reload());
void credentials().then((key) => (key ? open(app, key) : signpost(app, t('keyless.title'), t('keyless.text'))));

function nextTask(): Promise<void> {
  return new Promise((next) => setTimeout(next));
}

async function open(at: HTMLElement, { lesson, token }: Key): Promise<void> {
  const deviceLanguage = deviceLang(navigator.languages);
  const link = connect<StageView>({ v: PROTOCOL_VERSION, lang: deviceLanguage, role: 'stage', lesson, token });
  const fonts = fontsCome();
  // What starts a board takes long together: between its parts the page, or a proefles around it, gets its turn.
  await nextTask();
  const software = drawnInSoftware();
  await fonts;

  const preferences = new Preferences(() => {
    sounds.applySettings();
    board.redraw();
    if (shown) controls.show(shown, displaySettings().muted);
    offerSound();
  });
  const unlock = new Unlock();
  const offerSound = () => unlock.show(sounds.blocked && !displaySettings().muted && displaySettings().volume > 0);
  const sounds = new Sounds(() => offerSound());
  await nextTask();
  const dialogs = new Dialogs();
  const notes = new Notes();
  const loading = new Loading();
  const mirror = new Mirror();
  const pauseScreen = new PauseScreen(() => execute({ command: 'paused' }));
  const controls = new Controls((command) => execute(command));
  const canvas = element('div', { id: 'board', 'aria-hidden': 'true' });
  at.replaceChildren(canvas, mirror.root, loading.root, notes.root, unlock.root, controls.root, pauseScreen.root, dialogs.root);

  let shown: StageView | null = null;
  /** What the teacher asked for and the server has not answered yet. */
  let wantedPause: boolean | null = null;
  let cameAt = Number.NEGATIVE_INFINITY;
  /** The moment of the lesson that stands on the board. */
  let drawn = -1;
  let heard = link.now();
  let hushing = false;
  let refused = false;
  await nextTask();
  let { board, game } = play(software);

  function render(): void {
    const { state, view } = link;
    if (state.kind === 'refused') {
      if (state.refusal === 'lesson-unknown' || state.refusal === 'lesson-ended') forget();
      dialogs.close();
      signpost(at, t(state.refusal), t('keyless.text'));
      refused = true;
      return;
    }
    // The sign stands in the place of the board.
    if (refused && state.kind === 'connected') return location.reload();
    notes.connection(state.kind === 'connected' ? null : t(shown ? 'link.reconnecting' : 'link.connecting'));
    if (!view || view === shown) return;
    speak(view.lang);
    page.lang = view.lang;
    document.title = t('page.title');
    const news = cues(shown, view);
    if (shown && shown.screenRevision !== view.screenRevision) dialogs.close('pick');
    if (view.screen.kind !== 'lobby' && view.screen.kind !== 'recount') {
      dialogs.close('count');
      dialogs.close('remove');
    }
    shown = view;
    const entered = news.find((cue) => cue.cue === 'enter');
    if (entered) {
      cameAt = entered.animate ? performance.now() : Number.NEGATIVE_INFINITY;
      notes.hush();
    }
    board.show(view, news);
    controls.show(view, displaySettings().muted);
    quiet(wantedPause ?? view.paused);
    listen(news);
    beat();
  }

  /** What follows the clock instead of a new view: sounds of a scene, the words for a screen reader, a code that expires. */
  function beat(): void {
    if (!shown) return;
    const now = link.now();
    const { screen } = shown;
    if (now - heard < 2000 && !shown.paused) {
      if (screen.kind === 'vote') listen(clockCues(screen, heard, now));
      if (screen.kind === 'scene' && screen.playhead.since !== null)
        listen(
          beatCues(
            screen.scene,
            heard < screen.playhead.since && screen.playhead.offset === 0 ? -1 : position(screen.playhead, heard),
            position(screen.playhead, now),
          ),
        );
    }
    heard = now;
    offerSound();
    if (hushed(shown, now) && !hushing) sounds.hush();
    hushing = hushed(shown, now);
    if (sounds.setMusic(music(shown, now))) caption(t('sound.music'));
    const hearing = notes.hearing;
    const presence = presenceText(shown);
    const present = presence === null ? [] : [presence];
    mirror.show([
      ...loading.words,
      ...narration(shown, now, performance.now() - cameAt),
      ...present,
      ...(hearing === null ? [] : [t('sound.heard', { sound: hearing })]),
    ]);
    if (!pauseScreen.on) dialogs.pairing(shown.pairing, now, (accept) => void ask({ type: 'desk.answer', accept }));
  }
  setInterval(beat, 100);

  function listen(news: Cue[]): void {
    for (const cue of news) {
      if (cue.cue !== 'sound') continue;
      sounds.play(cue.sound);
      if (cue.caption !== null) caption(cue.caption === 'sound.open' || cue.caption === 'sound.closed' ? t(cue.caption) : cue.caption);
    }
  }

  /** A sound that means something is also shown as a line, for whoever cannot hear it. */
  function caption(line: string): void {
    if (displaySettings().captions) notes.sound(line);
  }

  function play(plain: boolean) {
    const board = new Board({
      sounds,
      plain,
      now: () => link.now(),
      onShown: announce,
      onLoading: (share) => loading.show(share),
      onLevel: (level) => {
        page.dataset.effects = level;
      },
      onTooSlow: () => {
        if (!plain) playPlainly();
      },
    });
    return { board, game: raise(board, canvas, plain) };
  }

  /** This graphics card is slower than drawing without one. */
  function playPlainly(): void {
    game.destroy(true);
    ({ board, game } = play(true));
    if (shown) board.show(shown, []);
  }

  function announce(view: StageView): void {
    const { screen } = view;
    drawn = view.screenRevision;
    page.dataset.screen = screen.kind;
    page.dataset.node = screen.kind === 'scene' ? screen.scene.node : 'vote' in screen ? screen.vote.node : 'node' in screen ? screen.node : '';
    page.dataset.screenRevision = String(view.screenRevision);
    page.dataset.ready = 'yes';
  }

  function quiet(on: boolean): void {
    const was = pauseScreen.on;
    pauseScreen.show(on);
    if (was === on) return;
    if (on) dialogs.close();
    sounds.breathe(on);
  }

  async function ask(intent: TeacherIntent): Promise<boolean> {
    const answer = await link.ask(intent);
    if (!answer.ok && answer.refusal !== 'moment-passed') notes.say(t(answer.refusal));
    return answer.ok;
  }

  /** In the lobby the story begins with the count, unless more phones take part: then it is asked what to do about them. */
  function count(view: StageView): void {
    askCount(dialogs, view, {
      async confirm(pupils) {
        const counted = await ask({ type: 'headcount.confirm', count: pupils });
        const newest = link.view ?? view;
        if (!counted || newest.screen.kind !== view.screen.kind) return;
        if (newest.seats > pupils) count({ ...newest, headCount: pupils });
        else if (newest.screen.kind === 'lobby') await ask({ type: 'lesson.next', screenRevision: newest.screenRevision });
      },
      remove: (seat) => void ask({ type: 'seat.remove', seat }),
      removeSilent: () => void ask({ type: 'seats.remove-silent' }),
      skip: view.screen.kind === 'recount' ? () => void ask({ type: 'story.skip', screenRevision: view.screenRevision }) : null,
    });
  }

  function execute(command: Command): void {
    if (!shown) return;
    const view = shown;
    switch (command.command) {
      case 'intent':
        if (command.intent.type === 'lesson.next') {
          // A press that comes while the next screen is still being drawn was meant for the one before it.
          if (drawn !== view.screenRevision) break;
          if (board.fastForward()) {
            cameAt = Number.NEGATIVE_INFINITY;
            break;
          }
        }
        void ask(command.intent);
        break;
      case 'count':
        count(view);
        break;
      case 'pick':
        dialogs.pick(command.choice, () => void ask({ type: 'vote.pick', round: command.round, choice: command.choice.id }));
        break;
      case 'paused': {
        const on = !pauseScreen.on;
        // Shown at once on this screen; the phones follow when the server knows.
        wantedPause = on;
        quiet(on);
        void ask({ type: 'lesson.pause', on }).then(() => {
          wantedPause = null;
          quiet(link.view?.paused ?? on);
        });
        break;
      }
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
        void (document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen?.())?.catch(() => {});
        break;
      case 'help':
        dialogs.help();
        break;
    }
  }

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !shown) return;
    // The pause keys work whatever is open. In "choose this?" only the full stop does, because C may be the choice.
    const pauses = event.key === '.' || (event.key.toLowerCase() === 'c' && dialogs.open !== 'pick');
    if (dialogs.open !== null && !pauses) return;
    const onButton = document.activeElement instanceof HTMLButtonElement || document.activeElement instanceof HTMLAnchorElement;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
    const command = commandFor(event.key, pauseScreen.on === shown.paused ? shown : { ...shown, paused: pauseScreen.on });
    if (!command) return;
    event.preventDefault();
    if (!event.repeat) execute(command);
  });

  link.subscribe(render);
  render();
  stayAwake();
}
