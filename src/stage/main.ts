import '../ui/oldest-browsers.ts';
import './page.css';
import { connect } from '../client/connection.ts';
import { deviceLang } from '../client/device-lang.ts';
import { subscribeToLatest } from '../client/latest.ts';
import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import type { TeacherIntent } from '../protocol/intents.ts';
import { position } from '../protocol/scene.ts';
import type { StageView } from '../protocol/views/stage.ts';
import type { ChoiceView } from '../protocol/views/vote.ts';
import { clickerKey } from '../ui/clicker.ts';
import { openWindow } from '../ui/handover.ts';
import { markEnded } from '../ui/kept-lessons.ts';
import type { Key } from '../ui/lesson-key.ts';
import { Board } from './board/board.ts';
import { displaySettings, LOUDEST } from './board/display-settings.ts';
import { drawnInSoftware, raise } from './board/renderer.ts';
import { HEIGHT, WIDTH } from './board/screen.ts';
import { beatCues, type Cue, clockCues, cues, hushed, music } from './cues/director.ts';
import { CARD } from './screens/lobby/join-card.ts';
import { Chooser } from './shell/chooser.ts';
import { askAfterwards, askClosing, askHandsDown, askReturn } from './shell/closing.ts';
import { type Command, choosing, commandFor, isOfScreen, leavesScreen, tooMany } from './shell/commands.ts';
import { Controls } from './shell/controls.ts';
import { askCount } from './shell/counting.ts';
import { credentials, debriefKey, forget } from './shell/credentials.ts';
import { Dialogs } from './shell/dialogs.ts';
import { element } from './shell/element.ts';
import type { DialogName } from './shell/keys.ts';
import { Loading } from './shell/loading.ts';
import { DetourMark, Notes, PauseScreen, Unlock } from './shell/overlays.ts';
import { Pace } from './shell/pace.ts';
import { Preferences } from './shell/preferences.ts';
import { signpost } from './shell/signpost.ts';
import { stayAwake } from './shell/wakefulness.ts';
import { Sounds } from './sound/sound.ts';
import { fontsCome } from './text/fonts.ts';
import { Mirror } from './text/mirror.ts';
import { narration, presenceText } from './text/narration.ts';
import { speak, t } from './text/texts.ts';

