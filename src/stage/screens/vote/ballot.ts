import type * as Phaser from 'phaser';
import { envelope } from '../../../art/pieces/ballot.ts';
import { ballotBox, closedBallotBox } from '../../../art/pieces/ballot-box.ts';
import { colours } from '../../../art/tokens.ts';
import type { StageView } from '../../../protocol/views/stage.ts';
import { displaySettings } from '../../board/display-settings.ts';
import { badgeOf, face, glide, type Screen, type Setting, screenOf } from '../../board/screen.ts';
import type { Cue } from '../../cues/director.ts';
import { askSteps } from '../../cues/staging.ts';
import { fitted, panel, words } from '../../figures/paint.ts';
import { readAloud } from '../../text/narration.ts';
import { t } from '../../text/texts.ts';
import { drawingOf } from '../story/tile.ts';
import { Choices } from './choices.ts';
import { foldAway } from './fold.ts';
import { paper } from './paper.ts';
import { Progress } from './progress.ts';
import { instructionTop, portrait, question, textLeft } from './question.ts';
import { TakeYourPhone, Timer } from './timer.ts';

const ballotOf = (view: StageView) => screenOf(view, 'question', 'vote', 'together', 'recount', 'too-few', 'talk');
type Ballot = ReturnType<typeof ballotOf>;

export async function openBallot(setting: Setting, view: StageView, animate: boolean): Promise<Screen> {
  const { vote } = ballotOf(view);
  await setting.textures.load([
    ...vote.choices.map(({ letter }) => badgeOf(letter)),
    ...(vote.as ? [face(vote.as.person.look, vote.as.emotion, 'think')] : []),
    ...(vote.drawing ? [drawingOf(vote.drawing)] : []),
    { key: 'box', svg: ballotBox, width: 480 },
    { key: 'box closed', svg: closedBallotBox, width: 480 },
    { key: 'envelope', svg: envelope, width: 240 },
  ]);
  return new BallotScreen(setting, view, animate);
}

/** A decision from its question until its result. The choices keep their places; what can be done with them changes. */
class BallotScreen implements Screen {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private ballot: Ballot;
  private doorOpen: boolean;
  private readonly around: Phaser.GameObjects.Container;
  private timer: Timer | null = null;
  private take: TakeYourPhone | null = null;
  private progress: Progress | null = null;
  private shown = '';
  private readonly choices: Choices;
  /** When the question came, by the page's own clock: it is read aloud here only. */
  private readonly began: number;
  private heard = -1;

  constructor(setting: Setting, view: StageView, animate: boolean) {
    this.setting = setting;
    this.ballot = ballotOf(view);
    this.doorOpen = isOpen(view);
    const { scene } = setting;
    const { vote } = this.ballot;
    this.began = animate ? performance.now() : Number.NEGATIVE_INFINITY;
    this.around = scene.add.container(0, 0);
    this.choices = new Choices(setting, vote, animate && vote.before === null);
    this.root = scene.add.container(0, 0, [
      scene.add.image(0, 0, paper(scene)).setOrigin(0),
      ...portrait(scene, vote),
      ...question(scene, vote),
      this.choices.root,
      this.around,
    ]);
    this.draw();
    this.hear();
  }

  update(view: StageView, cues: Cue[]): void {
    this.ballot = ballotOf(view);
    this.doorOpen = isOpen(view);
    const dropped = cues.find((cue) => cue.cue === 'ballot');
    this.draw();
    if (this.ballot.kind === 'vote') this.progress?.show(this.ballot.answered, this.ballot.seats, dropped?.count ?? 0);
  }

  tick(now: number): void {
    const { ballot } = this;
    if (ballot.kind === 'vote' && now >= ballot.opensAt && this.take) this.draw();
    this.hear();
    this.take?.tick(now);
    this.timer?.tick(now);
  }

  light(index: number | null): void {
    this.choices.light(index);
  }

  /** The choice that is read aloud now. Once anybody may answer, all choices look alike. */
  private hear(): void {
    const steps = askSteps(this.ballot.vote);
    const last = steps.length - 1;
    const asking = this.ballot.kind === 'question' || this.ballot.kind === 'together';
    const passed = performance.now() - this.began;
    const now = asking && passed !== Number.POSITIVE_INFINITY ? steps.findLastIndex(({ at }) => at <= passed) : last;
    if (now === this.heard) return;
    const began = this.heard < 0;
    this.heard = now;
    const step = steps[now];
    if (step?.step === 'read') this.choices.light(step.choice);
    else if (step?.step === 'fold') this.root.add(foldAway(this.setting, this.ballot.vote));
    else if (!began || passed === Number.POSITIVE_INFINITY) this.choices.light(null);
  }

