import { en } from './en.ts';
import { texts } from './language.ts';
import { nl } from './nl.ts';

export const say = texts(nl, en);
