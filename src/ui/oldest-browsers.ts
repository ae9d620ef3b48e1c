/**
 * What the oldest browsers of the README lack, of all that the teachers' pages and their libraries call. It comes first on each of them;
 * `tests/ui/oldest-browsers.browser.test.ts` names what is missing here. The pupil's page does without, for its weight.
 */
import './page-start.css';
import 'core-js/stable/array/at.js';
import 'core-js/stable/array/find-last.js';
import 'core-js/stable/array/find-last-index.js';
import 'core-js/stable/array/to-reversed.js';
import 'core-js/stable/array/to-sorted.js';
import 'core-js/stable/object/has-own.js';
