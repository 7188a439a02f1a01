import { describe, expect, it } from 'vitest';
import { cutSentence } from '#bot/assistant/grammar/cut.ts';
import { isQuestion } from '#bot/assistant/grammar/mood.ts';

describe('isQuestion', () => {
  it.each([
    'who tagged Maria Lopez?',
    'and what tier is she on',
    'has jan@example.com been refunded?',
    'Wer hat den Fall übernommen?',
    'Wurde das freigegeben?',
  ])('asks for something to be known: "%s"', (sentence) => {
    expect(isQuestion(cutSentence(sentence))).toBe(true);
  });

  it.each([
    'tag Maria Lopez wholesale',
    'can you tag Maria Lopez wholesale?',
    'is it possible to tag her',
    'Könntest du sie taggen?',
    'case_7ZK3QW8XN2AB what a mess, close it',
  ])('asks for something to be done, or leaves it open: "%s"', (sentence) => {
    expect(isQuestion(cutSentence(sentence))).toBe(false);
  });
});
