import { texts } from '../ui/locale.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

export const say = texts(nl, en);