  private draw(): void {
    const { ballot, setting } = this;
    const { scene } = setting;
    const waiting = ballot.kind === 'vote' && setting.now() < ballot.opensAt;
    const clock =
      ballot.kind === 'vote'
        ? `${ballot.deadline} ${ballot.opensAt} ${ballot.seats}`
        : ballot.kind === 'talk'
          ? ballot.until
          : ballot.kind === 'recount'
            ? `${ballot.seats} ${ballot.headCount}`
            : '';
    const sign = `${ballot.kind} ${ballot.vote.round} ${waiting} ${clock} ${this.doorOpen}`;
    if (sign === this.shown) return;
    this.shown = sign;
    this.around.removeAll(true);
    this.timer = this.take = this.progress = null;
    const later = ballot.vote.held ? ` ${t(ballot.vote.foreseen ? 'vote.foreseen' : 'vote.held')}` : '';
    const instruction =
      ballot.kind === 'vote'
        ? t(ballot.deadline === null ? 'vote.chooseUntimed' : 'vote.choose')
        : ballot.kind === 'question'
          ? t(readAloud(ballot.asked))
          : null;
    if (instruction !== null) {
      const x = textLeft(ballot.vote);
      this.around.add(
        fitted(scene, x, instructionTop(ballot.vote) + 2, instruction + later, {
          size: 42,
          colour: colours.ink2,
          width: 1856 - x,
          height: 70,
          least: 34,
        }),
      );
    }
    if (ballot.kind === 'vote') {
      if (ballot.deadline !== null) this.add((this.timer = new Timer(setting, ballot.deadline, Math.max(1000, ballot.deadline - ballot.opensAt))));
      this.progress = new Progress(setting, this.doorOpen);
      this.progress.show(ballot.answered, ballot.seats, 0);
      this.add(this.progress);
      if (waiting) this.add((this.take = new TakeYourPhone(setting, ballot.opensAt)));
      return;
    }
    if (ballot.kind === 'talk') this.add((this.timer = new Timer(setting, ballot.until, ballot.seconds * 1000)));
    const notice = noticeOf(ballot);
    if (notice) this.around.add(this.notice(notice));
    glide(setting, this.around.setAlpha(0), { alpha: 1 }, 240);
  }

  private add(part: { root: Phaser.GameObjects.Container }): void {
    this.around.add(part.root);
  }

  private notice({ title, how, chooses, keys }: Notice): Phaser.GameObjects.GameObject[] {
    const { scene } = this.setting;
    const heading = words(scene, 0, 0, title, { size: 44, heading: true, colour: colours.white });
    const x = textLeft(this.ballot.vote);
    const y = instructionTop(this.ballot.vote) - 2;
    heading.setPosition(x + 30, y);
    const strip = panel(scene, x, y, heading.width + 60, 70, { fill: colours.brand, corners: 35 });
    const line = fitted(scene, 64, 0, how, {
      size: 40,
      weight: 600,
      width: keys || chooses ? 900 : this.doorOpen ? 1240 : 1792,
      height: 108,
      least: 32,
    });
    line.setY(1006 - line.height / 2);
    const parts: Phaser.GameObjects.GameObject[] = [strip, heading, line];
    if (keys) {
      // Beside it the code of an open door grows with the text.
      const width = this.doorOpen ? 560 - 110 * (displaySettings().scale - 1) : 856;
      const hint = fitted(scene, 1000, 0, keys, { size: 36, colour: colours.ink2, width, height: 108, least: 28 });
      parts.push(hint.setY(1006 - hint.height / 2));
    }
    return parts;
  }
}

/** Whether a phone may still join: the code stands in the corner as long as it may. */
const isOpen = ({ door, mode }: StageView) => door !== 'locked' && mode !== 'hands';

/** `chooses`: beside it stand the letters to choose with. */
interface Notice {
  title: string;
  how: string;
  chooses: boolean;
  keys: string | null;
}

function noticeOf(ballot: Ballot): Notice | null {
  switch (ballot.kind) {
    case 'together':
      return { title: t('together.title'), how: `${t('together.how')} ${t('together.keys')}`, chooses: true, keys: null };
    case 'too-few':
      return {
        title: t(ballot.again ? 'few.againTitle' : 'few.title'),
        how: `${t(ballot.again ? 'few.againHow' : 'few.how')} ${t('few.keys')}`,
        chooses: true,
        keys: null,
      };
    case 'recount':
      return {
        title: t('recount.title'),
        how: t('recount.how', { seats: ballot.seats, headCount: ballot.headCount }),
        chooses: false,
        keys: t('recount.keys'),
      };
    case 'talk':
      return { title: t('talk.title'), how: t('talk.how'), chooses: false, keys: null };
    default:
      return null;
  }
}
