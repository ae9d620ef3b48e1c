/** Draws the flow of a lesson again, after a change of its statechart. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chart } from '../../lesson/flow/chart.ts';
import { drawChart } from './drawing.ts';

const path = fileURLToPath(new URL('../../lesson/flow/flow.svg', import.meta.url));
await writeFile(path, drawChart(chart));
console.log(path);
