import { texts } from '../debrief/language.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { preparationEn } from './preparation-en.ts';
import { preparationNl } from './preparation-nl.ts';

export const say = texts({ ...nl, ...preparationNl }, { ...en, ...preparationEn });
