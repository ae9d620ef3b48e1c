import { expect, test } from 'vitest';
import { TeacherCode } from '../../src/server/teacher-code.ts';

test('a short code can be guessed twenty times a minute by all strangers together, and keeps no browser waiting that has run a lesson here', () => {
  let now = 0;
  const code = new TeacherCode('482913', () => now);
  for (let guess = 0; guess < 20; guess++) expect(code.refusal(String(guess), null)).toBe('teacher-code-wrong');
  for (let guess = 0; guess < 100; guess++) expect(code.refusal('482913', null)).toBe('too-many-tries');
  expect(code.refusal('482913', 'a lesson')).toBe(null);
  // Whoever stole such a key may not guess by it either, and holds up nobody else.
  for (let guess = 0; guess < 20; guess++) expect(code.refusal(String(guess), 'a lesson')).toBe('teacher-code-wrong');
  expect(code.refusal('482913', 'a lesson')).toBe('too-many-tries');
  expect(code.refusal('482913', 'another lesson')).toBe(null);
  now += 60_000;
  expect(code.refusal('482913', null)).toBe(null);
});

test('a code that is too long to be guessed keeps nobody waiting, however many are wrong', () => {
  const code = new TeacherCode('een-code-voor-docenten');
  for (let guess = 0; guess < 1000; guess++) expect(code.refusal(`een-code-${guess}`, null)).toBe('teacher-code-wrong');
  expect(code.refusal('een-code-voor-docenten', null)).toBe(null);
});
