import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, on an idle machine: begun last, it would keep one worker busy while the others have nothing left to do. */
const LONGEST = [
  'tools/architecture',
  'lesson/paths',
  'lesson/sequence',
  'server/crash',
  'server/traces',
  'server/closing-kill',
  'server/afterwards',
  'server/startup',
  'server/door',
  'server/lessons-fuzz',
  'server/secrecy',
  'stage/lesson',
  'debrief/debrief',
  'desk/together',
  'stage/trouble',
  'ui/accessibility',
  'trial/trial',
  'desk/prepare',
  'stage/display-settings',
  'stage/staging',
  'phone/live-chat',
  'phone/story',
  'desk/desk',
  'desk/run',
  'desk/mixed',
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
