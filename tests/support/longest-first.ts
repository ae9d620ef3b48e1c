import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, on an idle machine: begun last, it would keep one worker busy while the others have nothing left to do. */
const LONGEST = [
  'tools/architecture',
  'lesson/paths',
  'server/crash',
  'server/closing-kill',
  'server/secrecy',
  'stage/lesson',
  'desk/together',
  'stage/slow-computer',
  'debrief/debrief',
  'stage/trouble',
  'desk/desk',
  'trial/trial',
  'ui/accessibility',
  'phone/story',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.includes(`/tests/${name}.`));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
