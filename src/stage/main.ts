import '../ui/oldest-browsers.ts';
import './page.css';
import { connect } from '../client/connection.ts';
import { deviceLang } from '../client/device-lang.ts';
import { subscribeToLatest } from '../client/latest.ts';
import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import type { StageView } from '../protocol/views/stage.ts';
import { markEnded } from '../ui/kept-lessons.ts';
import type { Key } from '../ui/lesson-key.ts';
import { Canvas } from './board/canvas.ts';
import { displaySettings } from './board/display-settings.ts';
import { drawnInSoftware } from './board/renderer.ts';
import { cues } from './cues/director.ts';
import { Chooser } from './shell/chooser.ts';
import { type Command, isOfScreen, leavesScreen, tooMany } from './shell/commands.ts';
import { Controls } from './shell/controls.ts';
import { credentials, forget } from './shell/credentials.ts';
import { Dialogs } from './shell/dialogs.ts';
import { element } from './shell/element.ts';
import { Executor } from './shell/executor.ts';
import type { DialogName } from './shell/keys.ts';
import { Loading } from './shell/loading.ts';
import { DetourMark, Notes, PauseScreen, Unlock } from './shell/overlays.ts';
import { Pace } from './shell/pace.ts';
import { Preferences } from './shell/preferences.ts';
import { listenToPresses } from './shell/presses.ts';
import { Rest } from './shell/rest.ts';
import { signpost } from './shell/signpost.ts';
import { stayAwake } from './shell/wakefulness.ts';
import { Sounds } from './sound/sound.ts';
import { Soundtrack } from './sound/soundtrack.ts';
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
  const link = connect<StageView>({ v: PROTOCOL_VERSION, lang: deviceLang(navigator.languages), role: 'stage', lesson, token });
  const fonts = fontsCome();
  // What starts a board takes long together: between its parts the page, or a proefles around it, gets its turn.
  await nextTask();
  const software = drawnInSoftware();
  await fonts;

  const preferences = new Preferences(() => {
    sounds.applySettings();
    canvas.board.redraw();
    if (shown) controls.show(shown, displaySettings().muted);
    offerSound();
  });
  const unlock = new Unlock();
  const offerSound = () => unlock.show(sounds.blocked && !rest.on && !displaySettings().muted && displaySettings().volume > 0);
  const sounds = new Sounds(() => offerSound());
  await nextTask();
  const pace = new Pace();
  const dialogs = new Dialogs(pace);
  const notes = new Notes();
  const loading = new Loading();
  const heading = element('h1', { id: 'story' });
  const mirror = new Mirror();
  const pauseScreen = new PauseScreen((at) => execute({ command: 'paused' }, at));
  const controls = new Controls(execute);
  const chooser = new Chooser(
    (choice) => shown && executor.pick(choice, shown),
    (index) => canvas.board.light(index),
  );
  const detourMark = new DetourMark();
  const soundtrack = new Soundtrack(sounds, link.now(), (line) => notes.sound(line));
  const rest = new Rest({
    screen: pauseScreen,
    dialogs,
    controls,
    pace,
    sounds,
    changed() {
      showChooser();
      offerSound();
    },
  });
  const executor = new Executor({ lesson, link, dialogs, notes, chooser, preferences, rest, fastForward });
  const ground = element('div', { id: 'board', 'aria-hidden': 'true' });
  at.replaceChildren(
    ground,
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
  let cameAt = Number.NEGATIVE_INFINITY;
  /** The moment of the lesson that stands on the board. */
  let drawn = -1;
  let refused = false;
  await nextTask();
  const canvas = new Canvas(ground, software, {
    sounds,
    now: () => link.now(),
    onShown: announce,
    onLoading: (share) => loading.show(share),
    onLevel: (level) => {
      page.dataset.effects = level;
    },
    onLost: () => notes.picture(t('board.anew')),
  });

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
    if (view && view !== shown) show(view);
  }

  function show(view: StageView): void {
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
    if (dialogs.open === 'count') executor.recount(view);
    else if (!tooMany(view) || view.screen.kind === 'recount') notes.arrived(null);
    else if (arrived) notes.arrived(t('count.arrived', { seats: view.seats, headCount: view.headCount ?? 0 }));
    soundtrack.expect(news);
    const entered = news.find((cue) => cue.cue === 'enter');
    if (entered) {
      cameAt = entered.animate ? performance.now() : Number.NEGATIVE_INFINITY;
      notes.hush();
    }
    detourMark.show(view.detour);
    canvas.show(view, news);
    controls.show(view, displaySettings().muted);
    rest.follow(view.paused);
    soundtrack.play(news);
    beat();
  }

  /** What follows the clock instead of a new view: sounds of a scene, the words for a screen reader, a code that expires. */
  function beat(): void {
    if (!shown) return;
    const now = link.now();
    pauseScreen.tick(shown.pausedSince === null ? 0 : now - shown.pausedSince);
    soundtrack.tick(shown, now);
    offerSound();
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
    if (!rest.on) dialogs.pairing(shown, now, (accept) => void executor.ask({ type: 'desk.answer', accept }));
  }
  setInterval(beat, 100);

  /** Not before the choices themselves are there. */
  function showChooser(): void {
    if (shown) chooser.show(shown, rest.on || drawn !== shown.screenRevision);
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

  function fastForward(): boolean {
    const ended = canvas.board.fastForward();
    if (ended) {
      cameAt = Number.NEGATIVE_INFINITY;
      // Only now all of it stands there.
      pace.came(performance.now());
    }
    return ended;
  }

  /** `at`: when it was pressed, by the page's own clock. */
  function execute(command: Command, at: number): void {
    if (!shown) return;
    // A press that comes while the next screen is still being drawn was meant for the one before it.
    if (drawn !== shown.screenRevision && isOfScreen(command)) return;
    if (leavesScreen(command, shown) && !pace.takes(at)) return;
    executor.execute(command, shown);
  }

  listenToPresses({ canvas: ground, dialogs, chooser, pace, rest, shown: () => shown, execute });
  subscribeToLatest(link, render);
  render();
  stayAwake(at);
}