/** Dialogs whose question goes with the screen that it was asked on. */
const OF_ONE_SCREEN: DialogName[] = ['pick', 'count', 'remove', 'handsDown', 'closing', 'agreements', 'decisions', 'return'];

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
  const offerSound = () => unlock.show(sounds.blocked && !pauseScreen.on && !displaySettings().muted && displaySettings().volume > 0);
  const sounds = new Sounds(() => offerSound());
  await nextTask();
  const pace = new Pace();
  const dialogs = new Dialogs(pace);
  const notes = new Notes();
  const loading = new Loading();
  const heading = element('h1', { id: 'story' });
  const mirror = new Mirror();
  const pauseScreen = new PauseScreen(() => execute({ command: 'paused' }));
  const controls = new Controls((command) => execute(command));
  const chooser = new Chooser(
    (choice) => pick(choice),
    (index) => board.light(index),
  );
  const detourMark = new DetourMark();
  const canvas = element('div', { id: 'board', 'aria-hidden': 'true' });
  at.replaceChildren(
    canvas,
    heading,
    detourMark.root,
    mirror.root,
    loading.root,
    notes.root,
    chooser.root,
    unlock.root,
    controls.root,
    pauseScreen.root,
    dialogs.root,
  );

  let shown: StageView | null = null;
  /** What the teacher asked for and the server has not answered yet. */
  let wantedPause: boolean | null = null;
  let cameAt = Number.NEGATIVE_INFINITY;
  /** The moment of the lesson that stands on the board. */
  let drawn = -1;
  let recounted: (view: StageView) => void = () => {};
  let heard = link.now();
  /** The scene went back to the beginning of a line, which is heard again. */
  let replayed = false;
  let hushing = false;
  let refused = false;
  await nextTask();
  let { board, game } = play(software);
  // Not on the canvas itself: after a loss there is another one.
  for (const name of ['webglcontextlost', 'contextlost']) canvas.addEventListener(name, (event) => drawAnew(event.target), true);

  function render(): void {
    const { state, view } = link;
    if (state.kind === 'refused') {
      if (state.refusal === 'lesson-unknown' || state.refusal === 'lesson-ended') forget();
      if (state.refusal === 'lesson-ended') markEnded(lesson);
      dialogs.close();
      signpost(at, t(state.refusal), t(state.refusal === 'lesson-unopened' ? 'keyless.unopened' : 'keyless.text'));
      refused = true;
      return;
    }
    // The sign stands in the place of the board.
    if (refused && state.kind === 'connected') return location.reload();
    const fault = state.kind === 'reconnecting' ? state.fault : null;
    const lost = fault ? t(`link.fault.${fault}`) : t(shown ? 'link.reconnecting' : 'link.connecting');
    notes.connection(state.kind === 'connected' ? null : lost);
    if (!view || view === shown) return;
    if (view.screen.kind === 'over') markEnded(lesson);
    speak(view.lang);
    page.lang = view.lang;
    document.title = t('page.title');
    heading.textContent = view.story.title;
    const news = cues(shown, view);
    // What was asked on one screen is not answered on the next.
    if (shown && shown.screenRevision !== view.screenRevision) dialogs.close(...OF_ONE_SCREEN);
    const arrived = shown !== null && tooMany(view) && view.seats > shown.seats;
    shown = view;
    if (dialogs.open === 'count') recounted(view);
    else if (!tooMany(view) || view.screen.kind === 'recount') notes.arrived(null);
    else if (arrived) notes.arrived(t('count.arrived', { seats: view.seats, headCount: view.headCount ?? 0 }));
    replayed ||= news.some((cue) => cue.cue === 'again');
    const entered = news.find((cue) => cue.cue === 'enter');
    if (entered) {
      cameAt = entered.animate ? performance.now() : Number.NEGATIVE_INFINITY;
      notes.hush();
    }
    detourMark.show(view.detour);
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
    pauseScreen.tick(shown.pausedSince === null ? 0 : now - shown.pausedSince);
    if (now - heard < 2000 && !shown.paused) {
      if (screen.kind === 'vote') listen(clockCues(screen, heard, now));
      if (screen.kind === 'scene' && screen.playhead.since !== null)
        listen(
          beatCues(
            screen.scene,
            replayed || (heard < screen.playhead.since && screen.playhead.offset === 0)
              ? screen.playhead.offset - 1
              : position(screen.playhead, heard),
            position(screen.playhead, now),
          ),
        );
    }
    heard = now;
    replayed = false;
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
      ...(shown.detour ? [t('detour.mark')] : []),
      ...(hearing === null ? [] : [t('sound.heard', { sound: hearing })]),
    ]);
    if (!pauseScreen.on) dialogs.pairing(shown, now, (accept) => void ask({ type: 'desk.answer', accept }));
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

  /** Where WebGL is there but refuses, as after a graphics card that failed, the board is drawn without it. */
  function play(plain: boolean): ReturnType<typeof begin> {
    try {
      return begin(plain);
    } catch (fault) {
      if (plain) throw fault;
      canvas.replaceChildren();
      return begin(true);
    }
  }

  function begin(plain: boolean) {
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

  /** A graphics card may lose all that was drawn: by sleep, by its driver, by another program. What stands there now is drawn on a new canvas. */
  function drawAnew(lost: EventTarget | null): void {
    if (lost !== game.canvas) return;
    notes.picture(t('board.anew'));
    game.destroy(true);
    ({ board, game } = play(drawnInSoftware()));
    if (shown) board.show(shown, []);
  }

  /** Not before the choices themselves are there. */
  function showChooser(): void {
    if (shown) chooser.show(shown, pauseScreen.on || drawn !== shown.screenRevision);
  }

  function announce(view: StageView): void {
    const { screen } = view;
    if (drawn !== view.screenRevision) pace.came(performance.now());
    drawn = view.screenRevision;
    page.dataset.screen = screen.kind;
    page.dataset.node = screen.kind === 'scene' ? screen.scene.node : 'vote' in screen ? screen.vote.node : 'node' in screen ? screen.node : '';
    page.dataset.screenRevision = String(view.screenRevision);
    page.dataset.ready = 'yes';
    notes.picture(null);
    showChooser();
  }

  function quiet(on: boolean): void {
    const was = pauseScreen.on;
    if (on && !was) dialogs.close();
    // Nothing that it covers can have the focus.
    if (!on) controls.root.hidden = false;
    pauseScreen.show(on);
    if (on) controls.root.hidden = true;
    showChooser();
    if (was === on) return;
    offerSound();
    pace.came(performance.now());
    sounds.breathe(on);
  }

  async function ask(intent: TeacherIntent): Promise<boolean> {
    const answer = await link.ask(intent);
    if (!answer.ok && answer.refusal !== 'moment-passed') notes.say(t(answer.refusal));
    return answer.ok;
  }

  /** In the lobby the story begins with the count, unless more phones take part: then it is asked what to do about them. */
  function count(view: StageView): void {
    const { kind } = view.screen;
    recounted = askCount(dialogs, view, {
      async confirm(pupils) {
        if (pupils !== (link.view ?? view).headCount && !(await ask({ type: 'headcount.confirm', count: pupils }))) return;
        const newest = link.view ?? view;
        if (newest.screen.kind !== kind) return;
        if (newest.seats > pupils) count({ ...newest, headCount: pupils });
        else if (kind === 'lobby') await ask({ type: 'lesson.next', screenRevision: newest.screenRevision });
      },
      remove: (seat) => void ask({ type: 'seat.remove', seat }),
      removeSilent: () => void ask({ type: 'seats.remove-silent' }),
      anyway: kind === 'question' ? () => void ask({ type: 'lesson.next', screenRevision: view.screenRevision }) : null,
      skip: kind === 'recount' || kind === 'question' ? () => void ask({ type: 'story.skip', screenRevision: view.screenRevision }) : null,
    });
  }

  function pick(choice: ChoiceView): void {
    const vote = shown && choosing(shown);
    if (vote) dialogs.pick(choice, () => void ask({ type: 'vote.pick', round: vote.round, choice: choice.id }));
  }

  /** How the lesson goes on from where it waits for more than a press. */
  function askHow(command: 'handsDown' | 'closing' | 'return' | 'afterwards', { screen, detour, screenRevision }: StageView): void {
    const toOwnPath = () => void ask({ type: 'story.return' });
    switch (command) {
      case 'handsDown':
        return askHandsDown(dialogs, () => void ask({ type: 'story.skip', screenRevision }));
      case 'return':
        return askReturn(dialogs, toOwnPath);
      case 'closing':
        if (screen.kind !== 'end') return;
        return askClosing(dialogs, screen, {
          toOwnPath: detour ? toOwnPath : null,
          whatIf: (node, choice) => void ask({ type: 'story.back', node, choice }),
          agree: (candidates) => void ask({ type: 'agreements.ask', candidates }),
          end: () => void ask({ type: 'lesson.end' }),
        });
      case 'afterwards': {
        const key = debriefKey(lesson);
        return askAfterwards(dialogs, key && (() => void openWindow('/nabespreking', key, '_blank')));
      }
    }
  }

  function execute(command: Command): void {
    if (!shown) return;
    const view = shown;
    // A press that comes while the next screen is still being drawn was meant for the one before it.
    if (drawn !== view.screenRevision && isOfScreen(command)) return;
    if (leavesScreen(command, view) && !pace.takes(performance.now())) return;
    switch (command.command) {
      case 'intent':
        if (command.intent.type === 'lesson.next' && board.fastForward()) {
          cameAt = Number.NEGATIVE_INFINITY;
          // Only now all of it stands there.
          pace.came(performance.now());
          break;
        }
        void ask(command.intent);
        break;
      case 'count':
        count(view);
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
        askHow(command.command, view);
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
      case 'join':
        if (view.mode !== 'hands' && view.screen.kind !== 'over') dialogs.join(view);
        break;
      case 'help':
        dialogs.help();
        break;
    }
  }

  canvas.addEventListener('click', ({ clientX, clientY }) => {
    const drawing = canvas.querySelector('canvas');
    if (shown?.screen.kind !== 'lobby' || !drawing) return;
    const { left, top, width, height } = drawing.getBoundingClientRect();
    const [x, y] = [((clientX - left) / width) * WIDTH, ((clientY - top) / height) * HEIGHT];
    if (x >= CARD.x && x <= CARD.x + CARD.width && y >= CARD.y && y <= CARD.y + CARD.height) execute({ command: 'join' });
  });
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => pace.press(key === ' ' || key === 'Enter' ? 'forward' : (clickerKey(key) ?? key), timeStamp),
    true,
  );
  addEventListener('click', ({ detail, timeStamp }) => detail > 0 && pace.point(detail, timeStamp), true);
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !shown) return;
    // A key that is held down must not press what it has just opened.
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) return event.preventDefault();
    // The key that begins a slide show would load the page again.
    if (event.key === 'F5') {
      event.preventDefault();
      if (!document.fullscreenElement) execute({ command: 'full' });
      return;
    }
    const view = pauseScreen.on === shown.paused ? shown : { ...shown, paused: pauseScreen.on };
    const command = commandFor(event.key, view);
    // Rest works whatever is open; all other keys are those of an open dialog.
    if (dialogs.open !== null && command?.command !== 'paused') return dialogs.press(event);
    const onButton = document.activeElement instanceof HTMLButtonElement || document.activeElement instanceof HTMLAnchorElement;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
    if (event.key === 'Escape') chooser.leave();
    if (!command) return;
    event.preventDefault();
    if (!event.repeat) execute(command);
  });

  subscribeToLatest(link, render);
  render();
  stayAwake(at);
}
