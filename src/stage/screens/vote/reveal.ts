import type * as Phaser from 'phaser';
import { envelope, openEnvelope, pile } from '../../../art/pieces/ballot.ts';
import { ballotBox, closedBallotBox } from '../../../art/pieces/ballot-box.ts';
import type { StageScreen, StageView } from '../../../protocol/views/stage.ts';
import { badgeOf, face, faceKey, type Screen, type Setting, screenOf } from '../../board/screen.ts';
import { type Drama, dramaOf, type RevealStep, revealSteps } from '../../cues/staging.ts';
import { Letter } from './letter.ts';
import { Piles } from './piles.ts';
import { Rewind } from './rewind.ts';
import { Table } from './table.ts';

export type Reveal = Extract<StageScreen, { kind: 'reveal' }>;

/** A way to show what was chosen. It plays its steps, or is at its end at once. */
export interface Staged {
  readonly root: Phaser.GameObjects.Container;
  play(step: RevealStep['step']): void;
  end(): void;
}
const STAGED: Record<Drama, new (setting: Setting, reveal: Reveal) => Staged> = { piles: Piles, letter: Letter, table: Table, rewind: Rewind };

export async function openReveal(setting: Setting, view: StageView, animate: boolean): Promise<Screen> {
  const reveal = screenOf(view, 'reveal');
  const { vote } = reveal;
  await setting.textures.load([
    ...vote.choices.map(({ letter }) => badgeOf(letter)),
    ...(vote.as ? [face(vote.as.person.look, vote.as.emotion, 'plain')] : []),
    { key: 'box', svg: ballotBox, width: 480 },
    { key: 'box closed', svg: closedBallotBox, width: 480 },
    { key: 'envelope', svg: envelope, width: 240 },
    { key: 'envelope open', svg: openEnvelope, width: 520 },
    { key: 'pile', svg: pile, width: 264 },
  ]);
  return new RevealScreen(setting, reveal, animate);
}

class RevealScreen implements Screen {
  readonly root: Phaser.GameObjects.Container;
  readonly keeps: string[];
  private readonly staged: Staged;
  private readonly steps: readonly RevealStep[];
  /** From the first frame on, when the screen before it is gone. */
  private began: number | null = null;
  private taken = -1;

  constructor(setting: Setting, reveal: Reveal, animate: boolean) {
    const { as } = reveal.vote;
    this.keeps = as ? [faceKey(as.person.look, as.emotion, 'plain')] : [];
    this.steps = revealSteps(reveal);
    this.staged = new STAGED[dramaOf(reveal)](setting, reveal);
    this.root = this.staged.root;
    if (!animate) this.fastForward();
  }

  update(): void {}

  tick(): void {
    this.began ??= performance.now();
    const passed = performance.now() - this.began;
    while (this.taken < this.steps.length - 1 && passed >= (this.steps[this.taken + 1]?.at ?? 0)) {
      this.taken += 1;
      const step = this.steps[this.taken];
      if (step) this.staged.play(step.step);
    }
  }

  /** Whether there was still something to play. */
  fastForward(): boolean {
    if (this.taken >= this.steps.length - 1) return false;
    this.taken = this.steps.length - 1;
    this.staged.end();
    return true;
  }
}
