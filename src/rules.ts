/** The rules by which names become one entity, and by which they stay apart, each in words. Resolution applies them, `why` tells them. */

/** "A" is "B", because ... */
export const JOIN_RULES = {
  'same words': 'they are the same words; number, case, hyphens, blanks and accents do not count',
  'defined in the paper': 'the papers that write it so say what it stands for',
  'same spelling': 'they are the same words in another spelling',
  'the ending "-ed"': 'they are the same words but for the ending "-ed"',
  'the word "based"': 'they are the same words but for "based"',
  listed: 'they are one entry of the lists that come with the program',
  'head that only says the type': 'the last word only says what kind of thing it is',
  'heads that say the same': 'the last word of either only says that it is a way of doing something',
  'one short form, like words': 'papers define both by one short form, and their words differ only in endings and small words',
  'defined alike in other papers': 'some papers write it without saying what it stands for, and those that say it agree',
  'short form inside': 'the one holds a short form on which the papers agree, the other has it written out',
  'your aliases': 'your aliases say that they are the same',
} as const;
export type JoinRule = keyof typeof JOIN_RULES;

/** "A" is not "B", because ... */
export const PART_RULES = {
  'your aliases': 'your aliases say that they are not the same',
  'proposed apart': 'several papers present a thing of their own under one name',
  'no agreement': 'the papers that say what it stands for do not agree',
  'too few definitions': 'some papers write it without saying what it stands for, and too few others say it',
  'head that says more': 'the last word makes it another thing',
  'another type': 'they are of different types, and types never mix',
  'another version': 'they are versions or sizes of one family',
  'another meaning': 'papers write both in one short form, but say that it stands for different things',
  'no rule': 'no rule joins them; if they are one, say so in aliases.yml',
} as const;
export type PartRule = keyof typeof PART_RULES;
