import { describe, expect, it } from '@jest/globals';
import { feel } from '../evaluate.ts';
import { itShouldEvaluate } from '../table.ts';

describe('text functions', () => {
  itShouldEvaluate([
    ['substring("foobar", 3)', {}, 'obar'],
    ['substring("foobar", 3, 3)', {}, 'oba'],
    ['substring("foobar", -2, 1)', {}, 'a'],
    ['substring("甲乙丙", 2)', {}, '乙丙'],
    ['substring("a", 0)', {}, null],
    ['substring("😀b", 2)', {}, 'b'],
    ['string length("甲乙")', {}, 2],
    ['string length("😀")', {}, 1],
    ['upper case("aBc")', {}, 'ABC'],
    ['lower case("aBc")', {}, 'abc'],
    ['substring before("foobar", "bar")', {}, 'foo'],
    ['substring before("foobar", "x")', {}, ''],
    ['substring after("foobar", "ob")', {}, 'ar'],
    ['substring after("foobar", "x")', {}, ''],
    ['contains("foobar", "of")', {}, false],
    ['starts with("foobar", "fo")', {}, true],
    ['ends with("foobar", "r")', {}, true],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', {}, '[1=ab][2=]cd'],
    ['replace("aAa", "a", "x", "i")', {}, 'xxx'],
    ['replace("abc", "b", "$9")', {}, null],
    ['matches("foobar", "^fo*b")', {}, true],
    ['matches("FOO", "foo", "i")', {}, true],
    ['matches("a\\nb", "a.b")', {}, false],
    ['matches("a\\nb", "a.b", "s")', {}, true],
    ['matches("ab", "a b", "x")', {}, true],
    ['matches("a", "a", "q")', {}, null],
    ['matches("a", "(?=a)")', {}, null],
    ['matches("a", "[")', {}, null],
    ['split("a;b;;c", ";")', {}, ['a', 'b', '', 'c']],
    ['split("John Doe", "\\\\s")', {}, ['John', 'Doe']],
    ['extract("references are 1234, 1256", "12[0-9]*")', {}, ['1234', '1256']],
    ['string join(["a", "b", null, "c"], ", ")', {}, 'a, b, c'],
    ['string join(["a", "b"])', {}, 'ab'],
    ['string join(["a", "b"], ",", "[", "]")', {}, '[a,b]'],
    ['string join(["a", 1])', {}, null],
    ['trim("  a ")', {}, 'a'],
    ['is blank("  ")', {}, true],
    ['is blank("a")', {}, false],
    ['to base64("FEEL")', {}, 'RkVFTA=='],
    ['from base64("RkVFTA==")', {}, 'FEEL'],
    ['fromAi(a, "text", "string")', { a: 1 }, 1],
    ['fromAi(value: a, description: "text")', { a: 1 }, 1],
    ['contains(string: "abc", match: "b")', {}, true],
    ['upper case(null)', {}, null],
  ]);

  it('should make a UUID of version 4', () => {
    expect(feel('uuid()')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
  });
});
