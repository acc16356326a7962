import { describe, expect, it } from '@jest/globals';
import { candidates } from '../../../portal/citizen/keypad/pinyin.ts';

describe('pinyin', () => {
  it.each([
    ['zhao', '赵'],
    ['qian', '钱'],
    ['sun', '孙'],
    ['li', '李'],
    ['jia', '甲'],
    ['yi', '乙'],
    ['bing', '丙'],
    ['lv', '吕'],
    ['a', '阿'],
    ['zuo', '座'],
  ])('should offer for %s the character %s', (spelling, character) => {
    expect(candidates(spelling)).toContain(character);
  });

  it('should put the sound itself before longer ones', () => {
    // given
    const found = candidates('xi');

    // then
    expect(found.indexOf('习')).toBeLessThan(found.indexOf('夏'));
  });

  it('should know every common character exactly once', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const all = letters.flatMap((letter) => candidates(letter));
    expect(all).toHaveLength(3755);
    expect(new Set(all).size).toBe(3755);
  });

  it('should offer nothing for nothing and for no sound', () => {
    expect(candidates('')).toEqual([]);
    expect(candidates('vx')).toEqual([]);
  });
});
