/** `npm run scenarios`: what Node makes of the sources is kept beside the packages, so that the next time it only has to be read. With room for what is young (`--min-semi-space-size`), reading the files is hardly ever stopped to clear it up. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/wat-doe-jij/compiled', import.meta.url)));
await import('./command.ts');
