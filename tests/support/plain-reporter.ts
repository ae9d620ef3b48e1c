import type { Reporter, TestModule } from 'vitest/node';

/** At the end, where somebody looks first: what failed, and the last line that a continuous integration reads. */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    const lines: string[] = [];
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        count[state] += 1;
        if (state === 'failed') lines.push(`failed: ${module.relativeModuleId} > ${test.fullName}`);
      }
      if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) {
        count.failed += 1;
        lines.push(`failed: ${module.relativeModuleId}`);
      }
    }
    if (count.skipped > 0) lines.push(`${count.skipped} skipped: this machine cannot run them, their names say why`);
    lines.push(`${count.passed} passed, ${count.failed} failed`);
    setImmediate(() => console.log(lines.join('\n')));
  }
}
